import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { BackupPlan } from '../server/backup/nightly.ts';
import type {
  AntivirusSettings,
  FileSettings,
  MailSettings,
  OidcSettings,
  S3Settings,
} from '../server/http/context.ts';
import { UsageFailure } from './terminal.ts';

export const ROOT = join(import.meta.dirname, '../..');

export interface Settings {
  mode: 'demo' | 'office';
  folder: string;
  port: number;
  host: string;
  databaseUrl: string | undefined;
  ownerUrl: string | undefined;
  /** A streaming replica of that server, for boards and totals. */
  replicaUrl: string | undefined;
  publicUrl: string | undefined;
  proxies: string[] | undefined;
  metricsKey: string | undefined;
  mail: MailSettings | undefined;
  oidc: OidcSettings | undefined;
  files: FileSettings;
  /** Where the business clock stands at the first start, in milliseconds. */
  now: number | undefined;
  demoPassword: string;
  /** What small secrets in the database are sealed with; without it the key of the data folder. */
  secret: string | undefined;
  backup: BackupPlan | undefined;
}

const DEFAULT_PORT = 8024;
const DEFAULT_DEMO_PASSWORD = 'CaoLoc@2024';

export function readSettings(options: { office: boolean }, env = process.env): Settings {
  const mode = options.office ? 'office' : 'demo';
  const text = (name: string) => (env[name]?.trim() ? env[name]?.trim() : undefined);
  const folder = resolve(text('CCHC_DATA') ?? join(ROOT, '.cchc', mode));
  return {
    mode,
    folder,
    port: readPort(text('PORT')),
    host: text('HOST') ?? '127.0.0.1',
    databaseUrl: readAddress('DATABASE_URL', text('DATABASE_URL'), ['postgres:', 'postgresql:']),
    ownerUrl: readAddress('DATABASE_OWNER_URL', text('DATABASE_OWNER_URL'), ['postgres:', 'postgresql:']),
    replicaUrl: readAddress('DATABASE_REPLICA_URL', text('DATABASE_REPLICA_URL'), [
      'postgres:',
      'postgresql:',
    ]),
    publicUrl: readAddress('CCHC_URL', text('CCHC_URL'), ['http:', 'https:']),
    proxies: readNetworks(text('CCHC_PROXIES')),
    metricsKey: text('CCHC_METRICS_KEY'),
    mail: readMail(readAddress('CCHC_SMTP', text('CCHC_SMTP'), ['smtp:', 'smtps:']), text('CCHC_MAIL_FROM')),
    oidc: readOidc(text),
    files: readFiles(folder, text),
    now: readInstant(text('CCHC_NOW')),
    backup: readBackup(folder, text),
    secret: readSealing(text),
    demoPassword: text('CCHC_DEMO_PASSWORD') ?? DEFAULT_DEMO_PASSWORD,
  };
}

/** Files lie in the data folder and are scanned by nobody, unless the office says otherwise. */
function readFiles(folder: string, text: (name: string) => string | undefined): FileSettings {
  const s3 = readAddress('CCHC_S3', text('CCHC_S3'), ['https:', 'http:']);
  const clamd = readAddress('CCHC_CLAMD', text('CCHC_CLAMD'), ['tcp:', 'unix:']);
  return {
    trustFolder: resolve(text('CCHC_TRUST') ?? join(folder, 'trust')),
    ...(s3 === undefined ? {} : { s3: readStore(s3, text) }),
    ...(clamd === undefined ? {} : { antivirus: readAntivirus(clamd) }),
  };
}

/** https://máy/bucket/đường-dẫn; the keys beside it, so that no list of processes shows them. */
function readStore(address: string, text: (name: string) => string | undefined): S3Settings {
  const [accessKeyId, secretAccessKey] = [text('CCHC_S3_KEY'), text('CCHC_S3_SECRET')];
  const url = new URL(address);
  const [bucket, ...prefix] = url.pathname.split('/').filter(Boolean);
  if (!bucket || !accessKeyId || !secretAccessKey) {
    throw new UsageFailure(
      'CCHC_S3 cần có tên kho, ví dụ https://s3.example/cchc, cùng CCHC_S3_KEY và CCHC_S3_SECRET.',
      'CCHC_S3 needs the name of a bucket, such as https://s3.example/cchc, with CCHC_S3_KEY and CCHC_S3_SECRET.',
    );
  }
  return {
    endpoint: url.origin,
    bucket,
    prefix: prefix.length > 0 ? `${prefix.join('/')}/` : '',
    region: text('CCHC_S3_REGION') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
  };
}

function readAntivirus(address: string): AntivirusSettings {
  const url = new URL(address);
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageFailure(
    `PORT="${text}" chưa phải là số cổng từ 0 đến 65535.`,
    `PORT="${text}" is not a port number from 0 to 65535.`,
  );
}

function readAddress(name: string, text: string | undefined, protocols: string[]): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  // The address is not repeated: it may hold a password.
  throw new UsageFailure(
    `${name} chưa phải là địa chỉ bắt đầu bằng ${protocols[0]}//.`,
    `${name} is not an address that begins with ${protocols[0]}//.`,
  );
}

