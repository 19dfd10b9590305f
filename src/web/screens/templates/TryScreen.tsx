import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { DraftAnswer, PublishedAnswer } from '../../../core/template/answers.ts';
import type { LeadPart, UnitSection } from '../../../core/template/outline.ts';
import { fullNumber, withInner, workSections } from '../../../core/template/outlineOrder.ts';
import { everySection } from '../../../core/template/place.ts';
import type { Template, Outline as TemplateOutline } from '../../../core/template/template.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { SelectField } from '../../kit/Field.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { listText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import type { Desk, Focus } from '../editor/desk/desk.ts';
import { FormTable } from '../editor/grid/FormTable.tsx';
import { Missing } from '../editor/parts/Missing.tsx';
import { Outline } from '../editor/parts/Outline.tsx';
import { Words } from '../editor/parts/Words.tsx';
import { tryDesk } from './try-report.ts';
import { addressOf } from './useTemplateDraft.ts';
import '../editor/editor.css';
import './templates.css';

const noPin = (): undefined => undefined;

const Body = ({ desk, section, base }: { desk: Desk; section: UnitSection; base: string }) => {
  const { sections } = desk.report.use();
  const number = fullNumber(sections, section);
  if (section.applicability === 'not-applicable')
    return (
      <div className="sheet">
        <p className="pad sec">{section.notApplicable ?? t('editor.notApplicable')}</p>
      </div>
    );
  if (section.applicability === 'heading')
    return (
      <nav className="sheet kids" aria-label={section.title}>
        <p className="pad sec">{t('editor.heading')}</p>
        <ol>
          {withInner(sections, section)
            .slice(1)
            .map((child) => (
              <li key={child.id}>
                <Link href={`${base}/${child.id}`}>
                  <span className="num mut">{fullNumber(sections, child)}</span> {child.title}
                </Link>
              </li>
            ))}
        </ol>
      </nav>
    );
  return (
    <>
      {section.words && <Words key={section.id} desk={desk} section={section} number={number} />}
      {section.forms.map((form) => (
        <FormTable key={form.id} desk={desk} form={form} number={number} pinAt={noPin} />
      ))}
    </>
  );
};

const areasOf = (outline: TemplateOutline): readonly string[] => [
  ...new Set(everySection(outline.sections).flatMap((s) => s.forLeadOf ?? [])),
];

const leadsOf = (chosen: string, areas: readonly string[]): readonly LeadPart[] =>
  (chosen === '*' ? areas : areas.filter((a) => a === chosen)).map((area) => ({ area, part: 'lead' }));

const Trying = ({
  template,
  published,
  tried,
  draftVersion,
}: {
  template: Template;
  published: boolean;
  tried: boolean;
  draftVersion: number;
}) => {
  const { templateId = '', outlineId, section: sectionId } = useParams();
  const [, navigate] = useLocation();
  const [led, setLed] = useState('*');
  const outline = template.outlines.find((o) => o.id === outlineId) ?? template.outlines[0];
  const areas = outline ? areasOf(outline) : [];
  const desk = useMemo(
    () => outline && tryDesk(template, outline, leadsOf(led, areas)),
    [template, outline, led],
  );
  const home = `/mau-bao-cao/${encodeURIComponent(templateId)}`;
  const root = published ? `${home}/phien-ban/${template.version}` : `${home}/lam-thu`;
  const base = `${root}/${outline?.id ?? ''}`;
  const done = useAction((version: number, key) =>
    api.post<DraftAnswer>(`${addressOf(templateId)}/draft/tried`, { version }, { key }),
  );
  const finish = async (): Promise<void> => {
    if (!(await done.run(draftVersion)).ok) return;
    reloadAll(`${addressOf(templateId)}/draft`);
    navigate(home);
  };
  const sections = desk?.report.get().sections ?? [];
  const section = sections.find((s) => s.id === sectionId) ?? workSections(sections)[0] ?? sections[0];
  const go = useCallback(
    (to: Focus): void => {
      desk?.focus.set(to);
      navigate(`${base}/${to.section}`);
    },
    [desk, base],
  );
  if (!desk || !outline || !section) return null;
  const title = published
    ? t('templates.seeing', { n: template.version, title: template.title })
    : t('templates.trying', { title: template.title });
  return (
    <Page
      title={title}
      bare
      className="ed-main tryout"
      context={
        <section className="ctx ed-ctx" aria-label={title}>
          <p className="ctx-t">
            <b>{title}</b>
          </p>
          <SelectField
            label={t('templates.tryAs')}
            value={outline.id}
            onText={(id) => navigate(`${root}/${id}`)}
          >
            {template.outlines.map((o) => (
              <option key={o.id} value={o.id}>
                {o.title}
              </option>
            ))}
          </SelectField>
          {areas.length > 0 && (
            <SelectField label={t('templates.tryLeads')} value={led} onText={setLed}>
              <option value="*">{t('templates.tryAllLeads')}</option>
              <option value="">{t('templates.tryNoLeads')}</option>
              {areas.map((area) => (
                <option key={area} value={area}>
                  {area}
                </option>
              ))}
            </SelectField>
          )}
        </section>
      }
      foot={
        <>
          <p className="fl sec">{t(published ? 'templates.seeingBanner' : 'templates.tryingBanner')}</p>
          <div className="end">
            <FailureNote failure={done.failure} />
            <Btn icon="arrow-left" href={published ? '/mau-bao-cao' : home}>
              {t(published ? 'templates.toList' : 'templates.tryBack')}
            </Btn>
            {!published && (
              <Btn kind="main" icon="check" busy={done.busy} onClick={() => void finish()}>
                {t(tried ? 'templates.tryIsDone' : 'templates.tryDone')}
              </Btn>
            )}
          </div>
        </>
      }
    >
      <div className="ed">
        <Outline desk={desk} current={section.id} base={base} />
        <div className="work">
          <Banner tone="info" icon="eye">
            {t(published ? 'templates.seeingBanner' : 'templates.tryingBanner')}
          </Banner>
          <header className="sh">
            <h1>
              <span>{fullNumber(sections, section)}</span> {section.title}
              {section.optional && <small> ({t('editor.optionalPart')})</small>}
            </h1>
          </header>
          {section.guidance && <p className="guide s13 sec">{section.guidance}</p>}
          {section.evidence && (
            <p className="guide s13 sec">{t('editor.evidenceAsked', { list: listText(section.evidence) })}</p>
          )}
          <Body desk={desk} section={section} base={base} />
        </div>
        <Missing desk={desk} go={go} />
      </div>
    </Page>
  );
};

/**
 * A draft, or a published version, as a unit of a chosen kind would fill it: the editor's own parts over a report
 * that does not exist.
 */
const TryScreen = () => {
  const { templateId = '', version } = useParams();
  const url =
    version === undefined ? `${addressOf(templateId)}/draft` : `${addressOf(templateId)}/versions/${version}`;
  const resource = useResource<DraftAnswer | PublishedAnswer>(url);
  const { data } = resource;
  if (!data)
    return (
      <Page title={t('templates.tryOut')}>
        <Sheet>
          <View of={resource}>{() => null}</View>
        </Sheet>
      </Page>
    );
  const draft = 'tried' in data ? data : undefined;
  return (
    <Trying
      template={data.template}
      published={!draft}
      tried={draft?.tried ?? false}
      draftVersion={draft?.version ?? 0}
    />
  );
};
export default TryScreen;
