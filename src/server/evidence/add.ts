import { uuidv7 } from 'uuidv7';
import { mayKeep } from '../../core/evidence/allow.ts';
import type { EvidenceAnswer } from '../../core/evidence/answers.ts';
import { add, type EvidenceDetails } from '../../core/evidence/document.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { nameFile } from './files.ts';
import { dropUpload, insertEvidence, keepFinding, lockUpload } from './store.ts';
import type { Gathered } from './uploads.ts';
import { documentOfFile } from './views/documents.ts';
import { ownStances } from './views/readers.ts';

export type Added = { readonly document: EvidenceAnswer; readonly stood: boolean };

/** The same file, taken away before: it comes back as the same document. */
const withdrawnId = async (ctx: WriteContext, unitId: string, hash: string): Promise<string | undefined> =>
  (
    await ctx.trx
      .selectFrom('evidence')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('file_hash', '=', hash)
      .executeTakeFirst()
  )?.id;

/** Keeps a file that came whole as a document. The same file again is the document that stands, with its own words. */
export const addEvidence = async (
  ctx: WriteContext,
  uploadId: string,
  gathered: Gathered | undefined,
  details: EvidenceDetails,
): Promise<Added> => {
  if (!gathered || !(await lockUpload(ctx, uploadId))) throw notFound('upload');
  const { unitId, file } = gathered;
  if (!mayKeep(ownStances(ctx, unitId))) throw forbidden();
  const standing = await documentOfFile(ctx, unitId, file.hash);
  if (!standing) {
    const id = (await withdrawnId(ctx, unitId, file.hash)) ?? uuidv7();
    const whole = { ...details, pages: details.pages ?? file.pages };
    await record(ctx, add(unitId, id, { hash: file.hash, name: file.name, size: file.size }, whole));
    await nameFile(ctx, file);
    await keepFinding(ctx, file);
    await insertEvidence(ctx, id, unitId, file, whole);
  }
  await dropUpload(ctx, uploadId);
  const document = standing ?? (await documentOfFile(ctx, unitId, file.hash));
  if (!document) throw notFound('evidence');
  return { document, stood: standing !== undefined };
};
