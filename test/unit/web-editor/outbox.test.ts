import { expect, test } from 'vitest';
import type { ReportAnswer, SaveAnswer } from '../../../src/core/report/answers.ts';
import { nextBatch, patched, refuse, settle } from '../../../src/web/outbox/batch.ts';
import { type Change, type Entry, entryId } from '../../../src/web/outbox/entry.ts';

const report = 'lan/c/u';
const entry = (to: Change, base: number, token = 't'): Entry => ({
  ...to,
  id: entryId(report, to),
  report,
  person: 'lan',
  base,
  token,
  status: { kind: 'waiting' },
});
const cell = (column: string, amount: string): Change => ({
  what: 'cell',
  form: 'f',
  row: 'r',
  column,
  cell: { kind: 'amount', amount },
});
const words = (text: string): Change => ({
  what: 'words',
  section: 's',
  kind: 'text',
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const answer = (over: Partial<SaveAnswer>): SaveAnswer => ({
  state: 'drafting',
  at: 5,
  cells: [],
  words: [],
  conflicts: [],
  ...over,
});
const lookup = (entries: readonly Entry[]) => (id: string) => entries.find((e) => e.id === id);

test('a batch takes what waits, with the version it rests on; conflicts and refusals stay here', () => {
  const open = entry(cell('1', '4'), 3);
  const stuck: Entry = {
    ...entry(cell('2', '5'), 1),
    status: { kind: 'refused', code: 'report.malformedCell', details: {}, value: true },
  };
  const batch = nextBatch([open, stuck, entry(words('a'), 0)], 'key');
  expect(batch?.body.cells).toEqual([
    { form: 'f', row: 'r', column: '1', cell: { kind: 'amount', amount: '4' }, version: 3 },
  ]);
  expect(batch?.body.words).toMatchObject([{ section: 's', version: 0 }]);
  expect(nextBatch([stuck], 'key')).toBeUndefined();
});

test('saved leaves the outbox; typed again meanwhile stays and rests on the new version', () => {
  const sent = [entry(cell('1', '4'), 0, 'one'), entry(cell('2', '5'), 0, 'two')];
  const batch = nextBatch(sent, 'key')!;
  const now = [sent[0]!, entry(cell('2', '55'), 0, 'three')];
  const settled = settle(
    batch,
    answer({
      cells: [
        { form: 'f', row: 'r', column: '1', version: 1 },
        { form: 'f', row: 'r', column: '2', version: 1 },
      ],
    }),
    lookup(now),
  );
  expect(settled.gone).toEqual([{ id: sent[0]!.id, token: 'one', version: 1 }]);
  expect(settled.put).toEqual([{ ...now[1], base: 1 }]);
  expect(settled.saved.map((s) => s.version)).toEqual([1, 1]);
});

test('another value on the server is a conflict with both; the same value from a forgotten repeat is none', () => {
  const sent = [entry(cell('1', '4'), 0), entry(cell('2', '5'), 0), entry(words('a'), 2)];
  const batch = nextBatch(sent, 'key')!;
  const theirs = { form: 'f', row: 'r', note: null, version: 7, by: 'Hoa', at: 1 };
  const settled = settle(
    batch,
    answer({
      conflicts: [
        { what: 'cell', ...theirs, column: '1', cell: { kind: 'amount', amount: '9' } },
        { what: 'cell', ...theirs, column: '2', cell: { kind: 'amount', amount: '5' } },
        {
          what: 'words',
          section: 's',
          kind: 'text',
          doc: {
            content: [{ content: [{ text: 'a', type: 'text' }], type: 'paragraph' }],
            type: 'doc',
          },
          plain: 'a',
          version: 3,
          by: 'Hoa',
          at: 1,
        },
      ],
    }),
    lookup(sent),
  );
  expect(settled.put).toMatchObject([{ column: '1', status: { kind: 'conflict', theirs: { version: 7 } } }]);
  expect(settled.gone.map((g) => g.version)).toEqual([7, 3]);
});

test('a refusal that names a cell marks that one; one for the state of the report marks all, to try again', () => {
  const sent = [entry(cell('1', '4'), 0), entry(cell('2', '5'), 0)];
  const batch = nextBatch(sent, 'key')!;
  const named = refuse(
    batch,
    {
      kind: 'refusal',
      status: 409,
      code: 'report.unknownCell',
      details: { form: 'f', row: 'r', column: '2' },
    },
    lookup(sent),
  );
  expect(named).toMatchObject([{ column: '2', status: { code: 'report.unknownCell', value: true } }]);
  const invalid = refuse(
    batch,
    { kind: 'invalid', status: 400, issues: [{ path: 'body.cells.0.cell', message: '' }] },
    lookup(sent),
  );
  expect(invalid).toMatchObject([{ column: '1', status: { code: 'http.invalid', value: true } }]);
  const all = refuse(
    batch,
    { kind: 'refusal', status: 409, code: 'report.wrongState', details: {} },
    lookup(sent),
  );
  expect(all.map((e) => e.status)).toMatchObject([{ value: false }, { value: false }]);
});

test('the copy on this machine takes what was saved, so that a start without network rests on true versions', () => {
  const copy = {
    cells: [
      { form: 'f', row: 'r', column: '1', cell: { kind: 'empty' }, note: null, version: 1, by: 'x', at: 0 },
    ],
    words: [],
  } as unknown as ReportAnswer;
  const by = { by: 'Lan', at: 9 };
  const after = patched(copy, [
    { ...cell('1', '4'), version: 2, ...by },
    { ...words('a'), version: 1, ...by },
  ]);
  expect(after.cells).toMatchObject([{ cell: { amount: '4' }, version: 2, by: 'Lan' }]);
  expect(after.words).toMatchObject([{ section: 's', version: 1 }]);
  // The report was read again since: what it says is newer.
  expect(patched(after, [{ ...cell('1', '3'), version: 1, ...by }])).toBe(after);
});
