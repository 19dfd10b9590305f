// Loaded before the program by a test (`node --import`): its whole process has a clock that jumps when it is told to,
// as a machine's does whose battery is flat, or whose time service wakes up late.
const Real = Date;
let by = 0;

process.on('message', (message: { clockBy?: unknown }) => {
  if (typeof message?.clockBy !== 'number') return;
  by = message.clockBy;
  process.send?.({ clockIs: by });
});

const now = (): number => Real.now() + by;
globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

export {};
