import { WHO_MAY } from '../../core/report/allow.ts';
import type { ReportVerb } from '../../core/report/states.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { type Loaded, lockReport } from './views/load.ts';

/** Locks the report for a verb that the person's post must open; the state and conflicts are the core's to judge. */
export const lockFor = async (
  ctx: WriteContext,
  at: { readonly campaignId: string; readonly unitId: string },
  verb: ReportVerb,
): Promise<Loaded> => {
  const loaded = await lockReport(ctx, at.campaignId, at.unitId);
  if (!WHO_MAY[verb].some((s) => loaded.stances.has(s))) throw forbidden({ verb });
  return loaded;
};
