import { useState } from 'react';
import type { NamedDeadline } from '../../../../core/campaign/request.ts';
import { parseInstant } from '../../../../core/kernel/instant.ts';
import type { From, LetterReading } from '../../../../core/letter/reading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { t } from '../../../texts/text.ts';
import { EditForm } from './EditForm.tsx';
import { MomentFields } from './MomentFields.tsx';
import { deadlineWording, readMoment, typedMoment } from './moment.ts';

/** What the letter itself names, one press away; what is typed below stays as free. */
export const InLetter = ({ choices }: { choices: readonly { readonly words: string; choose(): void }[] }) =>
  choices.length === 0 ? null : (
    <fieldset className="in-letter">
      <legend className="s13 sec">{t('requests.inLetterToo')}</legend>
      {choices.map(({ words, choose }) => (
        <Btn key={words} small onClick={choose}>
          {words}
        </Btn>
      ))}
    </fieldset>
  );

/** A deadline typed, or one of those that the letter names. */
export const DeadlineEdit = ({
  value,
  letter,
  onChange,
  onNone,
  close,
}: {
  value: NamedDeadline | null;
  letter: LetterReading | undefined;
  onChange: (value: NamedDeadline, from?: From) => void;
  /** Takes the deadline away, where there may be none. */
  onNone?: () => void;
  close: () => void;
}) => {
  const [typed, setTyped] = useState(() => typedMoment(value?.at));
  const [error, setError] = useState<ReturnType<typeof readMoment>['error']>(undefined);
  const done = () => {
    const read = readMoment(typed);
    if (read.error) return setError(read.error);
    // The letter's own wording stays while the moment is the same.
    if (read.at !== value?.at) onChange({ at: read.at, wording: deadlineWording(read.at) });
    close();
  };
  const named = (letter?.deadlines ?? []).flatMap((d) => {
    const at = d.at === null ? undefined : parseInstant(d.at);
    return at === undefined || at === value?.at ? [] : [{ deadline: { at, wording: d.text }, from: d.from }];
  });
  return (
    <EditForm
      onDone={done}
      onCancel={close}
      {...(onNone
        ? {
            removeWords: 'requests.groupDeadlineNone' as const,
            onRemove: () => {
              onNone();
              close();
            },
          }
        : {})}
    >
      <InLetter
        choices={named.map(({ deadline, from }) => ({
          words: deadline.wording,
          choose: () => {
            onChange(deadline, from);
            close();
          },
        }))}
      />
      <MomentFields typed={typed} error={error} onTyped={setTyped} />
    </EditForm>
  );
};
