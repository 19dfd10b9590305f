import { access } from './en/refusals-access.ts';
import { clock } from './en/refusals-clock.ts';
import type { Refusals } from './text.ts';

export const enRefusals: Refusals = { ...access, ...clock };
