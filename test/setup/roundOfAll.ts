import type { RoundAnswer, SheetAnswer, SheetLine } from '../../src/core/scoring/roundAnswers.ts';
import type { Client } from './client.ts';
import type { TestServer } from './server.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An answer that every kind of rule of the demonstration's set understands, worse for a larger `lost`. */
const answerOf = (l: SheetLine, lost: number): unknown => {
  const choices = l.asked?.choices ?? [];
  const choice = choices[Math.min(choices.length - 1, lost > 12 ? 1 : 0)];
  if (choice) return { kind: 'given', values: {}, choice: choice.id };
  if (l.asked?.parts.length)
    return {
      kind: 'given',
      values: {},
      parts: Object.fromEntries(
        l.asked.parts.map((p) => [p.id, { kind: 'given', values: {}, choice: 'yes' }]),
      ),
    };
  return {
    kind: 'given',
    values: Object.fromEntries(
      (l.asked?.fields ?? []).map((f) => [f.name, f.name === 'count' ? '0' : String(100 - (lost % 23))]),
    ),
  };
};

/**
 * A round of the demonstration's communes in which every unit but the named ones is appraised to the end: what each of
 * them answered is written as it would be kept, and worked out by the program.
 */
export const roundOfAll = async (
  server: TestServer,
  office: Client,
  except: readonly string[] = [],
): Promise<string> => {
  const opened = await office.post<RoundAnswer>('/api/rounds', {
    setId: 'cao-loc-xa-2024',
    title: 'Chấm điểm Chỉ số CCHC cấp xã năm 2024',
  });
  const { id } = opened.body.round;
  const units = opened.body.units.filter((u) => !except.includes(u.unitId));
  const [first] = units;
  if (!first) throw new Error('no units');
  const sheet = (await office.get<SheetAnswer>(`/api/rounds/${id}/units/${first.unitId}`)).body;
  const by = await server.owner
    .selectFrom('person')
    .where('login', '=', 'quan')
    .select('id')
    .executeTakeFirstOrThrow();
  const lines = sheet.lines.filter((l) => l.kind === 'rule');
  for (const [u, unit] of units.entries())
    await server.owner
      .insertInto('index_mark')
      .values(
        lines.map((l, i) => ({
          round_id: id,
          unit_id: unit.unitId,
          stage: 'self',
          hand: NOBODY,
          criterion: l.code,
          answer: JSON.stringify(answerOf(l, (u * 7 + i * 5) % 29)),
          words: 'Có báo cáo kèm theo',
          changed_by: by.id,
          changed_at: new Date('2024-02-20T02:00:00Z'),
        })),
      )
      .execute();
  await server.owner
    .updateTable('index_subject')
    .set({ stage: 'done' })
    .where('round_id', '=', id)
    .where(
      'unit_id',
      'in',
      units.map((u) => u.unitId),
    )
    .execute();
  await office.post(`/api/rounds/${id}/context`, { values: {} });
  return id;
};
