import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { partsOf } from '../../../../core/campaign/request.ts';
import { withoutMarks } from '../../../../core/kernel/search.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { NumberLink } from '../letter/NumberLink.tsx';
import { anchorOf } from '../letter/useEnds.ts';
import { PartSheet } from './PartSheet.tsx';
import type { PartProps } from './part-props.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

type Outline = CampaignAnswer['outlines'][number];
type Part = Outline['parts'][number];

/** Parts with what stands below each. */
const nested = (parts: readonly Part[]): { part: Part; below: Part[] }[] => {
  const result: { part: Part; below: Part[] }[] = [];
  for (const part of parts) {
    if (part.depth === 0) result.push({ part, below: [] });
    else result.at(-1)?.below.push(part);
  }
  return result;
};

/** Which contents of the letter an outline answers: the communes' group, or the other one. */
const groupOf = (letter: LetterReading | undefined, outline: Outline): number => {
  if (!letter) return -1;
  const isCommunes = (texts: readonly string[]): boolean =>
    texts.some((text) => /\b(xa|phuong|thi tran)\b/.test(withoutMarks(text)));
  return letter.groups.findIndex((g) => isCommunes(g.recipients) === outline.kinds.includes('commune'));
};

/** The outline that each kind of unit will fill, beside the contents that the letter names. */
export const OutlinePart = ({ campaign, request, letter, numbered, ends, gaps, edit }: PartProps) => (
  <PartSheet
    part="outline"
    gaps={gaps}
    seen={request.seen.includes('outline')}
    onSeen={edit?.seen('outline')}
  >
    <TemplateChoice campaign={campaign} edit={edit} />
    {campaign.outlines.map((outline) => {
      const group = groupOf(letter, outline);
      const read = letter?.groups[group]?.parts ?? [];
      const parts = nested(outline.parts);
      const fits = read.length === parts.length;
      const chosen = partsOf(request);
      const out = new Set(chosen.leftOut);
      const added = chosen.added.filter((part) => part.outlines.includes(outline.id));
      return (
        <section key={outline.id} className="outl">
          <h3>{outline.title}</h3>
          {letter && !fits && (
            <p className="own">
              <Icon name="triangle-alert" />
              <span>{t('requests.outlineDiffers', { letter: read.length, outline: parts.length })}</span>
            </p>
          )}
          <ol className="ol7">
            {parts.map(({ part, below }, at) => {
              const n = fits ? numbered.numbers.get(`part:${group}.${read[at]?.order ?? 0}`) : undefined;
              return (
                <li
                  key={part.number}
                  id={n === undefined ? undefined : anchorOf('draft', n)}
                  className={n !== undefined && ends.hot === n ? 'hot' : undefined}
                  tabIndex={-1}
                >
                  <span>{part.number}</span>
                  <div>
                    {out.has(part.id) ? <s>{part.title}</s> : part.title}
                    {below.length > 0 && (
                      <p>
                        {below
                          .filter((b) => !out.has(b.id))
                          .map((b) => `${b.number}. ${b.title}`)
                          .join(' · ')}
                      </p>
                    )}
                  </div>
                  {n !== undefined && <NumberLink n={n} to="letter" ends={ends} />}
                </li>
              );
            })}
          </ol>
          {added.length > 0 && (
            <ul className="ol7 rest">
              {added.map((part) => (
                <li key={part.id}>
                  <span>+</span>
                  <div>{part.title}</div>
                </li>
              ))}
            </ul>
          )}
          {!fits && read.length > 0 && (
            <ul className="ol7 rest">
              {read.map((part) => {
                const n = numbered.numbers.get(`part:${group}.${part.order}`);
                return (
                  <li key={part.order} id={n === undefined ? undefined : anchorOf('draft', n)} tabIndex={-1}>
                    <span />
                    <div>
                      <p>{t('requests.letterPart', { title: part.title })}</p>
                    </div>
                    {n !== undefined && <NumberLink n={n} to="letter" ends={ends} />}
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      );
    })}
  </PartSheet>
);
