import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { partsOf, type Request } from '../../../../core/campaign/request.ts';
import type { AddedPart } from '../../../../core/template/outline.ts';
import { CheckField, TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { EditForm } from './EditForm.tsx';
import { askSection, nameSection, titleOf } from './outline-edit.ts';

type Section = CampaignAnswer['outlines'][number]['parts'][number];

/** One section of the template as this request asks it: under which title, with what below it, or not at all. */
export const SectionEdit = ({
  section,
  below,
  request,
  onChange,
  close,
}: {
  section: Section;
  below: readonly Section[];
  request: Request;
  onChange: (to: (request: Request) => Request) => void;
  close: () => void;
}) => {
  const [title, setTitle] = useState(titleOf(request, section));
  const [out, setOut] = useState<ReadonlySet<string>>(() => new Set(partsOf(request).leftOut));
  const set = (id: string, asked: boolean): void =>
    setOut((was) => {
      const next = new Set(was);
      if (asked) next.delete(id);
      else next.add(id);
      return next;
    });
  const asked = !out.has(section.id);
  const done = (): void => {
    const clean = title.normalize('NFC').trim();
    onChange((r) => {
      const named = nameSection(r, section.id, clean === '' || clean === section.title ? null : clean);
      return [section, ...below].reduce((now, one) => askSection(now, one.id, !out.has(one.id)), named);
    });
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close}>
      <TextField
        label={t('requests.partTitle')}
        hint={t('requests.partOwnTitle', { title: section.title })}
        maxLength={500}
        value={title}
        onText={setTitle}
      />
      <CheckField label={t('requests.partAsked')} checked={asked} onCheck={(on) => set(section.id, on)} />
      {asked && below.length > 0 && (
        <fieldset className="below">
          <legend className="s13 sec">{t('requests.partBelow')}</legend>
          {below.map((one) => (
            <CheckField
              key={one.id}
              label={`${one.number}. ${one.title}`}
              checked={!out.has(one.id)}
              onCheck={(on) => set(one.id, on)}
            />
          ))}
        </fieldset>
      )}
    </EditForm>
  );
};

/** A part in words that this request asks beside the template. */
export const AddedEdit = ({
  campaign,
  value,
  onChange,
  onRemove,
  close,
}: {
  campaign: CampaignAnswer;
  value: Omit<AddedPart, 'id'>;
  onChange: (value: Omit<AddedPart, 'id'>) => void;
  onRemove?: () => void;
  close: () => void;
}) => {
  const [title, setTitle] = useState(value.title);
  const [guidance, setGuidance] = useState(value.guidance ?? '');
  const [outlines, setOutlines] = useState(value.outlines);
  const [error, setError] = useState<{ title?: string; outlines?: string }>({});
  const done = () => {
    const clean = title.normalize('NFC').trim();
    if (clean === '') return setError({ title: t('requests.partTitleMissing') });
    if (outlines.length === 0) return setError({ outlines: t('requests.partForMissing') });
    onChange({ title: clean, guidance: guidance.trim() || null, outlines });
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close} onRemove={onRemove} removeWords="requests.partRemove">
      <TextField
        label={t('requests.partTitle')}
        error={error.title}
        maxLength={500}
        required
        value={title}
        onText={setTitle}
      />
      <TextField label={t('amend.partGuidance')} maxLength={2000} value={guidance} onText={setGuidance} />
      <fieldset className="below">
        <legend className="s13 sec">{t('requests.partFor')}</legend>
        {campaign.outlines.map((outline) => (
          <CheckField
            key={outline.id}
            label={outline.title}
            checked={outlines.includes(outline.id)}
            onCheck={(on) =>
              setOutlines((was) => (on ? [...was, outline.id] : was.filter((id) => id !== outline.id)))
            }
          />
        ))}
        {error.outlines && <p className="er">{error.outlines}</p>}
      </fieldset>
    </EditForm>
  );
};
