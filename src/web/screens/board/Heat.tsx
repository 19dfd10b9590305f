import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { type Heat as Code, HEATS, type HeatAnswer, heatOf, unpackHeat } from '../../../core/report/heat.ts';
import type { RowsMessage } from '../../../core/report/live.ts';
import { followBoard } from '../../http/live.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { compareText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

type Stroke = { readonly id: string; readonly name: string; readonly heat: Code; readonly share: number };
type Group = { readonly id: string; readonly name: string; readonly strokes: readonly Stroke[] };

/** Trouble at the left, done at the right; within a state the emptiest first. */
const byTrouble = (a: Stroke, b: Stroke): number =>
  HEATS.indexOf(a.heat) - HEATS.indexOf(b.heat) || a.share - b.share || compareText(a.name, b.name);

const groupsOf = (answer: HeatAnswer, newer: ReadonlyMap<string, Stroke>): readonly Group[] => {
  const strokes: Stroke[][] = answer.groups.map(() => []);
  answer.units.ids.forEach((id, at) => {
    const stroke = newer.get(id) ?? {
      id,
      name: answer.units.names[at] ?? '',
      ...unpackHeat(answer.packed, at),
    };
    strokes[answer.units.group[at] ?? 0]?.push(stroke);
  });
  return answer.groups
    .map((group, at) => ({ ...group, strokes: (strokes[at] ?? []).sort(byTrouble) }))
    .sort((a, b) => compareText(a.name, b.name));
};

const countsOf = (strokes: readonly Stroke[]): readonly (readonly [Code, number])[] =>
  HEATS.map((heat) => [heat, strokes.filter((s) => s.heat === heat).length] as const).filter(
    ([, n]) => n > 0,
  );

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const GroupRow = ({
  group,
  onUnit,
  onGroup,
}: {
  group: Group;
  onUnit: (unitId: string) => void;
  onGroup: (groupId: string) => void;
}) => {
  const [at, setAt] = useState(-1);
  const { strokes } = group;
  const current = strokes[at];
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
    if (step !== undefined) setAt((was) => Math.min(strokes.length - 1, Math.max(0, was + step)));
    else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(strokes.length - 1);
    else if (event.key === 'Enter' && current) onUnit(current.id);
    else return;
    event.preventDefault();
  };
  return (
    <section className="heat-group" aria-label={group.name}>
      <header>
        <h3>
          <button type="button" className="lnk" onClick={() => onGroup(group.id)}>
            {group.name || t('watch.heatNoParent')}
          </button>
        </h3>
        <p className="s12 sec">
          {countsOf(strokes).map(([heat, n]) => (
            <span key={heat}>
              {t(`state.${heat}`)} <b className="num">{n}</b>
            </span>
          ))}
        </p>
      </header>
      <div
        className="strokes"
        role="listbox"
        tabIndex={0}
        aria-label={t('watch.heatOf', { group: group.name, n: strokes.length })}
        aria-activedescendant={current ? `heat-${current.id}` : undefined}
        onKeyDown={press}
        onFocus={() => setAt((was) => Math.max(was, 0))}
        onBlur={() => setAt(-1)}
      >
        {strokes.map((s, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the current option
          <span
            key={s.id}
            id={`heat-${s.id}`}
            role="option"
            aria-selected={i === at}
            aria-label={t('watch.heatUnit', {
              unit: s.name,
              state: t(`state.${s.heat}`),
              share: percent(s.share),
            })}
            title={t('watch.heatUnit', {
              unit: s.name,
              state: t(`state.${s.heat}`),
              share: percent(s.share),
            })}
            className={`hs hs-${s.heat}${i === at ? ' on' : ''}`}
            style={{ '--v': `${Math.max(12, Math.round(s.share * 100))}%` } as never}
            onMouseDown={(event) => {
              event.preventDefault();
              onUnit(s.id);
            }}
          />
        ))}
      </div>
      <p className="s13 heat-now" aria-hidden="true">
        {current
          ? t('watch.heatUnit', {
              unit: current.name,
              state: t(`state.${current.heat}`),
              share: percent(current.share),
            })
          : ' '}
      </p>
    </section>
  );
};

/** One stroke a unit, grouped by what the units stand under: a country of 3,321 on one page (F5). */
const Heat = ({
  campaignId,
  onUnit,
  onGroup,
}: {
  campaignId: string;
  onUnit: (unitId: string) => void;
  onGroup: (groupId: string) => void;
}) => {
  const heat = useResource<HeatAnswer>(`/api/campaigns/${campaignId}/heat`, { every: 60_000 });
  const [newer, setNewer] = useState<ReadonlyMap<string, Stroke>>(new Map());
  const { data, reload } = heat;
  useEffect(() => setNewer(new Map()), [data]);
  useEffect(
    () =>
      followBoard(campaignId, ({ rows }: RowsMessage) => {
        if (rows === null) return reload();
        setNewer((was) => {
          const next = new Map(was);
          for (const row of rows) {
            const share = row.asked > 0 ? row.filled / row.asked : 0;
            next.set(row.unitId, {
              id: row.unitId,
              name: row.name,
              heat: heatOf(row.state, row.lateness),
              share,
            });
          }
          return next;
        });
      }),
    [campaignId],
  );
  const groups = useMemo(() => (data ? groupsOf(data, newer) : []), [data, newer]);
  return (
    <Sheet
      title={t('watch.heat')}
      note={t('watch.heatNote')}
      actions={
        <Btn small kind="quiet" icon="printer" onClick={() => print()}>
          {t('watch.print')}
        </Btn>
      }
    >
      <View of={heat} loading={<Loading lines={5} />}>
        {() => (
          <div className="heat">
            <p className="heat-key">
              {HEATS.map((code) => (
                <span key={code}>
                  <i className={`hs hs-${code}`} aria-hidden="true" />
                  <StateChip state={code} />
                </span>
              ))}
            </p>
            {groups.map((group) => (
              <GroupRow key={group.id} group={group} onUnit={onUnit} onGroup={onGroup} />
            ))}
          </div>
        )}
      </View>
    </Sheet>
  );
};

export default Heat;
