import { useState } from 'react';
import type { ForWhom, SectionSet } from '../../../core/template/edit.ts';
import type { Scope, Section } from '../../../core/template/template.ts';
import { Btn } from '../../kit/Btn.tsx';
import { CheckField, Field, SelectField, TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import type { DraftHand } from './useTemplateDraft.ts';

const whomOf = (section: Section): ForWhom =>
  section.forLeadOf
    ? { kind: 'lead', area: section.forLeadOf }
    : section.forPartnerOf
      ? { kind: 'partner', area: section.forPartnerOf }
      : section.forAnyLead
        ? { kind: 'any-lead' }
        : { kind: 'all' };

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Everything that one part of the outline says of itself. */
export const SectionPanel = ({
  hand,
  outline,
  section,
}: {
  hand: DraftHand;
  outline: string;
  section: Section;
}) => {
  const [title, setTitle] = useState(section.title);
  const [number, setNumber] = useState(section.number);
  const [guidance, setGuidance] = useState(section.guidance ?? '');
  const [words, setWords] = useState(section.words ?? false);
  const [optional, setOptional] = useState(section.optional ?? false);
  const [scope, setScope] = useState(section.scope);
  const [area, setArea] = useState(section.area ?? '');
  const [whom, setWhom] = useState(whomOf(section));
  const [notApplicable, setNotApplicable] = useState(section.notApplicable ?? '');
  const [evidence, setEvidence] = useState((section.evidence ?? []).join('\n'));
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const set: SectionSet = {
      title,
      number,
      guidance: guidance.trim() || null,
      words,
      optional,
      ...(scope === section.scope ? {} : { scope }),
      area: area.trim() || null,
      forWhom: whom,
      notApplicable: notApplicable.trim() || null,
      evidence: linesOf(evidence),
    };
    const answer = await hand.edit.run({ do: 'section-change', outline, section: section.id, set });
    setSaved(answer.ok);
  };
  const area2 = whom.kind === 'lead' || whom.kind === 'partner' ? whom.area : '';
  return (
    <form
      className="tpl-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onInput={() => setSaved(false)}
    >
      <div className="wide two-one">
        <TextField label={t('templates.sectionTitle')} value={title} onText={setTitle} required />
        <TextField
          label={t('templates.sectionNumber')}
          hint={t('templates.sectionNumberHint')}
          value={number}
          onText={setNumber}
        />
      </div>
      <div className="wide">
        <Field label={t('templates.guidance')} hint={t('templates.guidanceHint')}>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={3}
              value={guidance}
              onInput={(event) => setGuidance(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className="checks">
        <CheckField label={t('templates.words')} checked={words} onCheck={setWords} />
        <CheckField label={t('templates.optional')} checked={optional} onCheck={setOptional} />
      </div>
      <SelectField label={t('templates.scope')} value={scope} onText={(value) => setScope(value as Scope)}>
        <option value="commune">{t('templates.scopeCommune')}</option>
        <option value="agency">{t('templates.scopeAgency')}</option>
        <option value="area">{t('templates.scopeArea')}</option>
      </SelectField>
      <TextField label={t('templates.area')} hint={t('templates.areaHint')} value={area} onText={setArea} />
      <SelectField
        label={t('templates.forWhom')}
        value={whom.kind}
        onText={(kind) =>
          setWhom(
            kind === 'lead' || kind === 'partner' ? { kind, area: area2 || area } : { kind: kind as 'all' },
          )
        }
      >
        <option value="all">{t('templates.forAll')}</option>
        <option value="lead">{t('templates.forLead')}</option>
        <option value="partner">{t('templates.forPartner')}</option>
        <option value="any-lead">{t('templates.forAnyLead')}</option>
      </SelectField>
      {(whom.kind === 'lead' || whom.kind === 'partner') && (
        <TextField
          label={t('templates.forArea')}
          value={whom.area}
          required
          onText={(value) => setWhom({ kind: whom.kind, area: value })}
        />
      )}
      <TextField
        label={t('templates.notApplicable')}
        hint={t('templates.notApplicableHint')}
        value={notApplicable}
        onText={setNotApplicable}
      />
      <div className="wide">
        <Field label={t('templates.evidence')} hint={t('templates.evidenceHint')}>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={2}
              value={evidence}
              onInput={(event) => setEvidence(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className="wide acts">
        <Btn type="submit" kind="main" busy={hand.edit.busy}>
          {t('templates.saveSection')}
        </Btn>
        <p role="status" className="t-ok">
          {saved && t('templates.saved')}
        </p>
        <FailureNote failure={hand.edit.failure} />
      </div>
    </form>
  );
};
