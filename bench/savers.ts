import { sql } from 'kysely';
import type { Database } from '../src/server/database/connect.ts';
import { editorsOf } from './editors.ts';
import type { Signer } from './signers.ts';

const CLERKS = 64;
const PLACE = { form: 'dossier', row: 'ho-tich', column: '4' };

/**
 * Clerks who type while others send: so many saves of one cell a second, through all processes in turn, until it is
 * ended. Their units are taken out of those that send.
 */
export const crowdOfSavers = async (
  owner: Database,
  campaignId: string,
  urls: readonly string[],
  aSecond: number,
  signers: Signer[],
): Promise<{ end(): Promise<{ took: readonly number[]; errors: readonly string[] }> }> => {
  const [took, errors]: [number[], string[]] = [[], []];
  if (aSecond === 0) return { end: async () => ({ took, errors }) };
  const editors = await editorsOf(owner, campaignId, CLERKS);
  const theirs = new Set(editors.map((e) => e.unitId));
  signers.splice(0, signers.length, ...signers.filter((s) => !theirs.has(s.unitId)));
  const { rows } = await sql<{ unit_id: string; version: number }>`
    select unit_id, version from cell where campaign_id = ${campaignId} and form_id = ${PLACE.form}
      and row_id = ${PLACE.row} and column_id = ${PLACE.column} and unit_id = any(${[...theirs]}::uuid[])`.execute(
    owner,
  );
  const versions = new Map(rows.map((r) => [r.unit_id, r.version]));
  let ended = false;
  let turn = 0;
  const pause = (CLERKS * 1000) / aSecond;
  const work = editors.map(async (editor, i) => {
    // Not all in the same moment.
    await new Promise((resolve) => setTimeout(resolve, (pause * i) / CLERKS));
    while (!ended) {
      const began = performance.now();
      const n = turn++;
      const version = versions.get(editor.unitId) ?? 0;
      const answer = await fetch(`${urls[n % urls.length]}${editor.path}/save`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${editor.token}`,
          'content-type': 'application/json',
          'idempotency-key': `rush-${editor.unitId}-${version}`,
        },
        body: JSON.stringify({ cells: [{ ...PLACE, cell: { kind: 'amount', amount: String(n) }, version }] }),
      });
      const body = (await answer.json()) as { cells?: { version: number }[] };
      const now = body.cells?.[0]?.version;
      if (now === undefined) errors.push(`${answer.status} ${JSON.stringify(body).slice(0, 200)}`);
      else versions.set(editor.unitId, now);
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, pause - (performance.now() - began))));
    }
  });
  return {
    end: async () => {
      ended = true;
      await Promise.all(work);
      return { took, errors };
    },
  };
};
