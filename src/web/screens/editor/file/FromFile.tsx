import { useMemo, useState } from 'react';
import { figuresOffered, type OfferedFigure } from '../../../../core/report/offered.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { CheckField } from '../../../kit/Field.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { addressOfReport } from '../parts/Foot.tsx';
import { Apart, FoundSection } from './FoundSection.tsx';
import { OfferedFigures, offeredKey } from './OfferedFigures.tsx';
import { docOf, type ReadFile } from './read-file.ts';
import { standingOf } from './standing.ts';
import './from-file.css';

/** H4: what a Word file says for each part, beside what stands; only what is ticked goes in, by the ordinary way. */
const FromFile = ({ desk, onClose }: { desk: Desk; onClose: () => void }) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [figures, setFigures] = useState<ReadonlySet<string>>(new Set());
  const [compared, setCompared] = useState(false);
  const { sections } = desk.report.use();
  const read = useFileReading<ReadFile>(`${addressOfReport(desk)}/read-file`);
  const answer = read.preview;
  const choose = async (file: File): Promise<void> => {
    setCompared(false);
    setFigures(new Set());
    const result = await read.choose(file);
    // Words that stand are never replaced unless somebody ticks them.
    const free = result?.reading.sections.filter((s) => standingOf(desk, s.section).kind === 'none');
    setChosen(new Set(free?.map((s) => s.section)));
  };
  const tick = (section: string, isOn: boolean): void =>
    setChosen((now) => new Set(isOn ? [...now, section] : [...now].filter((s) => s !== section)));
  const offered = useMemo<readonly OfferedFigure[]>(() => {
    if (!answer) return [];
    const { sections: read, apart } = answer.reading;
    return sections.flatMap((s) =>
      figuresOffered(
        read.find((r) => r.section === s.id)?.paragraphs.join('\n') ?? '',
        apart.filter((a) => a.section === s.id).map((a) => a.text),
        s.forms,
      ),
    );
  }, [answer, sections]);
  const put = (): void => {
    const taken = answer?.reading.sections.filter((s) => chosen.has(s.section)) ?? [];
    desk.set(
      [
        ...taken.map((s) => ({
          what: 'words' as const,
          section: s.section,
          kind: s.nil ? ('nil' as const) : ('text' as const),
          doc: s.nil ? null : docOf(s.paragraphs),
        })),
        ...offered
          .filter((one) => figures.has(offeredKey(one)))
          .map(({ form, row, column, amount }) => ({
            what: 'cell' as const,
            form,
            row,
            column,
            cell: { kind: 'amount' as const, amount },
          })),
      ],
      true,
    );
    onClose();
  };
  const found = answer?.reading.sections ?? [];
  const missing = sections.filter(
    (s) => s.words && s.applicability === 'asked' && !found.some((f) => f.section === s.id),
  );
  const reason =
    chosen.size + figures.size === 0
      ? t('editor.fileTickFirst')
      : answer?.notes.confirm && !compared
        ? t('editor.fileCompareFirst')
        : undefined;
  return (
    <Dialog
      open
      wide
      title={t('editor.fromFile')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          {answer && (
            <Btn kind="main" reason={reason} onClick={put}>
              {figures.size > 0
                ? t('editor.fileTakeBoth', { n: chosen.size, figures: figures.size })
                : t('editor.fileTake', { n: chosen.size })}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('editor.fileText')}</p>
      <div className="acts">
        <FilePick
          kind={answer ? 'plain' : 'main'}
          busy={read.busy}
          accept=".docx,.pdf,.txt,.html,.htm"
          onFiles={([file]) => void choose(file)}
        >
          {t('editor.fileChoose')}
        </FilePick>
      </div>
      <FailureNote failure={read.failure} />
      {answer && (
        <>
          <p role="status">
            <b>{answer.fileName}</b> {t('editor.fileFound', { n: found.length, missing: missing.length })}
          </p>
          {answer.notes.confirm && (
            <Banner tone="warn" title={t('editor.fileConverted')}>
              <CheckField label={t('editor.fileCompared')} checked={compared} onCheck={setCompared} />
            </Banner>
          )}
          {found.map((section) => (
            <FoundSection
              key={section.section}
              desk={desk}
              found={section}
              isChosen={chosen.has(section.section)}
              onChoose={(isOn) => tick(section.section, isOn)}
            />
          ))}
          <OfferedFigures
            desk={desk}
            offered={offered}
            forms={sections.flatMap((s) => s.forms)}
            taken={figures}
            onTake={(key, isOn) =>
              setFigures((now) => new Set(isOn ? [...now, key] : [...now].filter((k) => k !== key)))
            }
          />
          {missing.length > 0 && (
            <p className="s13 sec">
              {t('editor.fileMissing', { parts: missing.map((s) => s.title).join('; ') })}
            </p>
          )}
          <Apart apart={answer.reading.apart} sections={sections} />
        </>
      )}
    </Dialog>
  );
};

export default FromFile;
