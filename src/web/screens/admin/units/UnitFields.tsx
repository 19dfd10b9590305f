import type { UnitKind } from '../../../../core/directory/unit.ts';
import { CheckField, Field, SelectField, TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { DayText } from '../DayText.tsx';
import { KIND_WORDS } from '../words.ts';
import type { Draft } from './draft.ts';

const KINDS = Object.keys(KIND_WORDS) as UnitKind[];

export const UnitFields = ({
  draft,
  onDraft,
  tried,
}: {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  tried: boolean;
}) => {
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('admin.missing') : undefined;
  return (
    <div className="admin-form">
      <TextField
        label={t('admin.name')}
        value={draft.name}
        onText={(name) => onDraft({ name })}
        maxLength={300}
        required
        error={missing(draft.name)}
      />
      <Field
        label={t('admin.letterhead')}
        hint={t('admin.letterheadHint')}
        required
        error={missing(draft.letterhead)}
      >
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={2}
            maxLength={300}
            value={draft.letterhead}
            onInput={(event) => onDraft({ letterhead: event.currentTarget.value })}
          />
        )}
      </Field>
      <SelectField
        label={t('admin.kind')}
        value={draft.kind}
        onText={(kind) => onDraft({ kind: KINDS.find((k) => k === kind) ?? 'commune' })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(KIND_WORDS[kind])}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('admin.code')}
        hint={t('admin.codeHint')}
        value={draft.code}
        onText={(code) => onDraft({ code })}
        maxLength={20}
        figures
      />
      <TextField
        label={t('admin.place')}
        hint={t('admin.placeHint')}
        value={draft.place}
        onText={(place) => onDraft({ place })}
        maxLength={100}
        required
        error={missing(draft.place)}
      />
      <TextField
        label={t('admin.symbol')}
        hint={t('admin.symbolHint')}
        value={draft.symbol}
        onText={(symbol) => onDraft({ symbol })}
        maxLength={40}
      />
      <TextField
        label={t('admin.signerPosition')}
        value={draft.signerPosition}
        onText={(signerPosition) => onDraft({ signerPosition })}
        maxLength={200}
      />
      <div className="checks">
        <CheckField
          label={t('admin.preparerMaySign')}
          checked={draft.preparerMaySign}
          onCheck={(preparerMaySign) => onDraft({ preparerMaySign })}
        />
        <CheckField
          label={t('admin.registrySubmits')}
          checked={draft.registrySubmits}
          onCheck={(registrySubmits) => onDraft({ registrySubmits })}
        />
      </div>
      <DayText
        label={t('admin.validFrom')}
        text={draft.validFrom}
        onText={(validFrom) => onDraft({ validFrom })}
        tried={tried}
        required
      />
      <DayText
        label={t('admin.validTo')}
        hint={draft.validTo.trim() ? t('admin.unitEndHint') : t('admin.openEnd')}
        text={draft.validTo}
        onText={(validTo) => onDraft({ validTo })}
        tried={tried}
      />
    </div>
  );
};
