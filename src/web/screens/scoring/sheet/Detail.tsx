import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { SheetAnswer, SheetLine, SideMark } from '../../../../core/scoring/roundAnswers.ts';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AppraiseForm, ExplainForm, SelfForm } from './AnswerForm.tsx';
import { Cite } from './Cite.tsx';

const Said = ({ title, mark }: { title: string; mark: SideMark | null | undefined }) =>
  mark && (mark.words !== '' || mark.agreed) ? (
    <p className="s13">
      <b>{title}:</b> {mark.agreed ? t('scoring.agreedWith') : mark.words}{' '}
      <span className="mut">({t('scoring.saidBy', { name: mark.by, at: moment(mark.at) })})</span>
    </p>
  ) : null;

/** Why these points: the rule, the arithmetic, where the figures stand, what each side said; and the form of whose turn it is. */
export const Detail = ({
  line,
  sheet,
  path,
  onSheet,
}: {
  line: SheetLine;
  sheet: SheetAnswer;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const standing = line.second ?? line.first ?? line.self;
  const points = standing?.points ?? null;
  const { may } = sheet;
  const own = { line, path, onSheet };
  const isOpen = line.kind === 'rule';
  const mark = sheet.stage === 'appraisal-2' ? (line.second?.mark ?? null) : (line.first?.mark ?? null);
  return (
    <div className="ex">
      <p>
        <b>
          {points === null ? t('scoring.whyNot') : t('scoring.whyPoints', { points: formatAmount(points) })}
        </b>{' '}
        {standing?.explanation}
      </p>
      {line.rule && <p className="s13 sec">{t('scoring.ruleOf', { rule: line.rule })}</p>}
      {line.computed && (
        <p className="s13 sec">
          {t('scoring.computedHead')}: {line.computed.explanation}{' '}
          {line.computed.source && t('scoring.fedFrom', { source: line.computed.source })}
        </p>
      )}
      {line.evidenceAsked.length > 0 && (
        <p className="s13 sec">{t('scoring.asked', { list: line.evidenceAsked.join('; ') })}</p>
      )}
      <Said title={t('scoring.reasonSelf')} mark={line.self?.mark} />
      <Said title={t('scoring.reasonFirst')} mark={line.first?.mark} />
      <Said title={t('scoring.reasonExplained')} mark={line.explained} />
      <Said title={t('scoring.reasonSecond')} mark={line.second?.mark} />
      {isOpen && may.includes('score') && <SelfForm key={`s${line.self?.mark?.version ?? 0}`} {...own} />}
      {isOpen && may.includes('appraise') && (
        <AppraiseForm key={`a${mark?.version ?? 0}`} {...own} mark={mark} />
      )}
      {isOpen && may.includes('explain') && <ExplainForm key={`e${line.explained?.version ?? 0}`} {...own} />}
      {isOpen && (may.includes('score') || may.includes('explain')) && (
        <Cite code={line.code} unitId={sheet.unit.id} path={path} onSheet={onSheet} />
      )}
    </div>
  );
};
