import { isDoc, plainText } from '../../core/kernel/richText.ts';
import { WHO_MAY } from '../../core/report/allow.ts';
import type { SaveAnswer } from '../../core/report/answers.ts';
import { progressAfter, progressOf } from '../../core/report/gaps.ts';
import { asksPrevious } from '../../core/report/previous.ts';
import { save } from '../../core/report/save.ts';
import type { SaveWire } from '../../core/report/wire.ts';
import { asksAgain } from '../database/retry.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, Refused, refused } from '../http/failures.ts';
import type { ClientKey } from '../http/write.ts';
import { linkFacts } from '../record/facts.ts';
import { lockFor } from './permit.ts';
import { type Contents, contentsOf, filledOf } from './views/contents.ts';
import { lately } from './views/previous.ts';
import { type Standing, standingOf } from './views/standing.ts';
import { Overtaken, writeSave } from './writeSave.ts';

type At = { readonly campaignId: string; readonly unitId: string };

const placeOf = (c: { readonly form: string; readonly row: string; readonly column: string }): string =>
  `${c.form}/${c.row}/${c.column}`;

const readWords = (wire: SaveWire) =>
  wire.words.map((w) => {
    const doc = w.kind === 'nil' ? null : (w.doc ?? null);
    if (doc !== null && !isDoc(doc)) throw refused('report.malformedWords', { section: w.section }, 400);
    const plain = doc === null ? '' : plainText(doc);
    return { section: w.section, kind: w.kind, version: w.version, doc, plain };
  });
type FreshWords = ReturnType<typeof readWords>[number];

/** What of a batch rests on the value that still stands, and what does not (D2). */
const sorted = (wire: SaveWire, before: Contents) => {
  const cellAt = new Map(before.cells.map((c) => [placeOf(c), c]));
  const wordsAt = new Map(before.words.map((w) => [w.section, w]));
  const cells = wire.cells.filter((c) => (cellAt.get(placeOf(c))?.version ?? 0) === c.version);
  const words = readWords(wire).filter((w) => (wordsAt.get(w.section)?.version ?? 0) === w.version);
  return { cells, words, cellAt, wordsAt };
};

/** Stale changes with the value that stands, who wrote it and when; read only when there is one. */
const conflictsOf = async (
  ctx: ReadContext,
  at: At,
  wire: SaveWire,
  fresh: { readonly cells: readonly unknown[]; readonly words: readonly { readonly section: string }[] },
): Promise<SaveAnswer['conflicts']> => {
  if (fresh.cells.length === wire.cells.length && fresh.words.length === wire.words.length) return [];
  const stand = await contentsOf(ctx, at.campaignId, at.unitId);
  const stale = wire.cells.filter((c) => !fresh.cells.includes(c));
  const words = wire.words.filter((w) => !fresh.words.some((f) => f.section === w.section));
  return [
    ...stand.cells
      .filter((c) => stale.some((s) => placeOf(s) === placeOf(c)))
      .map((c) => ({ what: 'cell' as const, ...c })),
    ...stand.words
      .filter((w) => words.some((s) => s.section === w.section))
      .map((w) => ({ what: 'words' as const, ...w })),
  ];
};

/** The contents with the changes in them, without reading them back. */
const after = (
  before: Contents,
  cells: readonly SaveWire['cells'][number][],
  words: readonly FreshWords[],
): Contents => {
  const changed = new Set(cells.map(placeOf));
  const rewritten = new Set(words.map((w) => w.section));
  const stamp = { note: null, version: 0, by: '', at: 0 };
  return {
    reasons: before.reasons,
    cited: before.cited,
    cells: [
      ...before.cells.filter((c) => !changed.has(placeOf(c))),
      ...cells.map((c) => ({ form: c.form, row: c.row, column: c.column, cell: c.cell, ...stamp })),
    ],
    words: [
      ...before.words.filter((w) => !rewritten.has(w.section)),
      ...words.map((w) => ({ ...w, ...stamp })),
    ],
  };
};

