import { memo, useMemo } from 'react';
import { Link } from 'wouter';
import { formatAmount } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { BoardRow, Contact } from '../../../core/report/answers.ts';
import type { Forecast } from '../../../core/report/forecast.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Seg } from '../../kit/Seg.tsx';
import { Mark, StateChip } from '../../kit/StateChip.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { dayMonth, deadline, deadlineDay, length } from '../../texts/format.ts';
import { shortMoment } from '../../texts/short-moment.ts';
import { t, useLanguage } from '../../texts/text.ts';
import { isRisky, share, waitsForMe } from './arrange.ts';

const ROLES = {
  preparer: 'board.rolePreparer',
  signer: 'board.roleSigner',
  registry: 'board.roleRegistry',
  receiver: 'board.roleReceiver',
} as const;

export const holderText = (row: BoardRow): string => {
  if (row.holder) return `${row.holder.name}, ${t(ROLES[row.holder.role])}`;
  if (row.state === 'submitted') return t('board.waitsReceiver');
  return row.state === 'received' ? '' : t('board.nobody');
};

const lastText = (row: BoardRow): string => {
  if (!row.last) return t('board.lastNone');
  const at = shortMoment(row.last.at);
  switch (row.last.verb) {
    case 'acknowledge':
      return t('board.lastAcknowledge', { at });
    case 'pass-to-sign':
      return t('board.lastPassToSign', { at });
    case 'submit':
      return t('board.lastSubmit', { at });
    case 'begin-receiving':
      return t('board.lastBeginReceiving', { at });
    case 'receive':
      return t('board.lastReceive', { at });
    case 'return':
      return t('board.lastReturn', { at });
    default:
      return t('board.lastEdit', { at });
  }
};

/** On time or late is a second mark, never part of the state. */
export const LatenessMark = ({ lateness }: Pick<BoardRow, 'lateness'>) => {
  switch (lateness.kind) {
    case 'on-time':
      return <Mark code="on-time">{t('state.on-time')}</Mark>;
    case 'late':
      return <Mark code="late">{t('state.late', { length: length(lateness.by) })}</Mark>;
    case 'overdue':
      return <Mark code="late">{t('board.overdueBy', { length: length(lateness.by) })}</Mark>;
    case 'resend-overdue':
      return <Mark code="resend-overdue">{t('board.resendOverdueBy', { length: length(lateness.by) })}</Mark>;
    case 'at-risk':
      return <Mark code="at-risk">{t('state.at-risk')}</Mark>;
    case 'open':
      return <span className="sec">{t('board.left', { length: length(lateness.left) })}</span>;
  }
};

/** 'gia hạn 05/3' beside the lateness that already follows it. */
export const ExtendedMark = ({ extension }: Pick<BoardRow, 'extension'>) =>
  extension && (
    <Mark code="extended">{t('state.extended', { day: dayMonth(deadlineDay(extension.until)) })}</Mark>
  );

const share100 = (part: number): string => `${Math.round(part * 100)}%`;

const forecastText = (foretold: Forecast): string => {
  switch (foretold.kind) {
    case 'behind':
      return t('watch.behind', { filled: share100(foretold.filled), passed: share100(foretold.passed) });
    case 'idle':
      return t('watch.idle', { n: foretold.days });
    case 'waiting':
      return t('watch.waiting', { n: foretold.days });
  }
};

export const CONTACT_WORDS = {
  seen: 'watch.contactSeen',
  reminder: 'watch.contactReminder',
  phone: 'watch.contactPhone',
  zalo: 'watch.contactZalo',
  visit: 'watch.contactVisit',
  letter: 'watch.contactLetter',
  other: 'watch.contactOther',
} as const satisfies Record<Contact['kind'], PlainKey>;

const contactText = ({ kind, at, spokeWith }: Contact): string =>
  kind === 'reminder'
    ? t('board.reminded', { at: shortMoment(at) })
    : [t('watch.lastContact', { kind: t(CONTACT_WORDS[kind]), at: shortMoment(at) }), spokeWith]
        .filter(Boolean)
        .join(', ');

/** What of a row is worth a sentence; a report that is sent but empty is red while its state stays. */
const knowOf = (row: BoardRow): { text: string; bad?: boolean }[] => {
  const facts: { text: string; bad?: boolean }[] = [];
  if (row.nearEmpty) facts.push({ text: t('board.nearEmpty'), bad: true });
  if (row.state === 'not-opened')
    facts.push({
      text: t(row.acknowledgedAt === null ? 'board.notAcknowledged' : 'board.acknowledgedNotBegun'),
    });
  if (row.state === 'drafting' && row.acknowledgedAt === null && row.filled === 0)
    facts.push({ text: t('board.notAcknowledged') });
  if (row.pins.all > 0 && row.state === 'returned')
    facts.push({
      text: row.pins.open
        ? t('board.pins', { n: row.pins.all, open: row.pins.open })
        : t('board.pinsAnswered', { n: row.pins.all }),
    });
  if (row.state === 'returned' && row.resendBy !== null)
    facts.push({ text: t('board.resendBy', { deadline: deadline(row.resendBy) }) });
  for (const foretold of row.forecast) facts.push({ text: forecastText(foretold) });
  if (row.contact && row.contact.kind !== 'seen' && row.firstSubmittedAt === null)
    facts.push({ text: contactText(row.contact) });
  if (row.extension)
    facts.push({
      text: t('board.extendedBy', {
        number: row.extension.document.number,
        day: shortDay(row.extension.document.day),
        reason: row.extension.reason,
      }),
    });
  if (row.state === 'drafting' && row.gaps > 0) facts.push({ text: t('board.gaps', { n: row.gaps }) });
  if (row.revision > 1) facts.push({ text: t('board.revision', { n: row.revision }) });
  if (row.mayNot.receive) facts.push({ text: t('board.ownReport') });
  return facts;
};

