import { useState } from 'react';
import type { FrozenAnswer } from '../../../../core/consolidation/frozenAnswers.ts';
import type { ProposalLine, RegisterAnswer } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { FrozenChoice } from './FrozenChoice.tsx';
import { PURPOSE_WORDS } from './words.ts';

/** The drafter may add a paragraph of the own; everything else comes from what is kept. */
const DraftDialog = ({
  line,
  onClose,
  onDone,
}: {
  line: ProposalLine;
  onClose: () => void;
  onDone: () => void;
}) => {
  const [note, setNote] = useState('');
  const area = line.purpose === 'area-report';
  const [chosen, setChosen] = useState<number | null>(null);
  const frozen = useResource<FrozenAnswer>(area ? `/api/campaigns/${line.campaignId}/frozen` : null);
  const act = useAction((input: { note: string; frozen: number | null }, key) =>
    api.post(
      '/api/documents',
      { purpose: line.purpose, campaignId: line.campaignId, unitId: line.unitId, ...input },
      { key },
    ),
  );
  const send = async (): Promise<void> => {
    const answer = await act.run({
      note: note.trim(),
      frozen: chosen ?? frozen.data?.versions[0]?.number ?? null,
    });
    if (answer.ok) onDone();
  };
  return (
    <Dialog
      open
      title={t('registry.draftTitle', { what: t(PURPOSE_WORDS[line.purpose]), unit: line.unit ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Btn
            kind="main"
            icon="file-text"
            busy={act.busy || (area && frozen.data === undefined)}
            onClick={() => void send()}
          >
            {t('registry.draft')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <p>{t('registry.draftText')}</p>
      {area && <FrozenChoice frozen={frozen} chosen={chosen} onChoice={setChosen} />}
      {(line.purpose === 'extension' || line.purpose === 'return') && (
        <Field label={t('registry.extraNote')} hint={t('registry.noteHint')}>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={3}
              maxLength={2000}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <FailureNote failure={act.failure} />
    </Dialog>
  );
};

/** What could be drafted from what has happened: extensions, returns, the report of the area. */
export const Proposals = ({ register, onDone }: { register: RegisterAnswer; onDone: () => void }) => {
  const [chosen, setChosen] = useState<ProposalLine | undefined>(undefined);
  const { proposals } = register;
  if (proposals.length === 0) return null;
  return (
    <Sheet title={t('registry.proposals')} count={proposals.length}>
      <ul className="lines">
        {proposals.map((line) => (
          <li key={`${line.purpose}-${line.campaignId}-${line.unitId}`}>
            <div>
              <b>
                {t(PURPOSE_WORDS[line.purpose])}
                {line.unit ? `: ${line.unit}` : ''}
              </b>
              <p className="s13 sec">{line.campaign}</p>
            </div>
            <Btn small icon="file-text" onClick={() => setChosen(line)}>
              {t('registry.draft')}
            </Btn>
          </li>
        ))}
      </ul>
      {chosen && (
        <DraftDialog
          line={chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            onDone();
          }}
        />
      )}
    </Sheet>
  );
};
