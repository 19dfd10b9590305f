import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { everySection, standingOf } from '../../../core/template/place.ts';
import type { Outline, Section } from '../../../core/template/template.ts';
import { problemsOfTemplate } from '../../../core/template/validate.ts';
import { Page } from '../../frame/Page.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { SelectField } from '../../kit/Field.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { NewFormDialog, OutlineDialog, PlaceFormDialog, SectionDialog } from './AddDialogs.tsx';
import { FormPanel } from './FormPanel.tsx';
import { DropButton, Problems, PublishDialog } from './PublishBar.tsx';
import { sectionOfProblem } from './problem-words.ts';
import { SectionPanel } from './SectionPanel.tsx';
import { SectionTree } from './SectionTree.tsx';
import { addressOf, type DraftHand, useTemplateDraft } from './useTemplateDraft.ts';
import './templates.css';

type Open = 'top' | 'below' | 'form' | 'place' | 'outline' | 'copy' | 'remove' | 'publish';

const MOVES = [
  { to: 'up', icon: 'arrow-up', text: 'templates.moveUp' },
  { to: 'down', icon: 'arrow-down', text: 'templates.moveDown' },
  { to: 'in', icon: 'arrow-right', text: 'templates.moveIn' },
  { to: 'out', icon: 'arrow-left', text: 'templates.moveOut' },
] as const;

const Part = ({
  hand,
  outline,
  section,
  open,
}: {
  hand: DraftHand;
  outline: Outline;
  section: Section;
  open: (what: Open) => void;
}) => {
  const forms = (section.forms ?? []).flatMap((id) => {
    const form = hand.draft.template.forms.find((f) => f.id === id);
    return form ? [form] : [];
  });
  return (
    <>
      <Sheet
        title={t('templates.section', { number: section.number })}
        note={section.title}
        className="tpl-sheet"
        pad
        actions={
          <div className="acts-in">
            {MOVES.map(({ to, icon, text }) => (
              <Btn
                key={to}
                small
                kind="quiet"
                icon={icon}
                aria-label={t(text)}
                onClick={() =>
                  void hand.edit.run({ do: 'section-move', outline: outline.id, section: section.id, to })
                }
              />
            ))}
            <Btn small kind="quiet" icon="trash-2" onClick={() => open('remove')}>
              {t('templates.removeSection')}
            </Btn>
          </div>
        }
      >
        <SectionPanel
          key={`${outline.id}/${section.id}/${section.number}`}
          hand={hand}
          outline={outline.id}
          section={section}
        />
      </Sheet>
      <div className="tpl-forms">
        <h2>{t('templates.forms')}</h2>
        <Btn small icon="plus" onClick={() => open('form')}>
          {t('templates.formAdd')}
        </Btn>
        <Btn small kind="quiet" icon="link-2" onClick={() => open('place')}>
          {t('templates.formPlace')}
        </Btn>
      </div>
      {forms.length === 0 && <p className="sec">{t('templates.formsNone')}</p>}
      {forms.map((form) => (
        <FormPanel key={form.id} hand={hand} outline={outline.id} section={section.id} form={form} />
      ))}
    </>
  );
};

