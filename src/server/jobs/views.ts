import { sql } from 'kysely';
import type { JobLine, JobProcess, JobsAnswer } from '../../core/jobs/answers.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ReadContext } from '../http/context.ts';

type Counted = {
  readonly name: string;
  readonly running: number;
  readonly asked: number;
  readonly nextAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly done: number;
  readonly failures: number;
  readonly error: string | null;
};

/**
 * How each kind stands, from the rows that the queue keeps for a day. A try that failed and waits for the next one
 * counts as a failure until one of the kind ends well. The library's own queues begin with two underscores.
 */
const counted = async ({ db }: ReadContext, only: string | null): Promise<readonly Counted[]> => {
  const { rows } = await sql<Counted>`
    with last as (
      select distinct on (name) name, completed_on, (output ->> 'done')::integer as done
      from queue.job where state = 'completed' order by name, completed_on desc
    )
    select q.name,
      count(*) filter (where j.state = 'active')::integer as running,
      count(*) filter (where j.state in ('created', 'retry') and j.start_after <= now())::integer as asked,
      min(j.start_after) filter (where j.state in ('created', 'retry')) as "nextAt",
      max(j.completed_on) filter (where j.state in ('completed', 'failed')) as "endedAt",
      coalesce(max(last.done), 0) as done,
      (count(*) filter (where j.state = 'failed' and j.completed_on > coalesce(last.completed_on, '-infinity'))
        + coalesce(sum(j.retry_count + 1) filter (where j.state = 'retry'), 0))::integer as failures,
      (array_agg(j.output ->> 'message' order by coalesce(j.completed_on, j.started_on) desc)
        filter (where j.state = 'retry'
          or (j.state = 'failed' and j.completed_on > coalesce(last.completed_on, '-infinity'))))[1] as error
    from queue.queue q
    left join queue.job j on j.name = q.name
    left join last on last.name = q.name
    where q.name not like '\\_\\_%' and (${only}::text is null or q.name = ${only})
      -- What is only failed into says nothing of its own: its kind shows the failure.
      and not exists (select from queue.queue of where of.dead_letter = q.name)
    group by q.name order by q.name`.execute(db);
  return rows;
};

const processes = async ({ db }: ReadContext): Promise<readonly JobProcess[]> => {
  const { rows } = await sql<JobProcess>`
    select host, pid, started_on as "startedAt" from queue.instance
    where stopped_on is null and heartbeat_on > now() - make_interval(secs => 3 * heartbeat_seconds)
    order by host, pid`.execute(db);
  return rows;
};

export const findJob = async (ctx: ReadContext, name: string): Promise<Counted | undefined> =>
  (await counted(ctx, name))[0];

export const jobsAnswer = async (ctx: ReadContext): Promise<JobsAnswer> => {
  const repeated = new Map((await ctx.services.queue?.repeated())?.map((one) => [one.name, one.nextAt]));
  const jobs = (await counted(ctx, null)).map((row): JobLine => {
    const next = repeated.get(row.name);
    const failing = row.failures > 0;
    return {
      ...row,
      state: row.running > 0 ? 'running' : failing ? 'failing' : 'waiting',
      nextAt: row.nextAt === null || (next !== undefined && next < row.nextAt) ? (next ?? null) : row.nextAt,
      may: next !== undefined && row.running === 0 ? ['run-now'] : [],
    };
  });
  return { now: Date.now(), jobs, processes: await processes(ctx) };
};
