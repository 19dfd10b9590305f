import { useState } from 'react';
import { readRule } from '../../../core/template/readRule.ts';
import { checkText } from '../../../core/template/ruleSource.ts';
import type { Check, Form, Severity } from '../../../core/template/template.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { faultText, ruleWords } from '../../rule-words.ts';
import { t } from '../../texts/text.ts';
import { placeWords, SEVERITY } from './form-words.ts';
import type { DraftHand } from './useTemplateDraft.ts';

const EXAMPLES = [
  'templates.exampleSum',
  'templates.exampleCompare',
  'templates.exampleRange',
  'templates.exampleRatio',
  'templates.examplePrevious',
  'templates.exampleGrowth',
  'templates.exampleNote',
  'templates.exampleUnits',
] as const;

/** A rule as it is typed, and at once what it means in words, or where it is not understood. */
export const CheckDialog = ({
  hand,
  form,
  check,
  onClose,
}: {
  hand: DraftHand;
  form: Form;
  /** undefined: a new check. */
  check: Check | undefined;
  onClose: () => void;
}) => {
  const [text, setText] = useState(check ? checkText(form, check) : '');
  const [title, setTitle] = useState(check?.title ?? '');
  const [severity, setSeverity] = useState<Severity>(check?.severity ?? 'must');
  const rule = readRule(form, text);
  const blank = text.trim() === '';
  const save = async (): Promise<void> => {
    const set = { severity, title: title.trim() || null, text };
    const answer = await hand.edit.run(
      check
        ? { do: 'check-change', form: form.id, check: check.id, set }
        : { do: 'check-add', form: form.id, set },
    );
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t(check ? 'templates.checkEdit' : 'templates.checkAdd')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn
            kind="main"
            busy={hand.edit.busy}
            reason={'fault' in rule ? faultText(rule.fault) : undefined}
            onClick={() => void save()}
          >
            {t('common.save')}
          </Btn>
        </>
      }
    >
      <div className="tpl-form">
        <div className="wide">
          <TextField
            label={t('templates.checkText')}
            hint={t('templates.checkHint')}
            error={!blank && 'fault' in rule ? faultText(rule.fault) : undefined}
            value={text}
            onText={setText}
            spellCheck={false}
            autoComplete="off"
          />
          <p role="status" className="means">
            {!('fault' in rule) && t('templates.checkMeans', { said: ruleWords(rule, placeWords(form)) })}
          </p>
        </div>
        <SelectField
          label={t('templates.severity')}
          value={severity}
          onText={(value) => setSeverity(value as Severity)}
        >
          {(Object.keys(SEVERITY) as Severity[]).map((key) => (
            <option key={key} value={key}>
              {t(SEVERITY[key])}
            </option>
          ))}
        </SelectField>
        <TextField label={t('templates.checkOwn')} value={title} onText={setTitle} />
        <details className="wide">
          <summary>{t('templates.examples')}</summary>
          <ul className="examples">
            {EXAMPLES.map((key) => (
              <li key={key}>
                <code>{t(key)}</code>
              </li>
            ))}
          </ul>
        </details>
      </div>
      <FailureNote failure={hand.edit.failure} />
    </Dialog>
  );
};
