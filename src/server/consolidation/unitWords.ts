import { sql } from 'kysely';
import { says, type UnitSource } from '../../core/consolidation/draft.ts';
import type { SourceSection } from '../../core/consolidation/outline.ts';
import type { ReadContext } from '../http/context.ts';
import type { Opened } from './open.ts';

export type UnitWords = {
  readonly unitId: string;
  readonly name: string;
  readonly state: string;
  readonly section: string;
  readonly role: SourceSection['role'];
  readonly doc: unknown;
  readonly plain: string;
};

/** Where a partner's part stands among the sections of units, before its report is sent. */
const contributionSection = (area: string): string => `contribution:${area}`;

const leadsIn = (opened: Opened, unitId: string, source: SourceSection): boolean =>
  source.role === 'unit' ||
  source.area === null ||
  opened.leads.some((l) => l.unitId === unitId && l.area === source.area && l.part === source.role);

/** What units wrote in the sections of their outlines that feed one section of the draft; only what was sent. */
export const wordsFor = async (
  ctx: ReadContext,
  opened: Opened,
  area: string | null,
  sources: readonly SourceSection[],
): Promise<UnitWords[]> => {
  const { rows } = await sql<{
    unit_id: string;
    name: string;
    state: string;
    section_id: string;
    doc: unknown;
    plain: string;
  }>`
    select n.unit_id, unit.name, report.state, n.section_id, n.doc, n.plain
    from narrative n join report using (campaign_id, unit_id) join unit on unit.id = n.unit_id
    where n.campaign_id = ${opened.id} and n.kind = 'text' and n.plain <> ''
      and n.section_id = any(${sources.map((s) => s.section)}::text[])
      and report.state in ('submitted', 'received') and report.released_at is null
    order by unit.name collate "vi-x-icu"`.execute(ctx.db);
  const written = rows.flatMap((r): UnitWords[] => {
    const source = sources.find((s) => s.section === r.section_id);
    if (!source || !leadsIn(opened, r.unit_id, source)) return [];
    const { unit_id: unitId, section_id: section, ...words } = r;
    return [{ unitId, section, role: source.role, ...words }];
  });
  if (area === null) return written;
  const given = await sql<{ unit_id: string; name: string; plain: string }>`
    select c.unit_id, unit.name, c.plain from contribution c join unit on unit.id = c.unit_id
    where c.campaign_id = ${opened.id} and c.area = ${area} and c.plain <> ''`.execute(ctx.db);
  return [
    ...given.rows.map((c) => ({
      unitId: c.unit_id,
      name: c.name,
      state: 'given',
      section: contributionSection(area),
      role: 'partner' as const,
      doc: null,
      plain: c.plain,
    })),
    ...written,
  ];
};

/** Whether units have the quoted words now, for the sources of several pieces at once. */
export const saidNow = async (
  ctx: ReadContext,
  opened: Opened,
  sources: readonly UnitSource[],
): Promise<(source: UnitSource) => boolean> => {
  if (sources.length === 0) return () => false;
  const units = [...new Set(sources.map((s) => s.unitId))];
  const sections = [...new Set(sources.map((s) => s.section))];
  const { rows } = await sql<{ unit_id: string; section_id: string; plain: string }>`
    select n.unit_id, n.section_id, n.plain from narrative n join report using (campaign_id, unit_id)
    where n.campaign_id = ${opened.id} and report.state in ('submitted', 'received') and report.released_at is null
      and n.unit_id = any(${units}::uuid[]) and n.section_id = any(${sections}::text[])
    union all
    select unit_id, 'contribution:' || area, plain from contribution
    where campaign_id = ${opened.id} and unit_id = any(${units}::uuid[])`.execute(ctx.db);
  const plain = new Map(rows.map((r) => [`${r.unit_id}/${r.section_id}`, r.plain]));
  return (s) => says(plain.get(`${s.unitId}/${s.section}`) ?? '', s.quote);
};
