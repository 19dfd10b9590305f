import { useCallback, useEffect, useRef } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { fullNumber, withInner, workSections } from '../../../core/template/outlineOrder.ts';
import { Page } from '../../frame/Page.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { later } from '../../kit/later.tsx';
import { Loading, View } from '../../kit/places.tsx';
import { Mark, StateChip } from '../../kit/StateChip.tsx';
import { TimeLeft } from '../../kit/Time.tsx';
import { deadline, length, listText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import type { Desk, Focus } from './desk/desk.ts';
import { useDesk } from './desk/useDesk.ts';
import { EvidenceSlots } from './evidence/EvidenceSlots.tsx';
import { ExcelButton } from './excel/ExcelButton.tsx';
import { CarryButton, FromFileButton } from './file/FromFileButton.tsx';
import { placeOfGap } from './gap-text.ts';
import { FormTable, type PinAt } from './grid/FormTable.tsx';
import { addressOfReport, Foot } from './parts/Foot.tsx';
import { LastPeriod } from './parts/LastPeriod.tsx';
import { Missing } from './parts/Missing.tsx';
import { Notes } from './parts/Notes.tsx';
import { Outline } from './parts/Outline.tsx';
import { currentPins, Pins } from './parts/Pins.tsx';
import { SaveState } from './parts/SaveState.tsx';
import { Words } from './parts/Words.tsx';
import './editor.css';

const ReceiptBox = later(() => import('./ReceiptBox.tsx').then((m) => m.ReceiptBox));
const RegisterBox = later(() => import('./RegisterBox.tsx').then((m) => m.RegisterBox));

/** Name, state, window, what is saved, how long is left. */
const Context = ({ desk }: { desk: Desk }) => {
  const report = desk.report.use();
  const { window } = report.campaign;
  const { lateness } = report;
  const owed = ['not-opened', 'drafting', 'awaiting-signature', 'signed', 'returned'].includes(report.state);
  return (
    <section className="ctx ed-ctx" aria-label={t('editor.context')}>
      <p className="ctx-t">
        <b>{report.campaign.title}</b> <StateChip state={report.state} />
        {lateness.kind === 'late' && (
          <Mark code="late">{t('state.late', { length: length(lateness.by) })}</Mark>
        )}
        {lateness.kind === 'on-time' && <Mark code="on-time">{t('state.on-time')}</Mark>}
      </p>
      {window && (
        <p className="sec s13 nw phone-hide win">
          {t('editor.window', { from: shortDay(window.from), to: shortDay(window.to) })}
        </p>
      )}
      <SaveState desk={desk} />
      {owed && (
        <p className="cd">
          <TimeLeft deadline={report.due} />
          <span className="phone-hide"> · {t('time.deadline', { deadline: deadline(report.due) })}</span>
        </p>
      )}
    </section>
  );
};

const Filled = ({ desk, section }: { desk: Desk; section: UnitSection }) => {
  const progress = desk.progress.use();
  const here = progress.sections.find((p) => p.id === section.id);
  if (!here || here.asked === 0) return null;
  return <p className="sec s13 num">{t('editor.cellsFilled', { filled: here.filled, asked: here.asked })}</p>;
};

const SectionBody = ({ desk, section, base }: { desk: Desk; section: UnitSection; base: string }) => {
  const report = desk.report.use();
  const number = fullNumber(report.sections, section);
  const pins = currentPins(report);
  const returned = report.state === 'returned';
  const pinAt = useCallback<PinAt>(
    (form, row, column) =>
      returned
        ? pins.find(
            (p) =>
              p.place.kind === 'cell' &&
              p.place.form === form &&
              p.place.row === row &&
              p.place.column === column,
          )?.number
        : undefined,
    [returned, JSON.stringify(pins)],
  );
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
          {withInner(report.sections, section)
            .slice(1)
            .map((child) => (
              <li key={child.id}>
                <Link href={`${base}/${child.id}`}>
                  <span className="num mut">{fullNumber(report.sections, child)}</span> {child.title}
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
        <FormTable key={form.id} desk={desk} form={form} number={number} pinAt={pinAt} />
      ))}
    </>
  );
};

