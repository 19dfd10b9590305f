import { readdirSync, readFileSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { docxOf } from '../letters/makeFiles.ts';
import { theCampaign } from '../setup/campaign.ts';
import { Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

// What somebody sends who means harm, or a machine that has lost its mind: each is answered, and everybody else too.
let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let baoLam: string;
let routes: { method: string; path: string }[];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'quan']) people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  baoLam = campaign.path('Xã Bảo Lâm');
  const { paths } = (await as('lan').get('/api/openapi.json')).body as { paths: Record<string, object> };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => server?.close());

const cookieOf = (client: Client): string => [...client.cookies].map(([n, v]) => `${n}=${v}`).join('; ');
const headersOf = (client: Client, more: Record<string, string> = {}) => ({
  cookie: cookieOf(client),
  'x-cchc': '1',
  'content-type': 'application/json',
  ...more,
});

/** Bytes as no client would send them; what comes back until the server lets go. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    let heard = '';
    const socket = connectSocket(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      heard += String(chunk);
    });
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard));
  });
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('bodies', () => {
  const send = async (body: string, type = 'application/json'): Promise<[number, string]> => {
    const answer = await fetch(`${server.url}${baoLam}/save`, {
      method: 'POST',
      headers: headersOf(as('lan'), { 'content-type': type }),
      body,
    });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };

  it('deep, wide, poisoned and disguised JSON is refused as invalid, and the server goes on', async () => {
    const deep = (n: number, inside: string) => `${'['.repeat(n)}${inside}${']'.repeat(n)}`;
    const list = (n: number) => `{"type":"bulletList","content":[{"type":"listItem","content":[`.repeat(n);
    const nested = `${list(60)}{"type":"paragraph","content":[{"type":"text","text":"a\\u0000b"}]}${']}]}'.repeat(60)}`;
    const words = (doc: string) =>
      `{"cells":[],"words":[{"section":"s1","kind":"text","version":0,"doc":${doc}}]}`;
    for (const body of [
      `{"cells":${deep(200_000, '')}}`,
      words(`{"type":"doc","content":${deep(50_000, '')}}`),
      words(`{"type":"doc","content":[${nested}]}`),
      `{"cells":[${Array(60_000).fill('{}').join()}]}`,
      '{"__proto__":{"isAdmin":true},"cells":[]}',
      '{"constructor":{"prototype":{"isAdmin":true}},"cells":[]}',
      '{"cells":1e999999}',
      '\uFEFF{]',
    ]) {
      const [status] = await send(body);
      expect([body.slice(0, 60), status >= 400 && status < 500]).toEqual([body.slice(0, 60), true]);
    }
    // A form of another site could send these without asking: they are not taken for JSON.
    expect((await send('{"cells":[]}', 'text/plain'))[0]).toBe(400);
    expect((await send('cells=1', 'application/x-www-form-urlencoded'))[0]).toBe(415);
    expect(await send(`{"cells":"${'x'.repeat(2 * 1024 * 1024)}"}`)).toEqual([413, 'http.tooLarge']);
    expect((await as('lan').get('/api/work')).status).toBe(200);
  });
});

describe('addresses and headers', () => {
  it('no spelling of a path reaches a file that is not served', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/..\\..\\..\\package.json',
      '//etc/passwd',
      '/.git/config',
      '/%00',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect([path, /"devDependencies"|root:x:|\[core\]/.test(answer), statusOf(answer) < 500]).toEqual([
        path,
        false,
        true,
      ]);
    }
  });

  it('two lengths, two ways to end, line ends in a header: refused by the first reader', async () => {
    const head = `POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
    for (const bad of [
      `${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/work HTTP/1.1\r\nhost: x\r\n\r\n`,
      `${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}x`,
      `${head}transfer-encoding: xchunked\r\n\r\n{}`,
      `GET /api/work HTTP/1.1\r\nhost: x\r\nx-a: b\nx-c\r\n\r\n`,
      `GET /api/work HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(100_000)}\r\n\r\n`,
    ])
      expect([bad.slice(0, 90), [400, 431].includes(statusOf(await raw(bad)))]).toEqual([
        bad.slice(0, 90),
        true,
      ]);
  });

  it('headers that other programs obey change neither the route, the method nor who asks', async () => {
    const tricks = {
      'x-http-method-override': 'DELETE',
      'x-original-url': '/api/people',
      'x-rewrite-url': '/api/people',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'cchc.evil.example',
      forwarded: 'for=203.0.113.9;host=evil.example',
      'x-real-ip': '203.0.113.9',
      'x-forwarded-user': 'quan',
      'x-cchc-person': '01900000-0000-7000-8000-000000000000',
    };
    const { 'x-cchc-person': somebody, ...others } = tricks;
    const me = await fetch(`${server.url}/api/session`, { headers: headersOf(as('lan'), others) });
    expect([me.status, ((await me.json()) as { me: { login: string } }).me.login]).toEqual([200, 'lan']);
    const under = { headers: headersOf(as('lan'), { 'x-cchc-person': somebody }) };
    expect((await fetch(`${server.url}/api/session`, under)).status).toBe(401);
    const reset = await fetch(`${server.url}/api/people/${await idOf('lan')}/reset-link`, {
      method: 'POST',
      headers: headersOf(as('quan'), others),
      body: '{}',
    });
    expect(reset.status).toBe(200);
    expect(JSON.stringify(await reset.json())).not.toContain('evil');
    const last = (await as('quan').get('/api/journal?type=access.resetLinkMade&limit=1')).body.facts[0];
    expect(last.origin).toBe('127.0.0.1');
    people.lan = await signIn(server.url, 'lan');
  });

  it('many who send a header letter by letter hold nobody else up', async () => {
    const { hostname, port } = new URL(server.url);
    const sockets: Socket[] = Array.from({ length: 150 }, () =>
      connectSocket(Number(port), hostname).on('error', () => {}),
    );
    for (const socket of sockets) socket.write('GET /api/work HTTP/1.1\r\nhost: x\r\nx-slow: a');
    await expect.poll(() => sockets.every((s) => s.bytesWritten > 0 && !s.connecting)).toBe(true);
    const answers = await Promise.all(Array.from({ length: 5 }, () => as('lan').get('/api/work')));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    for (const socket of sockets) socket.destroy();
  });
});

/** A route with these in its place. */
const filled = (path: string, unitId: string) =>
  path
    .replace('{campaignId}', campaign.id)
    .replace('{unitId}', unitId)
    .replace(/\{\w+\}/g, '1');
