import { useState } from 'react';
import type { FrozenAnswer } from '../../../../core/consolidation/frozenAnswers.ts';
import type { OutgoingLine } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { FrozenChoice } from './FrozenChoice.tsx';
import { numberWords } from './words.ts';

type Point = { place: string; printed: string; right: string };
const BLANK: Point = { place: '', printed: '', right: '' };
type Given = { note: string; points?: Point[]; frozen?: number | null };

/** A mistake in content takes a document of the same form; one of form takes a công văn đính chính. */
const AfterDialog = ({
  one,
  verb,
  onClose,
  onDone,
}: {
  one: OutgoingLine;
  verb: 'replace' | 'correct';
  onClose: () => void;
  onDone: () => void;
}) => {
  const [points, setPoints] = useState<readonly Point[]>([BLANK]);
  const [told, setTold] = useState(false);
  const area = verb === 'replace' && one.purpose === 'area-report';
  const [chosen, setChosen] = useState<number | null>(null);
  const frozen = useResource<FrozenAnswer>(area ? `/api/campaigns/${one.campaignId}/frozen` : null);
  const act = useAction((input: Given, key) => api.post(`/api/documents/${one.id}/${verb}`, input, { key }));
  const set = (at: number, change: Partial<Point>): void =>
    setPoints(points.map((point, i) => (i === at ? { ...point, ...change } : point)));
  const send = async (): Promise<void> => {
    const trimmed = points.map((p) => ({
      place: p.place.trim(),
      printed: p.printed.trim(),
      right: p.right.trim(),
    }));
    const missing = verb === 'correct' && trimmed.some((p) => !p.place || !p.printed || !p.right);
    setTold(missing);
    if (missing) return;
    const answer = await act.run({
      note: '',
      ...(verb === 'correct' ? { points: trimmed } : {}),
      ...(area ? { frozen: chosen ?? frozen.data?.versions[0]?.number ?? null } : {}),
    });
    if (answer.ok) onDone();
  };
  return (
    <Dialog
      open
      wide={verb === 'correct'}
      title={t(verb === 'replace' ? 'registry.replaceTitle' : 'registry.correctTitle', {
        number: numberWords(one),
      })}
      onClose={onClose}
      actions={
        <>
          <Btn kind="main" icon="file-text" busy={act.busy} onClick={() => void send()}>
            {t('registry.draft')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <p>{t(verb === 'replace' ? 'registry.replaceText' : 'registry.correctText')}</p>
      {area && <FrozenChoice frozen={frozen} chosen={chosen} onChoice={setChosen} />}
      {verb === 'correct' &&
        points.map((point, i) => (
          <fieldset key={i} className="point">
            <legend>{t('registry.point', { n: i + 1 })}</legend>
            <TextField
              label={t('registry.pointPlace')}
              value={point.place}
              onText={(place) => set(i, { place })}
              maxLength={300}
              required
            />
            <TextField
              label={t('registry.pointPrinted')}
              value={point.printed}
              onText={(printed) => set(i, { printed })}
              maxLength={2000}
              required
            />
            <TextField
              label={t('registry.pointRight')}
              value={point.right}
              onText={(right) => set(i, { right })}
              maxLength={2000}
              required
            />
          </fieldset>
        ))}
      {verb === 'correct' && (
        <Btn small icon="plus" onClick={() => setPoints([...points, BLANK])}>
          {t('registry.pointAdd')}
        </Btn>
      )}
      {told && (
        <p className="t-err s13" role="alert">
          {t('registry.pointMissing')}
        </p>
      )}
      <FailureNote failure={act.failure} />
    </Dialog>
  );
};

export const AfterActions = ({ one, onDone }: { one: OutgoingLine; onDone: () => void }) => {
  const [verb, setVerb] = useState<'replace' | 'correct' | undefined>(undefined);
  const number = numberWords(one);
  return (
    <div className="acts">
      {one.printable && (
        <>
          <Btn
            small
            kind="quiet"
            href={`/api/documents/${one.id}/document.pdf`}
            download
            aria-label={`PDF ${number}`}
          >
            PDF
          </Btn>
          <Btn
            small
            kind="quiet"
            href={`/api/documents/${one.id}/document.docx`}
            download
            aria-label={`Word ${number}`}
          >
            Word
          </Btn>
        </>
      )}
      {one.may.includes('replace') && (
        <Btn small aria-label={`${t('registry.replace')} ${number}`} onClick={() => setVerb('replace')}>
          {t('registry.replace')}
        </Btn>
      )}
      {one.may.includes('correct') && (
        <Btn small aria-label={`${t('registry.correctForm')} ${number}`} onClick={() => setVerb('correct')}>
          {t('registry.correctForm')}
        </Btn>
      )}
      {verb && (
        <AfterDialog
          one={one}
          verb={verb}
          onClose={() => setVerb(undefined)}
          onDone={() => {
            setVerb(undefined);
            onDone();
          }}
        />
      )}
    </div>
  );
};
