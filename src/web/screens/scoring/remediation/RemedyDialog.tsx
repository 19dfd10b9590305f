import { useState } from 'react';
import type { Day } from '../../../../core/kernel/instant.ts';
import type { RemedyStatus } from '../../../../core/scoring/remediate.ts';
import type { RemediationAnswer, RemediationLine } from '../../../../core/scoring/remediationAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { DayField } from '../../../kit/DayField.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field, SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { CiteDocument } from '../../tasks/CiteDocument.tsx';

export const REMEDY_STATUS = {
  open: 'scoring.remedyOpen',
  working: 'scoring.remedyWorking',
  closed: 'scoring.remedyClosed',
} as const;

const Text = ({ label, value, onText }: { label: string; value: string; onText: (text: string) => void }) => (
  <Field label={label}>
    {(control) => (
      <textarea
        {...control}
        className="inp"
        rows={2}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    )}
  </Field>
);

/** One low mark: who, until when, how, with what result; closing asks for evidence. */
export const RemedyDialog = ({
  line,
  year,
  onClose,
  onPut,
}: {
  line: RemediationLine;
  year: number;
  onClose: () => void;
  onPut: (answer: RemediationAnswer) => void;
}) => {
  const [now, setNow] = useState({
    owner: line.owner,
    cause: line.cause,
    measure: line.measure,
    result: line.result,
    evidence: line.evidence,
  });
  const [due, setDue] = useState<Day | undefined>(line.due ?? undefined);
  const [status, setStatus] = useState<RemedyStatus>(line.status);
  const path = `/api/remediation/${line.unitId}/${year}/${encodeURIComponent(line.criterion)}`;
  const save = useAction((body: unknown, key) => api.post<RemediationAnswer>(path, body, { key }));
  const set = (name: keyof typeof now) => (text: string) => setNow((old) => ({ ...old, [name]: text }));
  const confirm = async (): Promise<void> => {
    const done = await save.run({ ...now, due: due ?? null, status, version: line.version });
    if (!done.ok) return;
    onPut(done.data);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={`${line.criterion} ${line.name}`}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.close')}</Btn>
          <Btn kind="main" busy={save.busy} onClick={() => void confirm()}>
            {t('scoring.remedySave')}
          </Btn>
        </>
      }
    >
      <p className="s13 sec">
        {line.document}. {t('scoring.remedySame')}
      </p>
      <Text label={t('scoring.remedyCause')} value={now.cause} onText={set('cause')} />
      <Text label={t('scoring.remedyMeasure')} value={now.measure} onText={set('measure')} />
      <div className="pair">
        <TextField label={t('scoring.remedyOwner')} value={now.owner} onText={set('owner')} />
        <DayField label={t('scoring.remedyDue')} day={due} onDay={setDue} />
      </div>
      <Text label={t('scoring.remedyResult')} value={now.result} onText={set('result')} />
      <div className="pair">
        <TextField
          label={t('scoring.remedyEvidence')}
          hint={t('scoring.remedyEvidenceHint')}
          value={now.evidence}
          onText={set('evidence')}
        />
        <SelectField
          label={t('scoring.remedyStatus')}
          value={status}
          onText={(value) => setStatus(value as RemedyStatus)}
        >
          {(Object.keys(REMEDY_STATUS) as RemedyStatus[]).map((one) => (
            <option key={one} value={one}>
              {t(REMEDY_STATUS[one])}
            </option>
          ))}
        </SelectField>
      </div>
      <CiteDocument<RemediationAnswer>
        unitId={line.unitId}
        path={`${path}/evidence`}
        cited={line.citations}
        onAnswer={onPut}
      />
      <FailureNote failure={save.failure} />
    </Dialog>
  );
};
