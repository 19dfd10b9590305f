import { type ReactNode, useState } from 'react';
import type { Day } from '../../core/kernel/instant.ts';
import { shortDay } from '../../core/kernel/wording.ts';
import { parseClock, parseDay } from '../texts/parse.ts';
import { t } from '../texts/text.ts';
import { TextField } from './Field.tsx';

type About = { label: ReactNode; hint?: ReactNode; error?: ReactNode; required?: boolean };

/**
 * A day as Vietnamese offices write it. The browser's own date field follows the language of Windows and would show
 * 02/01/2024 for the first of February. What was typed stays, also when it is no day.
 */
export const DayField = ({
  day,
  onDay,
  error,
  hint,
  ...about
}: About & { day: Day | undefined; onDay: (day: Day | undefined) => void }) => {
  const [typed, setTyped] = useState(day ? shortDay(day) : '');
  const shown = day !== undefined && parseDay(typed) !== day ? shortDay(day) : typed;
  const [left, setLeft] = useState(false);
  const unread = left && typed.trim() !== '' && parseDay(typed) === undefined;
  return (
    <TextField
      {...about}
      value={shown}
      inputMode="numeric"
      figures
      hint={hint ?? t('time.dayForm')}
      error={error ?? (unread ? t('time.dayUnread') : undefined)}
      onBlur={() => setLeft(true)}
      onText={(text) => {
        setTyped(text);
        onDay(parseDay(text));
      }}
    />
  );
};

export type Clock = { hour: number; minute: number };

/** A time of day in 24 hours; 24:00 is the end of a day. */
export const ClockField = ({
  initial,
  onClock,
  error,
  hint,
  ...about
}: About & { initial?: string; onClock: (clock: Clock | undefined) => void }) => {
  const [typed, setTyped] = useState(initial ?? '');
  const [left, setLeft] = useState(false);
  const unread = left && typed.trim() !== '' && parseClock(typed) === undefined;
  return (
    <TextField
      {...about}
      value={typed}
      figures
      hint={hint ?? t('time.clockForm')}
      error={error ?? (unread ? t('time.clockUnread') : undefined)}
      onBlur={() => setLeft(true)}
      onText={(text) => {
        setTyped(text);
        onClock(parseClock(text));
      }}
    />
  );
};
