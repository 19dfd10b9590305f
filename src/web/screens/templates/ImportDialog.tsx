import { useLocation } from 'wouter';
import type { DraftAnswer, TemplateFileAnswer } from '../../../core/template/answers.ts';
import type { RuleFault } from '../../../core/template/ruleTokens.ts';
import type { FileProblem } from '../../../core/template/sheetReader.ts';
import type { TemplateProblem } from '../../../core/template/validate.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { formOf, stampOf, useFileReading } from '../../http/useFileReading.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FilePick } from '../../kit/FilePick.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Table } from '../../kit/Table.tsx';
import { faultText } from '../../rule-words.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { problemText } from './problem-words.ts';

const BECOMES: Readonly<Record<TemplateFileAnswer['becomes'], PlainKey>> = {
  new: 'templates.becomesNew',
  version: 'templates.becomesVersion',
  replaces: 'templates.becomesReplaces',
  same: 'templates.becomesSame',
};

const reasonOf = ({ code, details }: FileProblem): string => {
  const said = refusalText(code, details);
  if (code === 'templateFile.cellRule') return `${said} ${faultText(details.fault as RuleFault)}`;
  if (code === 'templateFile.unsound')
    return `${said} ${problemText(details.problem as TemplateProblem['code'])}`;
  return said;
};

const FileProblems = ({ problems }: { problems: readonly FileProblem[] }) =>
  problems.length === 0 ? null : (
    <Table caption={t('templates.fileProblems')} showCaption className="fold">
      <thead>
        <tr>
          <th scope="col">{t('templates.fileSheet')}</th>
          <th scope="col">{t('templates.fileCell')}</th>
          <th scope="col">{t('templates.fileReason')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, i) => (
          <tr key={`${problem.sheet} ${problem.cell} ${i}`}>
            <th scope="row">{problem.sheet}</th>
            <td className="num" data-l={t('templates.fileCell')}>
              {problem.cell ??
                (problem.row === null
                  ? t('templates.fileWhole')
                  : t('templates.fileRow', { n: problem.row }))}
            </td>
            <td data-l={t('templates.fileReason')}>{reasonOf(problem)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

/** A file of a template: a dry run with every fault by sheet, row and cell, and only then the draft. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const [, navigate] = useLocation();
  const read = useFileReading<TemplateFileAnswer>('/api/template-files/preview');
  const { file, preview } = read;
  const take = useAction(({ of, version }: { of: File; version: number; stamp: string }, key) =>
    api.post<DraftAnswer>(`/api/template-files/${version}`, formOf(of), { key }),
  );
  const confirm = async (): Promise<void> => {
    if (!file || !preview) return;
    const answer = await take.run({ of: file, version: preview.draftVersion, stamp: stampOf(file) });
    if (!answer.ok) return;
    reloadAll('/api/templates');
    navigate(`/mau-bao-cao/${encodeURIComponent(answer.data.template.id)}`);
  };
  const found = preview?.template;
  const reason = !found
    ? t('templates.fileMend')
    : preview.becomes === 'same'
      ? t('templates.becomesSame')
      : undefined;
  return (
    <Dialog
      open
      wide
      title={t('templates.import')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          {preview && (
            <Btn kind="main" busy={take.busy} reason={reason} onClick={() => void confirm()}>
              {t('templates.importTake')}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('templates.importText')}</p>
      <div className="acts">
        <FilePick
          kind={preview ? 'plain' : 'main'}
          busy={read.busy}
          accept=".xlsx"
          onFiles={([file]) => void read.choose(file)}
        >
          {t('templates.importChoose')}
        </FilePick>
      </div>
      <FailureNote failure={read.failure ?? take.failure} />
      {preview && (
        <>
          <p role="status">
            <b>{preview.fileName}</b>{' '}
            {found
              ? `${t('templates.fileHolds', {
                  title: found.title,
                  sections: found.sections,
                  forms: found.forms,
                  figures: found.figures,
                  checks: found.checks,
                })} ${t(BECOMES[preview.becomes])}`
              : t('templates.fileFaults', { n: preview.problems.length })}
          </p>
          <FileProblems problems={preview.problems} />
        </>
      )}
    </Dialog>
  );
};
