import { writeForm } from '../../core/scoring/writeForm.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { criteriaFormXlsx } from './formFile.ts';
import { findSet } from './views/setOf.ts';

/** A stored version as the form that imports it. */
export const setForm = async (
  ctx: ReadContext,
  setId: string,
  version: number | undefined,
): Promise<Uint8Array> => {
  const stored = await findSet(ctx, setId, version === undefined ? {} : { version });
  if (!stored) throw notFound('criteria-set');
  const { settings, rows } = writeForm(stored.set);
  return criteriaFormXlsx(settings, rows);
};
