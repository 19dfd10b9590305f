import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';

/** What is under way needs no second start; everything else may be asked to run at once. */
export const runNow = (job: { readonly name: string; readonly running: boolean }): Decision<Fact> =>
  job.running
    ? refuse('job.running', { name: job.name })
    : accept({ type: 'jobs.runNow', chain: DIRECTORY_CHAIN, data: { name: job.name } });
