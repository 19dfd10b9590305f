import { randomUUID } from 'node:crypto';
import { PASSWORD } from './server.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test names what it expects and fails where it is not there
type Anything = any;

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

interface Ask {
  /** Client's key of a write; a new one each time unless it is given, to repeat a request. */
  key?: string;
  headers?: Record<string, string>;
  /** Of a form with a file, before it. */
  fields?: Record<string, string>;
}

/** A person at a browser: keeps cookies, marks writes as our own pages do, gives each write a key. */
export class Client {
  readonly url: string;
  readonly #cookies = new Map<string, string>();
  #token: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in, and expects to succeed. */
  async signIn(login: string, password = PASSWORD): Promise<this> {
    const answer = await this.post('/api/session', { login, password });
    if (answer.status !== 200) {
      throw new Error(`sign-in of ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return this;
  }

  /** From now on as a script with a personal token, without cookies. */
  useToken(token: string): this {
    this.#token = token;
    this.#cookies.clear();
    return this;
  }

  /** The session of somebody who signed in elsewhere, as behind a proxy that chooses another process. */
  takeSession(from: Client): this {
    for (const [name, value] of from.cookies) this.#cookies.set(name, value);
    return this;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  get<T = Anything>(path: string, ask: Ask = {}): Promise<Answer<T>> {
    return this.#send('GET', path, undefined, ask);
  }

  post<T = Anything>(path: string, body?: unknown, ask: Ask = {}): Promise<Answer<T>> {
    return this.#send('POST', path, body, ask);
  }

  put<T = Anything>(path: string, body?: unknown, ask: Ask = {}): Promise<Answer<T>> {
    return this.#send('PUT', path, body, ask);
  }

  delete<T = Anything>(path: string, body?: unknown, ask: Ask = {}): Promise<Answer<T>> {
    return this.#send('DELETE', path, body, ask);
  }

  /** A piece of a file as it is. */
  async putBytes<T = Anything>(path: string, bytes: Uint8Array, ask: Ask = {}): Promise<Answer<T>> {
    const headers = { 'content-type': 'application/octet-stream', ...this.#writeHeaders(ask) };
    return this.#read<T>(
      await fetch(this.url + path, { method: 'PUT', headers, body: new Uint8Array(bytes) }),
    );
  }

  /** A file as bytes: a Word document, an attachment. */
  async download(path: string): Promise<Answer<Uint8Array>> {
    const response = await fetch(this.url + path, { headers: this.#headers() });
    return {
      status: response.status,
      body: new Uint8Array(await response.arrayBuffer()),
      headers: response.headers,
    };
  }

  /** A file as a form sends it. */
  async upload<T = Anything>(
    path: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    type: string,
    ask: Ask = {},
  ) {
    const form = new FormData();
    for (const [field, value] of Object.entries(ask.fields ?? {})) form.set(field, value);
    form.set('file', new File([bytes], name, { type }));
    return this.#read<T>(
      await fetch(this.url + path, { method: 'POST', headers: this.#writeHeaders(ask), body: form }),
    );
  }

  async #send<T>(method: string, path: string, body: unknown, ask: Ask): Promise<Answer<T>> {
    const headers = method === 'GET' ? { ...this.#headers(), ...ask.headers } : this.#writeHeaders(ask);
    const content =
      body === undefined
        ? { headers }
        : { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    return this.#read<T>(await fetch(this.url + path, { method, redirect: 'manual', ...content }));
  }

  async #read<T>(response: Response): Promise<Answer<T>> {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line))
        this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  #headers(): Record<string, string> {
    if (this.#token !== undefined) return { authorization: `Bearer ${this.#token}` };
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  #writeHeaders(ask: Ask): Record<string, string> {
    return { ...this.#headers(), 'x-cchc': '1', 'idempotency-key': ask.key ?? randomUUID(), ...ask.headers };
  }
}

/** Somebody of the demonstration, signed in. */
export function signIn(url: string, login: string, password = PASSWORD): Promise<Client> {
  return new Client(url).signIn(login, password);
}
