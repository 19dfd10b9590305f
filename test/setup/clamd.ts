import { createServer, type Server } from 'node:net';

/** Text that this antivirus takes for a virus; the real test file would set off the one of the developer. */
export const THREAT = 'DAY-LA-MA-DOC-DE-THU';

export type Clamd = { readonly port: number; down(): Promise<void>; up(): Promise<void> };

/** A small antivirus that speaks clamd's INSTREAM over TCP: lengths before pieces, a length of zero at the end. */
export const startClamd = async (): Promise<Clamd> => {
  const serve = (): Server =>
    createServer((socket) => {
      let buffer = Buffer.alloc(0);
      let greeted = false;
      let content = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        buffer = Buffer.concat([buffer, data]);
        if (!greeted) {
          const end = buffer.indexOf(0);
          if (end < 0) return;
          if (buffer.toString('latin1', 0, end) !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0');
          greeted = true;
          buffer = buffer.subarray(end + 1);
        }
        while (buffer.length >= 4) {
          const length = buffer.readUInt32BE(0);
          if (length === 0) {
            socket.end(content.includes(THREAT) ? 'stream: Thu.Nghiem FOUND\0' : 'stream: OK\0');
            return;
          }
          if (buffer.length < 4 + length) return;
          content = Buffer.concat([content, buffer.subarray(4, 4 + length)]);
          buffer = buffer.subarray(4 + length);
        }
      });
    });
  let server = serve();
  const listen = (port: number): Promise<number> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const port = await listen(0);
  return {
    port,
    down: () => new Promise((resolve) => server.close(() => resolve())),
    up: async () => {
      server = serve();
      await listen(port);
    },
  };
};
