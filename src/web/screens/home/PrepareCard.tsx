import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import type { BoardRow, CampaignHead, ReportAnswer } from '../../../core/report/answers.ts';
import { blocking, type Gap, gapsOf, type Progress, progressOf } from '../../../core/report/gaps.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { type Resource, useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import type { IconName } from '../../kit/icons.ts';
import { FailureNote, Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mark, StateChip } from '../../kit/StateChip.tsx';
import { deadline } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { ExtendedMark, LatenessMark } from '../board/BoardRows.tsx';
import { filledOf } from '../review/filled.ts';
import { gapIcon, gapWords } from '../review/gap-words.ts';
import { sectionNumber } from '../review/place-words.ts';
import { followed } from '../review/ReviewFoot.tsx';

/** So many gaps stand on the first page; the rest is one click away. */
const SHOWN_GAPS = 8;

export const reportPath = (campaignId: string, unitId: string, section?: string): string =>
  `/bao-cao/${campaignId}/${unitId}${section ? `/${encodeURIComponent(section)}` : ''}`;

type PartView = {
  id: string;
  number: string;
  title: string;
  share: number;
  gaps: number;
  nil: boolean;
  none: boolean;
  /** Nothing of it is asked and nothing is written. */
  optional: boolean;
};

/** The parts at the top of the outline, or the parts of the one part that a commune has. */
const partsOf = (report: ReportAnswer, progress: Progress): PartView[] =>
  report.sections
    .filter((s) => s.depth === 0)
    .map((s) => {
      const inside = progress.sections.filter((p) => p.part === s.id);
      const asked = inside.reduce((n, p) => n + p.asked, 0);
      return {
        id: s.id,
        number: s.number,
        title: s.title,
        share: asked ? inside.reduce((n, p) => n + p.filled, 0) / asked : 0,
        gaps: inside.reduce((n, p) => n + p.gaps, 0),
        nil: inside.length > 0 && inside.every((p) => p.nil),
        none: inside.length === 0,
        optional: inside.length > 0 && asked === 0,
      };
    });

const partState = (part: PartView): { icon: IconName; words: string; tone: string } => {
  if (part.none) return { icon: 'circle-minus', words: t('home.notApplicable'), tone: 'nil' };
  if (part.nil) return { icon: 'circle-slash-2', words: t('home.nil'), tone: 'nil' };
  if (part.optional) return { icon: 'circle-minus', words: t('home.optional'), tone: 'nil' };
  if (part.gaps > 0 && part.share === 0)
    return { icon: 'circle-dashed', words: t('home.notBegun'), tone: 'open' };
  if (part.gaps > 0) return { icon: 'circle-dot', words: t('home.partGaps', { n: part.gaps }), tone: 'open' };
  return { icon: 'check', words: t('home.done'), tone: 'done' };
};

const Gaps = ({ report, gaps }: { report: ReportAnswer; gaps: readonly Gap[] }) => {
  if (gaps.length === 0)
    return (
      <p className="gap5 t-ok">
        <span>
          <Icon name="check" /> {t('home.gapsNone')}
        </span>
      </p>
    );
  const at = (section: string): string => reportPath(report.campaign.id, report.unit.id, section);
  return (
    <div className="gap5">
      <h3>{t('home.gaps', { n: gaps.length })}</h3>
      <ol>
        {gaps.slice(0, SHOWN_GAPS).map((gap, i) => (
          <li key={i} className={gap.finding?.severity === 'must' ? 'bad' : undefined}>
            <Link href={at(gap.sectionId)}>
              <Icon name={gapIcon(gap)} />
              <span>{gapWords(report.sections, gap)}</span>
            </Link>
          </li>
        ))}
        {gaps.length > SHOWN_GAPS && (
          <li className="all">
            <Link href={at(gaps[SHOWN_GAPS]?.sectionId ?? '')}>
              <Icon name="list" />
              <span>{t('home.gapsMore', { n: gaps.length })}</span>
            </Link>
          </li>
        )}
      </ol>
    </div>
  );
};

const Acknowledge = ({ report, resource }: { report: ReportAnswer; resource: Resource<ReportAnswer> }) => {
  const act = useAction((path: string, key) => api.post<ReportAnswer>(path, undefined, { key }));
  const run = async (): Promise<void> => {
    const answer = await act.run(`/api/reports/${report.campaign.id}/${report.unit.id}/acknowledge`);
    if (!answer.ok) return;
    void resource.mutate(answer.data, { revalidate: false });
    followed();
  };
  return (
    <div className="ackn">
      <p>{t('home.acknowledgeText')}</p>
      <FailureNote failure={act.failure} />
      <Btn small icon="check" busy={act.busy} onClick={() => void run()}>
        {t('home.acknowledge')}
      </Btn>
    </div>
  );
};

/** The report to be written: its parts, how much of each is filled, and every gap as a way to its place. */
export const PrepareCard = ({ campaign, row }: { campaign: CampaignHead; row: BoardRow }) => {
  const resource = useResource<ReportAnswer>(`/api/reports/${campaign.id}/${row.unitId}`);
  const report = resource.data;
  const filled = report && filledOf(report);
  const gaps = report && filled ? blocking(gapsOf(report.sections, filled)) : [];
  const first = gaps[0];
  const begun = row.filled > 0 || row.state !== 'not-opened';
  return (
    <Sheet
      className="due"
      lead={<StateChip state={row.state} />}
      title={campaign.title}
      actions={
        report && (
          <Btn kind="main" iconEnd="arrow-right" href={reportPath(campaign.id, row.unitId, first?.sectionId)}>
            {!begun
              ? t('home.open')
              : first
                ? t('home.goOn', { section: sectionNumber(report.sections, first.sectionId) })
                : t('home.toPass')}
          </Btn>
        )
      }
      note={
        campaign.deadline !== null && (
          <>
            {t('time.deadline', {
              deadline: deadline(row.due),
            })}{' '}
            <ExtendedMark extension={row.extension} />{' '}
            {row.lateness.kind === 'open' ? null : <LatenessMark lateness={row.lateness} />}
          </>
        )
      }
    >
      <View of={resource} loading={<Loading lines={4} />}>
        {(answer) => (
          <>
            {answer.sentBackReason && answer.state === 'drafting' && (
              <p className="back">
                <Mark code="resend-overdue">{t('home.sentBack', { reason: answer.sentBackReason })}</Mark>
              </p>
            )}
            {row.acknowledgedAt === null && answer.may.includes('acknowledge') && (
              <Acknowledge report={answer} resource={resource} />
            )}
            <ol className="parts" aria-label={t('home.parts')}>
              {partsOf(answer, progressOf(answer.sections, filledOf(answer))).map((part) => {
                const { icon, words, tone } = partState(part);
                const at = answer.sections.find((s) => s.id === part.id || s.parentId === part.id);
                const share = `${Math.floor(part.share * 100)}%`;
                return (
                  <li key={part.id} className={tone}>
                    <Link href={reportPath(campaign.id, row.unitId, at?.id)}>
                      <span className="bar" aria-hidden="true">
                        <i style={{ '--v': part.nil ? '0%' : share } as CSSProperties} />
                      </span>
                      <b>
                        {part.number}. {part.title}
                      </b>
                      <span className="s">
                        <Icon name={icon} />
                        <span>
                          {words}
                          {tone === 'open' && <span className="vh">, {t('home.partShare', { share })}</span>}
                        </span>
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ol>
            <Gaps report={answer} gaps={gaps} />
          </>
        )}
      </View>
    </Sheet>
  );
};
