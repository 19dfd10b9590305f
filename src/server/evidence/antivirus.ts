import { connect } from 'node:net';
import type { AntivirusSettings } from '../http/context.ts';

export type Verdict =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly threat: string }
  /** No answer, or none that says anything: the file waits, it is neither lost nor believed. */
  | { readonly state: 'away'; readonly why: string };

const TIME_MS = 30_000;
const PIECE = 64 * 1024;

/** Asks clamd by its own protocol (INSTREAM): pieces with their length before them, a length of zero at the end. */
export const scan = (settings: AntivirusSettings, bytes: Uint8Array, timeMs = TIME_MS): Promise<Verdict> =>
  new Promise((resolve) => {
    const socket = connect(settings);
    let said = '';
    const answer = (verdict: Verdict): void => {
      socket.destroy();
      resolve(verdict);
    };
    const decide = (): void => {
      const text = said.replace(/\0/g, '').trim();
      const threat = /^stream: (.+) FOUND$/.exec(text)?.[1];
      if (threat) answer({ state: 'infected', threat: threat.slice(0, 200) });
      else if (text === 'stream: OK') answer({ state: 'clean' });
      else answer({ state: 'away', why: (text || 'no answer').slice(0, 200) });
    };
    socket.setTimeout(timeMs, () => answer({ state: 'away', why: 'timeout' }));
    socket.on('error', (error) => answer({ state: 'away', why: error.message.slice(0, 200) }));
    socket.on('data', (data) => {
      said += data.toString('utf8');
      if (said.includes('\0')) decide();
    });
    socket.on('end', decide);
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        socket.write(length);
        socket.write(piece);
      }
      socket.write(Buffer.alloc(4));
    });
  });
