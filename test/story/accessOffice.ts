import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Role } from '../../src/core/directory/roles.ts';
import type { UnitKind } from '../../src/core/directory/unit.ts';
import { setPassword } from '../../src/server/access/store.ts';
import type { Connection, Database } from '../../src/server/database/connect.ts';
import { addPersonRow, addPost, addUnit, newId } from '../../src/server/directory/store.ts';
import { buildApp } from '../../src/server/main.ts';
import { wireReactions } from '../../src/server/reactions.ts';
import { Client } from '../setup/client.ts';
import { openTestDatabase, PASSWORD } from '../setup/server.ts';

/** A small office with four people, for tests that need nobody's reports. */
export type Office = {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly dataFolder: string;
  readonly db: Database;
  readonly owner: Database;
  readonly units: Readonly<Record<'district' | 'home' | 'commune', string>>;
  readonly people: Readonly<Record<'lan' | 'hung' | 'mai' | 'quan', string>>;
  as(login: string, password?: string): Promise<Client>;
  nobody(): Client;
  close(): Promise<void>;
};

const FROM = '2021-07-01';

export const openOffice = async (mode: 'demo' | 'office' = 'demo'): Promise<Office> => {
  const { app: connection, owner } = await openTestDatabase('empty');
  const { units, people } = await fill(connection, mode);
  wireReactions();
  const dataFolder = mkdtempSync(join(tmpdir(), 'cchc-office-'));
  const app = await buildApp({
    db: connection.db,
    mode,
    dataFolder,
    version: 'test',
    publicUrl: null,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    app,
    dataFolder,
    db: connection.db,
    owner: owner.db,
    units,
    people,
    as: (login, password) => new Client(url).signIn(login, password),
    nobody: () => new Client(url),
    close: async () => {
      await app.close();
      await Promise.all([connection.close(), owner.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

const fill = (connection: Connection, mode: 'demo' | 'office') =>
  connection.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('installation')
      .values({ mode, superior: 'UBND TỈNH LẠNG SƠN', body: 'UBND HUYỆN CAO LỘC' })
      .execute();
    const unit = async (name: string, kind: UnitKind, parentId: string | null) => {
      const id = newId();
      await addUnit(trx, id, parentId, {
        kind,
        code: null,
        name,
        letterhead: name.toLocaleUpperCase('vi'),
        place: 'Cao Lộc',
        symbol: 'UBND',
        signerPosition: '',
        preparerMaySign: false,
        registrySubmits: false,
        validFrom: '2004-01-01',
        validTo: null,
      });
      return id;
    };
    const person = async (login: string, name: string, unitId: string, ...roles: Role[]) => {
      const id = newId();
      await addPersonRow(trx, id, login, { name, email: `${login}@example.vn`, active: true });
      await setPassword(trx, id, PASSWORD);
      for (const role of roles)
        await addPost(trx, newId(), id, { unitId, role, title: '', validFrom: FROM, validTo: null });
      return id;
    };
    const district = await unit('Huyện Cao Lộc', 'district', null);
    const home = await unit('Phòng Nội vụ', 'department', district);
    const commune = await unit('Xã Bảo Lâm', 'commune', district);
    return {
      units: { district, home, commune },
      people: {
        lan: await person('lan', 'Hoàng Thị Lan', commune, 'preparer'),
        hung: await person('hung', 'Nông Văn Hùng', commune, 'signer'),
        mai: await person('mai', 'Lương Thị Mai', home, 'receiver', 'preparer'),
        quan: await person('quan', 'Vi Minh Quản', district, 'administrator'),
      },
    };
  });
