import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '../http/context.ts';

export type Letter = {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
};

/** The server said no for good: a wrong address, a refused content. Trying again would not help. */
export class RefusedForGood extends Error {}
/** It turned out at the last moment that the letter is not to go. */
export class NotWanted extends Error {}

const SECOND = 1000;

/** One name of a letter for ever: a server or a reader that gets it again knows it. */
const messageId = (letter: Letter, from: string): string =>
  `<${letter.id}@${from.split('@').at(-1)?.replace(/[>\s]/g, '') || 'cchc'}>`;

const compose = (settings: MailSettings, letter: Letter): Promise<Buffer> =>
  new MailComposer({
    from: settings.from,
    to: letter.address,
    subject: letter.subject,
    text: letter.body,
    messageId: messageId(letter, settings.from),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
    .compile()
    .build();

/** Asks for its first byte only once the server has said that it wants the content. */
const askedFirst = (content: Buffer, mayGo: () => Promise<boolean>): Readable => {
  let asked = false;
  return new Readable({
    read() {
      if (asked) return;
      asked = true;
      mayGo().then(
        (yes) => {
          if (!yes) return this.destroy(new NotWanted());
          this.push(content);
          this.push(null);
        },
        (error: unknown) => this.destroy(error as Error),
      );
    },
  });
};

type SmtpError = Error & { readonly responseCode?: number; readonly code?: string };

/** 5xx to the recipient or to the content is final; to the sign-in it is a setting that somebody will correct. */
const isFinal = (error: SmtpError): boolean =>
  (error.responseCode ?? 0) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');

/**
 * Hands one letter to the mail server and comes back once the server has taken it. `mayGo` is asked after the server
 * has agreed to the recipient and before the first byte of the content: what it keeps tells a later process whether
 * the content can have left.
 */
export const handOver = async (
  settings: MailSettings,
  letter: Letter,
  mayGo: () => Promise<boolean>,
): Promise<void> => {
  const content = await compose(settings, letter);
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    dnsTimeout: 10 * SECOND,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.on('end', () => reject(new Error('the mail server ended the connection')));
      const send = (): void => {
        const stream = askedFirst(content, mayGo);
        stream.on('error', reject);
        const envelope = { from: /<([^>]+)>/.exec(settings.from)?.[1] ?? settings.from, to: letter.address };
        connection.send(envelope, stream, (error) => (error ? reject(error) : resolve()));
      };
      connection.connect((error) => {
        if (error) return reject(error);
        if (!settings.login) return send();
        connection.login(settings.login, (refused) => (refused ? reject(refused) : send()));
      });
    });
    connection.quit();
  } catch (error) {
    connection.close();
    throw isFinal(error as SmtpError) ? new RefusedForGood((error as Error).message) : error;
  }
};
