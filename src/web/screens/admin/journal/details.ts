import type { JournalLine } from '../../../../core/audit/answers.ts';
import { isDay } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { deadline, length, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { KIND_WORDS as OUTGOING_WORDS } from '../../registry/book/words.ts';
import { daysWords, fieldWords, ROLE_WORDS, valueWords } from '../words.ts';

type Data = Readonly<Record<string, unknown>>;
type Names = Readonly<Record<string, string>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});
const day = (value: unknown): string => (isDay(text(value)) ? shortDay(text(value)) : text(value));
const days = (from: unknown, to: unknown): string =>
  isDay(text(from)) ? daysWords(text(from), isDay(text(to)) ? text(to) : null) : '';
/** 's2.3' in the template is '2.3' on the page. */
const numbers = (sections: unknown): string =>
  list(sections)
    .map((id) => text(id).replace(/^s(?=\d)/, ''))
    .join(', ');
const role = (value: unknown): string => {
  const key = ROLE_WORDS[text(value) as keyof typeof ROLE_WORDS];
  return key ? t(key) : text(value);
};

const kind = (value: unknown): string => {
  const key = OUTGOING_WORDS[text(value) as keyof typeof OUTGOING_WORDS];
  return key ? t(key) : text(value);
};

/** 'Ký hiệu: UB → UBND'; without what it was before, only what it is now. */
const changes = (data: Data, rename: Readonly<Record<string, string>> = {}): string[] => {
  const [before, after] = [record(data.before), record(data.after)];
  return Object.keys(after).map((field) => {
    const name = fieldWords(rename[field] ?? field);
    const now = valueWords(field, after[field]);
    return field in before
      ? t('journal.change', { field: name, before: valueWords(field, before[field]), after: now })
      : `${name}: ${now}`;
  });
};

const ended = (data: Data): string =>
  data.lastDay === null ? t('journal.never') : t('journal.lastDay', { day: day(data.lastDay) });

const THINGS: Readonly<Record<string, PlainKey>> = {
  template: 'journal.thingTemplate',
  outline: 'journal.thingOutline',
  section: 'journal.thingSection',
  form: 'journal.thingForm',
  row: 'journal.thingRow',
  column: 'journal.thingColumn',
  check: 'journal.thingCheck',
};
const DEEDS: Readonly<Record<string, PlainKey>> = {
  rename: 'journal.deedRename',
  copy: 'journal.deedCopy',
  add: 'journal.deedAdd',
  place: 'journal.deedPlace',
  change: 'journal.deedChange',
  move: 'journal.deedMove',
  remove: 'journal.deedRemove',
};
/** 'section-move' as one says it: 'chuyển chỗ mục'. */
const editWords = (done: unknown): string => {
  const [thing = '', deed = ''] = text(done).split('-');
  const [what, how] = [THINGS[thing], DEEDS[deed]];
  return what && how ? `${t(how)} ${t(what)}` : '';
};

const WAYS: Readonly<Record<string, PlainKey>> = {
  password: 'journal.wayPassword',
  code: 'journal.wayCode',
  provider: 'journal.wayProvider',
};
const WRONGS: Readonly<Record<string, PlainKey>> = {
  password: 'journal.wrongPassword',
  code: 'journal.wrongCode',
  confirm: 'journal.wrongConfirm',
  provider: 'journal.wrongProvider',
};
const choiceWords = (words: Readonly<Record<string, PlainKey>>, value: unknown): string => {
  const key = words[text(value)];
  return key ? t(key) : '';
};

type Tell = (data: Data, names: Names) => readonly string[];

const name = (names: Names, id: unknown): string => names[text(id)] ?? '';

