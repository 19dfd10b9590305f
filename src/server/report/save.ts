import { isDoc, plainText } from '../../core/kernel/richText.ts';
import type { SaveAnswer } from '../../core/report/answers.ts';
import { progressOf } from '../../core/report/gaps.ts';
import { save } from '../../core/report/save.ts';
import type { SaveWire } from '../../core/report/wire.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { addPreparer, setProgress, writeCells, writeWords } from './store.ts';
import { type Contents, contentsOf, filledOf, placesOf, sectionsOf } from './views/contents.ts';

type At = { readonly campaignId: string; readonly unitId: string };

const stale = <T extends { readonly version: number }>(theirs: T | undefined, base: number): T | undefined =>
  (theirs?.version ?? 0) === base ? undefined : theirs;

/**
 * Saves a batch of changes: all that rest on the value that still stands, in one transaction with their fact. A stale
 * change is refused alone and answered with the value that stands; nothing is overwritten silently (D1 D2).
 */
export const saveReport = async (
  ctx: WriteContext,
  at: At,
  wire: SaveWire,
  verb: 'edit' | 'bring-in' = 'edit',
): Promise<SaveAnswer> => {
  const loaded = await lockFor(ctx, at, verb);
  const sections = await sectionsOf(ctx, loaded);
  // What somebody was typing when its part was taken out is kept with the rest of that part (A8).
  const places = await placesOf(ctx, loaded, sections);
  const before = await contentsOf(ctx, at.campaignId, at.unitId);
  const cellAt = new Map(before.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c]));
  const wordsAt = new Map(before.words.map((w) => [w.section, w]));

  const words = wire.words.map((w) => {
    const doc = w.kind === 'nil' ? null : (w.doc ?? null);
    if (doc !== null && !isDoc(doc)) throw refused('report.malformedWords', { section: w.section }, 400);
    return {
      section: w.section,
      kind: w.kind,
      version: w.version,
      doc,
      plain: doc === null ? '' : plainText(doc),
    };
  });
  const conflicts: SaveAnswer['conflicts'][number][] = [];
  const freshCells = wire.cells.filter((c) => {
    const theirs = stale(cellAt.get(`${c.form}/${c.row}/${c.column}`), c.version);
    if (theirs) conflicts.push({ what: 'cell', ...theirs });
    return !theirs;
  });
  const freshWords = words.filter((w) => {
    const theirs = stale(wordsAt.get(w.section), w.version);
    if (theirs) conflicts.push({ what: 'words', ...theirs });
    return !theirs;
  });

  const decision = save(loaded.report, places, { cells: freshCells, words: freshWords }, ctx.person.personId);
  if (!decision.ok || freshCells.length + freshWords.length > 0) await record(ctx, decision);

  const forms = places.flatMap((s) => s.forms);
  await writeCells(
    ctx,
    at,
    freshCells.map((c) => ({
      ...c,
      version: cellAt.get(`${c.form}/${c.row}/${c.column}`)?.version ?? 0,
      note: c.note ?? cellAt.get(`${c.form}/${c.row}/${c.column}`)?.note ?? null,
      scope: forms.find((f) => f.id === c.form)?.scope ?? 'commune',
    })),
  );
  await writeWords(
    ctx,
    at,
    freshWords.map((w) => ({ ...w, version: wordsAt.get(w.section)?.version ?? 0 })),
  );

  const state = loaded.report.state === 'not-opened' ? 'drafting' : loaded.report.state;
  if (freshCells.length + freshWords.length > 0) {
    // The receiving office copies what the unit prepared.
    if (verb === 'edit') await addPreparer(ctx, at);
    await setProgress(ctx, at, progressOf(sections, filledOf(after(before, freshCells, freshWords))), state);
  }
  return {
    state,
    at: ctx.now,
    cells: freshCells.map((c) => ({
      form: c.form,
      row: c.row,
      column: c.column,
      version: (cellAt.get(`${c.form}/${c.row}/${c.column}`)?.version ?? 0) + 1,
    })),
    words: freshWords.map((w) => ({
      section: w.section,
      version: (wordsAt.get(w.section)?.version ?? 0) + 1,
    })),
    conflicts,
  };
};

/** The contents with the changes in them, without reading them back. */
const after = (
  before: Contents,
  cells: readonly SaveWire['cells'][number][],
  words: readonly { readonly section: string; readonly kind: 'text' | 'nil'; readonly plain: string }[],
): Contents => {
  const changed = new Set(cells.map((c) => `${c.form}/${c.row}/${c.column}`));
  const rewritten = new Set(words.map((w) => w.section));
  const stamp = { note: null, version: 0, by: '', at: 0 };
  return {
    reasons: before.reasons,
    cells: [
      ...before.cells.filter((c) => !changed.has(`${c.form}/${c.row}/${c.column}`)),
      ...cells.map((c) => ({ form: c.form, row: c.row, column: c.column, cell: c.cell, ...stamp })),
    ],
    words: [
      ...before.words.filter((w) => !rewritten.has(w.section)),
      ...words.map((w) => ({ ...w, doc: null, ...stamp })),
    ],
  };
};