type Parts = BoardRow['parts'];

const segOf = (parts: Parts) =>
  parts.map((p) => (p.nil ? ('nil' as const) : p.share >= 1 ? ('full' as const) : p.share));

export const percentOf = (row: BoardRow): string =>
  `${formatAmount(String(Math.floor(Math.min(1, share(row)) * 100)))}%`;

const act = (row: BoardRow): string => {
  if (row.state === 'returned') return t('board.seePins');
  return t(row.state === 'submitted' && waitsForMe(row) ? 'board.read' : 'board.see');
};

type LineProps = {
  row: BoardRow;
  at: number;
  parts: Parts;
  campaignId: string;
  on: boolean;
  onExtend: (unitId: string) => void;
  onUnit: (unitId: string) => void;
};

/** Redrawn only when its own row changes: the mark of the current row walks over hundreds without touching them. */
const Line = memo(({ row, at, parts, campaignId, on, onExtend, onUnit }: LineProps) => {
  useLanguage();
  const href = `/xem-xet/${campaignId}/${row.unitId}`;
  return (
    <tr className={on ? 'on' : undefined} data-unit={row.unitId}>
      <td className="r mut">{at + 1}</td>
      <th scope="row">
        <Link className="name" href={href}>
          {row.name}
        </Link>
      </th>
      <td className="stc">
        <StateChip state={row.state} />
      </td>
      <td className="fill">
        <Seg parts={segOf(parts)} />
        <span className="num">{percentOf(row)}</span>
      </td>
      <td className="who">
        {holderText(row)}
        {row.since !== null && row.state !== 'received' && (
          <span className="sec s12 since"> {t('watch.heldSince', { at: shortMoment(row.since) })}</span>
        )}
      </td>
      <td className="at sec">{lastText(row)}</td>
      <td className="s13 du">
        <LatenessMark lateness={row.lateness} /> <ExtendedMark extension={row.extension} />
        {row.forecast.length > 0 && row.lateness.kind === 'open' && (
          <Mark code="at-risk">{t('watch.foretold')}</Mark>
        )}
      </td>
      <td className="nt s13">
        {knowOf(row).map((fact) => (
          <span key={fact.text} className={fact.bad ? 'k t-err b' : 'k'}>
            {fact.bad && <Icon name="file-x-2" />} {fact.text}
          </span>
        ))}
      </td>
      <td className="ac">
        <Btn
          small
          href={href}
          kind={waitsForMe(row) || row.state === 'returned' ? 'plain' : 'quiet'}
          aria-label={t('board.actOn', { act: act(row), unit: row.name })}
        >
          {act(row)}
        </Btn>
        <Btn
          small
          kind="quiet"
          icon="history"
          className="contact"
          aria-label={t('watch.unitOpen', { unit: row.name })}
          onClick={() => onUnit(row.unitId)}
        >
          {t('watch.unitShort')}
        </Btn>
        {row.may.includes('extend') && isRisky(row) && (
          <Btn
            small
            kind="quiet"
            icon="calendar-plus"
            aria-label={t('board.extendOn', { unit: row.name })}
            onClick={() => onExtend(row.unitId)}
          >
            {t('board.extend')}
          </Btn>
        )}
      </td>
    </tr>
  );
});

/** A report that nobody opened has no progress yet: its strip is that of its kind, empty. */
const emptyParts = (rows: readonly BoardRow[]): ReadonlyMap<string, Parts> => {
  const found = new Map<string, Parts>();
  for (const row of rows)
    if (row.parts.length > 0 && !found.has(row.kind))
      found.set(
        row.kind,
        row.parts.map((p) => ({ ...p, share: 0, nil: false })),
      );
  return found;
};

const NO_PARTS: Parts = [];

export const BoardRows = ({
  rows,
  campaignId,
  current,
  onExtend,
  onUnit,
}: {
  rows: readonly BoardRow[];
  campaignId: string;
  current: string | undefined;
  /** The same function at every drawing: lines are redrawn only when their own row changes. */
  onExtend: (unitId: string) => void;
  onUnit: (unitId: string) => void;
}) => {
  const empty = useMemo(() => emptyParts(rows), [rows]);
  return (
    <tbody>
      {rows.map((row, at) => (
        <Line
          key={row.unitId}
          row={row}
          at={at}
          parts={row.parts.length > 0 ? row.parts : (empty.get(row.kind) ?? NO_PARTS)}
          campaignId={campaignId}
          on={row.unitId === current}
          onExtend={onExtend}
          onUnit={onUnit}
        />
      ))}
    </tbody>
  );
};
