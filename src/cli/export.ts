import { resolve } from 'node:path';
import { DIRECTORY_CHAIN } from '../core/kernel/fact.ts';
import { businessNow } from '../server/clock/now.ts';
import { inTransaction } from '../server/database/retry.ts';
import { appendFacts } from '../server/record/facts.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { putCampaign, reader } from './leave/campaign.ts';
import { openFolder } from './leave/folder.ts';
import { putTables } from './leave/tables.ts';
import { readSettings } from './settings.ts';
import { print, step, UsageFailure, words } from './terminal.ts';
import { programVersion } from './version.ts';

/** `export FOLDER`: everything an office needs to go on without this program (J9). */
export async function exportAll(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { office: { type: 'boolean', default: false } });
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0) {
    throw new UsageFailure(
      'Lệnh đúng: cchc export THƯ-MỤC [--office].',
      'Use: cchc export FOLDER [--office].',
    );
  }
  const settings = readSettings({ office: values.office });
  const root = resolve(target);
  const folder = await openFolder(root);
  const { mode } = settings;
  const services = {
    mode,
    dataFolder: settings.folder,
    files: settings.files,
    version: programVersion(),
    publicUrl: null,
  };
  const files = await withDatabase(settings, async ({ db }) => {
    // One snapshot: what is saved meanwhile belongs to the next export.
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const now = await businessNow(trx);
        const units = await trx.selectFrom('unit').select('id').execute();
        const ctx = reader(
          units.map((u) => u.id),
          { ...services, db },
          trx,
          now,
        );
        await folder.put('DOC-TRUOC.txt', README);
        step('Xuất mọi bảng', 'Writing every table');
        await putTables(trx, folder);
        const campaigns = await trx
          .selectFrom('campaign')
          .select(['id', 'title', 'period_year'])
          .orderBy('created_at')
          .execute();
        for (const campaign of campaigns) {
          step(`Xuất ${campaign.title}`, `Writing ${campaign.title}`);
          await putCampaign(ctx, folder, campaign);
        }
      });
    const count = await folder.seal();
    const data = { file: root, what: 'cchc export', files: count };
    const fact = { type: 'export.made', chain: DIRECTORY_CHAIN, data };
    const now = await businessNow(db);
    await inTransaction(db, (trx) => appendFacts(trx, [fact], null, now, Date.now()));
    return count;
  });
  print(words(`Đã xuất ${files} tệp vào ${root}.`, `${files} files written to ${root}.`));
  return 0;
}

const README = `XUẤT DỮ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH

<năm>-<yêu cầu>/      một yêu cầu báo cáo
  yeu-cau.docx, .json   công văn và dữ liệu của yêu cầu
  don-vi/<đơn vị>/      báo cáo Word, dữ liệu JSON, tài liệu kèm theo
  so-lieu.xlsx          mọi số liệu, mỗi dòng một ô
  tong-hop.docx         báo cáo tổng hợp
du-lieu/<bảng>.jsonl   mọi bảng của cơ sở dữ liệu, mỗi dòng một bản ghi; không có mật khẩu và phiên đăng nhập
SHA256SUMS             mã kiểm tra của từng tệp: sha256sum -c SHA256SUMS
`;
