import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DocumentTree, paragraph } from '../../core/documents/tree.ts';
import type { BackupPlan } from '../../server/backup/nightly.ts';
import { readFonts } from '../../server/documents/pdf/letters.ts';
import { createPrinter } from '../../server/documents/pdf/printer.ts';
import { ROOT, type Settings } from '../settings.ts';
import { bad, type Finding, fine, sizes, warning } from './finding.ts';

const NODE = 24;
/** Below the first a night's log may fill it; below the second a save may fail any moment. */
const LITTLE = 2e9;
const NOTHING = 3e8;

export const nodeVersion = (): Finding => {
  const major = Number(process.versions.node.split('.')[0]);
  const { version } = process;
  return major >= NODE
    ? fine('node', `Node ${version}`, `Node ${version}`)
    : bad(
        'node',
        `Node ${version}: cần Node ${NODE}. Chạy "npm ci".`,
        `Node ${version}: Node ${NODE} is needed. Run "npm ci".`,
      );
};

/** The nearest folder that is there: a folder is made when it is first written to. */
const standing = (folder: string): string => {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : standing(above);
};

const spaceIn = async (id: string, folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(standing(folder));
  const free = bavail * bsize;
  const { vi, en } = sizes(free);
  if (free > LITTLE) return fine(id, `Ổ đĩa của ${folder}: còn trống ${vi}`, `Disk of ${folder}: ${en} free`);
  const told = free > NOTHING ? warning : bad;
  return told(
    id,
    `Ổ đĩa của ${folder} chỉ còn trống ${vi}. Dọn bớt, hoặc chuyển thư mục sang ổ khác.`,
    `The disk of ${folder} has only ${en} left. Make room, or move the folder to another disk.`,
  );
};

export const disks = async (settings: Settings, plan: BackupPlan | undefined): Promise<Finding[]> => {
  const found = [await spaceIn('disk', settings.folder)];
  if (plan === undefined) return found;
  found.push(await spaceIn('backupDisk', plan.folder));
  const [data, backups] = [settings.folder, plan.folder].map((folder) => statSync(standing(folder)).dev);
  if (data === backups)
    found.push(
      warning(
        'backupPlace',
        'Bản sao lưu nằm cùng ổ đĩa với dữ liệu: hỏng ổ đĩa là mất cả hai. Đặt CCHC_BACKUP_DIR sang ổ khác.',
        'Backups lie on the disk of the data: one broken disk loses both. Set CCHC_BACKUP_DIR to another one.',
      ),
    );
  return found;
};

/** The folder holds the database and evidence: nobody else on the machine may read it. */
export const folderRights = (folder: string): Finding[] => {
  if (process.platform === 'win32' || !existsSync(folder)) return [];
  const others = statSync(folder).mode & 0o007;
  return others === 0
    ? [
        fine(
          'folder',
          `Thư mục dữ liệu ${folder}: chỉ chủ và nhóm đọc được`,
          `Data folder ${folder}: closed to others`,
        ),
      ]
    : [
        warning(
          'folder',
          `Mọi người dùng của máy vào được thư mục dữ liệu. Chạy: chmod 750 ${folder}`,
          `Everybody on this machine can enter the data folder. Run: chmod 750 ${folder}`,
        ),
      ];
};

export const webBuilt = (): Finding =>
  existsSync(join(ROOT, 'dist/web/index.html'))
    ? fine('web', 'Giao diện web đã dựng', 'The web application is built')
    : bad(
        'web',
        'Giao diện web chưa dựng. Chạy "npm run build".',
        'The web application is not built. Run "npm run build".',
      );

const SAMPLE: DocumentTree = {
  kind: 'công văn',
  head: {
    superior: null,
    body: 'CCHC',
    place: 'Cao Lộc',
    number: null,
    symbol: '',
    day: null,
    regarding: 'in thử',
  },
  kinhGui: [],
  blocks: [paragraph('Đã in được: ạặẫọợữỵ ĐƠƯ')],
  annexes: [],
  signature: null,
  noiNhan: [],
  marks: { draft: true, illustration: false },
};

/** Fonts with every Vietnamese letter, and one page really printed. */
export const printing = async (): Promise<Finding> => {
  try {
    const { letters } = readFonts();
    const missing = [...'ạặẫọợữỵĐđƠƯ'].filter((letter) => !letters.has(letter.codePointAt(0) ?? 0));
    if (missing.length > 0) throw new Error(missing.join(' '));
    const printer = createPrinter(() => undefined);
    const page = await printer.print(SAMPLE).finally(() => printer.close());
    if (Buffer.from(page.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('%PDF-');
    return fine('printing', 'Phông chữ và in PDF', 'Fonts and printing of PDF');
  } catch (error) {
    const why = (error as Error).message;
    return bad(
      'printing',
      `Chưa in được PDF (${why}). Chạy "npm ci" để cài lại.`,
      `PDF cannot be printed (${why}). Run "npm ci" to install again.`,
    );
  }
};
