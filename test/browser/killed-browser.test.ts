import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Profile } from '../setup/browser.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';
import { ownReport, readReport } from './editor-report.ts';
import { personAt } from './person.ts';

let server: TestServer;
let folder: string;
let profile: Profile | undefined;
let other: Browser | undefined;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  folder = mkdtempSync(join(tmpdir(), 'cchc-profile-'));
});
afterAll(async () => {
  await profile?.kill().catch(() => undefined);
  await other?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const cell = (page: Page, column: string) => page.locator(`[data-row="khac"][data-col="${column}"]`);
const said = (page: Page) => expect.poll(() => page.locator('.save').textContent(), { timeout: 30_000 });

const signedIn = async (page: Page): Promise<void> => {
  const login = page.getByLabel('Thư điện tử công vụ hoặc tên đăng nhập');
  await login.or(page.locator('summary.me')).first().waitFor();
  if (!(await login.isVisible())) return;
  await login.fill('lan');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('summary.me').waitFor();
};

test('D4 browser and server killed while typing: nothing lost, nothing doubled; a USB file carries the rest', async () => {
  profile = await openProfile(folder);
  let page = await profile.browser.contexts()[0]!.newPage();
  await page.goto(server.url);
  await signedIn(page);
  const at = await ownReport(page);
  const stored = async (on: Page, column: string) =>
    (await readReport(on, at)).cells.find(
      (c) => c.form === 'dossier' && c.row === 'khac' && c.column === column,
    );
  const address = `${server.url}/bao-cao/${at.campaignId}/${at.unitId}/s2.2`;
  await page.goto(address);
  await cell(page, '4').waitFor();
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
  // One value is on its way when the server dies: it may have arrived or not, and must stand once either way.
  await cell(page, '4').fill('9131');
  await page.waitForRequest(/\/save$/);
  await server.kill();
  await cell(page, '5').fill('9132');
  await cell(page, '6').fill('2o');
  await said(page).toMatch(/ô chờ mạng/);
  // A kill is told from a power cut by what the disk had: the last key of all is given its milliseconds.
  const onDisk = () =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('cchc.outbox');
          opening.onsuccess = () => {
            const all = opening.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result.map((e) => e.column));
            };
          };
        }),
    );
  await expect.poll(onDisk).toEqual(expect.arrayContaining(['5', '6']));
  await profile.kill();

  // The same machine without a server: everything typed is there, and goes into a file.
  profile = await openProfile(folder);
  const context = profile.browser.contexts()[0]!;
  page = await context.newPage();
  await page.goto(address);
  await cell(page, '6').waitFor();
  expect([await cell(page, '5').inputValue(), await cell(page, '6').inputValue()]).toEqual(['9.132', '2o']);
  await page.getByRole('button', { name: 'Mang sang máy khác' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /Ghi \d thay đổi chưa gửi ra tệp/ }).click();
  const file = join(folder, 'usb.json');
  await (await coming).saveAs(file);
  expect(JSON.parse(readFileSync(file, 'utf8')).content.by).toBe('Hoàng Thị Lan');

  // Another machine with network takes it; then the first one comes back with the same.
  await server.restart();
  other = await launchBrowser();
  const lan = await personAt(other, server.url, 'lan');
  await lan.goto(address);
  await cell(lan, '4').waitFor();
  await lan.getByRole('button', { name: 'Mang sang máy khác' }).click();
  await lan.locator('dialog input[type=file]').setInputFiles(file);
  await lan.getByText(/Đã đọc \d thay đổi do Hoàng Thị Lan gõ/).waitFor();
  await said(lan).toMatch(/^Đã lưu/);
  const first = await Promise.all(['4', '5', '6'].map((column) => stored(lan, column)));
  expect(first.map((c) => c?.cell)).toEqual([
    { kind: 'amount', amount: '9131' },
    { kind: 'amount', amount: '9132' },
    { kind: 'unparsed', typed: '2o' },
  ]);
  await page.reload();
  // A browser that was killed may have lost its cookie with the rest: then the password is asked once more.
  await signedIn(page);
  await page.goto(address);
  await cell(page, '4').waitFor();
  await expect
    .poll(() => page.locator('.save').textContent(), { timeout: 60_000 })
    .not.toMatch(/chờ|Đang lưu|hai số/);
  expect(await Promise.all(['4', '5', '6'].map((column) => stored(page, column)))).toEqual(first);
  const facts = await server.db
    .selectFrom('fact')
    .select('data')
    .where('type', '=', 'report.saved')
    .where('unit_id', '=', at.unitId)
    .execute();
  for (const value of ['9131', '9132'])
    expect(facts.filter((f) => JSON.stringify(f.data).includes(`"${value}"`)).length).toBe(1);
}, 120_000);
