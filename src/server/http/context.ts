import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '../../core/directory/roles.ts';
import type { Fact } from '../../core/kernel/fact.ts';
import type { Day, Instant } from '../../core/kernel/instant.ts';
import type { Replica } from '../database/replica.ts';
import type { DB } from '../database/schema.ts';

export type Person = Actor & {
  readonly name: string;
  readonly login: string;
  readonly language: 'vi' | 'en';
  /** The session or token that the request came with; null for the program's own work. */
  readonly sessionId: string | null;
  /** The network address that the request came from; null for the program's own work. */
  readonly origin: string | null;
};

/** What every part of the server may use; made once in main.ts. */
export type Services = {
  readonly db: Kysely<DB>;
  /** A streaming replica for boards and totals, where the office has one. */
  readonly replica?: Replica;
  readonly mode: 'demo' | 'office';
  readonly dataFolder: string;
  /** What small secrets in the database are sealed with, where several machines share one; else a key in the folder. */
  readonly secret?: string;
  readonly version: string;
  readonly publicUrl: string | null;
  /** Addresses or networks of the proxies before the program, where the office names them. */
  readonly proxies?: readonly string[];
  /** The mail server of the office; without it people are told inside the program only. */
  readonly mail?: MailSettings;
  readonly oidc?: OidcSettings;
  readonly files?: FileSettings;
  /** The backups that the program makes by itself, where the office has given it a passphrase. */
  readonly backups?: Backups;
  /** Background work. None in a command that ends by itself: what it leaves is found by the server's next look. */
  readonly queue?: Queue;
};

/** One piece of background work in the hands of this process. */
export type Task = {
  readonly data: Readonly<Record<string, unknown>>;
  /** The program ends, or another process has taken the work over: leave it where it can go on. */
  readonly stopped: () => boolean;
};

/** A kind of background work: how it is repeated and shared. */
export type Duty = {
  readonly name: string;
  /** When it is looked at by itself, on the clocks of Vietnam. */
  readonly cron?: string;
  /**
   * `one`: one of each at a time in all processes, and one more may wait. `gathered`: whoever begins does all there is,
   * so one waits at most. `each`: as many as come.
   */
  readonly sharing: 'one' | 'gathered' | 'each';
  /** How soon it begins after it was asked for. */
  readonly withinSeconds: number;
  /** How many this process does side by side. */
  readonly atOnce?: number;
  /** Tries after the first, with a wait that grows. */
  readonly retries: number;
  /** Where it goes when the last try failed. */
  readonly deadLetter?: string;
  /** Answers how many things it did. */
  readonly work: (task: Task) => Promise<number>;
};

export type Queue = {
  /** Rooms say what they do before the server listens. */
  readonly takeOn: (duty: Duty) => void;
  /** Asks for work in the transaction of what causes it: both are there, or neither. */
  readonly send: (trx: Transaction<DB>, name: string, about?: { readonly id: string }) => Promise<void>;
  /** What is repeated by itself, and when next. */
  readonly repeated: () => Promise<readonly { readonly name: string; readonly nextAt: Instant }[]>;
};

export type Backups = {
  readonly plan: { readonly folder: string; readonly at: string; readonly keep: number };
  /** Begins today's at once; false: one is under way. */
  begin(): Promise<boolean>;
};

/** The identity provider whose accounts may sign in here; it needs `publicUrl` to come back to. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Where uploaded files go and what looks at them; the data folder and nothing, where the office says no more. */
export type FileSettings = {
  /** An S3-compatible store instead of the data folder. */
  readonly s3?: S3Settings;
  /** The antivirus of the office (clamd). */
  readonly antivirus?: AntivirusSettings;
  /** Certificates (.cer, .crt, .pem) and revocation lists (.crl) that the office trusts. */
  readonly trustFolder?: string;
};

export type S3Settings = {
  readonly endpoint: string;
  readonly bucket: string;
  /** Before every name; empty, or ending with '/'. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type AntivirusSettings = { readonly host: string; readonly port: number } | { readonly path: string };

export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: string;
};

/** One reading request. */
export type ReadContext = {
  readonly services: Services;
  readonly db: Kysely<DB> | Transaction<DB>;
  readonly person: Person;
  /** Business time: deadlines are judged by it. */
  readonly now: Instant;
  /** Day of business time in Vietnam. */
  readonly today: Day;
};

/** One writing request: one transaction, one outcome. */
export type WriteContext = ReadContext & {
  readonly trx: Transaction<DB>;
  /** Facts recorded so far in this request, in order; what follows them runs in the same transaction. */
  readonly recorded: Fact[];
};
