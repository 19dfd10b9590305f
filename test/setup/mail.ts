import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string;
  /** Headers and body as they came, decoded. */
  text: string;
}

export interface MailBox {
  address: string;
  received: Received[];
  /** What the server does with the next steps; settled promises let them pass at once. */
  atRecipient: (to: string) => Promise<void>;
  atContent: (letter: Received) => Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const decoded = (raw: string): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const subject = head.replace(/\r\n[ \t]+/g, ' ').replace(/\?= =\?/g, '?==?');
  const words = subject.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(quoted(text.replaceAll('_', ' ')), 'latin1').toString('utf8'),
  );
  const content = body.join('\r\n\r\n');
  const text = /transfer-encoding: base64/i.test(head)
    ? Buffer.from(content, 'base64').toString('utf8')
    : Buffer.from(quoted(content.replace(/=\r\n/g, '')), 'latin1').toString('utf8');
  return `${words}\n\n${text}`;
};
const quoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A real SMTP server on this machine, always on the same port once it has started. */
export async function openMailBox(): Promise<MailBox> {
  let server: SMTPServer | undefined;
  let port = 0;
  const box: MailBox = {
    address: '',
    received: [],
    atRecipient: async () => undefined,
    atContent: async () => undefined,
    start: async () => {
      server = new SMTPServer({
        disabledCommands: ['STARTTLS', 'AUTH'],
        logger: false,
        onRcptTo: (address, _session, done) => {
          box.atRecipient(address.address).then(
            () => done(),
            (error: Error) => done(error),
          );
        },
        onData: (stream, session, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const to = session.envelope.rcptTo.map((r) => r.address).join(', ');
            const letter = { to, text: decoded(Buffer.concat(chunks).toString('latin1')) };
            box.received.push(letter);
            box.atContent(letter).then(
              () => done(),
              (error: Error) => done(error),
            );
          });
        },
      });
      server.on('error', () => undefined);
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', () => resolve()));
      port = (server.server.address() as { port: number }).port;
      box.address = `smtp://127.0.0.1:${port}`;
    },
    stop: () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
  await box.start();
  return box;
}
