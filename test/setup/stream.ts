import type { Client } from './client.ts';

export interface Told {
  id: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test names what it expects and fails where it is not there
  data: any;
}

export interface Stream {
  told: Told[];
  /** Waits for an event that the test describes; its own limit is the only clock. */
  until(what: (told: Told) => boolean): Promise<Told>;
  /** The server has ended it. */
  ended: Promise<void>;
  close(): void;
}

/** Server-sent events as a browser takes them. */
export async function openStream(who: Client, path: string, lastId?: string): Promise<Stream> {
  const cut = new AbortController();
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(who.url + path, {
    headers: { accept: 'text/event-stream', cookie, ...(lastId ? { 'last-event-id': lastId } : {}) },
    signal: cut.signal,
  });
  if (response.status !== 200 || !response.body) throw new Error(`stream: ${response.status}`);
  const told: Told[] = [];
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const held = waiting;
    waiting = [];
    for (const go of held) go();
  };
  let over = false;
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
          if (line('event'))
            told.push({ id: line('id'), event: line('event'), data: JSON.parse(line('data')) });
        }
        wake();
      }
    } catch {
      // closed by the test or by the end of the server
    }
    over = true;
    wake();
  };
  const ended = read(response.body);
  return {
    told,
    ended,
    until: async (what) => {
      for (;;) {
        const found = told.find(what);
        if (found) return found;
        if (over) throw new Error('the stream ended before it');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: () => cut.abort(),
  };
}
