import { changesOf, feedText } from '../../../core/scoring/changes.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import { condText } from '../../../core/scoring/expressionText.ts';
import { type Line, linesOf, prepare } from '../../../core/scoring/prepare.ts';
import { ruleText } from '../../../core/scoring/ruleText.ts';
import type { SetAnswer, SetHead, SetLine, SetsAnswer } from '../../../core/scoring/setAnswers.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { myOffices } from './offices.ts';
import { findSet } from './setOf.ts';

export const headOf = (set: CriteriaSet, version: number): SetHead => {
  const lines = linesOf(prepare(set).areas);
  const count = (level: string): number => lines.filter((l) => l.criterion.level === level).length;
  return {
    id: set.id,
    title: set.title,
    year: set.year ?? 0,
    level: set.subjectLevel,
    version,
    decision: set.decision && { number: set.decision.number, day: set.decision.date },
    total: set.totalPoints,
    areas: count('area'),
    criteria: count('criterion'),
    components: count('component'),
  };
};

/** Criteria are public decisions: whoever signs in may read them; the receiving office keeps them. */
export const setsAnswer = async (ctx: ReadContext): Promise<SetsAnswer> => {
  const rows = await ctx.db
    .selectFrom('criteria_set')
    .innerJoin('criteria_version', (join) =>
      join
        .onRef('criteria_version.set_id', '=', 'criteria_set.id')
        .onRef('criteria_version.version', '=', 'criteria_set.current_version'),
    )
    .orderBy('criteria_set.year', 'desc')
    .orderBy('criteria_set.level')
    .orderBy('criteria_set.id')
    .limit(200)
    .select(['body', 'version'])
    .execute();
  const isOffice = (await myOffices(ctx)).length > 0;
  return {
    sets: rows.map((row) => headOf(row.body as unknown as CriteriaSet, row.version)),
    may: isOffice ? ['import', 'revise'] : [],
  };
};

const depthOf = (line: Line, set: CriteriaSet): number => {
  const above = line.parent === null ? undefined : prepare(set).byCode.get(line.parent);
  return above ? depthOf(above, set) + 1 : 0;
};

const presentLine = (line: Line, set: CriteriaSet): SetLine => {
  const c = line.criterion;
  return {
    code: c.code,
    name: c.name,
    depth: depthOf(line, set),
    maxPoints: c.maxPoints,
    role: line.role,
    rule: c.rule ? ruleText(c.rule, c.maxPoints ?? undefined) : '',
    ruleType: c.rule?.type ?? null,
    ruleSource: c.ruleSource ?? null,
    whenNil: c.whenNil ?? null,
    zeroWhen: c.zeroWhen ? condText(c.zeroWhen) : null,
    leadUnit: line.leadUnit ?? null,
    partners: line.partners,
    evidence: c.evidence,
    feed: c.feed ? feedText(c.feed) : null,
    addedBy: c.addedBy ?? null,
  };
};

export const setAnswer = async (ctx: ReadContext, setId: string, version?: number): Promise<SetAnswer> => {
  const stored = await findSet(ctx, setId, version === undefined ? {} : { version });
  if (!stored) throw notFound('criteria-set');
  const before = await findSet(ctx, setId, { version: stored.version - 1 });
  const versions = await ctx.db
    .selectFrom('criteria_version')
    .leftJoin('person', 'person.id', 'criteria_version.made_by')
    .where('set_id', '=', setId)
    .orderBy('version', 'desc')
    .select(['criteria_version.version', 'made_at', 'person.name', 'reason', 'decision_number'])
    .execute();
  const { set } = stored;
  const isOffice = (await myOffices(ctx)).length > 0;
  return {
    set: headOf(set, stored.version),
    lines: prepare(set).lines.map((line) => presentLine(line, set)),
    versions: versions.map((v) => ({
      version: v.version,
      at: v.made_at,
      by: v.name,
      reason: v.reason,
      decision: v.decision_number,
    })),
    changes: before ? changesOf(before.set, set) : [],
    classes: set.classes,
    notes: set.notes,
    may: isOffice ? ['revise'] : [],
  };
};
