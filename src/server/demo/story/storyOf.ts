import { type Instant, instantAt } from '../../../core/kernel/instant.ts';
import { gapsOf } from '../../../core/report/gaps.ts';
import type { NewPin } from '../../../core/report/pin.ts';
import { EMPTY } from '../../../core/template/cell.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import type { Pack, PackUnit } from '../../pack/shape.ts';
import type { Contents } from './contents.ts';
import { sectionsOfUnit } from './given.ts';
import { type Moment, PLANS, type UnitPlan } from './plan.ts';
import type { StoryAct, StoryStep } from './step.ts';
import { correctedPlaces, firstContents } from './variants.ts';

/** 'MM-DD HH:mm[:ss]' of 2024, in Vietnam. */
const at = (moment: Moment): Instant => {
  const [day = '', time = ''] = moment.split(' ');
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return instantAt(`2024-${day}`, hour, minute, second);
};

/** Splits in reading order: what stands in the first of the sections, and the rest. */
const divided = (
  contents: Contents,
  sections: readonly UnitSection[],
  share: number,
): readonly [Contents, Contents] => {
  const order = new Map<string, number>();
  for (const [n, section] of sections.entries()) {
    order.set(`words:${section.id}`, n);
    for (const form of section.forms) order.set(`form:${form.id}`, n);
  }
  const places = [
    ...contents.words.map((w, n) => ({ n, words: true, rank: order.get(`words:${w.section}`) ?? 0 })),
    ...contents.cells.map((c, n) => ({ n, words: false, rank: (order.get(`form:${c.form}`) ?? 0) + 0.5 })),
  ].sort((a, b) => a.rank - b.rank || a.n - b.n);
  const cut = Math.floor(places.length * share);
  const taken = (some: typeof places): Contents => ({
    words: some.filter((p) => p.words).map((p) => contents.words[p.n]!),
    cells: some.filter((p) => !p.words).map((p) => contents.cells[p.n]!),
  });
  return [taken(places.slice(0, cut)), taken(places.slice(cut))];
};

const firstSentence = (contents: Contents, section: string): string => {
  const plain = contents.words.find((w) => w.section === section)?.plain ?? '';
  return /^.+?[.;](?=\s|$)/.exec(plain)?.[0] ?? plain;
};

/** The remarks of the receiving officers; quotes are taken from what was sent. */
const pinsFor = (key: string, sent: Contents): readonly NewPin[] => {
  const land = { kind: 'cell', section: 's2.2', form: 'dossier', row: 'dat-dai', column: '10' } as const;
  const pins: Readonly<Record<string, readonly NewPin[]>> = {
    'xa-hong-phong': [
      {
        place: { kind: 'words', section: 's2.2', quote: 'Không có hồ sơ trễ hạn.' },
        reason: 'figures',
        sentence: 'Biểu ghi 01 hồ sơ đất đai quá hạn. Đề nghị thống nhất lời với biểu, nêu lý do trễ.',
      },
    ],
    'xa-xuan-long': [
      {
        place: land,
        reason: 'figures',
        sentence: 'Lời nêu 02 hồ sơ quá hạn, biểu ghi 0. Đề nghị đối chiếu dữ liệu một cửa.',
      },
      {
        place: { kind: 'words', section: 's2.2', quote: '100%' },
        reason: 'figures',
        sentence: 'Tỷ lệ này không khớp khi đã có hồ sơ quá hạn. Đề nghị tính lại theo biểu.',
      },
    ],
    'xa-xuat-le': [
      {
        place: land,
        reason: 'figures',
        sentence: 'Ô này ghi 0 nhưng phần lời nêu 02 hồ sơ đất đai trễ hạn. Đề nghị thống nhất.',
      },
      {
        place: { kind: 'words', section: 's6', quote: firstSentence(sent, 's6') },
        reason: 'unclear',
        sentence: 'Chưa rõ người phụ trách và thời hạn của từng việc trong quý II.',
      },
    ],
    'xa-hai-yen': [
      {
        place: { kind: 'cell', section: 's2.2', form: 'tthc', row: 'cchc-3-p7', column: 'value' },
        reason: 'evidence',
        sentence: 'Chưa gắn văn bản xin lỗi của 01 hồ sơ đất đai trễ hạn.',
      },
      {
        place: { kind: 'words', section: 's4', quote: firstSentence(sent, 's4') },
        reason: 'unclear',
        sentence: 'Câu này chung chung, đề nghị nêu số, ngày của văn bản phân công khắc phục.',
      },
    ],
  };
  return pins[key] ?? [];
};

type Cast = { readonly preparer: string; readonly signer: string; readonly registry: string };

export const castOf = (pack: Pack, unit: PackUnit): Cast => {
  const holder = (role: string): string => {
    const person = pack.people.people.find((p) =>
      p.posts.some((post) => post.unitId === unit.id && post.role === role),
    );
    if (!person) throw new Error(`story: nobody is ${role} at ${unit.key}`);
    return person.login;
  };
  return { preparer: holder('preparer'), signer: holder('signer'), registry: holder('registry') };
};

const CONTRADICTS = 'Lời theo sổ theo dõi của Bộ phận một cửa; biểu theo phần mềm, đang đối chiếu.';