const Designer = ({ hand }: { hand: DraftHand }) => {
  const { templateId = '', outlineId, section: sectionId } = useParams();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const { draft, edit } = hand;
  const { template } = draft;
  const base = `/mau-bao-cao/${encodeURIComponent(templateId)}`;
  const outline = template.outlines.find((o) => o.id === outlineId) ?? template.outlines[0];
  const sections = everySection(outline?.sections ?? []);
  const section = sections.find((s) => s.id === sectionId) ?? sections[0];
  const problems = useMemo(() => problemsOfTemplate(template), [template]);
  const troubled = new Set(
    problems.flatMap((p) => {
      const to = sectionOfProblem(template, p);
      return to ? [to.section] : [];
    }),
  );
  if (!outline || !section) return null;
  const show = (what: Open): void => {
    edit.clear();
    setOpen(what);
  };
  const close = (): void => {
    edit.clear();
    setOpen(undefined);
  };
  const remove = async (): Promise<void> => {
    const to = standingOf(outline.sections, section.id)?.parent?.id ?? '';
    const answer = await edit.run({ do: 'section-remove', outline: outline.id, section: section.id });
    if (!answer.ok) return;
    close();
    navigate(`${base}/${outline.id}/${to}`);
  };
  return (
    <Page
      title={t('templates.draftOf', { title: template.title })}
      bare
      className="tpl-main"
      foot={
        <>
          <p className="fl">
            <b>{t('templates.version', { n: template.version })}</b>{' '}
            <span className="sec">
              {draft.basedOn === null
                ? t('templates.draftNew')
                : t('templates.draftFrom', { n: draft.basedOn })}
              {problems.length === 0 && `, ${t('templates.problemsNone').toLocaleLowerCase('vi')}`}
            </span>
          </p>
          <div className="end">
            <DropButton hand={hand} />
            <Btn icon="eye" href={`${base}/lam-thu/${outline.id}`}>
              {t('templates.tryOut')}
            </Btn>
            <Btn
              kind="main"
              icon="stamp"
              reason={problems.length > 0 ? `${t('templates.problems')}: ${problems.length}` : undefined}
              onReason={() => document.getElementById('tpl-problems')?.focus()}
              onClick={() => show('publish')}
            >
              {t('templates.publish')}
            </Btn>
          </div>
        </>
      }
    >
      <div className="head">
        <h1>{t('templates.draftOf', { title: template.title })}</h1>
        <div className="end">
          <Btn small kind="quiet" icon="download" download href={`${addressOf(template.id)}/draft/file.xlsx`}>
            {t('templates.excel')}
          </Btn>
          <Btn small icon="arrow-left" href="/mau-bao-cao">
            {t('templates.toList')}
          </Btn>
        </div>
      </div>
      {!open && <FailureNote failure={edit.failure} />}
      <div id="tpl-problems" tabIndex={-1}>
        <Problems hand={hand} problems={problems} base={base} />
      </div>
      <div className="tpl">
        <div className="tpl-side">
          <SelectField
            label={t('templates.outlines')}
            value={outline.id}
            onText={(id) => navigate(`${base}/${id}`)}
          >
            {template.outlines.map((o) => (
              <option key={o.id} value={o.id}>
                {o.title}
              </option>
            ))}
          </SelectField>
          <div className="acts-in">
            <Btn small kind="quiet" icon="pencil" onClick={() => show('outline')}>
              {t('templates.outlineEdit')}
            </Btn>
            <Btn small kind="quiet" icon="copy" onClick={() => show('copy')}>
              {t('templates.outlineCopy')}
            </Btn>
            {template.outlines.length > 1 && (
              <Btn
                small
                kind="quiet"
                icon="trash-2"
                onClick={() => void edit.run({ do: 'outline-remove', outline: outline.id })}
              >
                {t('templates.outlineRemove')}
              </Btn>
            )}
          </div>
          <SectionTree
            outline={outline}
            current={section.id}
            base={`${base}/${outline.id}`}
            troubled={troubled}
            onMove={(id, to) => void edit.run({ do: 'section-move', outline: outline.id, section: id, to })}
          />
          <div className="acts-in">
            <Btn small icon="plus" onClick={() => show('top')}>
              {t('templates.addTop')}
            </Btn>
            <Btn small icon="corner-down-right" onClick={() => show('below')}>
              {t('templates.addBelow')}
            </Btn>
          </div>
          <p className="mut s12 phone-hide">{t('templates.keys')}</p>
        </div>
        <div className="tpl-work">
          <Part hand={hand} outline={outline} section={section} open={show} />
        </div>
      </div>
      {(open === 'top' || open === 'below') && (
        <SectionDialog
          hand={hand}
          outline={outline.id}
          parent={open === 'top' ? null : section.id}
          onClose={close}
        />
      )}
      {open === 'form' && (
        <NewFormDialog hand={hand} outline={outline.id} section={section.id} onClose={close} />
      )}
      {open === 'place' && (
        <PlaceFormDialog
          hand={hand}
          outline={outline.id}
          section={section.id}
          forms={template.forms.filter((f) => !sections.some((s) => s.forms?.includes(f.id)))}
          onClose={close}
        />
      )}
      {(open === 'outline' || open === 'copy') && (
        <OutlineDialog hand={hand} outline={outline} copy={open === 'copy'} onClose={close} />
      )}
      {open === 'publish' && <PublishDialog hand={hand} onClose={close} />}
      {open === 'remove' && (
        <Dialog
          open
          title={t('templates.removeSection')}
          onClose={close}
          actions={
            <>
              <Btn onClick={close}>{t('common.cancel')}</Btn>
              <Btn kind="danger" busy={edit.busy} onClick={() => void remove()}>
                {t('templates.removeSection')}
              </Btn>
            </>
          }
        >
          <p>{t('templates.removeSectionText', { title: section.title })}</p>
          <FailureNote failure={edit.failure} />
        </Dialog>
      )}
    </Page>
  );
};

/** The next version of a template in the making: its outlines, parts, forms and checks. */
const DraftScreen = () => {
  const { templateId = '' } = useParams();
  const { resource, draft, edit } = useTemplateDraft(templateId);
  if (draft) return <Designer hand={{ draft, edit }} />;
  return (
    <Page title={t('templates.draft')}>
      <Sheet>
        <View of={resource}>{() => null}</View>
      </Sheet>
    </Page>
  );
};
export default DraftScreen;
