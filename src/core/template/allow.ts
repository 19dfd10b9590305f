import { type Actor, hasRole } from '../directory/roles.ts';
import type { Day } from '../kernel/instant.ts';

export const TEMPLATE_VERBS = ['begin', 'edit', 'import', 'try', 'publish', 'drop'] as const;
export type TemplateVerb = (typeof TEMPLATE_VERBS)[number];

/** Templates are kept by the administrator and by whoever receives reports. */
export const mayOnTemplates = (actor: Actor, today: Day): readonly TemplateVerb[] =>
  hasRole(actor, 'administrator', today) || hasRole(actor, 'receiver', today) ? TEMPLATE_VERBS : [];
