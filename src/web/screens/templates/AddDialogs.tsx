import { useState } from 'react';
import type { UnitKind } from '../../../core/directory/unit.ts';
import type { Edit, RowsFrom } from '../../../core/template/edit.ts';
import type { Outline, Template } from '../../../core/template/template.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { KIND_WORDS } from '../admin/words.ts';
import { ROWS_FROM } from './form-words.ts';
import type { DraftHand } from './useTemplateDraft.ts';

const KINDS = ['commune', 'department', 'district', 'province', 'ministry'] as const satisfies UnitKind[];

/** A question with a few fields, and one edit as its answer. */
const Ask = ({
  hand,
  title,
  action,
  edit,
  onClose,
  children,
}: {
  hand: DraftHand;
  title: string;
  action: string;
  edit: () => Edit | undefined;
  onClose: () => void;
  children: React.ReactNode;
}) => {
  const save = async (): Promise<void> => {
    const change = edit();
    if (change && (await hand.edit.run(change)).ok) onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn kind="main" busy={hand.edit.busy} onClick={() => void save()}>
            {action}
          </Btn>
        </>
      }
    >
      <div className="stack">{children}</div>
      <FailureNote failure={hand.edit.failure} />
    </Dialog>
  );
};

export const SectionDialog = ({
  hand,
  outline,
  parent,
  onClose,
}: {
  hand: DraftHand;
  outline: string;
  parent: string | null;
  onClose: () => void;
}) => {
  const [title, setTitle] = useState('');
  return (
    <Ask
      hand={hand}
      title={t(parent === null ? 'templates.addTop' : 'templates.addBelow')}
      action={t(parent === null ? 'templates.addTop' : 'templates.addBelow')}
      edit={() => (title.trim() ? { do: 'section-add', outline, parent, title: title.trim() } : undefined)}
      onClose={onClose}
    >
      <TextField label={t('templates.newSectionTitle')} value={title} onText={setTitle} required />
    </Ask>
  );
};

/** A new form of the part, or one that stands in another outline already. */
export const NewFormDialog = ({
  hand,
  outline,
  section,
  onClose,
}: {
  hand: DraftHand;
  outline: string;
  section: string;
  onClose: () => void;
}) => {
  const [title, setTitle] = useState('');
  const [rows, setRows] = useState<RowsFrom>('fixed');
  return (
    <Ask
      hand={hand}
      title={t('templates.formAdd')}
      action={t('templates.formAdd')}
      edit={() =>
        title.trim() ? { do: 'form-add', outline, section, title: title.trim(), rows } : undefined
      }
      onClose={onClose}
    >
      <TextField label={t('templates.formTitle')} value={title} onText={setTitle} required />
      <SelectField
        label={t('templates.formRows')}
        value={rows}
        onText={(value) => setRows(value as RowsFrom)}
      >
        {(Object.keys(ROWS_FROM) as RowsFrom[]).map((key) => (
          <option key={key} value={key}>
            {t(ROWS_FROM[key])}
          </option>
        ))}
      </SelectField>
    </Ask>
  );
};

export const PlaceFormDialog = ({
  hand,
  outline,
  section,
  forms,
  onClose,
}: {
  hand: DraftHand;
  outline: string;
  section: string;
  forms: Template['forms'];
  onClose: () => void;
}) => {
  const [form, setForm] = useState(forms[0]?.id ?? '');
  return (
    <Ask
      hand={hand}
      title={t('templates.formPlace')}
      action={t('templates.formPlace')}
      edit={() => (form ? { do: 'form-place', outline, section, form } : undefined)}
      onClose={onClose}
    >
      <SelectField label={t('templates.formPlaceChoose')} value={form} onText={setForm}>
        {forms.map((f) => (
          <option key={f.id} value={f.id}>
            {f.title}
          </option>
        ))}
      </SelectField>
    </Ask>
  );
};

/** Name and kinds of units of an outline; as a copy it becomes another one. */
export const OutlineDialog = ({
  hand,
  outline,
  copy,
  onClose,
}: {
  hand: DraftHand;
  outline: Outline;
  copy: boolean;
  onClose: () => void;
}) => {
  const [title, setTitle] = useState(copy ? '' : outline.title);
  const [kinds, setKinds] = useState<readonly UnitKind[]>(copy ? [] : outline.kinds);
  return (
    <Ask
      hand={hand}
      title={t(copy ? 'templates.outlineCopy' : 'templates.outlineEdit')}
      action={t(copy ? 'templates.outlineCopy' : 'common.save')}
      edit={() =>
        !title.trim() || kinds.length === 0
          ? undefined
          : copy
            ? { do: 'outline-copy', from: outline.id, title: title.trim(), kinds }
            : { do: 'outline-change', outline: outline.id, title: title.trim(), kinds }
      }
      onClose={onClose}
    >
      {copy && <p className="sec">{t('templates.outlineCopyText', { title: outline.title })}</p>}
      <TextField label={t('templates.outlineTitle')} value={title} onText={setTitle} required />
      <fieldset className="checks">
        <legend>{t('templates.outlineKinds')}</legend>
        {KINDS.map((kind) => (
          <CheckField
            key={kind}
            label={t(KIND_WORDS[kind])}
            checked={kinds.includes(kind)}
            onCheck={(on) => setKinds(on ? [...kinds, kind] : kinds.filter((k) => k !== kind))}
          />
        ))}
      </fieldset>
    </Ask>
  );
};
