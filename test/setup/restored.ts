import { verifyChains } from '../../src/server/audit/verify.ts';
import { findSealKey, unseal } from '../../src/server/database/seal.ts';
import { connected } from './command.ts';

/** What a restore adds of its own: its fact, ended sessions, secrets sealed anew, held letters, and when the steps of the schema were taken. */
const OWN = [
  'fact',
  'chain_head',
  'session',
  'password_reset',
  'second_factor',
  'outgoing_mail',
  'migration',
];
export const withoutOwn = (content: Record<string, string>) =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !OWN.includes(name)));

/** The facts of a kind, and whether the journal they stand in is whole. */
export const factsOf = (url: string, type: string) =>
  connected(url, async ({ db }) => {
    const facts = await db.selectFrom('fact').selectAll().where('type', '=', type).execute();
    return { facts, found: (await verifyChains(db)).found };
  });

/** What the telephone was given once, as a program of that place reads it. */
export const secretIn = (place: { CCHC_DATA: string; DATABASE_URL: string }) =>
  connected(place.DATABASE_URL, async ({ db }) => {
    const row = await db.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow();
    return unseal(findSealKey({ dataFolder: place.CCHC_DATA }), row.person_id, row.secret);
  });
