import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isServerOf } from '../../../src/server/database/embedded/orphan.ts';

test('a server is ours by the folder that it was started with, as each system writes it', () => {
  const windows = 'D:\\cchc-dữ-liệu\\pg';
  expect(isServerOf('"C:/cchc/native/bin/postgres.exe" -D "d:/cchc-dữ-liệu/pg"', windows)).toBe(true);
  expect(isServerOf('"C:\\PostgreSQL\\17\\bin\\postgres.exe" -D "C:/PostgreSQL/17/data"', windows)).toBe(
    false,
  );
  // Only the name is told of another user's process: a living server is never worked beside.
  expect(isServerOf('"postgres.exe","4312","Services","0","19,840 K"', windows)).toBe(true);
  expect(isServerOf('"notepad.exe","4312","Console","1","9,840 K"', windows)).toBe(false);
  expect(isServerOf('/opt/cchc/native/bin/postgres -D /Users/an/Cao Lộc/pg', '/Users/an/Cao Lộc/pg')).toBe(
    true,
  );
  expect(isServerOf('vim /Users/an/Cao Lộc/pg/postgresql.conf.txt', '/Users/an/khác/pg')).toBe(false);
  expect(isServerOf('', windows)).toBe(false);
});

test('the script for Windows says to PowerShell 5.1 what its letters are', () => {
  // Without the mark "ồ" is read as three signs, one of them a quotation mark that ends its text.
  const bytes = readFileSync(join(import.meta.dirname, '../../../deploy/cchc-windows.ps1'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
