import { useState } from 'react';
import { type NewPin, PIN_REASONS } from '../../../core/report/pin.ts';
import { recall, remember } from '../../remembered.ts';

/** Remarks that are written but not sent: kept on this machine, so that a closed window loses none of them. */
export const usePinDrafts = (
  of: string,
): { drafts: readonly NewPin[]; set: (next: readonly NewPin[]) => void } => {
  const name = `pins.${of}`;
  const read = (): readonly NewPin[] => {
    try {
      const kept = JSON.parse(recall(name) ?? '[]') as NewPin[];
      return kept.filter(
        (p) => PIN_REASONS.includes(p.reason) && typeof p.sentence === 'string' && p.place?.section,
      );
    } catch {
      return [];
    }
  };
  const [state, setState] = useState(() => ({ name, drafts: read() }));
  const drafts = state.name === name ? state.drafts : read();
  return {
    drafts,
    set: (next) => {
      remember(name, next.length ? JSON.stringify(next) : undefined);
      setState({ name, drafts: next });
    },
  };
};
