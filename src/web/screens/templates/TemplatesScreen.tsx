import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DraftAnswer, TemplateLine, TemplatesAnswer } from '../../../core/template/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { useSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Empty, FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { Sections } from '../admin/AdminPage.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NewTemplate } from './NewTemplate.tsx';
import { addressOf } from './useTemplateDraft.ts';
import './templates.css';

const Versions = ({ line }: { line: TemplateLine }) => (
  <Table caption={t('templates.versions')} className="edge fold">
    <thead>
      <tr>
        <th scope="col">{t('templates.versionHead')}</th>
        <th scope="col">{t('templates.publishedAt')}</th>
        <th scope="col" className="r">
          {t('templates.issuedWith')}
        </th>
        <th scope="col">{t('templates.actions')}</th>
      </tr>
    </thead>
    <tbody>
      {line.versions.map((v) => (
        <tr key={v.version}>
          <th scope="row">{t('templates.version', { n: v.version })}</th>
          <td className="num" data-l={t('templates.publishedAt')}>
            {moment(v.publishedAt)}
          </td>
          <td className="r" data-l={t('templates.issuedWith')}>
            {v.issued}
          </td>
          <td className="acts-td">
            <Btn
              small
              kind="quiet"
              icon="eye"
              href={`/mau-bao-cao/${encodeURIComponent(line.id)}/phien-ban/${v.version}`}
              aria-label={t('templates.seeVersion', { n: v.version })}
            >
              {t('templates.see')}
            </Btn>
            <Btn
              small
              kind="quiet"
              icon="download"
              download
              href={`${addressOf(line.id)}/versions/${v.version}/file.xlsx`}
              aria-label={t('templates.excelVersion', { n: v.version })}
            >
              {t('templates.excel')}
            </Btn>
          </td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const TemplateSheet = ({ line }: { line: TemplateLine }) => {
  const [, navigate] = useLocation();
  const [copying, setCopying] = useState(false);
  const newest = line.versions[0]?.version;
  const begin = useAction((from: number, key) =>
    api.post<DraftAnswer>(`${addressOf(line.id)}/draft`, { from }, { key }),
  );
  const start = async (from: number): Promise<void> => {
    const answer = await begin.run(from);
    reloadAll('/api/templates');
    if (answer.ok) navigate(`/mau-bao-cao/${encodeURIComponent(line.id)}`);
  };
  return (
    <Sheet
      title={line.title}
      className="tpl-sheet"
      actions={
        <>
          {newest !== undefined && (
            <Btn small kind="quiet" icon="copy" onClick={() => setCopying(true)}>
              {t('templates.copy')}
            </Btn>
          )}
          {newest !== undefined && !line.draft && (
            <Btn small kind="main" icon="pencil-line" busy={begin.busy} onClick={() => void start(newest)}>
              {t('templates.begin')}
            </Btn>
          )}
        </>
      }
    >
      {line.draft && (
        <div className="tpl-draft">
          <p>
            <b>{t('templates.draft')}</b>{' '}
            <span className="sec">
              {line.draft.basedOn === null
                ? t('templates.draftNew')
                : t('templates.draftFrom', { n: line.draft.basedOn })}
              ; {t('templates.draftNote', { by: line.draft.changedBy, moment: moment(line.draft.changedAt) })}
            </span>
          </p>
          <Btn small kind="main" icon="pencil-line" href={`/mau-bao-cao/${encodeURIComponent(line.id)}`}>
            {t('templates.openDraft')}
          </Btn>
        </div>
      )}
      <FailureNote failure={begin.failure} />
      {line.versions.length > 0 && <Versions line={line} />}
      {copying && newest !== undefined && (
        <NewTemplate from={{ id: line.id, version: newest }} onClose={() => setCopying(false)} />
      )}
    </Sheet>
  );
};

/** Templates of the office: what was published, and the drafts of what comes next. */
const TemplatesScreen = () => {
  const { me } = useSession();
  const [importing, setImporting] = useState(false);
  const templates = useResource<TemplatesAnswer>('/api/templates');
  return (
    <Page
      title={t('templates.title')}
      note={t('templates.note')}
      context={me.nav.includes('admin') ? <Sections /> : undefined}
      actions={
        <Btn icon="file-up" onClick={() => setImporting(true)}>
          {t('templates.import')}
        </Btn>
      }
    >
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      <View of={templates}>
        {(data) =>
          data.templates.length === 0 ? (
            <Empty icon="table-2" title={t('templates.none')}>
              {t('templates.noneText')}
            </Empty>
          ) : (
            <div className="tpl-list">
              {data.templates.map((line) => (
                <TemplateSheet key={line.id} line={line} />
              ))}
            </div>
          )
        }
      </View>
    </Page>
  );
};
export default TemplatesScreen;
