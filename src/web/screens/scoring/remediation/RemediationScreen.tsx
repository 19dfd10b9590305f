import { useState } from 'react';
import { formatAmount, multiply } from '../../../../core/kernel/amount.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { RemediationAnswer, RemediationLine } from '../../../../core/scoring/remediationAnswers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Mark } from '../../../kit/StateChip.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Cited } from '../../tasks/CiteDocument.tsx';
import { UnitFilter } from '../../tasks/UnitFilter.tsx';
import { ScoringPage } from '../ScoringPage.tsx';
import { Takeaway } from '../Takeaway.tsx';
import { ResultsDialog, ThresholdDialog } from './OfficeDialogs.tsx';
import { REMEDY_STATUS, RemedyDialog } from './RemedyDialog.tsx';

const OUTCOME = {
  better: 'scoring.remedyBetter',
  worse: 'scoring.remedyWorse',
  same: 'scoring.remedyEqual',
  unknown: 'scoring.remedyUnknown',
} as const;

const Row = ({
  line,
  isOffice,
  onOpen,
}: {
  line: RemediationLine;
  isOffice: boolean;
  onOpen: () => void;
}) => (
  <tr>
    <th scope="row">
      <span className="num">{line.criterion}</span> {line.name}
      {isOffice && <span className="sub">{line.unitName}</span>}
    </th>
    <td className="r num" data-l={t('scoring.remedyMark')}>
      {formatAmount(line.points)}/{formatAmount(line.max)}
    </td>
    <td data-l={t('scoring.remedyMeasure')} className="s13">
      {line.measure || '–'}
      {line.cause && <span className="sub">{line.cause}</span>}
    </td>
    <td data-l={t('scoring.remedyOwner')}>{line.owner || '–'}</td>
    <td className="num" data-l={t('scoring.remedyDue')}>
      {line.due ? shortDay(line.due) : '–'}{' '}
      {line.overdue && <Mark code="late">{t('scoring.taskOverdue')}</Mark>}
    </td>
    <td data-l={t('scoring.remedyStatus')}>
      {t(REMEDY_STATUS[line.status])}
      {line.evidence && line.citations.length === 0 && <span className="sub">{line.evidence}</span>}
      <Cited cited={line.citations} />
    </td>
    <td className="num" data-l={t('scoring.remedyNext')}>
      {line.next
        ? `${formatAmount(line.next.points)}/${formatAmount(line.next.max)}, ${t(OUTCOME[line.outcome])}`
        : t('scoring.remedyUnknown')}
    </td>
    <td className="ac">
      {line.may.includes('change') && (
        <Btn small aria-label={`${t('scoring.remedyChange')}: ${line.criterion}`} onClick={onOpen}>
          {t('scoring.remedyChange')}
        </Btn>
      )}
    </td>
  </tr>
);

const Rows = ({ answer, onOpen }: { answer: RemediationAnswer; onOpen: (line: RemediationLine) => void }) =>
  answer.lines.length === 0 ? (
    <Empty icon="circle-check" title={t('scoring.remedyNone')}>
      {t('scoring.remedyNoneText')}
    </Empty>
  ) : (
    <Table caption={t('scoring.remediation')} className="edge fold">
      <thead>
        <tr>
          <th>{t('scoring.criterion')}</th>
          <th className="r">{t('scoring.remedyMark')}</th>
          <th>{t('scoring.remedyMeasure')}</th>
          <th>{t('scoring.remedyOwner')}</th>
          <th>{t('scoring.remedyDue')}</th>
          <th>{t('scoring.remedyStatus')}</th>
          <th>{t('scoring.remedyNext')}</th>
          <th>
            <span className="vh">{t('scoring.remedyChange')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.lines.map((line) => (
          <Row
            key={`${line.unitId} ${line.criterion}`}
            line={line}
            isOffice={answer.isOffice}
            onOpen={() => onOpen(line)}
          />
        ))}
      </tbody>
    </Table>
  );

/** I9: low marks of a published year as living lines; part IV of the open report says the same. */
const RemediationScreen = () => {
  const [year, setYear] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'threshold' | 'results' | null>(null);
  const list = useResource<RemediationAnswer>(`/api/remediation${year ? `?year=${year}` : ''}`);
  const { data } = list;
  const [unit, setUnit] = useState('');
  const [status, setStatus] = useState('');
  /** What is taken along is what stands on the screen. */
  const taken = new URLSearchParams({
    ...(year ? { year } : {}),
    ...(unit ? { unit } : {}),
    ...(status ? { status } : {}),
  });
  const key = (line: RemediationLine): string => `${line.unitId} ${line.criterion}`;
  const chosen = data?.lines.find((line) => key(line) === open);
  const put = (answer: RemediationAnswer): void => void list.mutate(answer, { revalidate: false });
  const close = (): void => setDialog(null);
  return (
    <ScoringPage
      title={t('scoring.remediation')}
      note={
        data &&
        t('scoring.remedyNote', {
          year: String(data.year),
          share: formatAmount(multiply(data.share, '100')),
        })
      }
      actions={
        <>
          {data?.may.includes('set-threshold') && (
            <Btn onClick={() => setDialog('threshold')}>{t('scoring.threshold')}</Btn>
          )}
          {data?.may.includes('import') && (
            <Btn icon="file-spreadsheet" onClick={() => setDialog('results')}>
              {t('scoring.importResults')}
            </Btn>
          )}
          <Takeaway of="/api/remediation" query={taken.size > 0 ? `?${taken}` : ''} />
        </>
      }
    >
      <View of={list}>
        {(answer) => (
          <>
            <div className="tools">
              <SelectField label={t('scoring.remedyYear')} value={String(answer.year)} onText={setYear}>
                {(answer.years.includes(answer.year) ? answer.years : [answer.year, ...answer.years]).map(
                  (one) => (
                    <option key={one} value={String(one)}>
                      {String(one)}
                    </option>
                  ),
                )}
              </SelectField>
              {answer.isOffice && <UnitFilter lines={answer.lines} value={unit} onText={setUnit} />}
              <SelectField label={t('scoring.remedyStatus')} value={status} onText={setStatus}>
                <option value="">{t('scoring.taskAll')}</option>
                {(Object.keys(REMEDY_STATUS) as (keyof typeof REMEDY_STATUS)[]).map((one) => (
                  <option key={one} value={one}>
                    {t(REMEDY_STATUS[one])}
                  </option>
                ))}
              </SelectField>
            </div>
            <Sheet>
              <Rows
                answer={{
                  ...answer,
                  lines: answer.lines.filter(
                    (l) => (unit === '' || l.unitId === unit) && (status === '' || l.status === status),
                  ),
                }}
                onOpen={(line) => setOpen(key(line))}
              />
            </Sheet>
          </>
        )}
      </View>
      {data && chosen && (
        <RemedyDialog
          key={`${open} ${chosen.version}`}
          line={chosen}
          year={data.year}
          onClose={() => setOpen(null)}
          onPut={put}
        />
      )}
      {data && dialog === 'threshold' && (
        <ThresholdDialog
          answer={data}
          onClose={close}
          onPut={(next) => {
            put(next);
            close();
          }}
        />
      )}
      {data && dialog === 'results' && (
        <ResultsDialog
          answer={data}
          onClose={close}
          onPut={() => {
            list.reload();
            close();
          }}
        />
      )}
    </ScoringPage>
  );
};

export default RemediationScreen;
