import { useState } from 'react';
import type { CalendarAnswer } from '../../../../core/directory/answers.ts';
import type { CalendarDay } from '../../../../core/directory/setCalendar.ts';
import { dayOfInstant, partsOfDay } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { api } from '../../../http/api.ts';
import { useServerNow } from '../../../http/server-clock.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn, IconBtn } from '../../../kit/Btn.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { dayText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { NewDay } from './NewDay.tsx';

/** One act on the days of a year; it can be done again on days that somebody else has changed meanwhile. */
type Act = { readonly add: CalendarDay } | { readonly remove: string };
const done = (days: readonly CalendarDay[], act: Act): readonly CalendarDay[] =>
  'add' in act
    ? [...days.filter((d) => d.day !== act.add.day), act.add].sort((a, b) => (a.day < b.day ? -1 : 1))
    : days.filter((d) => d.day !== act.remove);

type Year = { year: number; version: string; days: readonly CalendarDay[] };

const Days = ({ calendar, reload }: { calendar: CalendarAnswer; reload: () => void }) => {
  const [act, setAct] = useState<Act | undefined>(undefined);
  const set = useAction((input: Year, key) => api.put('/api/calendar', input, { key }));
  const { year, version, days } = calendar;
  const perform = async (wanted: Act): Promise<boolean> => {
    setAct(wanted);
    const answer = await set.run({ year, version, days: done(days, wanted) });
    reload();
    reloadAll('/api/campaigns');
    return answer.ok;
  };
  const stale = set.failure?.kind === 'refusal' && set.failure.code === 'directory.stale';
  return (
    <>
      {days.length === 0 ? (
        <Empty icon="calendar-plus" title={t('admin.calendarNone', { year: String(year) })}>
          {t('admin.calendarNoneText')}
        </Empty>
      ) : (
        <Table caption={t('admin.calendarDays', { year: String(year) })} className="edge fold">
          <thead>
            <tr>
              <th scope="col">{t('admin.day')}</th>
              <th scope="col">{t('admin.dayKind')}</th>
              <th scope="col">{t('admin.dayName')}</th>
              <th scope="col">
                <span className="vh">{t('admin.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((d) => (
              <tr key={d.day}>
                <th scope="row">{dayText(d.day)}</th>
                <td data-l={t('admin.dayKind')}>
                  {t(d.kind === 'holiday' ? 'admin.holiday' : 'admin.workedWeekend')}
                </td>
                <td data-l={t('admin.dayName')}>{d.name}</td>
                <td className="r">
                  {calendar.may.includes('set') && (
                    <Btn
                      small
                      busy={set.busy}
                      aria-label={t('admin.dayRemoveOf', { day: shortDay(d.day) })}
                      onClick={() => void perform({ remove: d.day })}
                    >
                      {t('admin.dayRemove')}
                    </Btn>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {stale && act ? (
        <div className="pad" role="alert">
          <Banner
            tone="warn"
            icon="users"
            actions={
              <Btn small busy={set.busy} onClick={() => void perform(act)}>
                {t('admin.calendarAgain')}
              </Btn>
            }
          >
            {t('admin.calendarStale', { year: String(year) })}
          </Banner>
        </div>
      ) : (
        <FailureNote failure={set.failure} />
      )}
      {calendar.may.includes('set') && (
        <NewDay
          year={year}
          busy={set.busy}
          taken={days.map((d) => d.day)}
          onAdd={(add) => perform({ add })}
        />
      )}
    </>
  );
};

const CalendarScreen = () => {
  const now = useServerNow(3_600_000);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const year = chosen ?? (now === undefined ? undefined : partsOfDay(dayOfInstant(now)).year);
  const calendar = useResource<CalendarAnswer>(year === undefined ? null : `/api/calendar?year=${year}`);
  return (
    <AdminPage title={t('admin.calendar')} note={t('admin.calendarNote')}>
      <Sheet
        title={t('admin.calendarDays', { year: String(year ?? '') })}
        {...(calendar.data ? { count: calendar.data.days.length } : {})}
        actions={
          year !== undefined && (
            <div className="year">
              <IconBtn
                icon="chevron-left"
                label={t('admin.yearBefore')}
                onClick={() => setChosen(year - 1)}
              />
              <b className="num">{year}</b>
              <IconBtn
                icon="chevron-right"
                label={t('admin.yearAfter')}
                onClick={() => setChosen(year + 1)}
              />
            </div>
          )
        }
      >
        <View of={calendar}>
          {(data) => <Days key={data.year} calendar={data} reload={calendar.reload} />}
        </View>
      </Sheet>
    </AdminPage>
  );
};

export default CalendarScreen;