/** What a fact says beyond its own name, one piece each. */
const TELL: Readonly<Record<string, Tell>> = {
  'report.obliged': (d) => [t('journal.deadline', { deadline: deadline(number(d.deadline)) })],
  'report.saved': (d) => [
    number(d.cells) > 0 ? t('journal.cells', { n: number(d.cells) }) : '',
    list(d.sections).length > 0 ? t('journal.sections', { sections: numbers(d.sections) }) : '',
  ],
  'report.fileTaken': (d) => [
    t('journal.file', { name: text(d.name) }),
    t('journal.cells', { n: number(d.cells) }),
    d.forUnit === true ? t('journal.forUnit') : '',
  ],
  'report.reasonGiven': (d) => [t('journal.reason', { text: text(d.reason) })],
  'report.sentBack': (d) => [t('journal.reason', { text: text(d.reason) })],
  'report.submitted': (d) => [
    t('journal.revision', { n: number(d.revision) }),
    d.late === true ? t('journal.late', { length: length(number(d.lateBy)) }) : t('journal.onTime'),
  ],
  'tasks.given': (d) => [t('journal.tasksCount', { n: list(d.tasks).length })],
  'report.withdrawn': (d) => [t('journal.revision', { n: number(d.revision) })],
  'report.receivingBegun': (d) => [t('journal.revision', { n: number(d.revision) })],
  'report.returned': (d) => [
    t('journal.revision', { n: number(d.revision) }),
    t('journal.pins', { n: number(d.pins), moment: moment(number(d.resendBy)) }),
  ],
  'report.pinAnswered': (d) => [t('journal.pin', { n: number(d.number), text: text(d.answer) })],
  'report.received': (d) => [t('journal.revision', { n: number(d.revision) })],
  'report.registered': (d) => [
    t('journal.registered', { number: text(d.number), symbol: text(d.symbol), day: day(d.day) }),
  ],
  'report.reminded': (d) => [
    t('journal.remindedPeople', { people: number(d.people), letters: number(d.letters) }),
  ],
  'consolidation.leftOut': (d, names) => [
    name(names, d.unitId),
    t('journal.reason', { text: text(d.reason) }),
  ],
  'consolidation.corrected': (d, names) => [
    name(names, d.unitId),
    t('journal.correctedTo', { before: text(record(d.before).amount) || '–', amount: text(d.amount) }),
    t('journal.reason', { text: text(d.reason) }),
  ],
  'consolidation.takenBack': (d, names) => [name(names, d.unitId)],
  'consolidation.written': (d) => [t('journal.section', { section: text(d.section) })],
  'consolidation.frozen': (d) => [t('journal.frozenVersion', { n: number(d.number), code: text(d.code) })],
  'report.contacted': (d) => [text(d.spokeWith), text(d.note)].filter(Boolean),
  'report.extended': (d) => [
    t('journal.extended', {
      deadline: deadline(number(d.until)),
      number: text(d.number),
      day: day(d.day),
      reason: text(d.reason),
    }),
  ],
  'report.requestChanged': (d) => [
    t('journal.version', { n: number(d.version) - 1 }),
    typeof d.resendBy === 'number' ? t('journal.mustResend', { moment: deadline(d.resendBy) }) : '',
  ],
  'report.released': (d) => [t('journal.version', { n: number(d.version) - 1 })],
  'campaign.amended': (d) => [
    t('journal.amended', {
      n: number(d.version) - 1,
      number: text(d.number),
      day: day(d.day),
      reason: text(d.reason),
      changes: list(d.changes).length,
    }),
  ],
  'report.stampedAttached': (d) => (d.name ? [t('journal.file', { name: text(d.name) })] : []),
  'export.made': (d) => [text(d.file)],
  'evidence.added': (d) => [text(d.abstract), t('journal.file', { name: text(d.name) })],
  'evidence.changed': (d) => [text(d.abstract)],
  'evidence.withdrawn': (d) => [text(d.abstract)],
  'evidence.infected': (d) => [text(d.abstract), text(d.threat)],
  'evidence.cited': (d) => [text(d.abstract), t('journal.evidenceAt', { place: numbers([d.place]) })],
  'evidence.uncited': (d) => [text(d.abstract), t('journal.evidenceAt', { place: numbers([d.place]) })],
  'campaign.drafted': (d) => (d.fileName ? [t('journal.file', { name: text(d.fileName) })] : []),
  'campaign.edited': (d) => [t('journal.changedFields', { fields: list(d.changed).join(', ') })],
  'campaign.templateChosen': (d) => [
    text(d.title),
    t('journal.templateVersion', { n: number(record(d.after).version) }),
  ],
  'template.draftBegun': (d) => [text(d.title), t('journal.templateVersion', { n: number(d.version) })],
  'template.edited': (d) => [editWords(record(d.edit).do), text(d.about)],
  'template.imported': (d) => [t('journal.file', { name: text(d.fileName) })],
  'template.triedOut': (d) => [t('journal.templateVersion', { n: number(d.version) })],
  'template.published': (d) => [text(d.title), t('journal.templateVersion', { n: number(d.version) })],
  'template.draftDropped': (d) => [t('journal.templateVersion', { n: number(d.version) })],
  'campaign.sentBack': (d) => [t('journal.reason', { text: text(d.reason) })],
  'campaign.issued': (d) => [
    t('journal.registered', { number: text(d.number), symbol: text(d.symbol), day: day(d.day) }),
    t('journal.obligedUnits', { n: number(d.units) }),
  ],
  'tasks.assigned': (d) => [t('journal.tasksCount', { n: number(d.n) }), text(d.first)],
  'tasks.progressed': (d) => [text(d.status), text(d.result)],
  'remediation.changed': (d) => [text(d.criterion), text(d.statusWords), text(d.measure)],
  'scoring.setKept': (d) => [text(d.title), t('scoring.version', { n: number(d.version) }), text(d.reason)],
  'scoring.roundOpened': (d) => [text(d.title)],
  'scoring.subjectObliged': (d) => [text(d.title)],
  'scoring.selfScored': (d) => [t('journal.scoringCriteria', { n: list(d.marks).length })],
  'scoring.appraised': (d) => [t('journal.scoringCriteria', { n: list(d.marks).length })],
  'scoring.explained': (d) => [t('journal.scoringCriteria', { n: list(d.marks).length })],
  'scoring.selfLocked': (d) => [t('journal.scoringPercent', { percent: text(d.percent).replace('.', ',') })],
  'scoring.appraisalLocked': (d) => [
    t('journal.scoringPercent', { percent: text(d.percent).replace('.', ',') }),
  ],
  'scoring.published': (d) => [text(d.number), day(d.day)],
  'scoring.versionMoved': (d) => [t('scoring.version', { n: number(d.to) })],
  'scoring.effortMarked': (d) => [text(d.criterion), text(d.effort)],
  'directory.unitOpened': (d) => [text(d.name), days(d.validFrom, d.validTo)],
  'directory.unitChanged': (d) => changes(d),
  'directory.personEnrolled': (d) => [text(d.name), text(d.login)],
  'directory.personChanged': (d, names) => [name(names, d.personId), ...changes(d, { name: 'personName' })],
  'directory.postGiven': (d, names) => [
    name(names, d.personId),
    role(d.role),
    text(d.title),
    days(d.validFrom, d.validTo),
  ],
  'directory.postChanged': (d, names) => [name(names, d.personId), role(d.role), ...changes(d)],
  'directory.postEnded': (d, names) => [name(names, d.personId), role(d.role), ended(d)],
  'directory.standInNamed': (d, names) => [
    t('journal.standIn', {
      person: name(names, d.personId),
      other: name(names, d.forPersonId),
      days: days(d.fromDay, d.toDay),
      number: text(d.documentNumber),
    }),
  ],
  'directory.standInEnded': (d, names) => [name(names, d.personId), ended(d)],
  'directory.calendarSet': (d) => [
    t('journal.calendar', {
      year: String(d.year),
      set: list(d.set).length,
      removed: list(d.removed).length,
    }),
  ],
  'directory.bodyNamed': (d) => [text(d.superior), text(d.body)],
  'registry.bookHanded': (d) => [kind(d.kind), t('journal.registryFrom', { n: String(d.startNumber) })],
  'campaign.archiveAsked': (d) => [
    text(d.format).toUpperCase(),
    t('journal.obligedUnits', { n: number(d.units) }),
  ],
  'registry.drafted': (d) => [text(d.subject)],
  'registry.bookTakenBack': (d) => [kind(d.kind)],
  'registry.numberGiven': (d) => [
    kind(d.kind),
    t('journal.registered', { number: text(d.number), symbol: text(d.symbol), day: day(d.day) }),
  ],
  'access.signedIn': (d) => [choiceWords(WAYS, d.way)],
  'access.signInFailed': (d, names) => [name(names, d.personId), choiceWords(WRONGS, d.wrong)],
  'access.signedOut': (d) => (d.which === 'other' ? [t('journal.otherSession')] : []),
  'access.factorDemanded': (d) => [list(d.after).map(role).join(', ') || t('journal.demandedNone')],
  'access.tokenMade': (d) => [t('journal.tokenDays', { name: text(d.name), n: number(d.days) })],
  'backup.made': (d) => [t('journal.backedUp', { rows: number(d.rows), files: number(d.files) })],
  'backup.restored': (d) => [
    t('journal.backupOf', { moment: moment(Date.parse(String(d.madeAt)), true) }),
    t('journal.backedUp', { rows: number(d.rows), files: number(d.files) }),
  ],
  'clock.moved': (d) => [
    t('journal.moved', { from: moment(number(d.fromMs), true), to: moment(number(d.toMs), true) }),
  ],
};

/** Facts about a person name that person when somebody else did it. */
const about: Tell = (d, names) => [name(names, d.personId)];

export const detailsOf = (line: JournalLine, names: Names): string => {
  if (line.data === null) return '';
  const tell = TELL[line.type] ?? (line.data.personId === line.actor?.id ? undefined : about);
  return (tell?.(line.data, names) ?? []).filter((piece) => piece !== '').join('; ');
};
