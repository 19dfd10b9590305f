import { access } from './en/refusals-access.ts';
import type { Refusals } from './text.ts';

export const enRefusals: Refusals = { ...access };
