import { directoryFact } from '../../core/directory/fact.ts';
import { accept } from '../../core/kernel/decision.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { administratorOnly } from './load.ts';
import { setBody } from './store.ts';

/** The two lines at the top of the sign-in page; a new office gives them first. */
export const nameBody = async (
  ctx: WriteContext,
  superior: string | null,
  body: string,
): Promise<{ superior: string | null; name: string }> => {
  administratorOnly(ctx);
  await record(ctx, accept(directoryFact('directory.bodyNamed', { superior, body })));
  await setBody(ctx.trx, superior, body);
  return { superior, name: body };
};
