import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Kysely, sql, type Transaction } from 'kysely';
import { fileExported, READING_LASTS_MS, reportRead } from '../../core/audit/watch.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import type { Fact } from '../../core/kernel/fact.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import type { Person, Services } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';

const OF_A_REPORT = '/api/reports/:campaignId/:unitId';

type Params = { readonly campaignId?: string; readonly unitId?: string };

/** The Vietnamese name of a file where its header has one (RFC 6266). */
const fileName = (disposition: string): string => {
  const whole = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return whole ? decodeURIComponent(whole) : (/filename="([^"]*)"/.exec(disposition)?.[1] ?? '');
};

/** True for the first of many readings within ten minutes, whichever process is asked. */
const beginsReading = async (
  trx: Transaction<DB>,
  person: Person,
  campaignId: string,
  unitId: string,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into reading (person_id, campaign_id, unit_id, at)
    values (${person.personId}, ${campaignId}, ${unitId}, now())
    on conflict (person_id, campaign_id, unit_id) do update set at = excluded.at
      where reading.at < now() - make_interval(secs => ${READING_LASTS_MS / 1000})
    returning 1`.execute(trx);
  return rows.length > 0;
};

/**
 * What nobody changed leaves a trace as well (J3): a reading of another unit's report, and every file that leaves the
 * program. It is written before the answer goes out: what cannot be put in the journal is not shown. A hook on all
 * routes, so that no route can forget it.
 */
export const watchReadings = (app: FastifyInstance, services: Services): void => {
  const keep = async (request: FastifyRequest, person: Person, fact: Fact): Promise<void> => {
    await inTransaction(services.db as Kysely<DB>, async (trx) => {
      const { campaignId = '', unitId = '' } = fact;
      if (fact.type === 'report.read' && !(await beginsReading(trx, person, campaignId, unitId))) return;
      await appendFacts(trx, [fact], person, request.businessNow, Date.now());
    });
  };
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload) => {
    const { person } = request;
    const route = request.routeOptions.url;
    if (!person || !route || reply.statusCode !== 200) return payload;
    const { campaignId, unitId } = (request.params ?? {}) as Params;
    const disposition = reply.getHeader('content-disposition');
    if (typeof disposition === 'string' && disposition.startsWith('attachment'))
      await keep(request, person, fileExported({ campaignId, unitId }, fileName(disposition), route));
    else if (request.method === 'GET' && route.startsWith(OF_A_REPORT) && campaignId && unitId)
      if (rolesAt(person, unitId, dayOfInstant(request.businessNow)).size === 0)
        // Who holds a post there or stands in reads the own report.
        await keep(request, person, reportRead(campaignId, unitId));
    return payload;
  });
};
