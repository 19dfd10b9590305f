import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { plainText, type RichDoc, richTextProblem, saysNothing } from '../kernel/richText.ts';

/** Where a sentence comes from. Nothing stands in the report that no one wrote (G4). */
export type UnitSource = {
  readonly kind: 'unit';
  readonly unitId: string;
  readonly section: string;
  readonly role: 'lead' | 'partner' | 'unit';
  /** The words as the unit has them. */
  readonly quote: string;
};
export type PersonSource = {
  readonly kind: 'person';
  readonly personId: string;
  readonly name: string;
  readonly at: Instant;
};
export type Source = UnitSource | PersonSource;

export type WordsPiece = {
  readonly id: string;
  readonly kind: 'words';
  readonly doc: RichDoc;
  readonly sources: readonly Source[];
  /** Who last made it say other words than its source. */
  readonly edited: PersonSource | null;
};
/** A table of totals: its figures are those of the moment, or of the frozen version. */
export type TablePiece = { readonly id: string; readonly kind: 'table'; readonly form: string };
export type Piece = WordsPiece | TablePiece;

/** What an editor asks for; who wrote what is not the editor's to say. */
export type WantedPiece =
  | {
      readonly id: string;
      readonly kind: 'words';
      readonly doc: RichDoc;
      readonly sources: readonly UnitSource[];
    }
  | TablePiece;

const sameSource = (a: UnitSource, b: UnitSource): boolean =>
  a.unitId === b.unitId && a.section === b.section && a.quote === b.quote;

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
export const says = (text: string, quote: string): boolean => squeezed(text).includes(squeezed(quote));

const unitSources = (piece: Piece | undefined): readonly UnitSource[] =>
  piece?.kind === 'words' ? piece.sources.filter((s): s is UnitSource => s.kind === 'unit') : [];

const changedWords = (before: WordsPiece | undefined, doc: RichDoc): boolean =>
  before === undefined || plainText(before.doc) !== plainText(doc);

type Context = {
  readonly campaignId: string;
  readonly section: string;
  readonly me: { readonly personId: string; readonly name: string };
  readonly now: Instant;
  /** Whether the unit's section has these words now. */
  readonly said: (source: UnitSource) => boolean;
  readonly forms: readonly string[];
};

const MOST_PIECES = 400;

/** One piece as it will be kept, or why not. */
const kept = (
  wanted: WantedPiece,
  before: readonly Piece[],
  context: Context,
): { readonly piece: Piece } | { readonly refusal: Decision<never> } => {
  const { me, now } = context;
  if (wanted.kind === 'table')
    return context.forms.includes(wanted.form)
      ? { piece: wanted }
      : { refusal: refuse('consolidation.unknownTable', { form: wanted.form }) };
  const { doc } = wanted;
  if (richTextProblem(doc) !== undefined) return { refusal: refuse('consolidation.malformedWords') };
  const was = before.find((p): p is WordsPiece => p.id === wanted.id && p.kind === 'words');
  const stamp: PersonSource = { kind: 'person', ...me, at: now };
  if (wanted.sources.length === 0) {
    // A sentence whose sources were all taken away does not become one's own: it goes with them.
    if (unitSources(was).length > 0) return { refusal: refuse('consolidation.orphan', { piece: wanted.id }) };
    const own = was && !changedWords(was, doc) ? was.sources : [stamp];
    return { piece: { id: wanted.id, kind: 'words', doc, sources: own, edited: null } };
  }
  const stranger = wanted.sources.find(
    (s) => !unitSources(was).some((known) => sameSource(known, s)) && !context.said(s),
  );
  if (stranger) return { refusal: refuse('consolidation.sourceUnknown', { unitId: stranger.unitId }) };
  const differs = !wanted.sources.some((s) => squeezed(s.quote) === squeezed(plainText(doc)));
  const edited = !differs ? null : was && !changedWords(was, doc) ? was.edited : stamp;
  return { piece: { id: wanted.id, kind: 'words', doc, sources: wanted.sources, edited } };
};

const eachOnce = (pieces: readonly WantedPiece[]): boolean =>
  new Set(pieces.map((p) => p.id)).size === pieces.length;

/** Saves one section as a whole; a stale version is refused with what stands, nothing is overwritten (D2). */
export const writeSection = (
  current: { readonly version: number; readonly pieces: readonly Piece[] },
  wanted: { readonly version: number; readonly pieces: readonly WantedPiece[] },
  context: Context,
): { readonly decision: Decision<Fact>; readonly pieces: readonly Piece[] } => {
  const no = (decision: Decision<Fact>) => ({ decision, pieces: [] });
  if (wanted.version !== current.version)
    return no(
      refuse('consolidation.staleSection', {
        section: context.section,
        version: current.version,
        pieces: current.pieces,
      }),
    );
  if (wanted.pieces.length > MOST_PIECES || !eachOnce(wanted.pieces))
    return no(refuse('consolidation.malformedWords'));
  const pieces: Piece[] = [];
  for (const one of wanted.pieces) {
    // An empty sentence is no sentence.
    if (one.kind === 'words' && richTextProblem(one.doc) === undefined && saysNothing(one.doc)) continue;
    const result = kept(one, current.pieces, context);
    if ('refusal' in result) return no(result.refusal);
    pieces.push(result.piece);
  }
  return { decision: accept(writtenFact(context, current.version + 1, pieces)), pieces };
};

const writtenFact = (
  context: Pick<Context, 'campaignId' | 'section'>,
  version: number,
  pieces: readonly Piece[],
): Fact => ({
  type: 'consolidation.written',
  chain: chainOfCampaign(context.campaignId),
  campaignId: context.campaignId,
  data: { section: context.section, version, pieces: pieces.length },
});

/** Takes a unit's words out: a sentence that rests on nobody else goes too, so that no orphan is left (G4). */
const withoutUnit = (pieces: readonly Piece[], unitId: string): readonly Piece[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'table' || !unitSources(piece).some((s) => s.unitId === unitId)) return [piece];
    const left = piece.sources.filter((s) => s.kind !== 'unit' || s.unitId !== unitId);
    return left.length > 0 ? [{ ...piece, sources: left }] : [];
  });

export const dropUnit = (
  context: Pick<Context, 'campaignId' | 'section'>,
  current: { readonly version: number; readonly pieces: readonly Piece[] },
  unitId: string,
): { readonly decision: Decision<Fact>; readonly pieces: readonly Piece[] } => {
  const pieces = withoutUnit(current.pieces, unitId);
  return { decision: accept(writtenFact(context, current.version + 1, pieces)), pieces };
};

export type PieceProblem = { readonly piece: string; readonly code: 'no-source' | 'source-gone' };

/** What keeps a section from being frozen: words without a source, or whose source says something else by now. */
export const problemsOfPieces = (
  pieces: readonly Piece[],
  stands: (source: UnitSource) => boolean,
): readonly PieceProblem[] =>
  pieces.flatMap((piece): PieceProblem[] => {
    if (piece.kind === 'table') return [];
    if (piece.sources.length === 0) return [{ piece: piece.id, code: 'no-source' }];
    return unitSources(piece).every(stands) ? [] : [{ piece: piece.id, code: 'source-gone' }];
  });
