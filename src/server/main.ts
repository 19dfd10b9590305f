import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { dayOfInstant } from '../core/kernel/instant.ts';
import { authenticate } from './access/authenticate.ts';
import { endSessionsWithoutFactor } from './access/demand.ts';
import { endSessionsOfEndedPosts } from './access/endedPosts.ts';
import { registerOidcRoutes } from './access/oidc/routes.ts';
import { registerAccessRoutes } from './access/routes.ts';
import { sealPlainFactors } from './access/secondFactor.ts';
import { anchorChains } from './audit/anchor.ts';
import { registerAuditRoutes } from './audit/routes.ts';
import { watchReadings } from './audit/watch.ts';
import { type BackupPlan, planNightly } from './backup/nightly.ts';
import { registerBackupRoutes } from './backup/routes.ts';
import { registerCampaignRoutes } from './campaign/routes.ts';
import { registerChangeRoutes } from './changes/routes.ts';
import { businessNow } from './clock/now.ts';
import { registerClockRoutes } from './clock/routes.ts';
import { registerConsolidationRoutes } from './consolidation/routes.ts';
import { connect } from './database/connect.ts';
import { followReplica } from './database/replica.ts';
import { registerDirectoryRoutes } from './directory/routes.ts';
import { sweepArchives } from './documents/archive/worker.ts';
import { registerDocumentRoutes } from './documents/routes.ts';
import { registerEvidenceRoutes } from './evidence/routes.ts';
import { scanWaiting, sweepUploads } from './evidence/scanWaiting.ts';
import { createApp } from './http/app.ts';
import type { Duty, FileSettings, MailSettings, OidcSettings, Services } from './http/context.ts';
import { registerHealth } from './http/health.ts';
import { serveShell } from './http/shell.ts';
import { openQueue } from './jobs/queue.ts';
import { registerJobRoutes } from './jobs/routes.ts';
import { deliverDue } from './notifications/deliver.ts';
import { digestDue } from './notifications/digestDue.ts';
import { remindDue } from './notifications/remindDue.ts';
import { remindWork } from './notifications/remindWork.ts';
import { registerNotificationRoutes } from './notifications/routes.ts';
import { wireReactions } from './reactions.ts';
import { sweepAnswers } from './record/sweep.ts';
import { registerRegistryRoutes } from './registry/routes.ts';
import { registerRemediationRoutes } from './remediation/routes.ts';
import { bringFirst } from './report/bringFirst.ts';
import { registerReportRoutes } from './report/routes.ts';
import { registerScoringRoutes } from './scoring/routes.ts';
import { registerTaskRoutes } from './tasks/routes.ts';
import { registerTemplateRoutes } from './template/routes.ts';
import { registerUploadRoutes } from './upload/routes.ts';

export type ServerOptions = {
  readonly databaseUrl: string;
  /** A streaming replica that boards and totals may be read from. */
  readonly replicaUrl?: string;
  readonly port: number;
  readonly host: string;
  /** Uploaded files lie below it. */
  readonly dataFolder: string;
  /** What small secrets in the database are sealed with; without it a key in the data folder. */
  readonly secret?: string;
  readonly mode: 'demo' | 'office';
  /** Address by which people reach the program, when a proxy stands before it. */
  readonly publicUrl?: string;
  readonly proxies?: readonly string[];
  /** What whoever reads /metrics must show; without it there is no such page. */
  readonly metricsKey?: string;
  readonly mail?: MailSettings;
  readonly oidc?: OidcSettings;
  /** Where uploaded files go and what looks at them. */
  readonly files?: FileSettings;
  /** The nightly backup; none without a passphrase. */
  readonly backup?: BackupPlan;
  readonly webFolder: string;
};

const MINUTE = '* * * * *';
const look = (name: string, cron: string, work: Duty['work'], of: Partial<Duty> = {}): Duty => ({
  name,
  cron,
  work,
  sharing: 'one',
  withinSeconds: 5,
  // What is looked at every minute is tried again by the next look.
  retries: cron === MINUTE ? 0 : 5,
  ...of,
});

