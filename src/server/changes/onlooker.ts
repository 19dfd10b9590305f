import type { Calendar } from '../../core/kernel/calendar.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { RowsMessage } from '../../core/report/live.ts';
import { calendarOf } from '../campaign/views/calendar.ts';
import { businessNow } from '../clock/now.ts';
import type { Person, Services } from '../http/context.ts';
import { createRows } from '../report/views/boardRow.ts';
import { type StoredRow, storedRows } from '../report/views/storedRows.ts';
import { concerns, createPlaces } from './concerns.ts';
import type { Change } from './feed.ts';

/** More changed rows at once than this are read anew by the page: it costs less than sending them to everybody. */
const MOST_ROWS = 200;

type Prepared = {
  readonly now: number;
  readonly calendar: Calendar;
  readonly places: Parameters<typeof concerns>[2];
  /** Changed rows of a campaign, read once for all who look on. */
  rows(campaignId: string): Promise<readonly StoredRow[] | null>;
};

/** What the same news means for everybody is found out once; each onlooker then takes the own part of it. */
export const createPreparing = (services: Services) => {
  const { db } = services;
  const placeOf = createPlaces(db);
  const prepared = new WeakMap<readonly Change[], Promise<Prepared>>();

  const prepare = async (changes: readonly Change[]): Promise<Prepared> => {
    const now = await businessNow(db);
    const ids = [...new Set(changes.flatMap((c) => (c.campaignId === null ? [] : [c.campaignId])))];
    const found = await Promise.all(ids.map(async (id) => [id, await placeOf(id)] as const));
    const rows = new Map<string, Promise<readonly StoredRow[] | null>>();
    const read = async (campaignId: string): Promise<readonly StoredRow[] | null> => {
      const own = changes.filter((c) => c.campaignId === campaignId);
      const unitIds = [...new Set(own.flatMap((c) => (c.unitId === null ? [] : [c.unitId])))];
      // What is said of the whole campaign may move every row: its deadline, its end.
      if (unitIds.length > MOST_ROWS || own.some((c) => c.unitId === null)) return null;
      return storedRows({ db, today: dayOfInstant(now) }, { campaignId, unitIds });
    };
    return {
      now,
      calendar: await calendarOf({ db }),
      places: new Map(found.flatMap(([id, place]) => (place ? [[id, place] as const] : []))),
      rows: (campaignId) => {
        const known = rows.get(campaignId) ?? read(campaignId);
        rows.set(campaignId, known);
        return known;
      },
    };
  };

  return (changes: readonly Change[]): Promise<Prepared> => {
    const known = prepared.get(changes) ?? prepare(changes);
    prepared.set(changes, known);
    return known;
  };
};

export type Onlooker = {
  readonly person: Person;
  /** The board that the page has open; the person may see it. */
  readonly board: string | undefined;
  send(event: 'changed' | 'rows', data: unknown): void;
};

/** Tells one open page what of the news is the person's to know. */
export const tell = async (onlooker: Onlooker, changes: readonly Change[], news: Prepared): Promise<void> => {
  const { now } = news;
  const as = { person: onlooker.person, now, today: dayOfInstant(now) };
  const changed = concerns(as, changes, news.places);
  if (!changed) return;
  const { board } = onlooker;
  if (board !== undefined && changed.campaigns.some((c) => c.id === board)) {
    const rows = await news.rows(board);
    const message: RowsMessage = {
      campaignId: board,
      now,
      rows: rows?.map(createRows(as, news.calendar)) ?? null,
    };
    onlooker.send('rows', message);
  }
  onlooker.send('changed', changed);
};
