import { accept, type Decision, type Refusal, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';
import { withoutMarks } from '../kernel/search.ts';

/** How a person cites a document of office (NĐ 30/2020/NĐ-CP): number and symbol, day, issuer, abstract. */
export type EvidenceDetails = {
  /** 'Số, ký hiệu' as printed: 05/KH-UBND. Empty where the paper bears none: a photograph, a record. */
  readonly number: string;
  readonly day: Day | null;
  readonly issuer: string;
  readonly abstract: string;
  readonly pages: number | null;
};

/** A document that a unit keeps, as the rules know it. */
export type Evidence = {
  readonly id: string;
  readonly unitId: string;
  readonly version: number;
  readonly details: EvidenceDetails;
  readonly withdrawn: boolean;
  readonly cited: number;
};

export type KeptFile = { readonly hash: string; readonly name: string; readonly size: number };

/** One chain a unit: keeping papers never waits for somebody's report. */
const chainOfUnit = (unitId: string): string => `evidence:${unitId}`;

const fact = (type: string, unitId: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: chainOfUnit(unitId),
  unitId,
  data,
});

const wrongDetails = (details: EvidenceDetails): Refusal | undefined =>
  details.abstract.trim() === '' ? { code: 'evidence.abstractMissing' } : undefined;

/** Keeps a new document. The same file again is not a second document: the one that stands is answered. */
export const add = (unitId: string, id: string, file: KeptFile, details: EvidenceDetails): Decision<Fact> => {
  const wrong = wrongDetails(details);
  if (wrong) return refuse(wrong.code);
  return accept(fact('evidence.added', unitId, { evidenceId: id, ...file, ...details }));
};

export const change = (evidence: Evidence, version: number, details: EvidenceDetails): Decision<Fact> => {
  if (evidence.version !== version) return refuse('evidence.stale', { abstract: evidence.details.abstract });
  const wrong = wrongDetails(details);
  if (wrong) return refuse(wrong.code);
  return accept(
    fact('evidence.changed', evidence.unitId, {
      evidenceId: evidence.id,
      abstract: details.abstract,
      before: evidence.details,
      after: details,
    }),
  );
};

/** What somebody rests on stays; the bytes are kept in any case, the journal names their hash. */
export const withdraw = (evidence: Evidence): Decision<Fact> =>
  evidence.cited > 0
    ? refuse('evidence.citedStill', { n: evidence.cited })
    : accept(
        fact('evidence.withdrawn', evidence.unitId, {
          evidenceId: evidence.id,
          abstract: evidence.details.abstract,
        }),
      );

/** The antivirus found later what it could not look at when the file came: it stays kept and is opened no more. */
export const infected = (unitId: string, evidenceId: string, abstract: string, threat: string): Fact =>
  fact('evidence.infected', unitId, { evidenceId, abstract, threat });

/** What is looked for is found without marks and case, every character taken literally (J8). */
export const searchText = (details: EvidenceDetails, fileName: string): string =>
  withoutMarks([details.number, details.issuer, details.abstract, fileName].join('\n'));
