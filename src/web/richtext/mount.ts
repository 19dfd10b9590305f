import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type MarkType, Node as PmNode } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { normalizeDoc, type RichDoc, richTextProblem } from '../../core/kernel/richText.ts';
import { cleanHtml, cleanText } from './clean.ts';
import { marking, markKey, placeOf } from './places.ts';
import { schema } from './schema.ts';

export type Format = 'strong' | 'em' | 'underline' | 'bullet_list' | 'ordered_list';

export type Mounted = {
  focus(): void;
  format(what: Format): void;
  insertFigure(cell: string, text: string): void;
  /** Cites a paper where the cursor stands. */
  insertEvidence(id: string, text: string): void;
  /** Shows another text, from the server or from another window. */
  show(doc: RichDoc): void;
  /** Brings the figures in the text up to what the tables say now. */
  follow(textOf: (cell: string) => string | undefined): void;
  /** Marks what the tables contradict. */
  mark(quotes: readonly string[]): void;
  /** Writes another number in its place, as a live figure where a cell gives it. */
  mend(quote: string, number: string, cell: string | undefined, text: string): void;
  destroy(): void;
};

export type MountOptions = {
  place: HTMLElement;
  doc: RichDoc;
  label: string;
  onChange: (doc: RichDoc) => void;
  onBlur: () => void;
  onFormat: (active: ReadonlySet<Format>) => void;
};

const docOf = (doc: RichDoc): PmNode => PmNode.fromJSON(schema, doc);

/** A list on, off, or of the other kind. */
const toggleList =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const node = $from.node(depth);
      if (node.type.name !== 'bullet_list' && node.type.name !== 'ordered_list') continue;
      if (node.type.name === name) return liftListItem(schema.nodes.list_item!)(state, dispatch);
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), schema.nodes[name]));
      return true;
    }
    return wrapInList(schema.nodes[name]!)(state, dispatch);
  };

const commandOf = (what: Format): Command =>
  what === 'bullet_list' || what === 'ordered_list' ? toggleList(what) : toggleMark(schema.marks[what]!);

const activeIn = (state: EditorState): ReadonlySet<Format> => {
  const { from, to, empty, $from } = state.selection;
  const has = (mark: MarkType): boolean =>
    empty
      ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, mark);
  const active = new Set<Format>();
  for (const name of ['strong', 'em', 'underline'] as const) if (has(schema.marks[name]!)) active.add(name);
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === 'bullet_list' || name === 'ordered_list') {
      active.add(name);
      break;
    }
  }
  return active;
};

export const mount = ({ place, doc, label, onChange, onBlur, onFormat }: MountOptions): Mounted => {
  const stateOf = (text: RichDoc): EditorState =>
    EditorState.create({
      doc: docOf(text),
      plugins: [
        history(),
        marking(),
        keymap({
          'Mod-b': commandOf('strong'),
          'Mod-i': commandOf('em'),
          'Mod-u': commandOf('underline'),
          'Mod-z': undo,
          'Mod-y': redo,
          'Shift-Mod-z': redo,
          Enter: splitListItem(schema.nodes.list_item!),
          'Shift-Enter': baseKeymap.Enter!,
          'Mod-]': sinkListItem(schema.nodes.list_item!),
          'Mod-[': liftListItem(schema.nodes.list_item!),
          // The main action of the screen, not a line of text.
          'Mod-Enter': () => false,
        }),
        keymap(Object.fromEntries(Object.entries(baseKeymap).filter(([key]) => key !== 'Mod-Enter'))),
      ],
    });
  let told = JSON.stringify(doc);
  const view = new EditorView(place, {
    state: stateOf(doc),
    attributes: {
      class: 'doc',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      spellcheck: 'false',
    },
    transformPastedHTML: cleanHtml,
    transformPastedText: (text) =>
      text
        .split(/\r\n?|\n/)
        .map(cleanText)
        .join('\n'),
    handleDOMEvents: {
      blur: () => {
        onBlur();
        return false;
      },
    },
    dispatchTransaction(tr) {
      const state = view.state.apply(tr);
      view.updateState(state);
      onFormat(activeIn(state));
      if (!tr.docChanged) return;
      const next = normalizeDoc(state.doc.toJSON() as RichDoc);
      const text = JSON.stringify(next);
      if (text === told || richTextProblem(next) !== undefined) return;
      told = text;
      onChange(next);
    },
  });
  const run = (command: Command): void => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return {
    focus: () => view.focus(),
    format: (what) => run(commandOf(what)),
    insertFigure(cell, text) {
      const node = schema.nodes.figure!.create({ cell, text });
      view.dispatch(view.state.tr.replaceSelectionWith(node, true).scrollIntoView());
      view.focus();
    },
    insertEvidence(id, text) {
      const node = schema.nodes.evidence!.create({ id, text });
      view.dispatch(view.state.tr.replaceSelectionWith(node, true).scrollIntoView());
      view.focus();
    },
    show(text) {
      const json = JSON.stringify(text);
      if (json === told) return;
      told = json;
      view.updateState(stateOf(text));
    },
    follow(textOf) {
      let { tr } = view.state;
      view.state.doc.descendants((node, pos) => {
        if (node.type !== schema.nodes.figure) return;
        const text = textOf(node.attrs.cell);
        if (text !== undefined && text !== node.attrs.text)
          tr = tr.setNodeMarkup(pos, null, { ...node.attrs, text }, node.marks);
      });
      if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false));
    },
    mark(quotes) {
      if (JSON.stringify(markKey.getState(view.state)) === JSON.stringify(quotes)) return;
      view.dispatch(view.state.tr.setMeta(markKey, quotes).setMeta('addToHistory', false));
    },
    mend(quote, number, cell, text) {
      const place = placeOf(view.state.doc, quote, number);
      if (!place) return;
      const node = cell ? schema.nodes.figure!.create({ cell, text }) : schema.text(text);
      view.dispatch(view.state.tr.replaceWith(place.from, place.to, node).scrollIntoView());
      view.focus();
    },
    destroy: () => view.destroy(),
  };
};
