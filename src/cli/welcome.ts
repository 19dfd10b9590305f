import type { Content } from './content.ts';
import type { Settings } from './settings.ts';
import { dim, print, strong, words } from './terminal.ts';

/** What a newcomer needs: where to go and who to be. */
export function printWelcome(settings: Settings, url: string, content: Content, tookMs: number): void {
  const seconds = (tookMs / 1000).toFixed(1).replace('.', words(',', '.'));
  const ready = words(`sẵn sàng sau ${seconds} giây`, `ready in ${seconds} s`);
  print();
  print(`  ${words('Mở', 'Open')}  ${strong(url)}  ${dim(ready)}`);
  if (content.people.length > 0) printPeople(content, settings.demoPassword);
  if (content.first !== undefined) {
    const { login, path } = content.first;
    print();
    print(
      words(
        `  Người quản trị đầu tiên (tên đăng nhập ${strong(login)}) đặt mật khẩu ở liên kết dùng một lần:`,
        `  The first administrator (sign-in name ${strong(login)}) sets a password at this one-time link:`,
      ),
    );
    print(`    ${strong(new URL(path, url).href)}`);
  }
  print();
  print(dim(`  ${words('Dữ liệu', 'Data')}  ${settings.folder}`));
  print(dim(`  ${words('Dừng', 'Stop').padEnd(words('Dữ liệu', 'Data').length)}  Ctrl-C`));
  print();
}

function printPeople(content: Content, password: string): void {
  const all = words('Số liệu minh họa. Mật khẩu chung:', 'Illustrative data. Everybody’s password:');
  print();
  print(`  ${all} ${strong(password)}`);
  for (const person of content.people) {
    const changed = person.passwordKept ? '' : `  ${words('(đã đổi mật khẩu)', '(password changed)')}`;
    print(
      `    ${person.login.padEnd(8)} ${person.name}, ${dim(`${person.title}, ${person.unit}`)}${changed}`,
    );
  }
}
