import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { ReportAnswer } from '../../core/report/answers.ts';
import { districtReport } from '../../server/documents/districtReport.ts';
import { requestLetter } from '../../server/documents/requestLetter.ts';
import { unitReport } from '../../server/documents/unitReport.ts';
import { renderWord } from '../../server/documents/word/renderWord.ts';
import { readFileByHash } from '../../server/evidence/files.ts';
import type { ReadContext } from '../../server/http/context.ts';
import { reportAnswer } from '../../server/report/views/answer.ts';
import { figuresBook } from './figures.ts';
import { type Folder, slug } from './folder.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Campaign = { readonly id: string; readonly title: string; readonly period_year: number | null };

/** The files of one unit's report: the stamped PDF and the evidence it cites. */
const filesOf = async (ctx: ReadContext, campaignId: string, unitId: string) => {
  const stamped = await ctx.db
    .selectFrom('report')
    .innerJoin('stored_file', 'stored_file.hash', 'report.stamped_file')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .select(['stored_file.hash', 'stored_file.name'])
    .execute();
  const cited = await ctx.db
    .selectFrom('evidence_citation as c')
    .innerJoin('evidence as e', 'e.id', 'c.evidence_id')
    .where('c.subject', '=', 'report')
    .where('c.subject_id', '=', campaignId)
    .where('c.unit_id', '=', unitId)
    .select(['e.file_hash as hash', 'e.file_name as name'])
    .distinct()
    .execute();
  return [...stamped, ...cited];
};

/** Keeps the end of a name that says what kind of file it is. */
const fileName = (name: string, hash: string): string => {
  const end = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';
  return `${slug(name.slice(0, name.length - end.length))}-${hash.slice(0, 8)}${end}`;
};

const putUnit = async (
  ctx: ReadContext,
  folder: Folder,
  at: string,
  campaignId: string,
  unitId: string,
): Promise<ReportAnswer> => {
  const report = await reportAnswer(ctx, campaignId, unitId);
  const place = `${at}/don-vi/${slug(report.unit.name)}-${unitId.slice(0, 8)}`;
  await folder.put(`${place}/bao-cao.json`, json(report));
  await folder.put(`${place}/bao-cao.docx`, await renderWord(await unitReport(ctx, campaignId, unitId)));
  for (const { hash, name } of await filesOf(ctx, campaignId, unitId))
    await folder.put(`${place}/tai-lieu/${fileName(name, hash)}`, await readFileByHash(ctx.services, hash));
  return report;
};

/** One request from its letter to the report of the authority, in a folder of its own. */
export const putCampaign = async (ctx: ReadContext, folder: Folder, campaign: Campaign): Promise<void> => {
  const at = `${campaign.period_year ?? 'chua-ro-nam'}-${slug(campaign.title)}-${campaign.id.slice(0, 8)}`;
  const row = await ctx.db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', campaign.id)
    .executeTakeFirstOrThrow();
  await folder.put(`${at}/yeu-cau.json`, json(row));
  await folder.put(`${at}/yeu-cau.docx`, await renderWord(await requestLetter(ctx, campaign.id)));
  const units = await ctx.db
    .selectFrom('report')
    .select('unit_id')
    .where('campaign_id', '=', campaign.id)
    .orderBy('unit_id')
    .execute();
  if (units.length === 0) return;
  const reports: ReportAnswer[] = [];
  for (const { unit_id } of units) reports.push(await putUnit(ctx, folder, at, campaign.id, unit_id));
  await folder.put(`${at}/so-lieu.xlsx`, await figuresBook(reports));
  await folder.put(`${at}/tong-hop.docx`, await renderWord(await districtReport(ctx, campaign.id)));
};

/** Who reads for the export: the program itself, in every office at once, for this reading only. */
export const reader = (
  units: readonly string[],
  services: ReadContext['services'],
  db: ReadContext['db'],
  now: number,
): ReadContext => {
  const roles = ['receiver', 'overseer', 'signer', 'preparer'] as const;
  const posts = units.flatMap((unitId) =>
    roles.map((role) => ({ unitId, role, validFrom: '0001-01-01', validTo: null })),
  );
  const person = { personId: NOBODY, name: 'cchc export', login: '', language: 'vi' as const };
  return {
    services,
    db,
    now,
    today: dayOfInstant(now),
    person: { ...person, sessionId: null, origin: null, posts, standIns: [] },
  };
};

const NOBODY = '00000000-0000-0000-0000-000000000000';
