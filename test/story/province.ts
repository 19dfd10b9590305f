import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Template } from '../../src/core/template/template.ts';
import type { Database } from '../../src/server/database/connect.ts';

export type Province = { readonly id: string; readonly campaignId: string };

/** The level above in the same system: a province that asks the district for its own report in the same window. */
export const addProvince = async (owner: Database, campaignId: string): Promise<Province> => {
  const [province, upper] = [randomUUID(), randomUUID()];
  const { body } = await owner
    .selectFrom('template')
    .innerJoin('campaign', (j) =>
      j
        .onRef('campaign.template_id', '=', 'template.id')
        .onRef('campaign.template_version', '=', 'template.version'),
    )
    .where('campaign.id', '=', campaignId)
    .select('body')
    .executeTakeFirstOrThrow();
  const below = body as unknown as Template;
  const dossier = below.forms.find((f) => f.id === 'dossier-area');
  if (!dossier) throw new Error('no form of the whole area');
  const template: Template = {
    id: 'tinh',
    version: 1,
    title: 'Báo cáo của huyện',
    outlines: [
      {
        id: 'district',
        title: 'Đề cương của UBND huyện',
        kinds: ['district'],
        sections: [
          {
            id: 'h1',
            number: 'I',
            title: 'Kết quả cải cách thủ tục hành chính',
            words: true,
            scope: 'area',
            area: 'TTHC',
            forms: ['bieu-huyen'],
          },
          {
            id: 'h2',
            number: 'II',
            title: 'Kiến nghị, đề xuất',
            words: true,
            optional: true,
            scope: 'area',
          },
        ],
      },
    ],
    forms: [{ ...dossier, id: 'bieu-huyen' }],
  };
  await sql`
    insert into unit (id, kind, name, letterhead, place, symbol, signer_position, valid_from)
    values (${province}, 'province', 'Tỉnh Lạng Sơn', 'UBND TỈNH LẠNG SƠN', 'Lạng Sơn', 'UBND', 'CHỦ TỊCH', '2020-01-01')`.execute(
    owner,
  );
  await sql`insert into template (id, version, title, body, published_at)
    values ('tinh', 1, ${template.title}, ${JSON.stringify(template)}::jsonb, now())`.execute(owner);
  await sql`
    insert into campaign (id, authority_unit_id, receiver_unit_id, template_id, template_version, state, title, request,
      period_kind, period_index, period_year, window_from, window_to, deadline, number, symbol, document_day,
      drafted_by, created_at, issued_at)
    select ${upper}, ${province}, ${province}, 'tinh', 1, 'issued', 'Báo cáo của huyện gửi UBND tỉnh', request,
      period_kind, period_index, period_year, window_from, window_to, deadline + interval '7 days', number, symbol,
      document_day, drafted_by, created_at, issued_at
    from campaign where id = ${campaignId}`.execute(owner);
  await sql`
    insert into report (campaign_id, unit_id, outline, template_id, template_version, changed_at)
    select ${upper}, authority_unit_id, 'district', 'tinh', 1, issued_at from campaign where id = ${campaignId}`.execute(
    owner,
  );
  return { id: province, campaignId: upper };
};

export const givePost = async (
  owner: Database,
  login: string,
  unitId: string,
  role: string,
): Promise<void> => {
  await sql`insert into post (id, person_id, unit_id, role, title, valid_from)
    select ${randomUUID()}, id, ${unitId}, ${role}, 'Chức vụ thử', '2020-01-01' from person where login = ${login}`.execute(
    owner,
  );
};
