import { sql } from 'kysely';
import type { MailSettings, Services } from '../http/context.ts';
import { type Composed, composeDigest } from './digestDue.ts';
import { composeWork } from './remindWork.ts';
import { handOver, type Letter, NotWanted, RefusedForGood } from './smtp.ts';

type Claimed = Letter & {
  readonly attempts: number;
  readonly digest: boolean;
  /** Whose letter about work it is; null: it is about reports. */
  readonly workOf: string | null;
};

/** Longer than every wait of one hand-over together; queue times are real time, never the business clock. */
const LEASE = '3 minutes';
/** Minutes until the next try: some fifteen hours in all, then a person decides. */
const WAITS = [1, 5, 15, 60, 120, 240, 480] as const;
const MOST_ATTEMPTS = WAITS.length + 1;

const UNKNOWN =
  'Chương trình dừng đúng lúc đang giao thư nên chưa rõ máy chủ thư đã nhận. Hỏi người nhận rồi gửi lại nếu cần.';

/** Letters of a process that died: before the first byte they wait again, after it a person decides. */
const takeOver = async ({ db }: Services): Promise<void> => {
  await sql`update outgoing_mail set state = 'waiting', lease_until = null
    where state = 'sending' and lease_until < now()`.execute(db);
  await sql`update outgoing_mail set state = 'dead', lease_until = null, ended_at = now(), last_error = ${UNKNOWN}
    where state = 'handed' and lease_until < now()`.execute(db);
};

/** The next letter that is due, for this process alone; others pass by it. */
const claim = async ({ db }: Services): Promise<Claimed | undefined> => {
  const { rows } = await sql<Claimed>`
    update outgoing_mail set state = 'sending', attempts = attempts + 1, lease_until = now() + ${LEASE}::interval
    where id = (
      select id from outgoing_mail where state = 'waiting' and next_at <= now()
      order by next_at, id limit 1 for update skip locked)
    returning id, address, subject, body, attempts, digest_day is not null as digest,
        case when work_day is not null then person_id end as "workOf"`.execute(db);
  return rows[0];
};

/**
 * Committed before the first byte of the content leaves, and only while the report is still owed: reminders stop the
 * second it is sent (F1). The number of the attempt is the proof that the letter is still ours.
 */
const mayGo = async ({ db }: Services, letter: Claimed): Promise<boolean> => {
  const { rows } = await sql`
    update outgoing_mail as m set state = 'handed' from report as r
    where m.id = ${letter.id} and m.state = 'sending' and m.attempts = ${letter.attempts}
      and r.campaign_id = m.campaign_id and r.unit_id = m.unit_id and r.state not in ('submitted', 'received')
      and r.released_at is null
    returning m.id`.execute(db);
  return rows.length === 1;
};

/** The same for the letter of a day: only while everything that it speaks of is still owed. */
const mayGoOfDay = async ({ db }: Services, letter: Claimed, { of }: Composed): Promise<boolean> => {
  const { rows } = await sql`
    update outgoing_mail as m set state = 'handed'
    where m.id = ${letter.id} and m.state = 'sending' and m.attempts = ${letter.attempts}
      and not exists (
        select 1 from report r
        join unnest(${of.map((o) => o.campaignId)}::uuid[], ${of.map((o) => o.unitId)}::uuid[]) o (campaign_id, unit_id)
          on r.campaign_id = o.campaign_id and r.unit_id = o.unit_id
        where r.state in ('submitted', 'received') or r.released_at is not null)
    returning m.id`.execute(db);
  return rows.length === 1;
};

/** A letter about work: its words were written of what is owed just before. */
const mayGoOfWork = async ({ db }: Services, letter: Claimed): Promise<boolean> => {
  const { rows } = await sql`update outgoing_mail set state = 'handed'
    where id = ${letter.id} and state = 'sending' and attempts = ${letter.attempts} returning id`.execute(db);
  return rows.length === 1;
};

const end = async (
  { db }: Services,
  letter: Claimed,
  state: 'sent' | 'not-needed' | 'dead',
  error: string | null,
): Promise<void> => {
  await sql`update outgoing_mail set state = ${state}, lease_until = null, ended_at = now(), last_error = ${error}
    where id = ${letter.id} and attempts = ${letter.attempts} and state in ('sending', 'handed')`.execute(db);
};

const tryLater = async ({ db }: Services, letter: Claimed, error: string): Promise<void> => {
  const minutes = WAITS[letter.attempts - 1] ?? 480;
  await sql`update outgoing_mail set state = 'waiting', lease_until = null, last_error = ${error},
      next_at = now() + ${minutes} * interval '1 minute'
    where id = ${letter.id} and attempts = ${letter.attempts} and state in ('sending', 'handed')`.execute(db);
};

/** A report of the letter was sent while the letter was on its way: it is written anew, at once. */
const writeAnew = async ({ db }: Services, letter: Claimed): Promise<void> => {
  await sql`update outgoing_mail set state = 'waiting', lease_until = null, attempts = attempts - 1
    where id = ${letter.id} and attempts = ${letter.attempts} and state = 'sending'`.execute(db);
};

type Words = { readonly subject: string; readonly body: string };

const keepWords = async ({ db }: Services, letter: Claimed, { subject, body }: Words): Promise<void> => {
  await sql`update outgoing_mail set subject = ${subject}, body = ${body}
    where id = ${letter.id} and attempts = ${letter.attempts}`.execute(db);
};

const deliver = async (services: Services, mail: MailSettings, letter: Claimed): Promise<void> => {
  const composed = letter.digest ? await composeDigest(services, letter.id) : undefined;
  if (letter.digest && !composed) return end(services, letter, 'not-needed', null);
  const work = letter.workOf === null ? undefined : await composeWork(services, letter.workOf);
  if (letter.workOf !== null && !work) return end(services, letter, 'not-needed', null);
  const words = composed ?? work;
  if (words) await keepWords(services, letter, words);
  try {
    await handOver(mail, { ...letter, ...words }, () =>
      composed
        ? mayGoOfDay(services, letter, composed)
        : work
          ? mayGoOfWork(services, letter)
          : mayGo(services, letter),
    );
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof NotWanted)
      return composed ? writeAnew(services, letter) : end(services, letter, 'not-needed', null);
    if (error instanceof RefusedForGood || letter.attempts >= MOST_ATTEMPTS)
      return end(services, letter, 'dead', message);
    return tryLater(services, letter, message);
  }
  // Only now: the server has taken it.
  await end(services, letter, 'sent', null);
};

/** Hands over every letter that is due. Whatever the mail server does, no request waits for it (F2). */
export const deliverDue = async (services: Services, stopped: () => boolean): Promise<number> => {
  const { mail } = services;
  if (!mail) return 0;
  await takeOver(services);
  for (let count = 0; ; count++) {
    const letter = stopped() ? undefined : await claim(services);
    if (!letter) return count;
    await deliver(services, mail, letter);
  }
};
