import type { Node as PmNode } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

export type Place = { readonly from: number; readonly to: number };

/** Text of one paragraph as it is read, and where each letter of it stands; a figure is one place with many letters. */
const read = (block: PmNode, start: number): { text: string; at: number[]; after: number[] } => {
  let text = '';
  const at: number[] = [];
  const after: number[] = [];
  block.forEach((node, offset) => {
    const words = node.isText ? (node.text ?? '') : String(node.attrs.text ?? '');
    for (let i = 0; i < words.length; i++) {
      at.push(start + offset + (node.isText ? i : 0));
      after.push(start + offset + (node.isText ? i + 1 : node.nodeSize));
    }
    text += words;
  });
  return { text, at, after };
};

/** Where a quotation stands, or a part of it; undefined when it is no longer there. */
export const placeOf = (doc: PmNode, quote: string, part?: string): Place | undefined => {
  let found: Place | undefined;
  doc.descendants((node, pos) => {
    if (found) return false;
    if (!node.isTextblock) return true;
    const { text, at, after } = read(node, pos + 1);
    const begin = text.indexOf(quote);
    if (begin < 0) return false;
    const inner = part === undefined ? 0 : quote.indexOf(part);
    const from = begin + Math.max(0, inner);
    const length = part === undefined || inner < 0 ? quote.length : part.length;
    const [a, b] = [at[from], after[from + length - 1]];
    if (a !== undefined && b !== undefined) found = { from: a, to: b };
    return false;
  });
  return found;
};

const key = new PluginKey<readonly string[]>('contradictions');

/** Marks quotations that the tables contradict; they follow the text while it is typed. */
export const marking = (): Plugin =>
  new Plugin<readonly string[]>({
    key,
    state: {
      init: () => [],
      apply: (tr, quotes) => (tr.getMeta(key) as readonly string[] | undefined) ?? quotes,
    },
    props: {
      decorations: (state) => {
        const places = (key.getState(state) ?? []).flatMap((quote) => placeOf(state.doc, quote) ?? []);
        return DecorationSet.create(
          state.doc,
          places.map(({ from, to }) => Decoration.inline(from, to, { class: 'unlike' })),
        );
      },
    },
  });

export const markKey = key;
