import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/directory/roles.ts';
import { type Stance, stancesToward } from '../../src/core/directory/stance.ts';
import { MAY_READ, WHO_MAY } from '../../src/core/report/allow.ts';
import { REPORT_VERBS, type ReportVerb } from '../../src/core/report/states.ts';
import { MAY_READ_SHEET, SUBJECT_VERBS, type SubjectVerb, WHO_SCORES } from '../../src/core/scoring/round.ts';
import type { RoundAnswer } from '../../src/core/scoring/roundAnswers.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
const people = new Map<string, Client>();
const LOGINS = ['lan', 'hung', 'thu', 'mai', 'nga', 'binh', 'vanthu', 'quan'];
const UNITS = [
  'Xã Bảo Lâm',
  'Xã Lộc Yên',
  'Xã Thụy Hùng',
  'Phòng Tài chính - Kế hoạch',
  'Phòng Nội vụ',
  'Văn phòng HĐND và UBND huyện',
];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of LOGINS) people.set(login, await signIn(server.url, login));
  campaign = await theCampaign(people.get('mai')!);
});
afterAll(() => server?.close());

// Each with a body that the rule behind the door refuses, so that nothing moves while the matrix is walked.
const ASK: Record<ReportVerb, readonly [string, unknown]> = {
  acknowledge: ['acknowledge', { foreign: true }],
  edit: ['save', { cells: [{ form: 'x', row: 'x', column: 'x', cell: { kind: 'nil' }, version: 0 }] }],
  'pass-to-sign': ['pass-to-sign', undefined],
  'send-back': ['send-back', { reason: '' }],
  sign: ['sign', { contentHash: '0'.repeat(64) }],
  submit: ['submit', undefined],
  withdraw: ['withdraw', undefined],
  answer: ['pins/99/answer', { answer: '' }],
  'begin-receiving': ['begin-receiving', undefined],
  receive: ['receive', undefined],
  return: ['return', { pins: [], resendBy: null }],
  register: ['register', { number: 'x', symbol: 'x', day: '2024-02-28' }],
  'bring-in': [
    'bring-in',
    {
      cells: [{ form: 'x', row: 'x', column: 'x', cell: { kind: 'nil' }, version: 0 }],
      file: { name: 'x.xlsx', hash: '0'.repeat(64) },
    },
  ],
  extend: ['extend', { until: null, documentNumber: '', documentDay: '', reason: '' }],
};

const known = new Map<string, Promise<ReadonlySet<Stance>>>();
const stancesOf = (login: string, unitId: string): Promise<ReadonlySet<Stance>> => {
  const key = `${login} ${unitId}`;
  const found = known.get(key) ?? findStances(login, unitId);
  known.set(key, found);
  return found;
};
const findStances = async (login: string, unitId: string): Promise<ReadonlySet<Stance>> => {
  const posts = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('login', '=', login)
    .select(['unit_id', 'role', 'valid_from', 'valid_to'])
    .execute();
  const row = await server.db
    .selectFrom('campaign')
    .where('id', '=', campaign.id)
    .selectAll()
    .executeTakeFirstOrThrow();
  return stancesToward(
    {
      personId: login,
      standIns: [],
      posts: posts.map((p) => ({
        unitId: p.unit_id,
        role: p.role as Role,
        validFrom: p.valid_from,
        validTo: p.valid_to,
      })),
    },
    { unitId, receiverUnitId: row.receiver_unit_id, authorityUnitIds: [row.authority_unit_id] },
    '2024-02-28',
  );
};

const everyLogin = (ask: (login: string) => Promise<void>) => Promise.all(LOGINS.map(ask));

