import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/documents/prosemirror.ts';
import {
  EMPTY_DOC,
  isDoc,
  normalizeDoc,
  plainText,
  type RichDoc,
  richTextProblem,
  saysNothing,
} from '../../../src/core/kernel/richText.ts';

const p = (text: string, marks: string[] = []) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}) }],
});
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const cell = (text: string, type = 'table_cell', attrs?: object) => ({
  type,
  ...(attrs ? { attrs } : {}),
  content: [p(text)],
});

const rich = doc(
  p('Đã ban hành 03 văn bản', ['strong', 'em']),
  {
    type: 'bullet_list',
    content: [
      {
        type: 'list_item',
        content: [
          p('Tuyên truyền'),
          {
            type: 'ordered_list',
            attrs: { order: 3 },
            content: [{ type: 'list_item', content: [p('loa thôn')] }],
          },
        ],
      },
    ],
  },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Giải quyết ' },
      { type: 'figure', attrs: { cell: 'tthc.done', text: '2.126' } },
    ],
  },
  {
    type: 'table',
    content: [
      { type: 'table_row', content: [cell('TT', 'table_header'), cell('Số hồ sơ', 'table_header')] },
      { type: 'table_row', content: [cell('Một'), cell('2.126')] },
    ],
  },
) as unknown as RichDoc;

describe('a rich text', () => {
  it('is accepted as the editor writes it', () => {
    expect(richTextProblem(rich)).toBeUndefined();
    expect(isDoc(EMPTY_DOC)).toBe(true);
  });

  it('cites a paper in the words: its text goes wherever the words go, and nothing else may ride along', () => {
    const cited = (attrs: object) =>
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Theo ' },
          { type: 'evidence', attrs },
        ],
      });
    const good = cited({ id: 'e1', text: '05/KH-UBND ngày 20/01/2024' }) as unknown as RichDoc;
    expect(richTextProblem(good)).toBeUndefined();
    expect(plainText(good)).toBe('Theo 05/KH-UBND ngày 20/01/2024');
    expect(blocksOf(good)).toMatchObject([
      {
        kind: 'paragraph',
        inlines: [{ text: 'Theo ' }, { kind: 'text', text: '05/KH-UBND ngày 20/01/2024' }],
      },
    ]);
    expect(richTextProblem(cited({ id: 'e1', text: 'x', cell: 'a' }))).toBe('richText.badAttributes');
    expect(richTextProblem(cited({ text: 'x' }))).toBe('richText.badText');
  });

  it.each([
    ['no document', null, 'richText.notDoc'],
    ['a list at the top', [], 'richText.notDoc'],
    ['an unknown node', doc({ type: 'image', attrs: { src: 'x' } }), 'richText.unknownNode'],
    ['a name of the language itself', doc({ type: 'constructor' }), 'richText.unknownNode'],
    ['an unknown mark', doc(p('a', ['link'])), 'richText.unknownMark'],
    [
      'a mark with attributes',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'em', attrs: {} }] }] }),
      'richText.unknownMark',
    ],
    ['the same mark twice', doc(p('a', ['em', 'em'])), 'richText.unknownMark'],
    ['unknown attributes', doc({ type: 'paragraph', attrs: { style: 'x' } }), 'richText.badAttributes'],
    [
      'a span of a thousand columns',
      doc({
        type: 'table',
        content: [{ type: 'table_row', content: [cell('a', 'table_cell', { colspan: 1000 })] }],
      }),
      'richText.badAttributes',
    ],
    ['words outside a paragraph', doc({ type: 'text', text: 'a' }), 'richText.badContent'],
    ['an empty list', doc({ type: 'bullet_list', content: [] }), 'richText.badContent'],
    ['nothing at all', doc(), 'richText.badContent'],
    ['an empty word', doc(p('')), 'richText.badText'],
    ['a control character', doc(p('a\u0000b')), 'richText.badText'],
    ['half a letter', doc(p('a\ud800')), 'richText.badText'],
    [
      'a figure without its cell',
      doc({ type: 'paragraph', content: [{ type: 'figure', attrs: { text: '1' } }] }),
      'richText.badText',
    ],
    [
      'more words than a report has',
      doc(p('a'.repeat(150_000)), p('a'.repeat(150_000))),
      'richText.tooLarge',
    ],
    [
      'more nodes than a report has',
      doc(...Array.from({ length: 25_000 }, () => ({ type: 'paragraph' }))),
      'richText.tooLarge',
    ],
  ])('refuses %s', (_name, json, problem) => {
    expect(richTextProblem(json)).toBe(problem);
  });

  it('refuses lists deeper than anyone reads, without exhausting the stack', () => {
    let node: unknown = p('đáy');
    for (let i = 0; i < 50_000; i++)
      node = { type: 'bullet_list', content: [{ type: 'list_item', content: [node] }] };
    expect(richTextProblem(doc(node))).toBe('richText.tooDeep');
  });

  it('reads as plain text', () => {
    expect(plainText(rich)).toBe(
      'Đã ban hành 03 văn bản\n- Tuyên truyền\n  3. loa thôn\nGiải quyết 2.126\nTT\tSố hồ sơ\nMột\t2.126',
    );
  });

  it('says nothing when only its frame is there', () => {
    expect(saysNothing(EMPTY_DOC)).toBe(true);
    expect(
      saysNothing(
        doc({ type: 'bullet_list', content: [{ type: 'list_item', content: [p('  ')] }] }) as RichDoc,
      ),
    ).toBe(true);
    expect(saysNothing(rich)).toBe(false);
  });

  it('is kept in NFC', () => {
    const nfd = 'Chỉ số cải cách'.normalize('NFD');
    expect(plainText(normalizeDoc(doc(p(nfd)) as RichDoc))).toBe('Chỉ số cải cách');
  });
});

