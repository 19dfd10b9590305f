import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { CheckField, TextField } from '../../../kit/Field.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { titleOf } from '../draft/outline-edit.ts';
import type { Errors, Typed, TypedPart } from './typed.ts';

/** Sections that stand under one that is not asked are not asked either. */
const under = (parts: CampaignAnswer['outlines'][number]['parts'], at: number): string[] => {
  const above: string[] = [];
  let depth = parts[at]?.depth ?? 0;
  for (let i = at - 1; i >= 0 && depth > 0; i--) {
    const part = parts[i];
    if (part && part.depth < depth) {
      above.push(part.id);
      depth = part.depth;
    }
  }
  return above;
};

/** Which parts are asked: ticked or not; and parts in words that are asked beside the outline. */
export const PartsField = ({
  campaign,
  typed,
  errors,
  onTyped,
}: {
  campaign: CampaignAnswer;
  typed: Typed;
  errors: Errors | undefined;
  onTyped: (change: Partial<Typed>) => void;
}) => {
  const set = (id: string, asked: boolean): void => {
    const leftOut = new Set(typed.leftOut);
    if (asked) leftOut.delete(id);
    else leftOut.add(id);
    onTyped({ leftOut });
  };
  const change = (at: number, part: Partial<TypedPart>): void =>
    onTyped({ added: typed.added.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <Sheet title={t('amend.partParts')} pad className="am">
      <p className="s13 sec">{t('amend.partsHint')}</p>
      {campaign.outlines.map((outline) => (
        <fieldset key={outline.id}>
          <legend>{outline.title}</legend>
          {outline.parts.map((part, at) => {
            const gone = under(outline.parts, at).some((id) => typed.leftOut.has(id));
            return (
              <div key={part.id} className={`d${Math.min(part.depth, 2)}`}>
                <CheckField
                  label={`${part.number}. ${titleOf(campaign.request, part)}`}
                  checked={!gone && !typed.leftOut.has(part.id)}
                  onCheck={(asked) => set(part.id, asked)}
                />
              </div>
            );
          })}
        </fieldset>
      ))}
      {typed.added.map((part, at) => (
        <fieldset key={part.id ?? `new-${at}`} className="added">
          <legend>{part.title || t('amend.addPart')}</legend>
          <TextField
            label={t('amend.partTitle')}
            value={part.title}
            error={errors?.parts?.get(at)}
            maxLength={500}
            required
            onText={(title) => change(at, { title })}
          />
          <TextField
            label={t('amend.partGuidance')}
            value={part.guidance}
            maxLength={2000}
            onText={(guidance) => change(at, { guidance })}
          />
          {campaign.outlines.map((outline) => (
            <CheckField
              key={outline.id}
              label={t('amend.partFor', { outline: outline.title })}
              checked={part.outlines.includes(outline.id)}
              onCheck={(on) =>
                change(at, {
                  outlines: on
                    ? [...part.outlines, outline.id]
                    : part.outlines.filter((id) => id !== outline.id),
                })
              }
            />
          ))}
          <Btn
            small
            kind="quiet"
            icon="trash-2"
            onClick={() => onTyped({ added: typed.added.filter((_, i) => i !== at) })}
          >
            {t('amend.removePart', { title: part.title })}
          </Btn>
        </fieldset>
      ))}
      <p>
        <Btn
          small
          icon="plus"
          onClick={() =>
            onTyped({
              added: [
                ...typed.added,
                { id: null, outlines: campaign.outlines.map((o) => o.id), title: '', guidance: '' },
              ],
            })
          }
        >
          {t('amend.addPart')}
        </Btn>
      </p>
    </Sheet>
  );
};