const contradictionsIn = (contents: Contents, sections: readonly UnitSection[]): readonly string[] => {
  const cells = new Map(contents.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c.cell]));
  return gapsOf(sections, {
    cell: (form, row, column) => cells.get(`${form}/${row}/${column}`) ?? EMPTY,
    words: (section) => contents.words.find((w) => w.section === section),
    reason: () => undefined,
  }).flatMap((gap) => gap.contradiction?.key ?? []);
};

const stepsOfUnit = (pack: Pack, unit: PackUnit, plan: UnitPlan): readonly StoryStep[] => {
  const sections = sectionsOfUnit(pack, unit);
  const cast = castOf(pack, unit);
  const whole = firstContents(pack, unit, sections);
  const [written] = divided(whole, sections, plan.share ?? 1);
  const steps: StoryStep[] = [];
  const add = (moment: Moment, by: string, act: StoryAct): void => {
    steps.push({ unitId: unit.id, at: at(moment), by, ...act });
  };
  const register = (given: readonly [Moment, number] | undefined): void => {
    if (!given) return;
    const [moment, number] = given;
    const symbol = unit.kind === 'commune' ? 'BC-UBND' : `BC-${unit.symbol}`;
    add(moment, cast.registry, {
      verb: 'register',
      number: String(number),
      symbol,
      day: `2024-${moment.slice(0, 5)}`,
    });
  };

  add(plan.acknowledged, cast.preparer, { verb: 'acknowledge' });
  const batches = plan.saved.length === 2 ? divided(written, sections, 0.5) : [written];
  for (const [n, moment] of plan.saved.entries())
    if (batches[n]) add(moment, cast.preparer, { verb: 'save', ...batches[n] });
  if (plan.reason)
    add(plan.reason.at, cast.preparer, {
      verb: 'give-reason',
      check: plan.reason.check,
      reason: plan.reason.text,
    });
  // Words that contradict the form go out only with a reason (C10); the receiver returns them all the same.
  if (plan.passed)
    for (const check of contradictionsIn(written, sections))
      add(plan.passed, cast.preparer, { verb: 'give-reason', check, reason: CONTRADICTS });
  if (plan.passed) add(plan.passed, cast.preparer, { verb: 'pass-to-sign' });
  if (plan.sentBack) {
    const { at: moment, reason, saved, passed } = plan.sentBack;
    add(moment, cast.signer, { verb: 'send-back', reason });
    const words = whole.words.filter((w) => w.section === 's6');
    add(saved, cast.preparer, { verb: 'save', cells: [], words: words.map(withPersons) });
    add(passed, cast.preparer, { verb: 'pass-to-sign' });
  }
  if (plan.signed) add(plan.signed, cast.signer, { verb: 'sign' });
  register(plan.registered);
  const receiver = plan.receiver ?? '';
  if (plan.begun) add(plan.begun, receiver, { verb: 'begin-receiving' });
  if (plan.received) add(plan.received, receiver, { verb: 'receive' });
  if (plan.returned) {
    const again = plan.returned;
    add(again.at, receiver, { verb: 'return', pins: pinsFor(unit.key, whole), resendBy: at(again.resendBy) });
    if (again.saved)
      add(again.saved, cast.preparer, { verb: 'save', ...correctedPlaces(pack, unit, sections) });
    for (const [n, [moment, answer]] of again.answers.entries())
      add(moment, cast.preparer, { verb: 'answer', number: n + 1, answer });
    if (again.passed) add(again.passed, cast.preparer, { verb: 'pass-to-sign' });
    if (again.signed) add(again.signed, cast.signer, { verb: 'sign' });
    register(again.registered);
    if (again.begun) add(again.begun, receiver, { verb: 'begin-receiving' });
    if (again.received) add(again.received, receiver, { verb: 'receive' });
  }
  return steps;
};

/** Xã Cao Lâu names who does what by when, as its chairman asked. */
const withPersons = (words: Contents['words'][number]): Contents['words'][number] =>
  words.doc === null
    ? words
    : {
        ...words,
        plain: `${words.plain}\n${ASSIGNED}`,
        doc: {
          ...words.doc,
          content: [...words.doc.content, { type: 'paragraph', content: [{ type: 'text', text: ASSIGNED }] }],
        },
      };
const ASSIGNED =
  'Phân công: công chức Văn phòng - Thống kê phụ trách niêm yết, xong trước ngày 15/4; công chức Tư pháp - Hộ tịch phụ trách hồ sơ trực tuyến, báo cáo vào ngày 25 hằng tháng.';

/** Every step of every unit up to the morning of 28/02/2024, in the order of time. */
export const storyOf = (pack: Pack): readonly StoryStep[] => {
  const steps = PLANS.flatMap((plan) => {
    const unit = pack.units.units.find((u) => u.key === plan.unit);
    if (!unit) throw new Error(`story: no unit ${plan.unit}`);
    return stepsOfUnit(pack, unit, plan);
  });
  return steps
    .map((step, n) => ({ step, n }))
    .sort((a, b) => a.step.at - b.step.at || a.n - b.n)
    .map(({ step }) => step);
};
