import { Fragment } from 'react';
import type { CitationAnswer } from '../../../../core/evidence/answers.ts';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { SheetAnswer, SheetLine } from '../../../../core/scoring/roundAnswers.ts';
import { Icon } from '../../../kit/Icon.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Detail } from './Detail.tsx';

const points = (value: string | null | undefined): string =>
  value === null || value === undefined ? '' : formatAmount(value, 2);

const Points = ({ line, which }: { line: SheetLine; which: 'self' | 'first' | 'second' }) => {
  const side = line[which];
  if (!side) return <span className="mut">{which === 'self' ? '' : t('scoring.notYet')}</span>;
  if (side.status === 'reduced') return <span>{t('scoring.byAnswer')}</span>;
  if (side.points === null) return <span className="mut">{t('scoring.notYet')}</span>;
  const before =
    which === 'first' ? line.self?.points : which === 'second' ? line.first?.points : side.points;
  const differs = before !== side.points;
  return <span className={differs ? 't-err strong' : undefined}>{points(side.points)}</span>;
};

const Evidence = ({ cited }: { cited: readonly CitationAnswer[] }) => (
  <>
    {cited.map((c) => (
      <a key={c.evidence.id} className="ev" href={`/api/evidence/${c.evidence.id}/file`}>
        <Icon name="file-text" />
        {c.evidence.number || c.evidence.abstract}
        {c.pages && `, ${c.pages}`}
      </a>
    ))}
  </>
);

const note = (line: SheetLine): string => {
  if (line.kind === 'survey') return t('scoring.surveyOnly');
  if (line.kind === 'monitor') return t('scoring.monitorOnly');
  if (line.self?.status === 'reduced')
    return t('scoring.reducedBy', { n: formatAmount(line.declared ?? '0') });
  return '';
};

const isWhole = (line: SheetLine): boolean => {
  const standing = line.second ?? line.first ?? line.self;
  return standing?.points !== null && standing?.points === line.self?.maximum;
};

/** Lines that need a look: lost points, unanswered, appraised otherwise, explained. */
export const needsLook = (line: SheetLine): boolean =>
  line.kind === 'rule' &&
  (!isWhole(line) ||
    line.explained !== null ||
    line.hands.length > 0 ||
    (line.first !== null && line.first.points !== line.self?.points));

type Rows = {
  readonly sheet: SheetAnswer;
  readonly path: string;
  readonly all: boolean;
  readonly shut: ReadonlySet<string>;
  readonly open: string | null;
  readonly onToggle: (area: string) => void;
  readonly onOpen: (code: string | null) => void;
  readonly onSheet: (sheet: SheetAnswer) => void;
};

const AreaRow = ({ line, of }: { line: SheetLine; of: Rows }) => {
  const isShut = of.shut.has(line.code);
  const hidden = of.sheet.lines.filter(
    (l) => l.area === line.code && l.kind === 'rule' && !needsLook(l),
  ).length;
  return (
    <tr className="a">
      <th scope="row">
        <button type="button" aria-expanded={!isShut} onClick={() => of.onToggle(line.code)}>
          <span className="no num">{line.code}</span> {line.name}
          <Icon name={isShut ? 'chevron-right' : 'chevron-down'} />
        </button>
      </th>
      <td className="r num sec" data-l={t('scoring.max')}>
        {line.declared === null ? '' : formatAmount(line.declared)}
      </td>
      <td className="r num" data-l={t('scoring.selfHead')}>
        {points(line.self?.points)}
      </td>
      <td className="r num" data-l={t('scoring.computedHead')} />
      <td className="r num" data-l={t('scoring.firstHead')}>
        {points(line.first?.points)}
      </td>
      {of.sheet.second && (
        <td className="r num" data-l={t('scoring.secondHead')}>
          {points(line.second?.points)}
        </td>
      )}
      <td className="s12 mut">{!of.all && hidden > 0 && t('scoring.fullOthers', { n: hidden })}</td>
    </tr>
  );
};

const CriterionRow = ({ line, of }: { line: SheetLine; of: Rows }) => {
  const isOpen = of.open === line.code;
  const cited = of.sheet.evidence.filter((c) => c.place === line.code);
  const gain = of.sheet.stage === 'self' ? of.sheet.gains.gains.find((g) => g.code === line.code) : undefined;
  const isLeaf = line.kind !== 'branch';
  return (
    <Fragment>
      <tr className={isOpen ? 'crit on' : `crit d${Math.min(line.depth, 2)}`} id={`tc-${line.code}`}>
        <th scope="row">
          {isLeaf ? (
            <button
              type="button"
              className="pickt"
              aria-expanded={isOpen}
              onClick={() => of.onOpen(isOpen ? null : line.code)}
            >
              <span className="no num">{line.code}</span> {line.name}
            </button>
          ) : (
            <>
              <span className="no num">{line.code}</span> {line.name}
            </>
          )}
          {gain && <b className="gain nw">+{formatAmount(gain.gain)}</b>}
        </th>
        <td className="r num sec" data-l={t('scoring.max')}>
          {line.declared === null ? '' : formatAmount(line.declared)}
        </td>
        <td className="r num" data-l={t('scoring.selfHead')}>
          <Points line={line} which="self" />
        </td>
        <td className="r num" data-l={t('scoring.computedHead')}>
          {line.computed ? (
            points(line.computed.points)
          ) : line.kind === 'rule' ? (
            <span className="mut s12">{t('scoring.selfTold')}</span>
          ) : (
            ''
          )}
        </td>
        <td className="r num" data-l={t('scoring.firstHead')}>
          {line.kind === 'rule' && <Points line={line} which="first" />}
        </td>
        {of.sheet.second && (
          <td className="r num" data-l={t('scoring.secondHead')}>
            {line.kind === 'rule' && line.second && <Points line={line} which="second" />}
          </td>
        )}
        <td className="tl">
          <Evidence cited={cited} />
          {note(line) && <span className="s12 sec">{note(line)}</span>}
        </td>
      </tr>
      {isOpen && (
        <tr className="exrow">
          <td colSpan={of.sheet.second ? 7 : 6}>
            <Detail line={line} sheet={of.sheet} path={of.path} onSheet={of.onSheet} />
          </td>
        </tr>
      )}
    </Fragment>
  );
};

/** The sheet: what needs a look first, the rest one click away; every row opens into why. */
export const SheetTable = (of: Rows) => {
  const shown = of.sheet.lines.filter((line) => {
    if (line.depth === 0) return true;
    if (of.shut.has(line.area)) return false;
    return of.all || line.code === of.open || needsLook(line) || line.kind === 'survey';
  });
  return (
    <Table caption={t('scoring.sheetTitle')} className="edge sheett">
      <thead>
        <tr>
          <th>{t('scoring.criterion')}</th>
          <th className="r">{t('scoring.max')}</th>
          <th className="r">{t('scoring.selfHead')}</th>
          <th className="r">{t('scoring.computedHead')}</th>
          <th className="r">{t('scoring.firstHead')}</th>
          {of.sheet.second && <th className="r">{t('scoring.secondHead')}</th>}
          <th>{t('scoring.evidenceHead')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) =>
          line.depth === 0 && line.kind === 'branch' ? (
            <AreaRow key={line.code} line={line} of={of} />
          ) : (
            <CriterionRow key={line.code} line={line} of={of} />
          ),
        )}
      </tbody>
    </Table>
  );
};
