import { expect } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { type Doc, doc, fillAndPass, signSeen, type theCampaign } from './campaign.ts';
import { type Client, signIn } from './client.ts';
import type { TestServer } from './server.ts';

type Place = {
  readonly server: TestServer;
  readonly campaign: Awaited<ReturnType<typeof theCampaign>>;
  /** Who receives. */
  readonly mai: Client;
};

const holder = async ({ server, campaign }: Place, unit: string, role: string): Promise<Client> => {
  const { login } = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.role', '=', role)
    .where('post.unit_id', '=', campaign.unit(unit))
    .select('person.login')
    .executeTakeFirstOrThrow();
  return signIn(server.url, login);
};

const rewrite = async (preparer: Client, path: string, section: string, text: string): Promise<void> => {
  const { body } = await preparer.get<ReportAnswer>(path);
  const version = body.words.find((w) => w.section === section)?.version ?? 0;
  const words: { section: string; kind: 'text'; doc: Doc; version: number }[] = [
    { section, kind: 'text', doc: doc(text), version },
  ];
  expect((await preparer.post(`${path}/save`, { cells: [], words })).status).toBe(200);
};

/** Words that say something in every section: a report of one line each is nearly empty and has to be read. */
const substance = async (preparer: Client, path: string): Promise<void> => {
  const { body } = await preparer.get<ReportAnswer>(path);
  const cells = body.cells
    .filter((c) => c.cell.kind === 'nil')
    .map((c) => ({ form: c.form, row: c.row, column: c.column, version: c.version }))
    .map((at) => ({ ...at, cell: { kind: 'amount', amount: '0' } }));
  expect((await preparer.post(`${path}/save`, { cells, words: [] })).status).toBe(200);
};

/** Sent, returned with one remark at a section, answered, changed in the sections named, and sent again. */
export const sentAgain = async (
  place: Place,
  unit: string,
  sections: readonly string[],
  full = true,
): Promise<string> => {
  const { campaign, mai } = place;
  const path = campaign.path(unit);
  const [preparer, signer] = [await holder(place, unit, 'preparer'), await holder(place, unit, 'signer')];
  await fillAndPass(preparer, path);
  if (full) {
    expect((await signer.post(`${path}/send-back`, { reason: 'Điền số liệu thật.' })).status).toBe(200);
    await substance(preparer, path);
    expect((await preparer.post(`${path}/pass-to-sign`)).status).toBe(200);
  }
  expect((await signSeen(signer, path)).status).toBe(200);
  await mai.post(`${path}/begin-receiving`);
  const returned = await mai.post(`${path}/return`, {
    pins: [
      { place: { kind: 'section', section: 's6' }, reason: 'unclear', sentence: 'Chưa rõ ai phụ trách.' },
    ],
    resendBy: instantAt('2024-02-29', 16),
  });
  expect(returned.body.state).toBe('returned');
  await preparer.post(`${path}/pins/1/answer`, { answer: 'Đã ghi rõ người phụ trách.' });
  for (const section of sections)
    await rewrite(
      preparer,
      path,
      section,
      `Giao đồng chí Phó Chủ tịch phụ trách, báo cáo hằng tháng (${section}).`,
    );
  expect((await preparer.post(`${path}/pass-to-sign`)).status).toBe(200);
  expect((await signSeen(signer, path)).body.state).toBe('submitted');
  return campaign.unit(unit);
};
