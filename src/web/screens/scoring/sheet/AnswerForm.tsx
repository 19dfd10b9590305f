import { useState } from 'react';
import type { Asked } from '../../../../core/scoring/asked.ts';
import type { SheetAnswer, SheetLine, SideMark } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import type { Action } from '../../../http/useAction.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { CheckField, Field, SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

type Typed = Readonly<Record<string, string>>;

/** What a person typed becomes what the reader of answers takes; nothing is computed here. */
const rawOf = (asked: Asked, typed: Typed): unknown => {
  if (typed.$nil === 'nil') return { nil: true };
  if (typed.$nil === 'na') return { notApplicable: true };
  const raw: Record<string, unknown> = {};
  if (asked.choices.length > 0 && typed.$choice)
    raw.choice = typed.$choice === 'yes' ? true : typed.$choice === 'no' ? false : typed.$choice;
  for (const { name } of asked.fields) {
    const text = (typed[name] ?? '').trim();
    if (text === '') continue;
    const shared = name === 'value' ? /^([\d.,]+)\s*\/\s*([\d.,]+)$/.exec(text) : null;
    if (shared) {
      raw.numerator = shared[1];
      raw.denominator = shared[2];
    } else raw[name] = text.replace(/\s*%$/, '');
  }
  if (asked.parts.length > 0)
    raw.parts = Object.fromEntries(
      asked.parts.flatMap((part) => {
        const text = (typed[`part:${part.id}`] ?? '').trim();
        if (text === '') return [];
        return [[part.id, text === 'yes' ? true : text === 'no' ? false : text]];
      }),
    );
  const isEmpty = Object.keys(raw).every((k) => k === 'parts') && Object.keys(raw.parts ?? {}).length === 0;
  return isEmpty ? null : raw;
};

const typedOf = (mark: SideMark | null): Typed => {
  const answer = mark?.answer;
  if (!answer) return {};
  if (answer.kind === 'nil') return { $nil: 'nil' };
  if (answer.kind === 'not-applicable') return { $nil: 'na' };
  const { numerator, denominator, ...rest } = answer.values;
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, String(value).replace('.', ',')]),
    ),
    ...(numerator !== undefined && denominator !== undefined
      ? { value: `${String(numerator).replace('.', ',')}/${String(denominator).replace('.', ',')}` }
      : {}),
    ...(answer.choice === undefined ? {} : { $choice: answer.choice }),
    ...Object.fromEntries(
      Object.entries(answer.parts ?? {}).map(([id, part]) => [
        `part:${id}`,
        part.kind === 'given' ? (part.choice ?? String(part.values.value ?? '').replace('.', ',')) : '',
      ]),
    ),
  };
};

const choiceText = (choice: Asked['choices'][number]): string =>
  choice.id === 'yes' ? t('scoring.yes') : choice.id === 'no' ? t('scoring.no') : choice.label;

const Choices = ({
  label,
  choices,
  value,
  onText,
}: {
  label: string;
  choices: Asked['choices'];
  value: string;
  onText: (text: string) => void;
}) => (
  <SelectField label={label} value={value} onText={onText}>
    <option value="">{t('scoring.choose2')}</option>
    {choices.map((choice) => (
      <option key={choice.id} value={choice.id}>
        {choiceText(choice)}
      </option>
    ))}
  </SelectField>
);

