import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD } from '../setup/server.ts';

/** A browser window of its own in which the person has signed in, in a time zone that is not Vietnam's. */
export const personAt = async (
  browser: Browser,
  url: string,
  login: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'America/Phoenix',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Thư điện tử công vụ hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('summary.me').waitFor();
  return page;
};

/** What axe finds that keeps somebody out, of the screen itself. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(' | ')}`);
};
