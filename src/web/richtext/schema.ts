import { Schema } from 'prosemirror-model';

/** The schema of core/kernel/richText.ts, as the editor needs it: nothing that a Word paste could smuggle in. */
const cellAttrs = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  align: { default: null },
} as const;

const ALIGN = ['left', 'center', 'right'];

const readCell = (dom: HTMLElement) => ({
  colspan: Math.min(40, Math.max(1, Number(dom.getAttribute('colspan')) || 1)),
  rowspan: Math.min(2000, Math.max(1, Number(dom.getAttribute('rowspan')) || 1)),
  align: ALIGN.find((a) => a === dom.getAttribute('align')) ?? null,
});

const cell = (tag: 'td' | 'th') => ({
  content: '(paragraph | bullet_list | ordered_list)+',
  attrs: cellAttrs,
  isolating: true,
  parseDOM: [{ tag, getAttrs: readCell }],
  toDOM: (node: { attrs: Record<string, unknown> }) => {
    const { colspan, rowspan, align } = node.attrs;
    return [
      tag,
      {
        ...(colspan === 1 ? {} : { colspan: String(colspan) }),
        ...(rowspan === 1 ? {} : { rowspan: String(rowspan) }),
        ...(align ? { align: String(align) } : {}),
      },
      0,
    ] as const;
  },
});

export const schema = new Schema({
  nodes: {
    doc: { content: '(paragraph | bullet_list | ordered_list | table)+' },
    paragraph: { content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: { content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      content: 'list_item+',
      attrs: { order: { default: 1 } },
      parseDOM: [
        {
          tag: 'ol',
          getAttrs: (dom) => ({
            order: Math.min(10_000, Math.max(1, Number((dom as HTMLElement).getAttribute('start')) || 1)),
          }),
        },
      ],
      toDOM: (node) => (node.attrs.order === 1 ? ['ol', 0] : ['ol', { start: String(node.attrs.order) }, 0]),
    },
    list_item: {
      content: 'paragraph (paragraph | bullet_list | ordered_list)*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    table: {
      content: 'table_row+',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', { class: 'pmt' }, ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)+',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    table_cell: cell('td'),
    table_header: cell('th'),
    text: { group: 'inline' },
    /** A figure of a table of the same report; it follows the table. */
    figure: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { cell: {}, text: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-cell]',
          getAttrs: (dom) => {
            const span = dom as HTMLElement;
            return { cell: span.dataset.cell ?? '', text: span.textContent ?? '' };
          },
        },
      ],
      toDOM: (node) => ['span', { class: 'fig', 'data-cell': node.attrs.cell }, node.attrs.text || '…'],
      leafText: (node) => node.attrs.text,
    },
    /** A paper that the report rests on, cited in the words. */
    evidence: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { id: {}, text: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-evidence]',
          getAttrs: (dom) => {
            const span = dom as HTMLElement;
            return { id: span.dataset.evidence ?? '', text: span.textContent ?? '' };
          },
        },
      ],
      toDOM: (node) => ['span', { class: 'cite', 'data-evidence': node.attrs.id }, node.attrs.text],
      leafText: (node) => node.attrs.text,
    },
  },
  marks: {
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'i' }, { tag: 'em' }],
      toDOM: () => ['em', 0],
    },
    underline: {
      parseDOM: [{ tag: 'u' }],
      toDOM: () => ['u', 0],
    },
  },
});