const Open = ({ desk, sectionId, stale }: { desk: Desk; sectionId: string | undefined; stale: boolean }) => {
  const report = desk.report.use();
  const { sections } = report;
  const { campaignId, unitId } = desk.owner;
  const base = `/bao-cao/${campaignId}/${unitId}`;
  const [, navigate] = useLocation();
  const work = workSections(sections);
  const section = sections.find((s) => s.id === sectionId) ?? work[0] ?? sections[0];
  const place = work.findIndex((s) => s.id === section?.id);
  const [before, after] = [work[place - 1], place < 0 ? undefined : work[place + 1]];
  const screen = useRef<HTMLDivElement>(null);
  const shown = section?.id;

  const go = useCallback(
    (to: Focus): void => {
      desk.focus.set(to);
      if (to.section !== shown) navigate(`${base}/${to.section}`);
    },
    [desk, base, shown],
  );

  useEffect(() => {
    /** Alt ↓ goes to the next gap after the cursor; Ctrl Enter is the main action. */
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.altKey && event.key === 'ArrowDown') {
        desk.check();
        const open = desk.gaps.get().filter((g) => !g.overridden);
        const order = (g: (typeof open)[number]): number => {
          const s = sections.findIndex((x) => x.id === g.sectionId);
          const forms = sections[s]?.forms ?? [];
          const f = forms.findIndex((x) => x.id === g.formId);
          const r = forms[f]?.rows.findIndex((x) => x.id === g.rowId) ?? -1;
          return s * 1e8 + (f + 1) * 1e5 + (r + 1);
        };
        const inOrder = open.map((g) => ({ g, at: order(g) })).sort((a, b) => a.at - b.at);
        const field = document.activeElement as HTMLElement | null;
        const here = sections.findIndex((s) => s.id === shown);
        const forms = sections[here]?.forms ?? [];
        const rowId = field?.dataset?.row;
        const f = forms.findIndex((x) => x.rows.some((r) => r.id === rowId) && field?.closest('table'));
        const r = rowId ? (forms[f]?.rows.findIndex((x) => x.id === rowId) ?? -1) : -1;
        const now = here * 1e8 + (rowId ? (f + 1) * 1e5 + (r + 1) : 0);
        const next = inOrder.find(({ at }) => at > now) ?? inOrder[0];
        event.preventDefault();
        if (next) go(placeOfGap(desk, next.g));
      } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
        event.preventDefault();
        document.querySelector<HTMLElement>('.foot .main-act')?.click();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk, sections, shown, go]);

  useEffect(() => {
    // The part in hand is in sight in the strip of a phone.
    const strip = screen.current?.querySelector('.outline');
    const link = strip?.querySelector<HTMLElement>('[aria-current]');
    if (strip && link && strip.scrollWidth > strip.clientWidth)
      strip.scrollLeft = link.offsetLeft - strip.clientWidth / 2 + link.offsetWidth / 2;
  }, [shown]);

  if (!section) return null;
  const number = fullNumber(sections, section);
  const receipt = report.receipts[0];
  const sent = report.state === 'submitted' || report.state === 'received';
  // Without tables there is room under the words; beside them the list of gaps comes first.
  const wordsAlone =
    section.forms.length === 0 && report.previous?.words.some((w) => w.section === section.id);
  return (
    <Page
      title={t('editor.title', { unit: report.unit.name })}
      bare
      className="ed-main"
      context={<Context desk={desk} />}
      foot={<Foot desk={desk} go={go} />}
    >
      <div className="ed" ref={screen}>
        <Outline desk={desk} current={section.id} base={base} />
        <div className="work">
          <Notes desk={desk} stale={stale} />
          {sent && receipt && <ReceiptBox receipt={receipt} address={addressOfReport(desk)} />}
          {(report.may.includes('register') || report.registration) && (
            <RegisterBox campaignId={campaignId} unitId={unitId} report={report} onDone={desk.take} />
          )}
          <Pins desk={desk} go={go} />
          <header className="sh">
            <h1>
              <span>{number}</span> {section.title}
              {section.optional && <small> ({t('editor.optionalPart')})</small>}
            </h1>
            <Filled desk={desk} section={section} />
            <div className="pn">
              {before && (
                <Link
                  className="icon-btn"
                  href={`${base}/${before.id}`}
                  aria-label={t('editor.previousSection', { number: fullNumber(sections, before) })}
                >
                  <Icon name="chevron-left" />
                </Link>
              )}
              {after && (
                <Link
                  className="icon-btn"
                  href={`${base}/${after.id}`}
                  aria-label={t('editor.nextSection', { number: fullNumber(sections, after) })}
                >
                  <Icon name="chevron-right" />
                </Link>
              )}
            </div>
          </header>
          <div className="under">
            <div className="guide s13 sec">
              {section.guidance && <p>{section.guidance}</p>}
              {section.evidence && <p>{t('editor.evidenceAsked', { list: listText(section.evidence) })}</p>}
            </div>
            <FromFileButton desk={desk} />
            <CarryButton desk={desk} />
            <ExcelButton desk={desk} />
          </div>
          <SectionBody desk={desk} section={section} base={base} />
          {wordsAlone && (
            <div className="sheet">
              <LastPeriod desk={desk} section={section} />
            </div>
          )}
          <EvidenceSlots desk={desk} section={section} />
        </div>
        <Missing desk={desk} go={go}>
          {!wordsAlone && <LastPeriod desk={desk} section={section} />}
        </Missing>
      </div>
    </Page>
  );
};

/** What Lan uses: one report, part by part, saved by itself. */
const EditorScreen = () => {
  const { campaignId = '', unitId = '', section } = useParams();
  const { desk, resource } = useDesk(campaignId, unitId);
  if (desk && resource.state !== 'forbidden' && resource.state !== 'missing')
    return <Open key={`${campaignId}/${unitId}`} desk={desk} sectionId={section} stale={!resource.data} />;
  return (
    <Page title={t('frame.reports')} bare>
      <div className="sheet">
        <View of={resource}>{() => <Loading />}</View>
      </div>
    </Page>
  );
};
export default EditorScreen;
