import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { authenticate } from './access/authenticate.ts';
import { registerOidcRoutes } from './access/oidc/routes.ts';
import { registerAccessRoutes } from './access/routes.ts';
import { anchorChains } from './audit/anchor.ts';
import { registerAuditRoutes } from './audit/routes.ts';
import { watchReadings } from './audit/watch.ts';
import { type BackupPlan, startNightly } from './backup/nightly.ts';
import { registerBackupRoutes } from './backup/routes.ts';
import { registerCampaignRoutes } from './campaign/routes.ts';
import { registerChangeRoutes } from './changes/routes.ts';
import { registerClockRoutes } from './clock/routes.ts';
import { registerConsolidationRoutes } from './consolidation/routes.ts';
import { connect } from './database/connect.ts';
import { followReplica } from './database/replica.ts';
import { registerDirectoryRoutes } from './directory/routes.ts';
import { registerDocumentRoutes } from './documents/routes.ts';
import { registerEvidenceRoutes } from './evidence/routes.ts';
import { startScanning, sweepUploads } from './evidence/scanWaiting.ts';
import { createApp } from './http/app.ts';
import type { FileSettings, MailSettings, OidcSettings, Services } from './http/context.ts';
import { registerHealth } from './http/health.ts';
import { serveShell } from './http/shell.ts';
import { registerJobRoutes } from './jobs/routes.ts';
import { type Job, startJobs } from './jobs/run.ts';
import { digestDue } from './notifications/digestDue.ts';
import { startDelivery } from './notifications/jobs.ts';
import { remindDue } from './notifications/remindDue.ts';
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

/** What runs by itself, and how often; letters have a rhythm of their own. */
const jobsOf = (services: Services): readonly Job[] => [
  { name: 'reminders', everySeconds: 30, work: () => remindDue(services) },
  { name: 'digest', everySeconds: 30, work: () => digestDue(services) },
  { name: 'anchor', everySeconds: 600, work: () => anchorChains(services.db).then(() => 1) },
  { name: 'uploads', everySeconds: 600, work: () => sweepUploads(services.db) },
  { name: 'sweep', everySeconds: 6 * 3600, work: () => sweepAnswers(services.db) },
];

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
  const { mode, dataFolder } = options;
  const version = versionOfProgram();
  const plan = options.backup;
  const nightly =
    plan &&
    startNightly({
      connection,
      plan,
      dataFolder,
      mode,
      program: version,
      ...(options.files ? { files: options.files } : {}),
    });
  const services: Services = {
    db: connection.db,
    ...(replica ? { replica } : {}),
    mode,
    dataFolder,
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
  if (options.metricsKey !== undefined)
    (await import('./http/metrics.ts')).registerMetrics(app, services, options.metricsKey);
  await serveShell(app, options.webFolder, bringFirst(app));
  const url = await app.listen({ port: options.port, host: options.host });
  const failed = (error: unknown, what: string): void => app.log.error(error, what);
  const stopJobs = startJobs(services, jobsOf(services), failed);
  const stopDelivery = startDelivery(services, failed);
  const stopScanning = startScanning(services, (error) => failed(error, 'antivirus'));
  return {
    url,
    stop: async () => {
      await Promise.all([stopJobs(), stopDelivery(), stopScanning()]);
      await nightly?.stop();
      await app.close();
      await replica?.stop();
      await connection.close();
    },
  };
};
