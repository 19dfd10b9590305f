import { connect } from '../server/database/connect.ts';
import { buildApp } from '../server/main.ts';
import { readArguments } from './arguments.ts';
import { print } from './terminal.ts';
import { programVersion } from './version.ts';

/** The description of every route, made from the routes themselves; the database is named but never asked. */
export async function openapi(args: string[]): Promise<number> {
  readArguments(args, {});
  const { db, close } = connect('postgres://127.0.0.1:1/none');
  const app = await buildApp({
    db,
    mode: 'demo',
    dataFolder: '',
    version: programVersion(),
    publicUrl: null,
  });
  await app.ready();
  print(JSON.stringify(app.swagger(), null, 2));
  await app.close();
  await close();
  return 0;
}
