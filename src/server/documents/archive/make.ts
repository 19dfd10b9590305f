import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post, StandIn } from '../../../core/directory/roles.ts';
import { dayOfInstant } from '../../../core/kernel/instant.ts';
import { businessNow } from '../../clock/now.ts';
import type { Person, ReadContext, Services } from '../../http/context.ts';
import { Refused } from '../../http/failures.ts';
import type { Delivery } from '../delivery.ts';
import { unitReport } from '../unitReport.ts';
import { type ArchiveUnit, type Job, keepProgress } from './store.ts';
import { directoryOf, localPart, partsUpTo, ZIP_LIMIT, type ZipPart } from './zipFile.ts';

const folderOf = (services: Services): string => join(services.dataFolder, 'archives');
export const pathOf = (services: Services, id: string): string => join(folderOf(services), `${id}.zip`);

export const dropFile = (services: Services, id: string): Promise<void> =>
  unlink(pathOf(services, id)).catch(() => undefined);

/** No further try would change it. */
export class NeverPossible extends Error {}

/** Who asked, as they stand now: an archive holds only what that person may still read. */
const personOf = async (services: Services, id: string): Promise<Person | undefined> => {
  const { db } = services;
  const row = await db
    .selectFrom('person')
    .where('id', '=', id)
    .where('active', '=', true)
    .selectAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const posts = await db.selectFrom('post').where('person_id', '=', id).selectAll().execute();
  const standIns = await db.selectFrom('stand_in').where('person_id', '=', id).selectAll().execute();
  return {
    personId: row.id,
    name: row.name,
    login: row.login,
    language: row.language === 'en' ? 'en' : 'vi',
    sessionId: null,
    origin: null,
    posts: posts.map(
      (p): Post => ({
        unitId: p.unit_id,
        role: p.role as Post['role'],
        validFrom: p.valid_from,
        validTo: p.valid_to,
      }),
    ),
    standIns: standIns.map((s): StandIn => ({ unitId: s.unit_id, fromDay: s.from_day, toDay: s.to_day })),
  };
};

const fileName = (index: number, total: number, { name }: ArchiveUnit, format: string): string =>
  `${String(index + 1).padStart(String(total).length, '0')} ${name.replace(/[\\/:*?"<>|]/g, '-')}.${format}`;

const contents = (job: Job, failed: readonly string[]): Buffer =>
  Buffer.from(
    `\ufeff${[
      'Tệp\tĐơn vị',
      ...job.units.map((unit, i) =>
        failed.includes(unit.name)
          ? `(chưa lập được)\t${unit.name}`
          : `${fileName(i, job.units.length, unit, job.format)}\t${unit.name}`,
      ),
    ].join('\r\n')}\r\n`,
  );

const BUSY_MS = 500;
/** A printing process that died may have died of something else: the document is tried again in the next one. */
const ATTEMPTS = 3;

/** A queue that is full is waited for; a document that cannot be made, however often, is named and left out. */
const documentOf = async (
  ctx: ReadContext,
  job: Job,
  unit: ArchiveUnit,
  bytes: Delivery['bytes'],
): Promise<Uint8Array | undefined> => {
  const tree = await unitReport(ctx, job.campaignId, unit.id);
  let failed = 0;
  for (;;) {
    try {
      return await bytes(job.format, tree, `archive ${job.personId}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.refusal.code !== 'documents.busy' && ++failed >= ATTEMPTS) return undefined;
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
    }
  }
};

/**
 * Adds one document after the other to the file, and says after each how far it is: whoever goes on cuts the file
 * there. No more than one document is in memory. Returns false when it was cancelled or has to stop.
 */
export const makeArchive = async (
  services: Services,
  job: Job,
  bytes: Delivery['bytes'],
  stopped: () => boolean,
): Promise<boolean> => {
  await mkdir(folderOf(services), { recursive: true, mode: 0o700 });
  const file = await open(pathOf(services, job.id), job.bytes === 0 ? 'w+' : 'r+', 0o600);
  try {
    await file.truncate(job.bytes);
    const parts = await partsUpTo(file, job.bytes);
    const failed = [...job.failed];
    let at = job.bytes;
    const add = async (name: string, data: Uint8Array): Promise<void> => {
      if (at + data.length > ZIP_LIMIT.bytes) throw new NeverPossible('the archive outgrows a plain zip');
      const { part, header } = localPart(name, data, at);
      await file.write(header, 0, header.length, at);
      await file.write(data, 0, data.length, at + header.length);
      parts.push(part satisfies ZipPart);
      at += header.length + data.length;
    };
    for (let i = job.done; i < job.units.length; i++) {
      if (stopped()) return false;
      const person = await personOf(services, job.personId);
      if (!person) throw new NeverPossible('who asked is no longer active');
      const now = await businessNow(services.db);
      const ctx: ReadContext = { services, db: services.db, person, now, today: dayOfInstant(now) };
      const unit = job.units[i]!;
      const made = await documentOf(ctx, job, unit, bytes);
      if (made) await add(fileName(i, job.units.length, unit, job.format), made);
      else failed.push(unit.name);
      if (!(await keepProgress(services.db, job.id, { done: i + 1, bytes: at, failed }))) return false;
    }
    await add('Danh sách.txt', contents(job, failed));
    const end = directoryOf(parts, at);
    await file.write(end, 0, end.length, at);
    await file.sync();
    const far = { done: job.units.length, bytes: at + end.length, failed };
    return await keepProgress(services.db, job.id, far, 'done');
  } finally {
    await file.close();
  }
};
