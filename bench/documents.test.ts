import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter } from '../src/server/documents/pdf/printer.ts';
import { renderWord } from '../src/server/documents/word/renderWord.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { type Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { samples } from '../test/unit/documents/samples.ts';
import { middle } from './clock.ts';
import { fillTo } from './fill.ts';
import { line, ms } from './table.ts';

// Documents: a report of 22 units with tables of 60 rows, and the reports of a whole country as one file.
const UNITS = Number(process.env.CCHC_BENCH_UNITS ?? 3321);
let server: TestServer;
let mai: Client;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
});
afterAll(() => server?.close());

test('a report of 22 units with tables of 60 rows', async () => {
  const tree = samples['báo cáo dài']!;
  const printer = createPrinter(() => undefined);
  const word = await middle(5, () => renderWord(tree));
  const pdf = await middle(5, () => printer.print(tree));
  printer.close();
  const what = 'a report of 22 units with tables of 60 rows as';
  line({ of: '7', what: `${what} Word`, product: ms(word), bare: '', ratio: '', aim: '1 s' });
  line({ of: '7', what: `${what} PDF`, product: ms(pdf), bare: '', ratio: '', aim: '1 s' });
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
      line({
        of: '7',
        what: `${archive.total} unit PDFs as one file of ${(archive.bytes / 1e6).toFixed(0)} MB; the program held ${before.toFixed(0)} MB before and ${most.toFixed(0)} MB at most`,
        product: `${seconds.toFixed(0)} s, ${((seconds * 1000) / archive.total).toFixed(0)} ms each`,
        bare: '',
        ratio: '',
        aim: '',
      });
      expect(archive.failed).toEqual([]);
      return;
    }
    expect(archive.state).not.toBe('failed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}, 3_600_000);
