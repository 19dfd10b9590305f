import { useState } from 'react';
import { useParams } from 'wouter';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import { matches } from '../../../../core/kernel/search.ts';
import type { SetAnswer, SetLine } from '../../../../core/scoring/setAnswers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { Paper } from '../../../kit/Paper.tsx';
import { View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { decisionWords, levelWords } from '../words.ts';
import { Changes } from './Changes.tsx';

const NIL = { full: 'scoring.nilFull', 'reduce-max': 'scoring.nilReduce', zero: 'scoring.nilZero' } as const;

const RuleRow = ({ line }: { line: SetLine }) => {
  const more = [
    line.whenNil ? t(NIL[line.whenNil]) : '',
    line.zeroWhen ? t('scoring.zeroWhen', { condition: line.zeroWhen }) : '',
    line.feed ? t('scoring.feed', { feed: line.feed }) : '',
    line.ruleSource ? t('scoring.source', { text: line.ruleSource }) : '',
  ].filter((words) => words !== '');
  const who =
    line.depth === 0 && line.leadUnit
      ? [
          t('scoring.lead', { unit: line.leadUnit }),
          ...(line.partners.length > 0 ? [t('scoring.partners', { units: line.partners.join(', ') })] : []),
        ].join('; ')
      : '';
  return (
    <tr className={`d${Math.min(line.depth, 2)}`}>
      <th scope="row">
        <span className="no num">{line.code}</span> {line.name}
        {line.addedBy && <span className="sub">{t('scoring.addedBy', { unit: line.addedBy })}</span>}
        {line.evidence.length > 0 && (
          <span className="sub">{t('scoring.evidenceAsked', { list: line.evidence.join('; ') })}</span>
        )}
      </th>
      <td className="r num" data-l={t('scoring.max')}>
        {line.maxPoints === null ? '–' : formatAmount(line.maxPoints)}
        {line.role !== 'normal' && <span className="sub">{t(`scoring.${line.role}`)}</span>}
      </td>
      <td data-l={t('scoring.rule')}>
        {line.rule || who}
        {more.map((words) => (
          <span key={words} className="sub">
            {words}
          </span>
        ))}
      </td>
    </tr>
  );
};

const Rules = ({ answer }: { answer: SetAnswer }) => {
  const [query, setQuery] = useState('');
  const shown = answer.lines.filter((line) => matches(`${line.code} ${line.name}`, query));
  return (
    <>
      <div className="tools">
        <TextField label={t('scoring.find')} value={query} onText={setQuery} />
      </div>
      <Sheet>
        <Table caption={answer.set.title} className="edge fold rules">
          <thead>
            <tr>
              <th>{t('scoring.criterion')}</th>
              <th className="r">{t('scoring.max')}</th>
              <th>{t('scoring.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <RuleRow key={line.code} line={line} />
            ))}
          </tbody>
        </Table>
      </Sheet>
    </>
  );
};

/** One set: every rule in plain words beside the words of its source, its versions and what each changed. */
const SetScreen = () => {
  const { setId } = useParams<{ setId: string }>();
  const [version, setVersion] = useState('');
  const path = `/api/criteria-sets/${encodeURIComponent(setId)}`;
  const query = version ? `?version=${version}` : '';
  const set = useResource<SetAnswer>(`${path}${query}`);
  const { data } = set;
  return (
    <ScoringPage
      title={data?.set.title ?? t('scoring.setTitle')}
      actions={
        data && (
          <>
            <Paper of={`${path}/paper`} query={query} label={t('scoring.print')} />
            <Btn kind="quiet" icon="file-spreadsheet" href={`${path}/form.xlsx${query}`} download>
              {t('scoring.setForm')}
            </Btn>
          </>
        )
      }
      note={data && `${levelWords(data.set.level)}, ${data.set.year}, ${decisionWords(data.set.decision)}`}
    >
      <View of={set}>
        {(answer) => (
          <div className="setgrid">
            <div>
              <Rules answer={answer} />
            </div>
            <aside>
              <Sheet title={t('scoring.versions')} pad>
                <SelectField
                  label={t('scoring.version', { n: answer.set.version })}
                  value={version || String(answer.set.version)}
                  onText={setVersion}
                >
                  {answer.versions.map((v) => (
                    <option key={v.version} value={String(v.version)}>
                      {t('scoring.versionLine', { n: v.version, at: moment(v.at) })}
                    </option>
                  ))}
                </SelectField>
                {answer.versions
                  .filter((v) => v.version === answer.set.version)
                  .map((v) => (
                    <p key={v.version} className="s13 sec">
                      {v.by ?? t('scoring.fromPack')}
                      {v.reason && `: ${v.reason}`}
                    </p>
                  ))}
              </Sheet>
              {answer.classes.length > 0 && (
                <Sheet title={t('scoring.classes')} pad>
                  {answer.classes.map((c) => (
                    <p key={c.name} className="s13">
                      {t('scoring.classFrom', { name: c.name, from: formatAmount(c.from) })}
                    </p>
                  ))}
                </Sheet>
              )}
              <Sheet title={t('scoring.changes')} count={answer.changes.length}>
                {answer.changes.length === 0 ? (
                  <p className="s13 sec emp">{t('scoring.noChanges')}</p>
                ) : (
                  <Changes changes={answer.changes} />
                )}
              </Sheet>
            </aside>
          </div>
        )}
      </View>
    </ScoringPage>
  );
};

export default SetScreen;
