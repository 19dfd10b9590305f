import { type ReactNode, useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { partsOf, type Request } from '../../../../core/campaign/request.ts';
import { Btn, IconBtn } from '../../../kit/Btn.tsx';
import { t } from '../../../texts/text.ts';
import { NumberLink } from '../letter/NumberLink.tsx';
import { anchorOf, type Ends } from '../letter/useEnds.ts';
import { addPart, changePart, titleOf } from './outline-edit.ts';
import { AddedEdit, SectionEdit } from './PartEdits.tsx';
import type { Edit } from './part-props.ts';

type Section = CampaignAnswer['outlines'][number]['parts'][number];

/** One line of an outline; the pencil puts fields in its place. */
export const OutlineLine = ({
  number,
  n,
  ends,
  edits,
  editor,
  children,
}: {
  number: string;
  n?: number | undefined;
  ends: Ends;
  /** What the pencil corrects, for readers. */
  edits?: string;
  editor?: ((close: () => void) => ReactNode) | undefined;
  children: ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <li
      id={n === undefined ? undefined : anchorOf('draft', n)}
      data-n={n}
      className={n !== undefined && ends.hot === n ? 'hot' : undefined}
      tabIndex={-1}
    >
      <span>{number}</span>
      <div>{open && editor ? editor(() => setOpen(false)) : children}</div>
      <div className="lk">
        {n !== undefined && <NumberLink n={n} to="letter" ends={ends} />}
        {editor && !open && (
          <IconBtn
            icon="pencil"
            label={t('requests.edit', { what: edits ?? '' })}
            onClick={() => setOpen(true)}
          />
        )}
      </div>
    </li>
  );
};

/** A section with what stands below it, struck through where this request does not ask it. */
export const SectionLine = ({
  section,
  below,
  request,
  n,
  ends,
  note,
  edit,
}: {
  section: Section;
  below: readonly Section[];
  request: Request;
  n: number | undefined;
  ends: Ends;
  /** Beside the title: what the letter says of it. */
  note?: ReactNode;
  edit: Edit | undefined;
}) => {
  const out = new Set(partsOf(request).leftOut);
  const title = titleOf(request, section);
  const isOut = out.has(section.id);
  return (
    <OutlineLine
      number={section.number}
      n={n}
      ends={ends}
      edits={title}
      editor={
        edit &&
        ((close) => (
          <SectionEdit
            section={section}
            below={below}
            request={request}
            onChange={edit.change}
            close={close}
          />
        ))
      }
    >
      {isOut ? (
        <>
          <s>{title}</s> <span className="s13 sec">{t('requests.partNotAsked')}</span>
        </>
      ) : (
        title
      )}
      {title !== section.title && <p>{t('requests.partOwnTitle', { title: section.title })}</p>}
      {!isOut && below.length > 0 && (
        <p>
          {below
            .filter((b) => !out.has(b.id))
            .map((b) => `${b.number}. ${b.title}`)
            .join(' · ')}
        </p>
      )}
      {note}
    </OutlineLine>
  );
};

/** Parts in words beside the template, and the way to one more. */
export const AddedLines = ({
  campaign,
  outline,
  request,
  numberOf,
  ends,
  edit,
}: {
  campaign: CampaignAnswer;
  outline: string;
  request: Request;
  numberOf: (id: string) => number | undefined;
  ends: Ends;
  edit: Edit | undefined;
}) => {
  const [adding, setAdding] = useState(false);
  const added = partsOf(request).added.filter((part) => part.outlines.includes(outline));
  return (
    <>
      {added.length > 0 && (
        <ul className="ol7 rest">
          {added.map((part) => (
            <OutlineLine
              key={part.id}
              number="+"
              n={numberOf(part.id)}
              ends={ends}
              edits={part.title}
              editor={
                edit &&
                ((close) => (
                  <AddedEdit
                    campaign={campaign}
                    value={part}
                    onChange={(value) => edit.change((r) => changePart(r, part.id, value))}
                    onRemove={() => edit.change((r) => changePart(r, part.id, undefined))}
                    close={close}
                  />
                ))
              }
            >
              {part.title}
              {part.guidance && <p>{part.guidance}</p>}
            </OutlineLine>
          ))}
        </ul>
      )}
      {edit && (
        <div className="pad">
          {adding ? (
            <AddedEdit
              campaign={campaign}
              value={{ title: '', guidance: null, outlines: [outline] }}
              onChange={(value) => edit.change((r) => addPart(r, value))}
              close={() => setAdding(false)}
            />
          ) : (
            <Btn small kind="quiet" icon="plus" onClick={() => setAdding(true)}>
              {t('requests.partAdd')}
            </Btn>
          )}
        </div>
      )}
    </>
  );
};
