import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { DifferenceAnswer, ReportAnswer, WorkAnswer } from '../../../core/report/answers.ts';
import { progressOf } from '../../../core/report/gaps.ts';
import type { PinPlace } from '../../../core/report/pin.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { View } from '../../kit/places.tsx';
import { listText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { useRowKeys } from '../board/useRowKeys.ts';
import { previousName } from '../editor/previous-text.ts';
import { CitedList } from '../evidence/CitedList.tsx';
import { usePinDrafts } from './drafts.ts';
import type { CellPin } from './FormTable.tsx';
import { before, filledOf } from './filled.ts';
import { draftId, Lane, pinId, type Writing } from './Lane.tsx';
import { OriginalPart } from './OriginalPart.tsx';
import { sectionNumber } from './place-words.ts';
import { type Mode, Rail } from './Rail.tsx';
import { type Neighbours, ReviewContext } from './ReviewContext.tsx';
import { followed, ReviewFoot } from './ReviewFoot.tsx';
import { type Reading, SectionSheet } from './SectionSheet.tsx';
import { useMarkedWords } from './selection.ts';
import { useTake } from './useTake.ts';
import './review.css';

const pathOf = (at: { campaign: { id: string }; unitId: string | null }): string =>
  `/xem-xet/${at.campaign.id}/${at.unitId}`;

/** Where this report stands among those that wait for the same person. */
const neighbours = (work: WorkAnswer | undefined, report: ReportAnswer): Neighbours | undefined => {
  const queue = (work?.items ?? []).filter((i) => i.kind === 'receive');
  const at = queue.findIndex((i) => i.unitId === report.unit.id && i.campaign.id === report.campaign.id);
  if (queue.length === 0) return undefined;
  const path = (n: number): string | undefined => {
    const item = queue[n];
    return item && pathOf(item);
  };
  if (at < 0) return undefined;
  return { at: at + 1, all: queue.length, previous: path(at - 1), next: path(at + 1) };
};

const isChanged = (section: UnitSection, difference: DifferenceAnswer): boolean =>
  difference.words.some((w) => w.section === section.id) ||
  section.forms.some((f) => difference.cells.some((c) => c.form === f.id));

/** Runs of sections without a change fold into one line that says how much stands as it was. */
const Sections = ({ reading, mode }: { reading: Reading; mode: Mode }) => {
  const { difference, sections, filled } = reading;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const progress = useMemo(() => progressOf(sections, filled), [sections, filled]);
  if (mode === 'all' || !difference)
    return (
      <>
        {sections.map((s) => (
          <SectionSheet key={s.id} section={s} reading={reading} onlyChanged={false} />
        ))}
      </>
    );
  const runs: { changed: boolean; sections: UnitSection[] }[] = [];
  for (const section of sections) {
    if (section.applicability === 'heading') continue;
    const changed = isChanged(section, difference);
    const last = runs.at(-1);
    if (last && last.changed === changed && !changed) last.sections.push(section);
    else runs.push({ changed, sections: [section] });
  }
  return (
    <>
      {runs.map((run) => {
        const first = run.sections[0];
        if (!first) return null;
        if (run.changed || opened.has(first.id))
          return run.sections.map((s) => (
            <SectionSheet key={s.id} section={s} reading={reading} onlyChanged={run.changed} />
          ));
        const words = run.sections.filter((s) => s.words).length;
        const asked = run.sections.reduce(
          (n, s) => n + (progress.sections.find((p) => p.id === s.id)?.asked ?? 0),
          0,
        );
        const numbers = run.sections.map((s) => sectionNumber(sections, s.id));
        return (
          <button
            key={first.id}
            type="button"
            className="fold"
            onClick={() => setOpened((was) => new Set([...was, first.id]))}
          >
            <Icon name="unfold-vertical" />
            <span>
              {t('review.sameSections', {
                names: listText(numbers),
                cells: Math.max(0, asked - words),
                words,
              })}
            </span>
          </button>
        );
      })}
    </>
  );
};

const Review = ({
  report,
  work,
  onReport,
}: {
  report: ReportAnswer;
  work: WorkAnswer | undefined;
  onReport: (report: ReportAnswer) => void;
}) => {
  const { me } = useSession();
  const [, go] = useLocation();
  const again = report.revision > 1 && (report.state === 'submitted' || report.state === 'received');
  const { data: difference, state } = useResource<DifferenceAnswer>(
    again ? `/api/reports/${report.campaign.id}/${report.unit.id}/differences` : null,
  );
  const [chosenMode, setMode] = useState<Mode | undefined>(undefined);
  const mode: Mode = difference ? (chosenMode ?? 'changed') : 'all';
  const box = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<PinPlace | undefined>(undefined);
  const [writing, setWriting] = useState<Writing | undefined>(undefined);
  const kept = usePinDrafts(`${me.personId}.${report.campaign.id}.${report.unit.id}.${report.revision}`);
  const mayPin = report.may.some((v) => v === 'begin-receiving' || v === 'return');
  const filled = useMemo(() => filledOf(report), [report]);
  const old = useMemo(() => difference && before(filled, difference), [filled, difference]);
  const select = useCallback((place: PinPlace) => setSelected(place), []);
  useMarkedWords(box, mayPin ? select : undefined);
  const lastPins = report.pins.reduce((n, p) => Math.max(n, p.revision), 0);
  const pins: readonly CellPin[] = [
    ...report.pins
      .filter((p) => p.revision === lastPins)
      .map((p) => ({ place: p.place, n: p.number, solved: p.answer !== null, id: pinId(p) })),
    ...(mayPin
      ? kept.drafts.map((p, at) => ({ place: p.place, n: at + 1, solved: false, id: draftId(at) }))
      : []),
  ];
  const reading: Reading = {
    sections: report.sections,
    filled,
    words: report.words,
    before: mode === 'changed' ? old : undefined,
    difference: mode === 'changed' ? difference : undefined,
    pins,
    selected,
    last: report.previous
      ? t('editor.lastFigures', {
          period: previousName(report.previous),
          from: shortDay(report.previous.window.from),
          to: shortDay(report.previous.window.to),
        })
      : undefined,
    onSelect: mayPin ? select : undefined,
    onSection: mayPin
      ? (section) => setWriting({ place: { kind: 'section', section }, at: kept.drafts.length })
      : undefined,
  };
  const take = useTake(report, kept.drafts.length, writing !== undefined, (taken) => {
    onReport(taken);
    followed();
  });
  const queue = neighbours(work, report);
  const next =
    queue?.next ??
    (work?.items ?? [])
      .filter((i) => i.kind === 'receive' && i.unitId !== report.unit.id && i.row?.may.length)
      .map(pathOf)[0];
  useRowKeys({
    move: (step) => {
      const to = step === 1 ? queue?.next : queue?.previous;
      if (to) go(to);
    },
    open: () => undefined,
    other: (key) => {
      if (key === 't') return take.press();
      if (key !== 'g' || !mayPin || !selected || writing) return false;
      setWriting({ place: selected, at: kept.drafts.length });
      return true;
    },
  });
  /** Back to the place that the remark is about. */
  const back = (): void => {
    setWriting(undefined);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('td.chosen')?.focus());
  };
  return (
    <Page
      title={t('review.title', { unit: report.unit.name })}
      context={<ReviewContext report={report} queue={queue} />}
      bare
      className="rv-main"
      foot={
        <>
          {mayPin && selected && !writing && (
            <Btn
              className="pin-f"
              icon="map-pin"
              onClick={() => setWriting({ place: selected, at: kept.drafts.length })}
            >
              {t('review.pin')}
            </Btn>
          )}
          <ReviewFoot
            report={report}
            me={me.name}
            drafts={kept.drafts}
            writing={writing !== undefined}
            onReport={onReport}
            onDraftsSent={() => kept.set([])}
            take={take}
            next={next}
          />
        </>
      }
    >
      <div className="rv" ref={box}>
        <Rail report={report} filled={filled} difference={difference} mode={mode} onMode={setMode} />
        <div className="read" aria-busy={again && state === 'loading'}>
          <h1 className="vh">
            {t('review.heading', { campaign: report.campaign.title, unit: report.unit.name })}
          </h1>
          <OriginalPart report={report} />
          <Sections reading={reading} mode={mode} />
          <CitedList report={report} />
        </div>
        <Lane
          report={report}
          drafts={kept.drafts}
          writing={writing}
          mayPin={mayPin}
          chosen={selected}
          onWrite={setWriting}
          onKeep={(pin) => {
            const at = writing?.at ?? kept.drafts.length;
            kept.set([...kept.drafts.slice(0, at), pin, ...kept.drafts.slice(at + 1)]);
            back();
          }}
          onDrop={back}
          onDelete={(at) => kept.set(kept.drafts.filter((_, i) => i !== at))}
        />
      </div>
    </Page>
  );
};

/** One report for whoever receives it. Reading changes nothing: receiving begins by a command (scenario E3). */
const ReviewScreen = () => {
  const { campaignId, unitId } = useParams<{ campaignId: string; unitId: string }>();
  const report = useResource<ReportAnswer>(`/api/reports/${campaignId}/${unitId}`);
  const work = useResource<WorkAnswer>('/api/work', { live: true });
  if (report.state === 'ready' && report.data)
    return (
      <Review
        key={`${campaignId}/${unitId}`}
        report={report.data}
        work={work.data}
        onReport={(next) => void report.mutate(next, { revalidate: false })}
      />
    );
  return (
    <Page title={t('review.title', { unit: '' }).trim()} bare>
      <section className="sheet">
        <View of={report}>{() => null}</View>
      </section>
    </Page>
  );
};

export default ReviewScreen;