/** '10.0.3.4, 10.1.0.0/16': who may say whose request it passes on. */
function readNetworks(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const networks = text.split(',').map((part) => part.trim());
  const strange = networks.find((one) => {
    const [address = '', bits, ...more] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    return (
      isIP(address) === 0 ||
      more.length > 0 ||
      (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))
    );
  });
  if (strange === undefined) return networks;
  throw new UsageFailure(
    `CCHC_PROXIES: "${strange}" chưa phải là địa chỉ IP hay mạng, ví dụ 10.0.3.4 hoặc 10.1.0.0/16.`,
    `CCHC_PROXIES: "${strange}" is not an IP address or network, such as 10.0.3.4 or 10.1.0.0/16.`,
  );
}

/** smtp://user:password@host:587, or smtps:// with TLS from the first byte. */
function readMail(address: string | undefined, from: string | undefined): MailSettings | undefined {
  if (address === undefined) return undefined;
  if (from === undefined || !/[^\s@<]+@[^\s@>]+/.test(from)) {
    throw new UsageFailure(
      'Có CCHC_SMTP thì cần CCHC_MAIL_FROM là địa chỉ gửi, ví dụ "Phòng Nội vụ <cchc@caoloc.example>".',
      'With CCHC_SMTP set, CCHC_MAIL_FROM must name the sender, such as "Phòng Nội vụ <cchc@caoloc.example>".',
    );
  }
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    login:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
  };
}

function readInstant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(value)) return value;
  throw new UsageFailure(
    `CCHC_NOW="${text}" chưa phải là thời điểm có múi giờ, ví dụ 2024-02-28T08:00:00+07:00.`,
    `CCHC_NOW="${text}" is not an instant with its offset, such as 2024-02-28T08:00:00+07:00.`,
  );
}

/** Nightly backups need a passphrase, given as a file or in the environment; without one there are none. */
function readBackup(folder: string, text: (name: string) => string | undefined): BackupPlan | undefined {
  const at = text('CCHC_BACKUP_AT') ?? '01:30';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new UsageFailure(
      `CCHC_BACKUP_AT="${at}" chưa phải là giờ trong ngày, ví dụ 01:30.`,
      `CCHC_BACKUP_AT="${at}" is not a time of day, such as 01:30.`,
    );
  }
  const keep = Number(text('CCHC_BACKUP_KEEP') ?? 14);
  if (!Number.isInteger(keep) || keep < 1 || keep > 1000) {
    throw new UsageFailure(
      'CCHC_BACKUP_KEEP là số bản sao lưu giữ lại, từ 1 đến 1000.',
      'CCHC_BACKUP_KEEP is how many backups are kept, from 1 to 1000.',
    );
  }
  const file = text('CCHC_BACKUP_PASSPHRASE_FILE');
  const passphrase =
    file === undefined ? text('CCHC_BACKUP_PASSPHRASE') : readSecret(file, 'CCHC_BACKUP_PASSPHRASE_FILE');
  if (passphrase === undefined) return undefined;
  return { folder: resolve(text('CCHC_BACKUP_DIR') ?? join(folder, 'backups')), at, keep, passphrase };
}

const SHORTEST_SECRET = 32;

/** Several machines with one database need one key for what is sealed in it; one machine keeps its own in its folder. */
function readSealing(text: (name: string) => string | undefined): string | undefined {
  const file = text('CCHC_SECRET_FILE');
  const secret = file === undefined ? text('CCHC_SECRET') : readSecret(file, 'CCHC_SECRET_FILE').trim();
  if (secret === undefined || secret.length >= SHORTEST_SECRET) return secret;
  throw new UsageFailure(
    `CCHC_SECRET cần ít nhất ${SHORTEST_SECRET} ký tự ngẫu nhiên, ví dụ từ "openssl rand -base64 32".`,
    `CCHC_SECRET needs at least ${SHORTEST_SECRET} random characters, such as from "openssl rand -base64 32".`,
  );
}

function readSecret(path: string, name: string): string {
  try {
    const secret = readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '');
    if (secret.trim() !== '') return secret;
  } catch {
    // Said below, with an empty file.
  }
  throw new UsageFailure(
    `Tệp ${path} ở ${name} chưa đọc được hoặc còn trống. Ghi mật khẩu vào tệp rồi chạy lại.`,
    `The file ${path} of ${name} cannot be read or is empty. Put the secret into it and run again.`,
  );
}

/** Accounts of an identity provider: its address, and the name and secret under which it knows this program. */
function readOidc(text: (name: string) => string | undefined): OidcSettings | undefined {
  const issuer = readAddress('CCHC_OIDC_ISSUER', text('CCHC_OIDC_ISSUER'), ['https:', 'http:']);
  if (issuer === undefined) return undefined;
  const clientId = text('CCHC_OIDC_CLIENT_ID');
  const file = text('CCHC_OIDC_SECRET_FILE');
  const clientSecret =
    file === undefined ? text('CCHC_OIDC_SECRET') : readSecret(file, 'CCHC_OIDC_SECRET_FILE');
  if (clientId !== undefined && clientSecret !== undefined && text('CCHC_URL') !== undefined)
    return { issuer, clientId, clientSecret };
  throw new UsageFailure(
    'Có CCHC_OIDC_ISSUER thì cần CCHC_URL, CCHC_OIDC_CLIENT_ID và CCHC_OIDC_SECRET (hoặc CCHC_OIDC_SECRET_FILE).',
    'With CCHC_OIDC_ISSUER set, CCHC_URL, CCHC_OIDC_CLIENT_ID and CCHC_OIDC_SECRET (or CCHC_OIDC_SECRET_FILE) are needed.',
  );
}