/** What is looked at by itself, and how often; rooms take on what only comes when somebody asks for it. */
const dutiesOf = (services: Services): readonly Duty[] => [
  look('reminders', MINUTE, () => remindDue(services), { withinSeconds: 1 }),
  look('work', '*/10 * * * *', () => remindWork(services)),
  look('digest', MINUTE, () => digestDue(services), { withinSeconds: 2 }),
  look('letters', MINUTE, ({ stopped }) => deliverDue(services, stopped), {
    sharing: 'gathered',
    withinSeconds: 1,
    atOnce: 2,
  }),
  ...(services.files?.antivirus
    ? [
        look('scans', MINUTE, ({ stopped }) => scanWaiting(services, stopped), {
          sharing: 'gathered',
          withinSeconds: 2,
        }),
      ]
    : []),
  look('anchor', '*/10 * * * *', () => anchorChains(services.db).then(() => 1)),
  look(
    'uploads',
    '*/10 * * * *',
    async () => (await sweepUploads(services.db)) + (await sweepArchives(services)),
  ),
  look('sessions', '*/10 * * * *', () => endSessionsByDay(services)),
  look('sweep', '17 */6 * * *', () => sweepAnswers(services.db)),
];

/** A post or a stand-in that began by its date may ask for a second factor; one that is over ends its sessions. */
const endSessionsByDay = async ({ db }: Services): Promise<number> => {
  const today = dayOfInstant(await businessNow(db));
  return (await endSessionsOfEndedPosts(db, today)) + (await endSessionsWithoutFactor(db, today));
};

const versionOfProgram = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

/** Everything but the network: for the server, for tests, and for the description of the routes. */
export const buildApp = async (services: Services): Promise<FastifyInstance> => {
  const who = authenticate(services);
  const app = await createApp(services, who);
  watchReadings(app, services);
  registerHealth(app, services);
  registerAccessRoutes(app, services);
  if (services.oidc) registerOidcRoutes(app, services, services.oidc);
  registerDirectoryRoutes(app, services);
  registerClockRoutes(app, services);
  registerNotificationRoutes(app, services);
  registerUploadRoutes(app, services);
  registerTemplateRoutes(app, services);
  registerCampaignRoutes(app, services);
  registerTaskRoutes(app, services);
  registerEvidenceRoutes(app, services);
  registerScoringRoutes(app, services);
  registerRemediationRoutes(app, services);
  registerReportRoutes(app, services);
  registerRegistryRoutes(app, services);
  registerConsolidationRoutes(app, services);
  registerDocumentRoutes(app, services);
  registerAuditRoutes(app, services);
  registerJobRoutes(app, services);
  registerChangeRoutes(app, services, who);
  registerBackupRoutes(app, services);
  return app;
};

/** Wires the rooms and listens. The only place that knows all of them. */
export const startServer = async (
  options: ServerOptions,
): Promise<{ url: string; stop(): Promise<void> }> => {
  const connection = connect(options.databaseUrl, { min: 1 });
  const replica =
    options.replicaUrl === undefined
      ? undefined
      : followReplica(connection.db, connect(options.replicaUrl, { name: 'cchc replica' }).db);
  const { mode, dataFolder, secret } = options;
  const version = versionOfProgram();
  const plan = options.backup;
  const nightly =
    plan &&
    planNightly({
      connection,
      plan,
      dataFolder,
      ...(secret === undefined ? {} : { secret }),
      mode,
      program: version,
      ...(options.files ? { files: options.files } : {}),
    });
  let log: FastifyInstance['log'] | undefined;
  const failed = (error: unknown, what: string): void => log?.error(error, what);
  const queue = openQueue(connection.pool, failed);
  const services: Services = {
    db: connection.db,
    ...(replica ? { replica } : {}),
    queue,
    mode,
    dataFolder,
    ...(secret === undefined ? {} : { secret }),
    version,
    publicUrl: options.publicUrl ?? null,
    ...(options.proxies ? { proxies: options.proxies } : {}),
    ...(options.mail ? { mail: options.mail } : {}),
    ...(options.oidc ? { oidc: options.oidc } : {}),
    ...(options.files ? { files: options.files } : {}),
    ...(plan && nightly ? { backups: { plan, begin: nightly.begin } } : {}),
  };
  wireReactions();
  const app = await buildApp(services);
  log = app.log;
  for (const duty of dutiesOf(services)) queue.takeOn(duty);
  if (nightly) queue.takeOn(look('backups', '*/10 * * * *', nightly.look));
  if (options.metricsKey !== undefined)
    (await import('./http/metrics.ts')).registerMetrics(app, services, options.metricsKey);
  await serveShell(app, options.webFolder, bringFirst(app));
  await sealPlainFactors(services, connection.db);
  await queue.open();
  const url = await app.listen({ port: options.port, host: options.host });
  queue.begin();
  return {
    url,
    stop: async () => {
      await queue.stop();
      await nightly?.stop();
      await app.close();
      await replica?.stop();
      await connection.close();
    },
  };
};
