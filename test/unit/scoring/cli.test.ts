import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tieu-chi-'));
afterAll(() => rmSync(folder, { recursive: true }));

const commune = new URL('./reference/criteria-commune.json', import.meta.url).pathname;
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
// No database is named: the command must not ask for one.
const cchc = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [new URL('../../../src/cli/main.ts', import.meta.url).pathname, 'criteria', ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, TZ: 'America/Phoenix', CCHC_DATA: join(folder, 'none') },
    },
  );

describe('cchc criteria', () => {
  test('template, import and score, without a database', () => {
    const form = join(folder, 'mau.xlsx');
    expect(cchc('template', form)).toMatchObject({ status: 0, stderr: '' });
    expect(cchc('template', form)).toMatchObject({ status: 1 });
    const imported = JSON.parse(cchc('import', form, '--json').stdout);
    expect(imported).toMatchObject({ ok: true, sets: [{ id: 'vi-du-2026' }] });
    const again = file('lai.json', JSON.stringify(imported));
    const answers = file('tra-loi.json', JSON.stringify({ answers: { '1.1.3': '92,5%' } }));
    const scored = cchc('score', again, '--answers', answers, '--json');
    expect(scored.status).toBe(0);
    const sheet = JSON.parse(scored.stdout);
    expect(sheet.lines.find((l: { code: string }) => l.code === '1.1.3')).toMatchObject({
      points: '3.25',
      status: 'computed',
    });
    expect(sheet.index.complete).toBe(false);
  });

  test('a file of several sets asks which one', () => {
    const answers = file('mot.json', '{"answers":{"1.1.2":true}}');
    const unnamed = cchc('score', commune, '--answers', answers);
    expect(unnamed).toMatchObject({ status: 1 });
    expect(unnamed.stderr).toContain('commune-composite-2024, qd766-realtime');
    expect(cchc('score', commune, '--answers', answers, '--set', 'commune-composite-2024').stdout).toContain(
      'Trả lời “có”: 1 điểm.',
    );
  });

  test('refusals are sentences with exit code 1', () => {
    const bad = file(
      'hong.json',
      '{"id":"x","areas":[{"code":"1","name":"Một","maxPoints":90,"ruleSpec":{"type":"linear"}}]}',
    );
    const refused = cchc('import', bad);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('Tổng điểm các lĩnh vực là 90, bộ tiêu chí ghi 100');
    expect(JSON.parse(cchc('import', bad, '--json').stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'set.total', path: 'areas' }],
    });
    expect(cchc('import', join(folder, 'khong-co.xlsx'))).toMatchObject({ status: 1, stdout: '' });
    expect(cchc('import')).toMatchObject({ status: 2 });
    const unclear = file('mo-ho.json', '{"answers":{"2.1":"1.234"}}');
    const told = cchc('score', commune, '--set', 'qd766-realtime', '--answers', unclear);
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('Số “1.234” của tiêu chí 2.1 đọc được hai cách');
  });
});