const Words = ({
  label,
  hint,
  value,
  onText,
}: {
  label: string;
  hint?: string;
  value: string;
  onText: (text: string) => void;
}) => (
  <Field label={label} hint={hint}>
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

type SheetAct = Action<unknown, SheetAnswer>;
const useMarks = (path: string, verb: 'score' | 'appraise' | 'explain'): SheetAct =>
  useAction((body: unknown, key) => api.post<SheetAnswer>(`${path}/${verb}`, body, { key }));

/** The unit answers one criterion: choices, figures, parts; or states that nothing arose; and explains. */
export const SelfForm = ({
  line,
  path,
  onSheet,
}: {
  line: SheetLine;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const mark = line.self?.mark ?? null;
  const [typed, setTyped] = useState<Typed>(typedOf(mark));
  const [words, setWords] = useState(mark?.words ?? '');
  const save = useMarks(path, 'score');
  const { asked } = line;
  if (!asked) return null;
  const set = (name: string) => (text: string) => setTyped((old) => ({ ...old, [name]: text }));
  const stated = typed.$nil ?? '';
  const submit = async (): Promise<void> => {
    const answer = rawOf(asked, typed);
    const done = await save.run({
      marks: [{ criterion: line.code, answer, words, version: mark?.version ?? 0 }],
    });
    if (done.ok) onSheet(done.data);
  };
  return (
    <form
      className="markform"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {stated === '' && (
        <div className="fields">
          {asked.choices.length > 0 && (
            <Choices
              label={t('scoring.answer')}
              choices={asked.choices}
              value={typed.$choice ?? ''}
              onText={set('$choice')}
            />
          )}
          {asked.fields.map((field) => (
            <TextField
              key={field.name}
              label={field.label}
              hint={field.name === 'value' && field.unit === '%' ? t('scoring.shareHint') : undefined}
              value={typed[field.name] ?? ''}
              figures
              onText={set(field.name)}
            />
          ))}
          {asked.parts.map((part) =>
            part.asked.choices.length > 0 ? (
              <Choices
                key={part.id}
                label={part.label}
                choices={part.asked.choices}
                value={typed[`part:${part.id}`] ?? ''}
                onText={set(`part:${part.id}`)}
              />
            ) : (
              <TextField
                key={part.id}
                label={part.label}
                value={typed[`part:${part.id}`] ?? ''}
                figures
                onText={set(`part:${part.id}`)}
              />
            ),
          )}
        </div>
      )}
      {line.whenNil && (
        <CheckField
          label={t('scoring.nil')}
          checked={stated === 'nil'}
          onCheck={(on) => set('$nil')(on ? 'nil' : '')}
        />
      )}
      {line.mayNotApply && (
        <CheckField
          label={t('scoring.notApplicable')}
          checked={stated === 'na'}
          onCheck={(on) => set('$nil')(on ? 'na' : '')}
        />
      )}
      <Words label={t('scoring.words')} hint={t('scoring.wordsHint')} value={words} onText={setWords} />
      <FailureNote failure={save.failure} />
      <div className="acts">
        <Btn kind="main" small type="submit" busy={save.busy}>
          {t('scoring.saveMark')}
        </Btn>
      </div>
    </form>
  );
};

/** The office agrees, or gives other points and says why. */
export const AppraiseForm = ({
  line,
  mark,
  path,
  onSheet,
}: {
  line: SheetLine;
  mark: SideMark | null;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const [points, setPoints] = useState(mark?.points?.replace('.', ',') ?? '');
  const [words, setWords] = useState(mark?.words ?? '');
  const save = useMarks(path, 'appraise');
  const send = async (agreed: boolean): Promise<void> => {
    const done = await save.run({
      marks: [
        {
          criterion: line.code,
          points: agreed || points.trim() === '' ? null : points.trim().replace(',', '.'),
          agreed,
          words,
          version: mark?.version ?? 0,
        },
      ],
    });
    if (done.ok) onSheet(done.data);
  };
  return (
    <form
      className="markform"
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      {line.hands.map((hand) => (
        <p key={hand.name} className="s13">
          {t('scoring.handOf', {
            name: hand.name,
            points: hand.agreed ? t('scoring.agreedWith') : (hand.points?.replace('.', ',') ?? ''),
            words: hand.words,
          })}
        </p>
      ))}
      <div className="fields">
        <TextField label={t('scoring.points')} value={points} figures onText={setPoints} />
      </div>
      <Words
        label={t('scoring.reasonWords')}
        hint={t('scoring.reasonHintAppraise')}
        value={words}
        onText={setWords}
      />
      <FailureNote failure={save.failure} />
      <div className="acts">
        <Btn kind="main" small type="submit" busy={save.busy}>
          {t('scoring.saveMark')}
        </Btn>
        <Btn small busy={save.busy} onClick={() => void send(true)}>
          {t('scoring.agree')}
        </Btn>
      </div>
    </form>
  );
};

export const ExplainForm = ({
  line,
  path,
  onSheet,
}: {
  line: SheetLine;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const [words, setWords] = useState(line.explained?.words ?? '');
  const save = useMarks(path, 'explain');
  const submit = async (): Promise<void> => {
    const done = await save.run({
      marks: [{ criterion: line.code, words, version: line.explained?.version ?? 0 }],
    });
    if (done.ok) onSheet(done.data);
  };
  return (
    <form
      className="markform"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Words label={t('scoring.explain')} value={words} onText={setWords} />
      <FailureNote failure={save.failure} />
      <div className="acts">
        <Btn kind="main" small type="submit" busy={save.busy}>
          {t('scoring.saveMark')}
        </Btn>
      </div>
    </form>
  );
};
