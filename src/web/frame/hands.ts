const REST_MS = 1200;
let lastTouch = Number.NEGATIVE_INFINITY;

/** From the start of the page: when somebody last typed, or took a field to type in. */
export const watchHands = (): void => {
  for (const kind of ['keydown', 'focusin', 'input'] as const)
    document.addEventListener(
      kind,
      () => {
        lastTouch = performance.now();
      },
      true,
    );
};

const inField = (): boolean =>
  document.activeElement instanceof HTMLElement &&
  (document.activeElement.isContentEditable || document.activeElement.matches('input, textarea, select'));

/**
 * When nobody is typing: what opens by itself and takes the cursor would swallow the keys that were meant for the
 * field under it, a figure half in its cell and half in a password.
 */
export const handsRest = async (): Promise<void> => {
  for (;;) {
    const rest = lastTouch + REST_MS - performance.now();
    if (rest <= 0 || !inField()) return;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
};
