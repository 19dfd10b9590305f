import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';
import { type AtDesk, atDesk, command, ownReport, readReport } from './editor-report.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let lan: Page;
let context: BrowserContext;
let at: { campaignId: string; unitId: string };
let { open, cell, saved, stored, focused, clipboard } = {} as AtDesk;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  lan = await personAt(browser, server.url, 'lan');
  context = lan.context();
  at = await ownReport(lan);
  ({ open, cell, saved, stored, focused, clipboard } = atDesk(lan, server.url, at));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  // A test that failed without network leaves the next one its network.
  await context.setOffline(false);
  await open('s2.2');
});

test('D7 a row is filled by keys alone: typing replaces, Tab and arrows step over sums, Esc restores', async () => {
  await cell('khac', '4').focus();
  for (const [typed, key, next] of [
    ['46', 'Tab', 'khac/5'],
    ['71', 'ArrowRight', 'khac/6'],
    ['1', 'ArrowRight', 'khac/8'],
    ['84', 'Tab', 'khac/9'],
    ['28', 'Tab', 'khac/10'],
    ['0', 'Tab', 'khac/12'],
    ['5', 'Tab', 'khac/13'],
    ['kps', 'ArrowUp', 'khieu-nai-to-cao/13'],
  ] as const) {
    await lan.keyboard.type(typed);
    await lan.keyboard.press(key);
    expect(await focused()).toBe(next);
  }
  const row = lan.locator('tr', { has: cell('khac', '4') });
  await expect.poll(() => row.locator('output').allTextContents()).toEqual(['118', '112', '5']);
  expect(await cell('khac', '13').inputValue()).toBe('KPS');
  await lan
    .getByText(
      'Lĩnh vực khác lệch 1 hồ sơ. Cột 3 là 118 (46 + 71 + 1), còn cột 7 cộng cột 11 là 117 (112 + 5).',
    )
    .waitFor();
  await cell('khac', '9').focus();
  await lan.keyboard.type('9999');
  await lan.keyboard.press('Escape');
  expect(await cell('khac', '9').inputValue()).toBe('28');
  await lan.keyboard.type('29');
  await lan.keyboard.press('Enter');
  await expect.poll(() => lan.getByText('Lĩnh vực khác lệch').count()).toBe(0);
  await lan.keyboard.press('Control+z');
  await expect.poll(() => cell('khac', '9').inputValue()).toBe('28');
  await lan.keyboard.press('Control+y');
  await expect.poll(() => cell('khac', '9').inputValue()).toBe('29');
  await saved();
  expect((await stored('khac', '13'))?.cell).toEqual({ kind: 'nil' });
  expect((await stored('khac', '9'))?.cell).toEqual({ kind: 'amount', amount: '29' });
});

test('C3 C8 12a stays as typed and is marked wrong; zero, nil, not applicable, estimate stay apart after a reload', async () => {
  await cell('tin-nguong-ton-giao', '4').focus();
  for (const typed of ['12a', '0', 'kps', 'kad', '1234,5']) {
    await lan.keyboard.type(typed);
    await lan.keyboard.press('ArrowRight');
  }
  await cell('tin-nguong-ton-giao', '9').focus();
  await lan.keyboard.press('Alt+u');
  await saved();
  await lan.reload();
  await cell('tin-nguong-ton-giao', '4').waitFor();
  const shown = await lan
    .locator('[data-row="tin-nguong-ton-giao"]')
    .evaluateAll((all) => (all as HTMLInputElement[]).slice(0, 5).map((f) => f.value));
  expect(shown).toEqual(['12a', '0', 'KPS', 'KAD', '1.234,5']);
  expect(await cell('tin-nguong-ton-giao', '4').getAttribute('aria-invalid')).toBe('true');
  await lan.getByText('Cột 4: “12a” chưa phải là số.').waitFor();
  expect((await stored('tin-nguong-ton-giao', '4'))?.cell).toEqual({ kind: 'unparsed', typed: '12a' });
  expect((await stored('tin-nguong-ton-giao', '9'))?.cell).toEqual({
    kind: 'amount',
    amount: '1234.5',
    estimate: true,
  });
});

test('D4 typed without network, reloaded without network, sent once when it is back', async () => {
  await lan.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
  const base = (await stored('dat-dai', '8'))?.version ?? 0;
  await cell('dat-dai', '10').fill('0');
  await saved();
  // A first key may go as a change of its own when an answer still comes in; each change keeps one key on all its ways.
  const keys = new Set<string>();
  const note = (r: Request) => {
    if (r.url().endsWith('/save') && r.postData()?.includes('"row":"dat-dai","column":"8"'))
      keys.add(r.headers()['idempotency-key'] ?? '');
  };
  lan.on('request', note);
  await context.setOffline(true);
  await cell('dat-dai', '8').focus();
  await lan.keyboard.type('41');
  await lan.keyboard.press('Tab');
  await lan.keyboard.type('7');
  await expect.poll(() => lan.locator('.save').textContent()).toContain('2 ô chờ mạng');
  await lan.getByText(/Mất mạng từ \d\d:\d\d/).waitFor();
  await lan.reload();
  await cell('dat-dai', '8').waitFor();
  expect(await cell('dat-dai', '8').inputValue()).toBe('41');
  expect(await cell('dat-dai', '9').inputValue()).toBe('7');
  // What the server took since the report was read is here as well.
  expect(await cell('dat-dai', '10').inputValue()).toBe('0');
  // That there is no network the new page learns from its first question.
  await expect.poll(() => lan.locator('.save').textContent()).toContain('2 ô chờ mạng');
  await context.setOffline(false);
  await saved();
  lan.off('request', note);
  expect(await stored('dat-dai', '8')).toMatchObject({
    cell: { kind: 'amount', amount: '41' },
    version: base + keys.size,
  });
  expect((await stored('dat-dai', '9'))?.cell).toEqual({ kind: 'amount', amount: '7' });
});

