import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { partsOf } from '../../../../core/campaign/request.ts';
import { meansCommunes } from '../../../../core/letter/compareOutline.ts';
import { matchOutline } from '../../../../core/letter/matchOutline.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { OutlineFile, type ReadOutline } from './OutlineFile.tsx';
import { AddedLines, OutlineLine, SectionLine } from './OutlineParts.tsx';
import { addPart, askSection, followNamed } from './outline-edit.ts';
import { PartSheet } from './PartSheet.tsx';
import type { PartProps } from './part-props.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

type Outline = CampaignAnswer['outlines'][number];
type Part = Outline['parts'][number];
/** A part as the letter or its attachment names it; `n` is the number of its words in the letter. */
type Named = { readonly title: string; readonly n: number | undefined };

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
  return letter.groups.findIndex((g) => meansCommunes(g.recipients) === outline.kinds.includes('commune'));
};

const OneOutline = ({
  campaign,
  request,
  numbered,
  ends,
  edit,
  outline,
  named,
  source,
}: Pick<PartProps, 'campaign' | 'request' | 'numbered' | 'ends' | 'edit'> & {
  outline: Outline;
  named: readonly Named[];
  /** Who names the parts, in words: the letter, or the file. */
  source: string;
}) => {
  const sections = nested(outline.parts);
  const chosen = partsOf(request);
  const match = matchOutline(
    named.map((p) => p.title),
    sections.map((s) => s.part),
  );
  const added = chosen.added.filter((part) => part.outlines.includes(outline.id));
  const missing = named.filter(
    (part, at) => match.parts[at] === null && !added.some((own) => own.title === part.title),
  );
  const unnamed = named.length === 0 ? [] : match.unnamed.filter((id) => !chosen.leftOut.includes(id));
  const nOf = (id: string): number | undefined => named[match.parts.indexOf(id)]?.n;
  return (
    <section className="outl">
      <h3>{outline.title}</h3>
      {named.length > 0 && missing.length + unnamed.length > 0 && (
        <div className="own">
          <Icon name="triangle-alert" />
          <span>
            {t('requests.outlineDiffers', { source, letter: named.length, outline: sections.length })}
          </span>
          {edit && (
            <Btn
              small
              onClick={() =>
                edit.change((r) =>
                  followNamed(
                    r,
                    outline.id,
                    unnamed,
                    missing.map((p) => p.title),
                  ),
                )
              }
            >
              {t('requests.outlineFollow', { add: missing.length, out: unnamed.length })}
            </Btn>
          )}
        </div>
      )}
      <ol className="ol7">
        {sections.map(({ part, below }) => (
          <SectionLine
            key={part.id}
            section={part}
            below={below}
            request={request}
            n={nOf(part.id)}
            ends={ends}
            edit={edit}
            note={
              unnamed.includes(part.id) && (
                <p>
                  {t('requests.partUnnamed', { source })}{' '}
                  {edit && (
                    <button
                      type="button"
                      className="lnk"
                      aria-label={t('requests.partLeaveOut', { title: part.title })}
                      onClick={() => edit.change((r) => askSection(r, part.id, false))}
                    >
                      {t('requests.partLeaveOutShort')}
                    </button>
                  )}
                </p>
              )
            }
          />
        ))}
      </ol>
      {missing.length > 0 && (
        <ul className="ol7 rest">
          {missing.map((part) => (
            <OutlineLine key={part.title} number="" n={part.n} ends={ends}>
              <p>{t('requests.letterPart', { source, title: part.title })}</p>
              {edit && (
                <Btn
                  small
                  icon="plus"
                  aria-label={t('requests.partAddThis', { title: part.title })}
                  onClick={() =>
                    edit.change((r) =>
                      addPart(r, { outlines: [outline.id], title: part.title, guidance: null }),
                    )
                  }
                >
                  {t('requests.partAddShort')}
                </Btn>
              )}
            </OutlineLine>
          ))}
        </ul>
      )}
      <AddedLines
        campaign={campaign}
        outline={outline.id}
        request={request}
        ends={ends}
        edit={edit}
        numberOf={(id) =>
          numbered.numbers.get(`added:${id}`) ??
          named.find((p) => p.title === added.find((own) => own.id === id)?.title)?.n
        }
      />
    </section>
  );
};

/** The outline that each kind of unit will fill, beside the contents that the letter or its attachment names. */
export const OutlinePart = ({ campaign, request, letter, numbered, ends, gaps, edit }: PartProps) => {
  const [file, setFile] = useState<ReadOutline | undefined>(undefined);
  const namedBy = (outline: Outline): { named: Named[]; source: string } => {
    if (file)
      return {
        named: file.parts.map((p) => ({ title: p.title, n: undefined })),
        source: t('requests.sourceFile'),
      };
    const group = groupOf(letter, outline);
    const parts = letter?.groups[group]?.parts ?? [];
    return {
      named: parts.map((p) => ({ title: p.title, n: numbered.numbers.get(`part:${group}.${p.order}`) })),
      source: t('requests.sourceLetter'),
    };
  };
  return (
    <PartSheet
      part="outline"
      gaps={gaps}
      seen={request.seen.includes('outline')}
      onSeen={edit?.seen('outline')}
    >
      <TemplateChoice campaign={campaign} edit={edit} />
      {edit && <OutlineFile read={file} onRead={setFile} />}
      {campaign.outlines.map((outline) => (
        <OneOutline
          key={outline.id}
          campaign={campaign}
          request={request}
          numbered={numbered}
          ends={ends}
          edit={edit}
          outline={outline}
          {...namedBy(outline)}
        />
      ))}
    </PartSheet>
  );
};