describe('J1: role × action × unit', () => {
  it('a door is shut with 403 exactly where no post opens it', async () => {
    // What moves a report comes last: by then every other door was tried in the state it stood in.
    const moving: ReportVerb[] = ['acknowledge', 'begin-receiving', 'receive', 'withdraw'];
    const order = [...REPORT_VERBS.filter((v) => !moving.includes(v)), ...moving];
    const wrong: string[] = [];
    let asked = 0;
    for (const verb of order)
      for (const unit of UNITS)
        await everyLogin(async (login) => {
          const [route, body] = ASK[verb];
          const answer = await people
            .get(login)!
            .post(`/api/reports/${campaign.id}/${campaign.unit(unit)}/${route}`, body);
          const stances = await stancesOf(login, campaign.unit(unit));
          const open = WHO_MAY[verb].some((s) => stances.has(s)) && MAY_READ.some((s) => stances.has(s));
          const shut = answer.status === 403;
          asked++;
          if (shut === open || (shut && answer.body.code !== 'access.forbidden'))
            wrong.push(`${login} ${verb} ${unit}: ${answer.status} ${answer.body.code}`);
        });
    expect(wrong).toEqual([]);
    expect(asked).toBe(REPORT_VERBS.length * UNITS.length * LOGINS.length);
  });

  it('reading a report is for its unit, the receiving office and those who oversee; a missing report answers alike', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const unit of UNITS)
      await everyLogin(async (login) => {
        const answer = await people.get(login)!.get(`/api/reports/${campaign.id}/${campaign.unit(unit)}`);
        const stances = await stancesOf(login, campaign.unit(unit));
        expect([unit, login, answer.status]).toEqual([
          unit,
          login,
          MAY_READ.some((s) => stances.has(s)) ? 200 : 403,
        ]);
        const documents = await people
          .get(login)!
          .get(`/api/reports/${campaign.id}/${campaign.unit(unit)}/document.docx`);
        expect(documents.status).toBe(answer.status);
      });
    const missing = await people.get('lan')!.get(`/api/reports/${campaign.id}/${nowhere}`);
    const foreign = await people.get('lan')!.get(campaign.path('Xã Lộc Yên'));
    expect([missing.status, missing.body]).toEqual([foreign.status, foreign.body]);
  });

  it('scoring, rounds, sets, tasks and low marks: each verb is open to its posts and to nobody else', async () => {
    const opened = await people.get('mai')!.post<RoundAnswer>('/api/rounds', {
      setId: 'cao-loc-xa-2024',
      title: 'Chấm điểm Chỉ số CCHC cấp xã năm 2024',
    });
    const round = opened.body.round.id;
    const communes = UNITS.filter((name) => name.startsWith('Xã '));
    const mark = { marks: [{ criterion: 'không có', answer: null, words: 'x', version: 0 }] };
    const ofSubject: Record<SubjectVerb, unknown> = {
      score: mark,
      appraise: mark,
      explain: mark,
      'lock-self': { version: 999 },
      'lock-appraisal': { version: 999 },
      'lock-explanation': { version: 999 },
    };
    const wrong: string[] = [];
    const judge = (who: string, open: boolean, answer: { status: number; body: { code?: string } }): void => {
      const shut = answer.status === 403;
      if (shut === open || (shut && answer.body.code !== 'access.forbidden'))
        wrong.push(`${who}: ${answer.status} ${answer.body.code}`);
    };
    for (const verb of SUBJECT_VERBS)
      for (const unit of communes)
        for (const login of LOGINS) {
          const unitId = campaign.unit(unit);
          const stances = await stancesOf(login, unitId);
          const answer = await people
            .get(login)!
            .post(`/api/rounds/${round}/units/${unitId}/${verb}`, ofSubject[verb]);
          const open =
            WHO_SCORES[verb].some((s) => stances.has(s)) && MAY_READ_SHEET.some((s) => stances.has(s));
          judge(`${login} ${verb} ${unit}`, open, answer);
        }
    // Of a round and of sets: the receiving office and nobody else; each asked for what its rule refuses.
    const nobody = '00000000-0000-7000-8000-000000000000';
    const ofOffice: readonly (readonly [string, unknown])[] = [
      [`/api/rounds/${round}/survey`, { results: [{ unitId: nobody, criterion: '7.2.1', answer: '1' }] }],
      [`/api/rounds/${round}/version`, { setVersion: 99 }],
      [`/api/rounds/${round}/publish`, { number: '1/QĐ-UBND', day: '2024-02-28' }],
      [`/api/rounds/${round}/decision`, undefined],
      ['/api/rounds', { setId: 'cao-loc-xa-2024', title: 'Lần nữa' }],
      ['/api/criteria-sets', { set: {}, reason: '' }],
      ['/api/criteria-sets/cao-loc-xa-2024/effort', { criterion: 'không có', effort: 'low' }],
      ['/api/remediation/threshold', { year: 2023, share: '2' }],
    ];
    const isOffice = (login: string): boolean => ['mai', 'nga'].includes(login);
    for (const [path, body] of ofOffice)
      for (const login of LOGINS)
        judge(`${login} ${path}`, isOffice(login), await people.get(login)!.post(path, body));
    const task = await server.db
      .selectFrom('task_unit')
      .where('unit_id', '=', campaign.unit('Xã Bảo Lâm'))
      .select('task_id')
      .executeTakeFirstOrThrow();
    const progress = { version: 999, status: null, progress: null, result: '', owner: '' };
    const remedy = {
      version: 999,
      owner: '',
      due: null,
      cause: '',
      measure: '',
      result: '',
      evidence: '',
      status: 'open',
    };
    const low = await server.db
      .selectFrom('published_mark')
      .where('unit_id', '=', campaign.unit('Xã Bảo Lâm'))
      .select(['year', 'criterion_id'])
      .executeTakeFirstOrThrow();
    for (const login of LOGINS) {
      const unitId = campaign.unit('Xã Bảo Lâm');
      const open = (await stancesOf(login, unitId)).has('preparer');
      judge(
        `${login} progress`,
        open,
        await people.get(login)!.post(`/api/tasks/${task.task_id}/units/${unitId}/progress`, progress),
      );
      judge(
        `${login} remedy`,
        open,
        await people.get(login)!.post(`/api/remediation/${unitId}/${low.year}/${low.criterion_id}`, remedy),
      );
    }
    expect(wrong).toEqual([]);
  });
});