test('D4 keys of the last moment before a reload are there, even while the disk is busy', async () => {
  await context.setOffline(true);
  // Another writer holds the store for seconds: nothing that is typed now reaches the database before the reload.
  await lan.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('cchc.outbox');
        opening.onsuccess = () => {
          const store = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          const until = performance.now() + 20_000;
          const again = (): void => {
            if (performance.now() < until) store.get('none').onsuccess = again;
          };
          again();
          resolve();
        };
      }),
  );
  await cell('dat-dai', '10').focus();
  await lan.keyboard.type('58');
  await lan.reload();
  await cell('dat-dai', '10').waitFor();
  expect(await cell('dat-dai', '10').inputValue()).toBe('58');
  await context.setOffline(false);
  await saved();
  expect((await stored('dat-dai', '10'))?.cell).toEqual({ kind: 'amount', amount: '58' });
  expect(await lan.evaluate(() => Object.keys(localStorage).filter((k) => k.includes('rest')))).toEqual([]);
});

test('D2 a stale change is refused and both values stand until one is chosen', async () => {
  const base = (await stored('bao-tro-xa-hoi', '4'))?.version ?? 0;
  await lan.route('**/save', (route) => route.abort());
  await cell('bao-tro-xa-hoi', '4').focus();
  await lan.keyboard.type('33');
  await expect.poll(() => lan.locator('.save').textContent()).toMatch(/chờ mạng|Đang lưu/);
  const other = await personAt(browser, server.url, 'lan');
  const theirs = { form: 'dossier', row: 'bao-tro-xa-hoi', column: '4', version: base };
  expect(
    await command(other, at, 'save', { cells: [{ ...theirs, cell: { kind: 'amount', amount: '44' } }] }),
  ).toBe(200);
  await lan.unroute('**/save');
  await lan.getByText(/Hai người cùng sửa cột 4/).waitFor({ timeout: 30_000 });
  await lan.getByText(/Số của tôi: 33. Trên máy chủ: 44 \(Hoàng Thị Lan/).waitFor();
  expect((await stored('bao-tro-xa-hoi', '4'))?.cell).toEqual({ kind: 'amount', amount: '44' });
  await lan.getByRole('button', { name: 'Giữ số của tôi' }).click();
  await saved();
  expect((await stored('bao-tro-xa-hoi', '4'))?.cell).toEqual({ kind: 'amount', amount: '33' });
  await other.context().close();
});

test('D3 the session ends while typing: sign in again in the same place, nothing is lost', async () => {
  await context.clearCookies();
  await cell('bao-tro-xa-hoi', '5').focus();
  await lan.keyboard.type('77');
  const dialog = lan.locator('dialog');
  await dialog.waitFor();
  expect(await cell('bao-tro-xa-hoi', '5').inputValue()).toBe('77');
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await lan.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await saved();
  expect((await stored('bao-tro-xa-hoi', '5'))?.cell).toEqual({ kind: 'amount', amount: '77' });
});

test('somebody else at the same machine neither sees nor sends what waits', async () => {
  await lan.route('**/save', (route) => route.abort());
  await cell('bao-tro-xa-hoi', '6').focus();
  await lan.keyboard.type('6666');
  await expect.poll(() => lan.locator('.save').textContent()).toMatch(/chờ mạng|Đang lưu/);
  // The cookie of another person, without the page knowing: what waits must not go out under it.
  const hung = await personAt(browser, server.url, 'hung');
  await context.clearCookies();
  await context.addCookies(await hung.context().cookies());
  // Refused by the server, or not even tried, when the page hears first who is signed in now.
  const told = lan.waitForResponse(
    (r) => (r.url().endsWith('/save') && r.status() === 401) || r.url().endsWith('/api/session'),
  );
  await lan.unroute('**/save');
  await told;
  expect((await readReport(hung, at)).cells.some((c) => JSON.stringify(c.cell).includes('6666'))).toBe(false);
  await context.clearCookies();
  await lan.reload();
  await lan.getByLabel('Thư điện tử công vụ hoặc tên đăng nhập').fill('lan');
  await lan.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await lan.keyboard.press('Enter');
  await saved();
  expect(await stored('bao-tro-xa-hoi', '6')).toMatchObject({
    cell: { kind: 'amount', amount: '6666' },
    by: 'Hoàng Thị Lan',
  });
  await hung.context().close();
});

test('words: a figure from the table follows it, and what Word pastes becomes lists, marks and tables', async () => {
  const box = lan.getByRole('textbox', { name: /^Phần lời mục II\.2/ });
  await box.click();
  await lan.keyboard.press('Control+End');
  await lan.keyboard.type(' Nhận ');
  await lan.getByRole('button', { name: 'Chèn số từ biểu' }).click();
  await lan.getByLabel('Dòng', { exact: true }).selectOption({ label: 'Người có công' });
  await lan.getByLabel('Cột', { exact: true }).selectOption({ label: '(4) Tiếp nhận Trực tuyến' });
  await lan.getByRole('button', { name: 'Chèn', exact: true }).click();
  await lan.locator('dialog').waitFor({ state: 'detached' });
  await lan.keyboard.type(' hồ sơ.');
  await expect.poll(() => box.textContent()).toContain('Nhận KPS hồ sơ.');
  await lan.keyboard.press('Enter');
  const item = (sign: string, level: number, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp; </span></span><![endif]>${words}</p>`;
  await clipboard(
    'text/html',
    `<html><head><style>p{}</style></head><body><p class=MsoNormal><b>${'Tiếng Việt'.normalize('NFD')}</b> <span style='font-style:italic'>nghiêng</span><o:p></o:p></p>${item('1.', 1, 'Việc một')}${item('a)', 2, 'Việc con')}${item('2.', 1, 'Việc hai')}<table><tr><td><p>A</p></td><td><p>B</p></td></tr></table></body></html>`,
  );
  await saved();
  const doc = (await readReport(lan, at)).words.find((w) => w.section === 's2.2')?.doc as {
    content: { type: string }[];
  };
  const text = JSON.stringify(doc);
  expect(doc.content.slice(-3).map((n) => n.type)).toEqual(['paragraph', 'ordered_list', 'table']);
  // The database keeps the keys of JSON in its own order.
  expect(text).toContain('"text":"Tiếng Việt","type":"text","marks":[{"type":"strong"}]'.normalize('NFC'));
  expect(text).toContain('{"type":"em"}');
  expect(text).not.toContain('mso');
  await cell('nguoi-co-cong', '4').focus();
  await lan.keyboard.type('12');
  await lan.keyboard.press('Tab');
  await expect.poll(() => box.textContent()).toContain('Nhận 12 hồ sơ.');
  await saved();
  expect(JSON.stringify((await readReport(lan, at)).words)).toContain(
    '{"cell":"dossier/nguoi-co-cong/4","text":"12"}',
  );
});

test('E2 every gap leads to its cell, Alt ↓ to the next one, also in another section', async () => {
  await lan
    .locator('.margin')
    .getByRole('button', { name: /Số hồ sơ trễ hạn có văn bản xin lỗi/ })
    .click();
  await expect.poll(focused).toBe('cchc-3-p7/value');
  await lan.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => lan.url()).toMatch(/\/s3$/);
  await expect.poll(focused).toMatch(/\/(status|progress|result)$/);
});

test('E2 what is typed right after a press on a gap lands in its first blank, however slow the machine', async () => {
  for (const column of ['4', '5']) await cell('van-hoa-the-thao', column).fill('');
  const gap = lan.locator('.margin').getByRole('button', { name: /Văn hóa, thể thao.* 2 ô trống/ });
  await gap.scrollIntoViewIfNeeded();
  const box = await gap.boundingBox();
  if (!box) throw new Error('no gap');
  const slow = await context.newCDPSession(lan);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const mouse = (type: 'mousePressed' | 'mouseReleased') =>
    slow.send('Input.dispatchMouseEvent', {
      type,
      x: box.x + 20,
      y: box.y + box.height / 2,
      button: 'left',
      clickCount: 1,
    });
  const key = (text: string) => slow.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text });
  // Nothing is waited for between hand and hand: at the second press the list still names the cell just filled.
  await Promise.all([
    ...[mouse('mousePressed'), mouse('mouseReleased'), key('4'), key('1')],
    ...[mouse('mousePressed'), mouse('mouseReleased'), key('7')],
  ]);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await saved();
  expect([
    await cell('van-hoa-the-thao', '4').inputValue(),
    await cell('van-hoa-the-thao', '5').inputValue(),
  ]).toEqual(['41', '7']);
});

test('K2 nothing serious for axe, wide, at 360 px, and dark; no page is wider than the telephone', async () => {
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.emulateMedia({ colorScheme: 'dark' });
  await open('s2.2');
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.setViewportSize({ width: 360, height: 740 });
  await open('s2.2');
  expect(await seriousFindings(lan)).toEqual([]);
  for (const section of ['s1', 's2', 's2.2', 's3', 's4']) {
    await open(section);
    expect(await lan.evaluate(() => document.documentElement.scrollWidth), section).toBe(360);
  }
  const folded = cell('nong-nghiep', '4');
  await open('s2.2');
  expect(await folded.isVisible()).toBe(false);
  await lan.getByRole('button', { name: 'mở Nông nghiệp và phát triển nông thôn' }).click();
  expect(await folded.isVisible()).toBe(true);
});