describe('blocks of a rich text', () => {
  it('keep marks, figures, sub-lists and numbering', () => {
    const [first, list, figure, table] = blocksOf(rich);
    expect(first).toEqual({
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: 'Đã ban hành 03 văn bản', bold: true, italic: true }],
    });
    expect(list).toEqual({
      kind: 'list',
      ordered: false,
      items: [
        {
          inlines: [{ kind: 'text', text: 'Tuyên truyền' }],
          sub: {
            kind: 'list',
            ordered: true,
            start: 3,
            items: [{ inlines: [{ kind: 'text', text: 'loa thôn' }] }],
          },
        },
      ],
    });
    expect(figure).toMatchObject({ inlines: [{}, { kind: 'figure', cell: 'tthc.done', text: '2.126' }] });
    expect(table).toMatchObject({ kind: 'table', columns: [{ align: 'left' }, { align: 'right' }] });
    expect(table).toMatchObject({ head: [{ cells: [{}, {}] }], rows: [{ cells: [{}, {}] }] });
  });

  it('drop empty paragraphs, which would leave holes on the page', () => {
    expect(blocksOf(EMPTY_DOC)).toEqual([]);
  });

  it('count columns through spans, and repeat no heading that reaches into the rows', () => {
    const [table] = blocksOf(
      doc({
        type: 'table',
        content: [
          {
            type: 'table_row',
            content: [
              cell('Lĩnh vực', 'table_header', { rowspan: 2 }),
              cell('Hồ sơ', 'table_header', { colspan: 2 }),
            ],
          },
          { type: 'table_row', content: [cell('Mới'), cell('Cũ')] },
          { type: 'table_row', content: [cell('a'), cell('1'), cell('2')] },
        ],
      }) as RichDoc,
    );
    expect(table).toMatchObject({ kind: 'table', head: [] });
    expect(table?.kind === 'table' && table.columns.length).toBe(3);
    expect(table?.kind === 'table' && table.rows.length).toBe(3);
  });
});
