import type { ReactNode } from 'react';
import type { EvidenceAnswer } from '../../../core/evidence/answers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { citedAs, isBad, scanWords } from './words.ts';

const Checks = ({ document }: { document: EvidenceAnswer }) => {
  const bad = document.signatures.some(isBad);
  return (
    <>
      {document.signatures.length > 0 && (
        <span className={bad ? 't-err' : undefined}>
          <Icon name={bad ? 'shield-off' : 'shield-check'} />{' '}
          {bad ? t('evidence.shortBad') : t('evidence.short', { n: document.signatures.length })}{' '}
        </span>
      )}
      <span className={document.scan === 'infected' ? 't-err' : 'sec'}>{scanWords(document)}</span>
    </>
  );
};

/** Documents to choose from or to look at; what can be done with one stands at its end. */
export const EvidenceTable = ({
  documents,
  action,
  showUnit,
}: {
  documents: readonly EvidenceAnswer[];
  action: (document: EvidenceAnswer) => ReactNode;
  showUnit?: boolean;
}) => (
  <Table caption={t('evidence.list')} className="fold">
    <thead>
      <tr>
        <th>{t('evidence.abstract')}</th>
        <th>{t('evidence.number')}</th>
        <th>{t('evidence.file')}</th>
        <th>{t('evidence.state')}</th>
        <th className="r">{t('evidence.cited')}</th>
        <th>
          <span className="vh">{t('evidence.details')}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {documents.map((document) => (
        <tr key={document.id}>
          <th scope="row">
            {document.abstract}
            <br />
            <span className="s12 mut">
              {[showUnit && document.unitName, document.issuer].filter(Boolean).join(' · ')}
            </span>
          </th>
          <td
            data-l={t('evidence.number')}
            className={document.number === '' || document.day === null ? 't-warn' : undefined}
          >
            {citedAs(document)}
          </td>
          <td data-l={t('evidence.file')}>
            {document.may.includes('download') ? (
              <a
                href={`/api/evidence/${document.id}/file`}
                target="_blank"
                rel="noreferrer"
                aria-label={t('evidence.open', { name: document.fileName })}
              >
                {document.fileName}
              </a>
            ) : (
              document.fileName
            )}
            {document.pages !== null && (
              <span className="s12 mut"> {t('evidence.pagesOf', { n: document.pages })}</span>
            )}
          </td>
          <td data-l={t('evidence.state')} className="s13">
            <Checks document={document} />
          </td>
          <td className="r nw" data-l={t('evidence.cited')}>
            {document.cited > 0 ? t('evidence.citedTimes', { n: document.cited }) : t('evidence.citedNot')}
          </td>
          <td className="nw">{action(document)}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);
