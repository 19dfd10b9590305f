import type { RichDoc } from '../../../core/kernel/richText.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { type GivenRows, type LeadPart, sectionsFor } from '../../../core/template/outline.ts';
import type { Outline, Row, Template } from '../../../core/template/template.ts';
import type { Change } from '../../outbox/entry.ts';
import { t } from '../../texts/text.ts';
import { createDesk, type Desk } from '../editor/desk/desk.ts';

/** Rows that the system would fill in, as examples: two of each. */
const examples = (title: (n: number) => string, given: Row['given']): readonly Row[] =>
  [1, 2].map((n) => ({ id: `vi-du-${n}`, title: title(n), given: given ?? {} }));

const exampleRows = (): GivenRows => ({
  tasks: examples((n) => t('templates.tryTask', { n }), { document: t('templates.tryDocument'), due: '' }),
  lowMarks: examples((n) => t('templates.tryCriterion', { n }), { points: '1', max: '2' }),
  ledCriteria: examples((n) => t('templates.tryCriterion', { n }), { max: '2' }),
});

/** An empty report of a unit that does not exist: it lives in this window and nowhere else. */
const tryReport = (template: Template, outline: Outline, leads: readonly LeadPart[]): ReportAnswer => ({
  campaign: {
    id: '',
    title: template.title,
    number: null,
    symbol: null,
    documentDay: null,
    authorityName: '',
    receiverName: '',
    window: null,
    deadline: null,
    deadlineWording: null,
  },
  unit: { id: '', name: t('templates.tryUnit'), kind: outline.kinds[0] ?? 'commune' },
  state: 'drafting',
  revision: 0,
  version: 1,
  lateness: { kind: 'open', left: 0 },
  due: 0,
  resendBy: null,
  extension: null,
  sentBackReason: null,
  sections: sectionsFor(template, outline, leads, exampleRows()),
  cells: [],
  words: [],
  reasons: [],
  evidence: [],
  pins: [],
  receipts: [],
  path: [],
  contentHash: '',
  may: ['edit'],
  mayNot: {},
  people: { preparers: [], signers: [], receivers: [], registry: [], standIns: [] },
  registration: null,
  registrySubmits: false,
  closed: null,
  request: { follows: 1, told: 1, seen: 1, mustConfirm: false, releasedAt: null, versions: [] },
  template: { id: template.id, version: template.version },
  previous: null,
});

/**
 * The editor's own desk over such a report. What is typed is taken as if the server had saved it, and goes nowhere:
 * not into the outbox of this machine, not over the network.
 */
export const tryDesk = (template: Template, outline: Outline, leads: readonly LeadPart[]): Desk => {
  const first = tryReport(template, outline, leads);
  const desk = createDesk({ person: '', campaignId: '', unitId: '' }, first);
  let { cells, words } = first;
  let version = 1;
  const set = (changes: readonly Change[]): void => {
    version++;
    const stamp = { version, by: '', at: 0 };
    for (const change of changes)
      if (change.what === 'cell') {
        const { form, row, column, cell } = change;
        cells = [
          ...cells.filter((c) => c.form !== form || c.row !== row || c.column !== column),
          { form, row, column, cell, note: null, ...stamp },
        ];
      } else {
        const { section, kind } = change;
        words = [
          ...words.filter((w) => w.section !== section),
          { section, kind, doc: change.doc as RichDoc | null, plain: '', ...stamp },
        ];
      }
    desk.take({ ...first, version, cells, words });
  };
  return { ...desk, set };
};
