import type { Locator, Page } from 'playwright-core';

/** One part of a draft request, by the beginning of its title. */
export const draftPart = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}`) });

/** What holds beyond the deadline, in plain words; a mark that does not lie behind it is refused in its place. */
export const takeLateUntil = async (page: Page): Promise<void> => {
  const times = draftPart(page, 'Hạn gửi');
  await times.getByRole('button', { name: 'Sửa: Quy định về thời hạn' }).click();
  await times.getByLabel('Gửi sau hạn').selectOption('until-last');
  const before = times.getByLabel('Trước ngày');
  await before.fill('29/02/2024');
  await before.press('Enter');
  await times.getByText('Mốc này phải sau hạn cuối.').waitFor();
  await before.fill('06/03/2024');
  await before.press('Enter');
  await times.getByText('Nhận đến 24:00 ngày 05/03/2024, ghi trễ; sau đó từ chối').waitFor();
};
