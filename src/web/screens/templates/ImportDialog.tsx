import { useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { DraftAnswer, TemplateFileAnswer } from '../../../core/template/answers.ts';
import type { RuleFault } from '../../../core/template/ruleTokens.ts';
import type { FileProblem } from '../../../core/template/sheetReader.ts';
import type { TemplateProblem } from '../../../core/template/validate.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
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

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.set('file', file);
  return form;
};

/** A file of a template: a dry run with every fault by sheet, row and cell, and only then the draft. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [preview, setPreview] = useState<TemplateFileAnswer | undefined>(undefined);
  const read = useAction(({ of }: { of: File; stamp: string }, key) =>
    api.post<TemplateFileAnswer>('/api/template-files/preview', formOf(of), { key }),
  );
  const take = useAction(({ of, version }: { of: File; version: number; stamp: string }, key) =>
    api.post<DraftAnswer>(`/api/template-files/${version}`, formOf(of), { key }),
  );
  const stampOf = (of: File): string => `${of.name} ${of.size} ${of.lastModified}`;
  const choose = async (of: File | undefined): Promise<void> => {
    if (!of) return;
    setPreview(undefined);
    setFile(of);
    const answer = await read.run({ of, stamp: stampOf(of) });
    if (answer.ok) setPreview(answer.data);
  };
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
        <Btn
          kind={preview ? 'plain' : 'main'}
          icon="file-up"
          busy={read.busy}
          onClick={() => input.current?.click()}
        >
          {t('templates.importChoose')}
        </Btn>
        <label className="vh" htmlFor={id}>
          {t('templates.importFile')}
        </label>
        <input
          ref={input}
          id={id}
          className="vh"
          type="file"
          accept=".xlsx"
          tabIndex={-1}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
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
