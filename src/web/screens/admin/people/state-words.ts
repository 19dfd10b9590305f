import type { PersonLine } from '../../../../core/directory/answers.ts';
import { t } from '../../../texts/text.ts';

/** What stands between a person and signing in. */
export const stateWords = (person: PersonLine): string =>
  [
    person.active ? undefined : t('admin.stateInactive'),
    t(person.hasPassword ? 'admin.statePassword' : 'admin.stateNoPassword'),
    person.hasSecondFactor ? t('admin.stateTotp') : undefined,
  ]
    .filter((words) => words !== undefined)
    .join(', ');
