import { useEffect, useRef, useState } from 'react';
import type { DeadlineAdvice } from '../../../../core/campaign/answers.ts';
import { type NamedDeadline, type Request, withWords } from '../../../../core/campaign/request.ts';
import type { From } from '../../../../core/letter/reading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { deadline as deadlineWords } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { DeadlineEdit } from './DeadlineEdit.tsx';
import type { PartProps } from './part-props.ts';
import { ValueRow } from './ValueRow.tsx';
import { WorkingDaysLeft } from './WorkingDaysLeft.tsx';

const setDeadline = (request: Request, at: number, deadline: NamedDeadline | null, from?: From): Request => {
  const next = {
    ...request,
    recipients: request.recipients.map((r, i) => (i === at ? { ...r, deadline } : r)),
  };
  const key = `deadline:${request.recipients[at]?.text ?? ''}`;
  return from ? withWords(next, { key, start: from.start, end: from.end }) : next;
};

/** One more group that sends by a day of its own: which one first, then until when. */
const AddGroupDeadline = ({ request, letter, edit }: Pick<PartProps, 'request' | 'letter' | 'edit'>) => {
  const [at, setAt] = useState<number | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const isOpen = at !== undefined;
  useEffect(() => {
    if (isOpen) place.current?.querySelector('select')?.focus();
  }, [isOpen]);
  const free = request.recipients.flatMap((r, i) => (r.deadline ? [] : [{ text: r.text, i }]));
  // The deadline of all is for those that are left; a single group needs no other.
  if (!edit || request.recipients.length < 2 || free.length === 0) return null;
  if (at === undefined)
    return (
      <Btn small kind="quiet" icon="plus" onClick={() => setAt(free[0]?.i)}>
        {t('requests.groupDeadlineAdd')}
      </Btn>
    );
  return (
    <div ref={place}>
      <SelectField
        label={t('requests.groupDeadlineWhose')}
        value={String(at)}
        onText={(value) => setAt(Number(value))}
      >
        {free.map(({ text, i }) => (
          <option key={i} value={i}>
            {text}
          </option>
        ))}
      </SelectField>
      <DeadlineEdit
        value={null}
        letter={letter}
        onChange={(deadline, from) => edit.change((r) => setDeadline(r, at, deadline, from))}
        close={() => setAt(undefined)}
      />
    </div>
  );
};

/** Groups of recipients that the letter gives a deadline of their own. */
export const GroupDeadlines = ({
  request,
  letter,
  numbered,
  ends,
  edit,
  advice,
}: Pick<PartProps, 'request' | 'letter' | 'numbered' | 'ends' | 'edit'> & {
  /** By the place of the group; empty while what is shown is not yet saved. */
  advice: readonly (DeadlineAdvice | null)[];
}) => (
  <>
    {request.recipients.map((group, at) =>
      group.deadline ? (
        <ValueRow
          key={`${at}-${group.text}`}
          label={t('requests.deadlineOf', { group: group.text })}
          n={numbered.numbers.get(`deadline:${group.text}`)}
          ends={ends}
          editor={
            edit &&
            ((close) => (
              <DeadlineEdit
                value={group.deadline ?? null}
                letter={letter}
                onChange={(deadline, from) => edit.change((r) => setDeadline(r, at, deadline, from))}
                onNone={() => edit.change((r) => setDeadline(r, at, null))}
                close={close}
              />
            ))
          }
        >
          {group.deadline.wording}
          <span className="sub">
            {t('requests.lastMoment')} {deadlineWords(advice[at]?.inForce ?? group.deadline.at)}
            <WorkingDaysLeft advice={advice[at] ?? null} />
          </span>
        </ValueRow>
      ) : null,
    )}
    {edit && request.recipients.length > 1 && request.recipients.some((r) => !r.deadline) && (
      <div className="fr more">
        <dt />
        <dd>
          <AddGroupDeadline request={request} letter={letter} edit={edit} />
        </dd>
      </div>
    )}
  </>
);
