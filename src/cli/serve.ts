import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PlainFailure } from '../server/database/failure.ts';
import { readArguments } from './arguments.ts';
import { prepareContent } from './content.ts';
import { openReady } from './database.ts';
import { ROOT, readSettings, type Settings } from './settings.ts';
import { print, step, tellFailure, words } from './terminal.ts';
import { printWelcome } from './welcome.ts';

type Stop = () => Promise<void>;

/** Starts everything, waits for the signal to end, and stops everything in the opposite order. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArguments(args, { office: { type: 'boolean', default: false } });
  const settings = readSettings({ office: values.office });
  const stops: Stop[] = [];
  const ending = whenAskedToEnd();
  let code = 0;
  try {
    await Promise.race([start(settings, stops), ending.then(() => undefined)]);
    code = await ending;
    print();
    step('Đang dừng', 'Stopping');
  } catch (error) {
    code = tellFailure(error);
  }
  for (const stop of stops.reverse()) {
    await stop().catch((error) => {
      code = tellFailure(error) || code;
    });
  }
  if (code === 0) print(words('Đã dừng. Số liệu được giữ nguyên.', 'Stopped. The data is kept.'));
  // Nothing of ours runs any more; a library's forgotten timer must not keep the process.
  process.exit(code);
}

async function start(settings: Settings, stops: Stop[]): Promise<void> {
  const started = Date.now();
  const webFolder = join(ROOT, 'dist/web');
  if (!existsSync(join(webFolder, 'index.html'))) throw webMissing();
  await refuseBusyPort(settings);
  mkdirSync(join(settings.folder, 'files'), { recursive: true, mode: 0o700 });
  step('Khởi động cơ sở dữ liệu', 'Starting the database');
  const database = await openReady(settings, 'serve');
  stops.push(database.stop);
  const content = await prepareContent(settings, database.access.appUrl);
  const { startServer } = await import('../server/main.ts');
  const server = await startServer({
    databaseUrl: database.access.appUrl,
    ...(settings.replicaUrl === undefined ? {} : { replicaUrl: settings.replicaUrl }),
    port: settings.port,
    host: settings.host,
    dataFolder: settings.folder,
    mode: settings.mode,
    ...(settings.secret === undefined ? {} : { secret: settings.secret }),
    ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
    ...(settings.proxies === undefined ? {} : { proxies: settings.proxies }),
    ...(settings.metricsKey === undefined ? {} : { metricsKey: settings.metricsKey }),
    ...(settings.oidc === undefined ? {} : { oidc: settings.oidc }),
    ...(settings.mail === undefined ? {} : { mail: settings.mail }),
    files: settings.files,
    ...(settings.backup === undefined ? {} : { backup: settings.backup }),
    webFolder,
  });
  stops.push(server.stop);
  printWelcome(settings, settings.publicUrl ?? server.url, content, Date.now() - started);
}

/** Ctrl-C, a service manager, a closed terminal, or the launcher that started us and is gone. */
function whenAskedToEnd(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
    process.once('disconnect', () => resolve(0));
    process.once('uncaughtException', (error) => resolve(tellFailure(error)));
    process.once('unhandledRejection', (error) => resolve(tellFailure(error)));
  });
}

function refuseBusyPort({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(port, host, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function cannotListen(port: number, host: string, error: NodeJS.ErrnoException): PlainFailure {
  if (error.code === 'EADDRINUSE') {
    return new PlainFailure(
      `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start.`,
      `Port ${port} is used by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
      error,
    );
  }
  return new PlainFailure(
    `Chưa nghe được ở ${host}, cổng ${port} (${error.code}). Chọn HOST là địa chỉ của máy này và PORT trên 1023.`,
    `Cannot listen on ${host}, port ${port} (${error.code}). Set HOST to an address of this machine and PORT above 1023.`,
    error,
  );
}

function webMissing(): PlainFailure {
  return new PlainFailure(
    'Giao diện web chưa được dựng. Chạy "npm start" (tự dựng), hoặc "npm run build" rồi chạy lại.',
    'The web application is not built. Run "npm start" (which builds it), or "npm run build" and then again.',
  );
}
