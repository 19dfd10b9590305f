import { addDays, dayOfInstant, type Instant, instantAt } from '../../../../core/kernel/instant.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import type { Pack, PackUnit } from '../../../pack/shape.ts';
import { type Contents, contentsOf } from '../contents.ts';
import { chanceOf } from '../random.ts';
import type { StoryAct, StoryStep } from '../step.ts';
import { castOf } from '../storyOf.ts';
import { agencyFiguresIn, communeFiguresIn } from './figures.ts';
import type { EarlierPeriod } from './periods.ts';
import { tellingOf } from './telling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const sentIn = (
  pack: Pack,
  unit: PackUnit,
  sections: readonly UnitSection[],
  period: EarlierPeriod,
): Contents => {
  const own =
    unit.kind === 'commune' ? communeFiguresIn(period.id, unit.key) : agencyFiguresIn(period.id, unit.key);
  const { cells, words } = contentsOf(pack, unit, sections, own, own, tellingOf(period));
  // The window was over or nearly so: nothing was estimated any more.
  return {
    words,
    cells: cells.map((c) =>
      c.cell.kind === 'amount' ? { ...c, cell: { kind: 'amount', amount: c.cell.amount } } : c,
    ),
  };
};

/** When a unit sent: late as told, else on one of the last days before the deadline. */
const sendingOf = (key: string, period: EarlierPeriod): Instant => {
  const late = period.late[key];
  if (late !== undefined) return period.deadline + late;
  const chance = chanceOf(`${key}:sent:${period.id}`);
  return instantAt(
    chance.pick(period.sending),
    chance.whole(8, 15),
    chance.whole(0, 29),
    chance.whole(0, 59),
  );
};

/** The morning of the next day that is no weekend. */
const morningAfter = (at: Instant, hour: number): Instant => {
  let day = addDays(dayOfInstant(at), 1);
  while ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) day = addDays(day, 1);
  return instantAt(day, hour, 20);
};

/** One report of a campaign that is over, from seen to received; two of them were returned once. */
export const earlierSteps = (
  pack: Pack,
  unit: PackUnit,
  sections: readonly UnitSection[],
  period: EarlierPeriod,
): readonly StoryStep[] => {
  const cast = castOf(pack, unit);
  const chance = chanceOf(`${unit.key}:${period.id}:steps`);
  // Who prepares at the receiving office receives no report of it.
  const receiver = unit.key === 'noi-vu' || chance.happens(0.5) ? 'nga' : 'mai';
  const contents = sentIn(pack, unit, sections, period);
  const steps: StoryStep[] = [];
  const add = (at: Instant, by: string, act: StoryAct): void => {
    steps.push({ unitId: unit.id, at, by, ...act });
  };
  const send = (sent: Instant): void => {
    add(sent - 50 * MINUTE, cast.preparer, { verb: 'pass-to-sign' });
    add(sent, cast.signer, { verb: 'sign' });
  };
  add(period.issued + chance.whole(20, 60) * HOUR, cast.preparer, { verb: 'acknowledge' });
  let sent = sendingOf(unit.key, period);
  add(sent - 3 * HOUR, cast.preparer, { verb: 'save', ...contents });
  send(sent);
  if (period.returned.includes(unit.key)) {
    const back = morningAfter(sent, 8);
    const quote = contents.words.find((w) => w.section === 's6')?.plain.split(/(?<=[.;])\s/)[0] ?? '';
    add(back, receiver, { verb: 'begin-receiving' });
    add(back + 25 * MINUTE, receiver, {
      verb: 'return',
      resendBy: back + 33 * HOUR,
      pins: [
        {
          place: { kind: 'words', section: 's6', quote },
          reason: 'unclear',
          sentence: 'Đề nghị nêu rõ người phụ trách và thời hạn của việc này.',
        },
      ],
    });
    sent = back + 6 * HOUR;
    add(sent - 2 * HOUR, cast.preparer, {
      verb: 'answer',
      number: 1,
      answer: 'Người phụ trách và thời hạn ghi tại chương trình công tác tháng, đã gửi kèm.',
    });
    send(sent);
  }
  const number = chance.whole(12, 34) + (period.id === 'year' ? 160 : 0);
  add(sent + 35 * MINUTE, cast.registry, {
    verb: 'register',
    number: String(number),
    symbol: unit.kind === 'commune' ? 'BC-UBND' : `BC-${unit.symbol}`,
    day: dayOfInstant(sent),
  });
  const received = morningAfter(sent, chance.whole(8, 10));
  add(received, receiver, { verb: 'begin-receiving' });
  add(received + chance.whole(8, 30) * MINUTE, receiver, { verb: 'receive' });
  return steps;
};
