import type { TestServer } from './server.ts';

type Place = { readonly form: string; readonly row: string; readonly column: string };

/** Every commune's report of a campaign with one figure in it, and the means to count them as sent. */
export const communesOf = async (
  server: TestServer,
  campaignId: string,
  { form, row, column }: Place,
  amount: string,
) => {
  const communes = await server.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaignId)
    .where('unit.kind', '=', 'commune')
    .select('unit_id')
    .execute();
  const person = server.db.selectFrom('person').where('login', '=', 'lan').select('id');
  const { id: by } = await person.executeTakeFirstOrThrow();
  const at = new Date();
  const common = { campaign_id: campaignId, form_id: form, row_id: row, column_id: column };
  const figure = { scope: 'commune', kind: 'amount', amount, changed_by: by, changed_at: at };
  await server.owner
    .insertInto('cell')
    .values(communes.map(({ unit_id }) => ({ ...common, ...figure, unit_id })))
    .execute();
  const ids = communes.map((c) => c.unit_id);
  const send = (units: readonly string[]) =>
    server.owner
      .updateTable('report')
      .set({ state: 'submitted', submitted_at: at, signed_by: by })
      .where('campaign_id', '=', campaignId)
      .where('unit_id', 'in', units)
      .execute();
  return { ids, send };
};
