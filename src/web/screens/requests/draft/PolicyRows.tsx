import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Policy } from '../../../../core/campaign/policy.ts';
import { policyOf, type Request } from '../../../../core/campaign/request.ts';
import { t } from '../../../texts/text.ts';
import type { Ends } from '../letter/useEnds.ts';
import { lastCorrectionWords, lateSendingWords, returnedWords, shiftWords } from '../policy-words.ts';
import { EditForm } from './EditForm.tsx';
import { PolicyForm, readPolicy, typedPolicy } from './PolicyForm.tsx';
import type { Edit } from './part-props.ts';
import { ValueRow } from './ValueRow.tsx';

const PolicyEdit = ({
  request,
  advice,
  onChange,
  close,
}: {
  request: Request;
  advice: CampaignAnswer['advice'];
  onChange: (policy: Policy) => void;
  close: () => void;
}) => {
  const [typed, setTyped] = useState(() => typedPolicy(policyOf(request)));
  const [errors, setErrors] = useState<ReturnType<typeof readPolicy>['errors']>(undefined);
  const done = (): void => {
    const read = readPolicy(typed, request.deadline?.at ?? null);
    setErrors(read.errors);
    if (!read.policy) return;
    onChange(read.policy);
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      <PolicyForm typed={typed} errors={errors} advice={advice} onTyped={setTyped} />
    </EditForm>
  );
};

/** What holds beside the deadline, each choice in words; one pencil for all of them. */
export const PolicyRows = ({
  request,
  advice,
  ends,
  edit,
}: {
  request: Request;
  advice: CampaignAnswer['advice'];
  ends: Ends;
  edit: Edit | undefined;
}) => {
  const policy = policyOf(request);
  return (
    <ValueRow
      label={t('policy.title')}
      ends={ends}
      editor={
        edit &&
        ((close) => (
          <PolicyEdit
            request={request}
            advice={advice}
            close={close}
            onChange={(next) => edit.change((r) => ({ ...r, policy: next }))}
          />
        ))
      }
    >
      <ul className="rules">
        <li>
          {t('policy.shift')}: <b>{shiftWords(policy.shift)}</b>
        </li>
        <li>
          {t('policy.lateSending')}: <b>{lateSendingWords(policy)}</b>
        </li>
        <li>
          {t('policy.returned')}: <b>{returnedWords(policy.returned)}</b>
        </li>
        <li>
          {t('policy.lastCorrection')}: <b>{lastCorrectionWords(policy.lastCorrection)}</b>
        </li>
      </ul>
    </ValueRow>
  );
};
