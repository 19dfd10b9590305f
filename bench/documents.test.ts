import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter } from '../src/server/documents/pdf/printer.ts';
import { renderWord } from '../src/server/documents/word/renderWord.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { type Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { samples } from '../test/unit/documents/samples.ts';
import { middle } from './clock.ts';
import { fillTo } from './fill.ts';

// Documents: a report of 22 units with tables of 60 rows, and the reports of a whole country as one file.
const UNITS = Number(process.env.CCHC_BENCH_UNITS ?? 3321);
let server: TestServer;
let mai: Client;
const rows: string[][] = [];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
});
afterAll(async () => {
  await server?.close();
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
});

test('a report of 22 units with tables of 60 rows', async () => {
  const tree = samples['báo cáo dài']!;
  const printer = createPrinter(() => undefined);
  const word = await middle(5, () => renderWord(tree));
  const pdf = await middle(5, () => printer.print(tree));
  printer.close();
  rows.push(['report of 22 units × 60 rows', `Word ${word.toFixed(0)} ms`, `PDF ${pdf.toFixed(0)} ms`]);
  expect(word).toBeGreaterThan(0);
});

/** Memory of the program's own process in MB: the child of this one that serves. */
const memory = (): number => {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const own = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status);
      if (own && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('serve'))
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      // A process that has just ended.
    }
  return 0;
};

test('the reports of a country as one file, and the memory that it takes', async () => {
  const campaign = await theCampaign(mai);
  await fillTo(server.owner, campaign.id, UNITS);
  const path = `/api/campaigns/${campaign.id}/archives`;
  const before = memory();
  let most = 0;
  const began = performance.now();
  await mai.post(path, { format: 'pdf' });
  for (;;) {
    const [archive] = (await mai.get(path)).body;
    most = Math.max(most, memory());
    if (archive.state === 'done') {
      const seconds = (performance.now() - began) / 1000;
      rows.push([
        `${archive.total} unit PDFs as one file`,
        `${seconds.toFixed(0)} s, ${((seconds * 1000) / archive.total).toFixed(0)} ms each`,
        `${(archive.bytes / 1e6).toFixed(0)} MB; memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
      ]);
      expect(archive.failed).toEqual([]);
      return;
    }
    expect(archive.state).not.toBe('failed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}, 3_600_000);
