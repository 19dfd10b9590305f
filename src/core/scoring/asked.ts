import type { Expr } from './expression.ts';
import type { Line } from './prepare.ts';

/** What an answer to a criterion is made of, so that a screen can ask for it without knowing the kinds of rules. */
export type Asked = {
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly fields: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
  readonly parts: readonly { readonly id: string; readonly label: string; readonly asked: Asked }[];
};

const LABELS: Readonly<Record<string, string>> = {
  value: 'giá trị',
  count: 'số lượng',
  days: 'số ngày chậm',
  current: 'số liệu năm nay',
  previous: 'số liệu năm trước',
  numerator: 'tử số',
  denominator: 'mẫu số',
  points: 'điểm',
};

type Found = {
  choices: Map<string, Asked['choices'][number]>;
  fields: Map<string, Asked['fields'][number]>;
  parts: Map<string, Asked['parts'][number]>;
};

const gather = (e: Expr, found: Found): void => {
  switch (e.kind) {
    case 'const':
    case 'x':
    case 'points':
    case 'maximum':
    case 'context':
      return;
    case 'field':
      if (e.of === undefined && !found.fields.has(e.name))
        found.fields.set(e.name, {
          name: e.name,
          label: e.label ?? (e.name === 'value' && e.unit === '%' ? 'tỷ lệ (%)' : (LABELS[e.name] ?? e.name)),
          unit: e.unit ?? '',
        });
      return;
    case 'plus':
    case 'times':
    case 'min':
    case 'max':
    case 'average':
      for (const one of e.of) gather(one, found);
      return;
    case 'minus':
    case 'over':
      gather(e.left, found);
      gather(e.right, found);
      return;
    case 'at-most':
    case 'at-least':
      gather(e.of, found);
      gather(e.bound, found);
      return;
    case 'round':
      gather(e.of, found);
      return;
    case 'when':
      gatherCond(e.if, found);
      gather(e.gives, found);
      gather(e.else, found);
      return;
    case 'choice':
      for (const { id, label, gives } of e.choices) {
        found.choices.set(id, { id, label });
        gather(gives, found);
      }
      return;
    case 'bands':
      gather(e.on, found);
      for (const band of e.bands) gather(band.gives, found);
      if (e.otherwise) gather(e.otherwise, found);
      return;
    case 'part':
      found.parts.set(e.id, { id: e.id, label: e.label, asked: askedOfExpr(e.gives) });
      return;
    default:
      e satisfies never;
  }
};

const gatherCond = (c: Extract<Expr, { kind: 'when' }>['if'], found: Found): void => {
  switch (c.kind) {
    case 'compare':
      gather(c.left, found);
      gather(c.right, found);
      return;
    case 'chosen':
      if (c.of === undefined && !found.choices.has(c.id)) found.choices.set(c.id, { id: c.id, label: c.id });
      return;
    case 'nil':
      return;
    case 'all':
    case 'any':
      for (const one of c.of) gatherCond(one, found);
      return;
    case 'not':
      gatherCond(c.of, found);
      return;
    default:
      c satisfies never;
  }
};

const askedOfExpr = (e: Expr): Asked => {
  const found: Found = { choices: new Map(), fields: new Map(), parts: new Map() };
  gather(e, found);
  return {
    choices: [...found.choices.values()],
    fields: [...found.fields.values()],
    parts: [...found.parts.values()],
  };
};

const known = new WeakMap<Line, Asked>();

export const askedOf = (line: Line): Asked => {
  const before = known.get(line);
  if (before) return before;
  const asked = line.expr ? askedOfExpr(line.expr) : { choices: [], fields: [], parts: [] };
  known.set(line, asked);
  return asked;
};