const idOf = async (login: string): Promise<string> =>
  (await server.db.selectFrom('person').where('login', '=', login).select('id').executeTakeFirstOrThrow()).id;

describe('what belongs to others', () => {
  const UNKNOWN = '01900000-0000-7000-8000-000000000000';

  it('no route that reads one unit reads another', async () => {
    const ofUnit = routes.filter((r) => r.method === 'GET' && r.path.includes('{unitId}'));
    expect(ofUnit.length).toBeGreaterThan(8);
    const open: string[] = [];
    for (const { path } of ofUnit) {
      const { status } = await as('lan').download(filled(path, campaign.unit('Xã Gia Cát')));
      if (status < 400) open.push(path);
      expect([path, status < 500]).toEqual([path, true]);
    }
    expect(open).toEqual([]);
  });

  it('a person, a draft and a paper of others are as unknown as what never was', async () => {
    const draft = (await as('mai').post('/api/campaigns', {})).body.id;
    for (const [mine, theirs] of [
      [`/api/people/${await idOf('hung')}`, `/api/people/${UNKNOWN}`],
      [`/api/campaigns/${draft}`, `/api/campaigns/${UNKNOWN}`],
    ] as const) {
      const [one, other] = [await as('lan').get(mine), await as('lan').get(theirs)];
      expect([mine, one.status, one.body.code]).toEqual([mine, other.status, other.body.code]);
      expect(one.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('J2: a name that exists is not answered sooner or later than one that does not', async () => {
    const { rows: known } = {
      rows: await server.db.selectFrom('person').select('login').limit(12).execute(),
    };
    const nobody = new Client(server.url);
    const took = async (login: string): Promise<number> => {
      const began = performance.now();
      await nobody.post('/api/session', { login, password: 'không đúng đâu' });
      return performance.now() - began;
    };
    const [there, not]: [number[], number[]] = [[], []];
    for (const [n, { login }] of known.entries()) {
      there.push(await took(login));
      not.push(await took(`khong-co-${n}`));
    }
    // The quickest of each: a hash of a password takes tens of times as long as looking a name up.
    const ratio = Math.min(...there) / Math.min(...not);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
    await server.owner.deleteFrom('sign_in_attempt').execute();
  });
});

describe('the same once more', () => {
  it("a key belongs to who made it: under another's key nobody gets that one's answer", async () => {
    const key = 'a-key-that-was-overheard';
    const first = await as('quan').post('/api/people', { login: 'nghe-len', name: 'Nghe Lén' }, { key });
    expect(first.status).toBe(200);
    const again = await as('quan').post('/api/people', { login: 'nghe-len', name: 'Nghe Lén' }, { key });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await as('lan').post('/api/people', { login: 'nghe-len', name: 'Nghe Lén' }, { key });
    expect(other.status).toBe(403);
    const otherRoute = await as('quan').post(`${baoLam}/save`, { cells: [] }, { key });
    expect(otherRoute.status).toBeGreaterThanOrEqual(400);
  });

  it('a session that was left opens nothing when its cookie is sent again', async () => {
    const lan = await signIn(server.url, 'lan');
    const kept = cookieOf(lan);
    expect((await lan.delete('/api/session')).status).toBe(200);
    expect((await fetch(`${server.url}/api/work`, { headers: { cookie: kept } })).status).toBe(401);
  });
});

describe('stored HTML', () => {
  it('markup that people type stays words, also in the page that brings the report; no other node is kept', async () => {
    const typed = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
    const { body } = await as('lan').get<ReportAnswer>(baoLam);
    const section = body.sections.find((s) => s.words)?.id ?? '';
    const version = body.words.find((w) => w.section === section)?.version ?? 0;
    const doc = (content: unknown) => ({ type: 'doc', content: [content] });
    const words = (content: unknown) => [{ section, kind: 'text', doc: doc(content), version }];
    const text = { type: 'text', text: typed };
    for (const bad of [
      { type: 'html', html: typed },
      { type: 'paragraph', attrs: { onclick: 'alert(1)' }, content: [text] },
      {
        type: 'paragraph',
        content: [{ ...text, marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
      },
    ]) {
      const { status } = await as('lan').post(`${baoLam}/save`, { cells: [], words: words(bad) });
      expect([JSON.stringify(bad), status >= 400 && status < 500]).toEqual([JSON.stringify(bad), true]);
    }
    const plain = { cells: [], words: words({ type: 'paragraph', content: [text] }) };
    expect((await as('lan').post(`${baoLam}/save`, plain)).status).toBe(200);
    const page = await fetch(`${server.url}/bao-cao/${campaign.id}/${campaign.unit('Xã Bảo Lâm')}`, {
      headers: { cookie: cookieOf(as('lan')), accept: 'text/html' },
    });
    const html = await page.text();
    expect(html).toContain('alert(1)');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

describe('exports', () => {
  it('what people type never becomes a formula, in any file that leaves', async () => {
    const payload = '=HYPERLINK("http://evil.example";"x")+cmd|calc';
    const { body } = await as('lan').get<ReportAnswer>(baoLam);
    const cell = body.cells.find((c) => c.form === 'cddh' && c.column === 'note');
    const place = { form: 'cddh', row: cell?.row ?? 'cchc-1-01', column: 'note' };
    const saved = await as('lan').post(`${baoLam}/save`, {
      cells: [{ ...place, cell: { kind: 'text', text: payload }, version: cell?.version ?? 0 }],
    });
    expect(saved.status).toBe(200);
    await server.owner
      .updateTable('unit')
      .set({ name: payload })
      .where('id', '=', campaign.unit('Xã Gia Cát'))
      .execute();
    const tables = routes.filter((r) => /\.(xlsx|csv)$/.test(r.path));
    expect(tables.length).toBeGreaterThan(4);
    const [seen, left]: [string[], string[]] = [[], []];
    for (const { method, path } of tables) {
      const unit = campaign.unit('Xã Bảo Lâm');
      const at = filled(path, unit);
      for (const who of ['lan', 'mai', 'quan']) {
        const unitIds = [unit, campaign.unit('Xã Gia Cát')];
        const answer = await fetch(server.url + at, {
          method,
          headers: headersOf(as(who)),
          ...(method === 'POST' ? { body: JSON.stringify({ unitIds }) } : {}),
        });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (answer.status !== 200) continue;
        left.push(path);
        const parts = path.endsWith('.csv')
          ? [Buffer.from(bytes).toString('utf8')]
          : Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
              /\.xml$/.test(name) ? [Buffer.from(part).toString('utf8')] : [],
            );
        const text = parts.join('\n');
        if (text.includes('evil.example')) seen.push(path);
        expect([path, /<f\b[^>]*>[^<]*evil/.test(text)]).toEqual([path, false]);
        if (path.endsWith('.csv')) expect(text).not.toMatch(/(^|[;,\n])"?=HYPERLINK/);
        break;
      }
    }
    expect(new Set(left).size).toBeGreaterThan(3);
    // Where the words do come out they come out as words.
    expect(seen).toContain('/api/reports/{campaignId}/{unitId}/form.xlsx');
    expect(seen).toContain('/api/campaigns/{campaignId}/board.xlsx');
  });
});

describe('a child of the program runs out of memory', () => {
  /** The process that reads a foreign file, as the system's own killer would choose it. */
  const reader = (): number | undefined => {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const said = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        const env = readFileSync(`/proc/${id}/status`, 'utf8');
        const parent = Number(/PPid:\s+(\d+)/.exec(env)?.[1]);
        const above = readFileSync(`/proc/${parent}/cmdline`, 'utf8');
        const ours = readFileSync(`/proc/${parent}/environ`, 'utf8').includes(
          `CCHC_DATA=${server.dataFolder}`,
        );
        if (ours && said.includes('upload/child.ts') && above.includes('serve')) return Number(id);
      } catch {
        // It has ended since it was listed.
      }
    return undefined;
  };

  it.skipIf(process.platform !== 'linux')(
    'J6: it is killed in the middle of a letter: a clear refusal, the server stays up, the next one is read',
    async () => {
      const letter = await docxOf('UBND HUYỆN CAO LỘC\nKính gửi: UBND các xã. Báo cáo trước ngày 01/3/2024.');
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      const send = () => as('mai').upload('/api/letters', 'cv.docx', new Uint8Array(letter), type);
      const sent = send();
      let found: number | undefined;
      await expect.poll(() => (found ??= reader()), { interval: 5, timeout: 30_000 }).toBeTypeOf('number');
      process.kill(found ?? 0, 'SIGKILL');
      const refused = await sent;
      expect([refused.status, refused.body.code]).toEqual([422, 'upload.tooHeavy']);
      expect((await as('lan').get('/api/work')).status).toBe(200);
      expect((await send()).status).toBe(200);
    },
  );
});
