import { isWide } from './layout.ts';
import type { Block } from './tree.ts';

export type Orientation = 'portrait' | 'landscape';
export type Stretch = { readonly orientation: Orientation; readonly blocks: Block[] };

/** A heading goes with the wide table that it stands above. */
const byOrientation = (blocks: readonly Block[]): Stretch[] => {
  const found: Stretch[] = [{ orientation: 'portrait', blocks: [] }];
  for (const block of blocks) {
    const current = found.at(-1)!;
    const wide = block.kind === 'table' && isWide(block);
    const orientation: Orientation = wide ? 'landscape' : 'portrait';
    if (current.orientation === orientation) {
      current.blocks.push(block);
      continue;
    }
    const moved: Block[] = [];
    while (wide && current.blocks.at(-1)?.kind === 'heading') moved.unshift(current.blocks.pop()!);
    found.push({ orientation, blocks: [...moved, block] });
  }
  return found;
};

const FEW = 2;

/**
 * Stretches of one orientation. A few lines after a wide table stay on its page: turned upright they would fill a
 * page alone, and the signature under them would stand apart from the text.
 */
export const stretches = (blocks: readonly Block[], landscape = false): Stretch[] => {
  if (landscape) return [{ orientation: 'landscape', blocks: [...blocks] }];
  const found: Stretch[] = [];
  for (const { orientation, blocks: mine } of byOrientation(blocks)) {
    const before = found.at(-1);
    const few = mine.length <= FEW && mine.every((one) => one.kind === 'paragraph' || one.kind === 'heading');
    if (before?.orientation === 'landscape' && (orientation === 'landscape' || few))
      before.blocks.push(...mine);
    else found.push({ orientation, blocks: [...mine] });
  }
  return found;
};
