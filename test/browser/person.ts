import { randomUUID } from 'node:crypto';
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
  // By the cookies of the window; that the form signs in is the home screen's own test.
  const answer = await context.request.post(`${url}/api/session`, {
    headers: { 'x-cchc': '1', 'idempotency-key': randomUUID() },
    data: { login, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`sign-in of ${login}: ${answer.status()} ${await answer.text()}`);
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('summary.me').waitFor();
  return page;
};

/**
 * What axe finds that keeps somebody out, of the screen itself. Frames of other origins, for which it would open a
 * window of its own each time, there are none; what passed is not asked for: a third of the time.
 */
export const seriousFindings = async (page: Page, rules?: string[]): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
  const { violations } = await axe.analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(' | ')}`);
};
