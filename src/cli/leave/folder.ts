import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withoutMarks } from '../../core/kernel/search.ts';
import { PlainFailure } from '../../server/database/failure.ts';

/** A name that every file system takes: 'Xã Bảo Lâm' is 'xa-bao-lam'. */
export const slug = (name: string): string =>
  withoutMarks(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'khong-ten';

export type Folder = {
  put(path: string, content: string | Uint8Array): Promise<void>;
  /** Writes SHA256SUMS over all that was put, and says how many files there are. */
  seal(): Promise<number>;
};

/** A folder that is filled once: an empty or new one, so that nothing of another day is mixed in. */
export const openFolder = async (root: string): Promise<Folder> => {
  await mkdir(root, { recursive: true, mode: 0o700 });
  if ((await readdir(root)).length > 0)
    throw new PlainFailure(
      `Thư mục ${root} đã có tệp. Chọn một thư mục mới hoặc trống.`,
      `The folder ${root} holds files already. Choose a new or an empty one.`,
    );
  const sums: string[] = [];
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const at = join(root, ...path.split('/'));
    await mkdir(dirname(at), { recursive: true, mode: 0o700 });
    await writeFile(at, content, { flag: 'wx', mode: 0o600 });
  };
  return {
    put: async (path, content) => {
      await write(path, content);
      sums.push(`${createHash('sha256').update(content).digest('hex')}  ${path}`);
    },
    seal: async () => {
      await write(
        'SHA256SUMS',
        `${sums.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`,
      );
      return sums.length;
    },
  };
};
