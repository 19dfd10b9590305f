import { rolesAt } from '../../core/directory/roles.ts';
import type { WaitingLine } from '../../core/registry/answers.ts';
import type { ReadContext } from '../http/context.ts';

/** Drafts of bodies that the person signs for, and signed documents of bodies whose book the person keeps. */
export const waitingFor = async (ctx: ReadContext): Promise<WaitingLine[]> => {
  const { person, today } = ctx;
  const held = [...new Set([...person.posts, ...person.standIns].map((one) => one.unitId))];
  if (held.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('outgoing_document as d')
    .innerJoin('unit as u', 'u.id', 'd.unit_id')
    .where('d.unit_id', 'in', held)
    .where('d.state', 'in', ['draft', 'signed'])
    .select(['d.id', 'd.unit_id', 'u.name', 'd.subject', 'd.state'])
    .orderBy('d.drafted_at')
    .execute();
  return rows.flatMap((row): WaitingLine[] => {
    const verb = row.state === 'draft' ? 'sign' : 'issue';
    const role = verb === 'sign' ? 'signer' : 'registry';
    return rolesAt(person, row.unit_id, today).has(role)
      ? [{ id: row.id, unitId: row.unit_id, unit: row.name, subject: row.subject, verb }]
      : [];
  });
};
