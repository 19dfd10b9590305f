import type { ReactNode } from 'react';
import { t } from '../texts/text.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** Stored states, overdue (derived) and nil (a value of a part). */
export type ShownState =
  | 'not-opened'
  | 'drafting'
  | 'awaiting-signature'
  | 'signed'
  | 'submitted'
  | 'received'
  | 'returned'
  | 'overdue'
  | 'nil';

const ICONS: Record<ShownState, IconName> = {
  'not-opened': 'circle-dashed',
  drafting: 'pencil-line',
  'awaiting-signature': 'signature',
  signed: 'file-check',
  submitted: 'send',
  received: 'stamp',
  returned: 'undo-2',
  overdue: 'alarm-clock',
  nil: 'circle-slash-2',
};

export const stateIcon = (state: ShownState): IconName => ICONS[state];

/** Icon, word and colour, never colour alone. */
export const StateChip = ({ state }: { state: ShownState }) => (
  <span className={`st st-${state}`}>
    <Icon name={ICONS[state]} />
    {t(`state.${state}`)}
  </span>
);

export type MarkCode =
  | 'on-time'
  | 'late'
  | 'at-risk'
  | 'extended'
  | 'near-empty'
  | 'revision'
  | 'locked'
  | 'estimate'
  | 'resend-overdue';

const MARKS: Record<MarkCode, { icon: IconName; tone: string }> = {
  'on-time': { icon: 'check', tone: 't-ok' },
  late: { icon: 'alarm-clock', tone: 't-err b' },
  'at-risk': { icon: 'triangle-alert', tone: 't-warn' },
  extended: { icon: 'calendar-plus', tone: '' },
  'near-empty': { icon: 'file-x-2', tone: 't-err' },
  revision: { icon: 'git-compare', tone: '' },
  locked: { icon: 'lock-keyhole', tone: 't-ok' },
  estimate: { icon: 'circle-dot', tone: 't-warn' },
  'resend-overdue': { icon: 'alarm-clock', tone: 't-err b' },
};

/** The second mark beside a state: on time, late by, at risk … The words are the caller's where they carry a value. */
export const Mark = ({ code, children }: { code: MarkCode; children: ReactNode }) => (
  <span className={`mk2 s13 ${MARKS[code].tone}`}>
    <Icon name={MARKS[code].icon} />
    <span>{children}</span>
  </span>
);
