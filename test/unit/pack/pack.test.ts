import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { existsOn } from '../../../src/core/directory/unit.ts';
import { compare, multiply, sum } from '../../../src/core/kernel/amount.ts';
import { suggestedDeadlineDay, workingDaysLeft } from '../../../src/core/kernel/calendar.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { criteriaOf, unitsOfTask } from '../../../src/server/pack/coherence.ts';
import { PackMalformed, readPack } from '../../../src/server/pack/read.ts';

const pack = await readPack('cao-loc-2024');
const unitBy = (key: string) => {
  const unit = pack.units.units.find((u) => u.key === key);
  if (!unit) throw new Error(key);
  return unit;
};

/** UUID version 5 (RFC 9562, 5.5). */
const uuid5 = (namespace: string, name: string): string => {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

describe('the units of Cao Lộc', () => {
  it('are 5 departments and 22 communes on the day of the letter, 8 others after the merger', () => {
    const district = unitBy('cao-loc');
    const below = pack.units.units.filter((u) => u.parentId === district.id && existsOn(u, '2024-02-06'));
    expect(below.filter((u) => u.kind === 'department')).toHaveLength(5);
    expect(below.filter((u) => u.kind === 'commune')).toHaveLength(22);
    expect(pack.units.units.filter((u) => u.parentId === district.id && existsOn(u, '2025-07-01'))).toEqual(
      [],
    );
    const heirs = pack.units.units.filter((u) => u.kind === 'commune' && existsOn(u, '2025-07-01'));
    expect(heirs).toHaveLength(8);
    expect(heirs.every((u) => u.parentId === unitBy('lang-son').id)).toBe(true);
  });

  it('keep apart two units that bear one code in different years', () => {
    const same = pack.units.units.filter((u) => u.code === '06187');
    expect(same.map((u) => [u.name, u.validFrom])).toEqual([
      ['Thị trấn Cao Lộc', '2020-01-01'],
      ['Phường Kỳ Lừa', '2025-07-01'],
    ]);
    expect(pack.units.successors).toHaveLength(22);
  });

  it('have ids that anybody can make again from the key', () => {
    for (const unit of pack.units.units)
      expect(unit.id).toBe(uuid5(pack.units.idNamespace, `unit:${unit.key}`));
    for (const person of pack.people.people)
      expect(person.id).toBe(uuid5(pack.units.idNamespace, `person:${person.login}`));
  });
});

describe('criteria, marks and tasks', () => {
  it('add up to 100 points at every depth', () => {
    for (const set of pack.criteria.sets) {
      expect(sum(set.areas.map((a) => a.maxPoints ?? '0'))).toBe('100');
      for (const area of set.areas)
        expect([area.code, sum(area.children.map((c) => c.maxPoints ?? '0'))]).toEqual([
          area.code,
          area.maxPoints,
        ]);
    }
  });

  it('give every commune two to four low criteria to answer for', () => {
    const max = criteriaOf(pack.criteria.sets.find((s) => s.id === pack.marks.criteriaSet));
    expect(Object.keys(pack.marks.units)).toHaveLength(22);
    for (const [unit, marks] of Object.entries(pack.marks.units)) {
      expect([unit, Object.keys(marks)]).toEqual([unit, [...max.keys()]]);
      const low = Object.entries(marks).filter(
        ([id, points]) => compare(points, multiply(max.get(id)?.maxPoints ?? '0', '0.8')) < 0,
      );
      expect([2, 3, 4]).toContain(low.length);
    }
  });

  it('give work to every one of the 27 units', () => {
    const busy = new Set(pack.tasks.tasks.flatMap((t) => unitsOfTask(pack, t.units)));
    expect(busy.size).toBe(27);
  });
});

describe('the calendar', () => {
  const calendar = {
    holidays: new Set(pack.calendar.days.filter((d) => d.kind === 'holiday').map((d) => d.day)),
    workedWeekends: new Set(pack.calendar.days.filter((d) => d.kind === 'worked-weekend').map((d) => d.day)),
  };
  it('leaves one working day in 2024, none in 2025 and 2026, and offers the next lawful date', () => {
    const first = (year: number) => instantAt(`${year}-03-01`);
    expect(workingDaysLeft('2024-02-28', first(2024), calendar)).toBe(1);
    expect(suggestedDeadlineDay('2025-02-28', first(2025), calendar)).toBe('2025-03-04');
    expect(suggestedDeadlineDay('2026-02-28', first(2026), calendar)).toBe('2026-03-03');
  });
});

describe('the people of the demonstration', () => {
  it('give every reporting unit a preparer, a signer and a registry that are three persons', () => {
    const posts = pack.people.people.flatMap((p) => p.posts.map((post) => ({ ...post, login: p.login })));
    const units = pack.units.units.filter((u) => u.parentId === unitBy('cao-loc').id);
    for (const unit of units)
      for (const role of ['preparer', 'signer', 'registry'])
        expect([unit.key, role, posts.some((p) => p.unitId === unit.id && p.role === role)]).toEqual([
          unit.key,
          role,
          true,
        ]);
    const own = units.filter((u) => u.kind === 'commune').map((u) => posts.filter((p) => p.unitId === u.id));
    expect(own.every((three) => new Set(three.map((p) => p.login)).size === 3)).toBe(true);
  });

  it('never bear the name of the real signer of the letter', () => {
    expect(pack.people.people.map((p) => p.name)).not.toContain('Vũ Hòa Bình');
    expect(pack.people.people.find((p) => p.login === 'binh')?.name).toMatch(/ Bình$/);
  });
});

describe('a malformed pack', () => {
  const from = fileURLToPath(new URL('../../../packs/', import.meta.url));
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pack-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const spoil = async (file: string, change: (json: never) => void): Promise<PackMalformed> => {
    await cp(join(from, 'cao-loc-2024'), join(folder, 'other'), { recursive: true });
    const path = join(folder, 'other', file);
    const json = JSON.parse(await readFile(path, 'utf8'));
    change(json as never);
    await writeFile(path, JSON.stringify(json));
    const error = await readPack('other', folder).catch((e: unknown) => e);
    if (!(error instanceof PackMalformed)) throw new Error('the pack was taken');
    return error;
  };

  it('is refused with file and place: a shape that is wrong', async () => {
    const error = await spoil('units.json', (json: never) => {
      (json as { units: { validFrom: string }[] }).units[3]!.validFrom = '2023-02-29';
    });
    expect(error).toMatchObject({ code: 'pack.malformed', file: 'units.json', path: 'units.3.validFrom' });
    expect(error.message).toContain('Gói dữ liệu other, tệp units.json, tại units.3.validFrom');
  });

  it('is refused with file and place: a unit that nobody knows', async () => {
    const error = await spoil('marks.json', (json: never) => {
      (json as { units: Record<string, unknown> }).units['xa-la'] = {};
    });
    expect(error).toMatchObject({ file: 'marks.json', path: 'units.xa-la' });
  });

  it('is refused with file and place: a template that does not hold together', async () => {
    const error = await spoil('template.json', (json: never) => {
      (json as { forms: { columns: { id: string }[] }[] }).forms[2]!.columns[1]!.id = '44';
    });
    expect(error).toMatchObject({ file: 'template.json', path: 'forms/dossier/columns/3' });
  });

  it('does not leave the folder of packs', async () => {
    await expect(readPack('../cao-loc-2024')).rejects.toMatchObject({ code: 'pack.malformed' });
  });
});
