// Part of `npm run upgrade`: the program on a database that an older one filled, by way of its own door.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');
const PASSWORD = 'CaoLoc@2024';

const start = (): Promise<{ child: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, PORT: '0', CCHC_DEMO_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const found = /http:\/\/[\d.]+:\d+(?=[\s\S]*Ctrl-C)/.exec(text);
      if (found) resolve({ child, url: found[0] });
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${text}`)));
  });
};

const { child, url } = await start();
let cookie = '';
const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(url + path, {
    method,
    headers: { cookie, 'x-cchc': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const given = answer.headers.getSetCookie()[0];
  if (given) cookie = given.split(';')[0] ?? '';
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('content-type')?.includes('json')
    ? await answer.json()
    : await answer.arrayBuffer();
};
const as = (login: string) => ask('POST', '/api/session', { login, password: PASSWORD });

await as('mai');
const [campaign] = (await ask('GET', '/api/campaigns')) as { id: string }[];
const at = `/api/campaigns/${campaign?.id}`;
const board = (await ask('GET', `${at}/board`)) as { rows: { unitId: string; name: string }[] };
if (board.rows.length < 20) throw new Error('units are missing');
await ask('GET', `${at}/totals`);
for (const path of ['/api/work', '/api/journal', '/api/templates', `${at}/request.docx`])
  await ask('GET', path);
const unit = board.rows.find((row) => row.name === 'Xã Bảo Lâm')?.unitId;
await as('lan');
const report = `/api/reports/${campaign?.id}/${unit}`;
const { sections, words } = (await ask('GET', report)) as {
  sections: { id: string; words: boolean }[];
  words: { section: string; version: number }[];
};
const section = sections.find((one) => one.words)?.id;
const version = words.find((one) => one.section === section)?.version ?? 0;
const doc = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Viết sau khi nâng cấp.' }] }],
};
await ask('POST', `${report}/save`, { cells: [], words: [{ section, kind: 'text', doc, version }] });
await ask('GET', `${report}/document.docx`);
child.kill('SIGTERM');
await new Promise((resolve) => child.once('exit', resolve));
