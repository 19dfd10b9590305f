import type { Content } from './content.ts';
import type { Settings } from './settings.ts';
import { dim, print, strong, words } from './terminal.ts';

/** What a newcomer needs: where to go and who to be. */
export async function printWelcome(
  settings: Settings,
  url: string,
  content: Content,
  tookMs: number,
): Promise<void> {
  const seconds = (tookMs / 1000).toFixed(1).replace('.', words(',', '.'));
  print();
  print(
    `  ${words('Mở', 'Open')}  ${strong(url)}  ${dim(words(`sẵn sàng sau ${seconds} giây`, `ready in ${seconds} s`))}`,
  );
  if (content.people.length > 0) {
    print();
    print(
      `  ${words('Số liệu minh họa. Mật khẩu của mọi người:', 'Illustrative data. Everybody’s password:')} ${strong(settings.demoPassword)}`,
    );
    for (const person of content.people)
      print(`    ${person.login.padEnd(10)}${words(person.vi, person.en)}`);
  }
  if (content.firstLink !== undefined) {
    print();
    print(
      `  ${words('Liên kết dùng một lần cho người quản trị đầu tiên:', 'One-time link for the first administrator:')}`,
    );
    print(`    ${strong(new URL(content.firstLink, url).href)}`);
  }
  print();
  print(dim(`  ${words('Dữ liệu', 'Data')}  ${settings.folder}`));
  print(dim(`  ${words('Dừng', 'Stop')}     Ctrl-C`));
  print();
}
