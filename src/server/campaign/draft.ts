import { uuidv7 } from 'uuidv7';
import { EMPTY_REQUEST } from '../../core/campaign/request.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import type { UnitKind } from '../../core/directory/unit.ts';
import { accept } from '../../core/kernel/decision.ts';
import { chainOfCampaign } from '../../core/kernel/fact.ts';
import { readLetter } from '../../core/letter/read.ts';
import { requestFromLetter } from '../../core/letter/toRequest.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { columnsOf } from './store.ts';
import { unitsUnder } from './units.ts';
import { calendarOf } from './views/calendar.ts';

/** The office the draft is made in: where the person receives reports, by the letter's own word if it names one. */
const receivingOffice = async (ctx: WriteContext) => {
  const post = ctx.person.posts.find((p) => rolesAt(ctx.person, p.unitId, ctx.today).has('receiver'));
  if (!post) throw forbidden({ verb: 'edit' });
  const unit = await ctx.trx
    .selectFrom('unit')
    .select(['id', 'parent_id'])
    .where('id', '=', post.unitId)
    .executeTakeFirstOrThrow();
  return { receiverId: unit.id, authorityId: unit.parent_id ?? unit.id };
};

/** Begins a request from the text of a letter; nothing is sent, and nothing the letter does not say is guessed. */
export const draftCampaign = async (
  ctx: WriteContext,
  text: string | null,
  fileName: string | null,
): Promise<string> => {
  const { receiverId, authorityId } = await receivingOffice(ctx);
  const template = await ctx.trx
    .selectFrom('template')
    .select(['id', 'version'])
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (!template) throw refused('campaign.noTemplate');
  const units = await unitsUnder(ctx, authorityId);
  const reading = text ? readLetter(text) : null;
  const request = reading
    ? requestFromLetter(reading, units as { id: string; name: string; kind: UnitKind }[])
    : EMPTY_REQUEST;
  const id = uuidv7();
  await ctx.trx
    .insertInto('campaign')
    .values({
      id,
      authority_unit_id: authorityId,
      receiver_unit_id: receiverId,
      template_id: template.id,
      template_version: template.version,
      state: 'draft',
      letter: reading ? JSON.stringify({ fileName, reading }) : null,
      drafted_by: ctx.person.personId,
      created_at: new Date(ctx.now),
      ...columnsOf(request, await calendarOf(ctx)),
    })
    .execute();
  await record(
    ctx,
    accept({ type: 'campaign.drafted', chain: chainOfCampaign(id), campaignId: id, data: { fileName } }),
  );
  return id;
};
