import type { Template } from '../src/core/template/template.ts';
import type { Database } from '../src/server/database/connect.ts';

/** The table of dossiers made as large as issue 4 asks: 60 typed rows × 12 figures beside the row of totals. */
export const widenDossiers = async (owner: Database): Promise<void> => {
  const { id, version, body } = await owner
    .selectFrom('template')
    .select(['id', 'version', 'body'])
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  const template = body as unknown as Template;
  const forms = template.forms.map((form) => {
    if (form.id !== 'dossier' || 'from' in form.rows) return form;
    const more = Array.from({ length: 60 - form.rows.length }, (_, n) => ({
      id: `linh-vuc-${n + 1}`,
      title: `Lĩnh vực thử ${n + 1}`,
      unit: 'hồ sơ',
    }));
    const last = {
      id: '14',
      title: 'Trả qua bưu chính',
      number: '(14)',
      group: 'Khác',
      kind: 'figure' as const,
      optional: true,
    };
    const shares = form.columns.filter((c) => c.formula && 'percent' in c.formula);
    const columns = [...form.columns.filter((c) => !shares.includes(c)), last, ...shares];
    return { ...form, rows: [...form.rows, ...more], columns };
  });
  await owner
    .updateTable('template')
    .set({ body: JSON.stringify({ ...template, forms }) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};