/** One go: read, decide, write in one statement. Throws Overtaken when somebody was quicker in between. */
const attempt = async (
  ctx: ReadContext,
  at: At,
  wire: SaveWire,
  key: ClientKey | undefined,
  verb: 'edit' | 'bring-in',
  whole: boolean,
): Promise<SaveAnswer> => {
  const change = {
    forms: [...new Set(wire.cells.map((c) => c.form))],
    sections: wire.words.map((w) => w.section),
  };
  const standing: Standing = await standingOf(ctx, at, change, key?.key, whole);
  const { loaded, known, contents } = standing;
  if (key && known) {
    if (known.hash !== key.hash || known.route !== key.route)
      throw refused('http.keyReused', { key: key.key }, 422);
    return known.response as SaveAnswer;
  }
  if (!WHO_MAY[verb].some((s) => loaded.stances.has(s))) throw forbidden({ verb });
  const { cells, words, cellAt, wordsAt } = sorted(wire, contents);
  const decision = save(loaded.report, standing.places, { cells, words }, ctx.person.personId);
  if (!decision.ok) throw new Refused(decision.refusal);
  const judged = (whole ? standing.outline : standing.touched).flatMap((s) => s.forms);
  const previous = asksPrevious(judged) ? await lately(ctx, loaded) : null;
  const now = filledOf(after(contents, cells, words), previous);
  const progress = whole
    ? progressOf(standing.outline, now)
    : progressAfter(standing.progress, standing.outline, standing.touched, now);
  // The first save of a report, and one of a part that came later: all is counted once.
  if (!progress) return attempt(ctx, at, wire, key, verb, true);
  const conflicts = await conflictsOf(ctx, at, wire, { cells, words });
  const answer: SaveAnswer = {
    state: loaded.report.state === 'not-opened' ? 'drafting' : loaded.report.state,
    at: ctx.now,
    cells: cells.map(({ form, row, column }) => ({
      ...{ form, row, column },
      version: (cellAt.get(placeOf({ form, row, column }))?.version ?? 0) + 1,
    })),
    words: words.map((w) => ({
      section: w.section,
      version: (wordsAt.get(w.section)?.version ?? 0) + 1,
    })),
    conflicts,
  };
  const changes = cells.length + words.length > 0;
  const head = standing.head ?? { seq: 0, hash: '' };
  const chain = decision.facts[0]?.chain ?? '';
  const forms = standing.places.flatMap((s) => s.forms);
  await writeSave(ctx, at, {
    key,
    answer,
    begun: standing.head !== null,
    head,
    facts: changes ? linkFacts(chain, head, decision.facts, ctx.person, ctx.now, Date.now()) : [],
    cells: cells.map((c) => {
      const before = cellAt.get(placeOf(c));
      return {
        ...{ form: c.form, row: c.row, column: c.column, cell: c.cell, version: before?.version ?? 0 },
        note: c.note ?? null,
        scope: forms.find((f) => f.id === c.form)?.scope ?? 'commune',
      };
    }),
    words: words.map((w) => ({ ...w, version: wordsAt.get(w.section)?.version ?? 0 })),
    // The receiving office copies what the unit prepared.
    newPreparer: verb === 'edit' && !loaded.report.preparers.includes(ctx.person.personId),
    progress,
  });
  return answer;
};

const ATTEMPTS = 30;

/**
 * Saves a batch of changes: all that rest on the value that still stands, in one transaction with their fact; nothing
 * is overwritten silently (D1 D2). It is what a clerk's machine asks most often, so it is one reading and one writing
 * statement, and the second is the whole transaction: it goes through only while the report's chain of facts is where
 * the reading found it, else both are done again (docs/decisions/0016-one-statement-saves.md).
 */
export const saveReport = async (
  ctx: ReadContext,
  at: At,
  wire: SaveWire,
  key?: ClientKey,
): Promise<SaveAnswer> => {
  for (let turn = 1; ; turn++) {
    try {
      return await attempt(ctx, at, wire, key, 'edit', false);
    } catch (error) {
      const again = error instanceof Overtaken || asksAgain(error);
      if (!again || turn === ATTEMPTS) throw error;
      // Those who met once must not meet again in step.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * turn));
    }
  }
};

/** The same inside a longer transaction, which holds the report meanwhile: nobody can be quicker. */
export const saveHeld = async (
  ctx: WriteContext,
  at: At,
  wire: SaveWire,
  verb: 'edit' | 'bring-in' = 'edit',
): Promise<SaveAnswer> => {
  await lockFor(ctx, at, verb);
  return attempt(ctx, at, wire, undefined, verb, false);
};
