import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';

/**
 * Statements that are asked with nearly every request are planned once for each connection instead of each time:
 * planning them costs more than running them. They say so themselves, right behind their first word, and their text
 * may not vary with what is asked: each text is a plan that every connection keeps.
 */
export const KEPT = sql.raw('/* kept */');

const MARKED = /^\s*(?:select|with|insert|update) \/\* kept \*\//;

/** The plan is gone, or bears another's name (a pooler between that hands out connections), or rests on an older table. */
const LOST = new Set(['26000', '42P05']);
export const isLost = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return LOST.has(code ?? '') || (code === '0A000' && /cached plan/.test(message ?? ''));
};

const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
};

type Ask = (text: unknown, values?: unknown, callback?: unknown) => Promise<unknown>;

/** Lets the connections of one pool keep the plans of marked statements, until a pooler between shows that they cannot. */
export const keepPlans = (): ((client: pg.PoolClient) => void) => {
  let possible = true;
  return (client) => {
    const ask = client.query.bind(client) as Ask;
    const keeping: Ask = (text, values, callback) => {
      if (!possible || typeof text !== 'string' || callback !== undefined || !MARKED.test(text))
        return ask(text, values, callback);
      return ask({ name: nameOf(text), text, values }).catch((error: unknown) => {
        if (!isLost(error)) throw error;
        possible = false;
        // Nothing has happened yet. Inside a transaction the database says that it is over, and that is done again.
        return ask(text, values).catch(() => {
          throw error;
        });
      });
    };
    client.query = keeping as pg.PoolClient['query'];
  };
};
