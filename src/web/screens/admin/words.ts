import type { Role } from '../../../core/directory/roles.ts';
import type { UnitKind } from '../../../core/directory/unit.ts';
import type { Day } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { parseDay } from '../../texts/parse.ts';
import { t } from '../../texts/text.ts';

export const ROLE_WORDS: Readonly<Record<Role, PlainKey>> = {
  preparer: 'admin.rolePreparer',
  signer: 'admin.roleSigner',
  registry: 'admin.roleRegistry',
  receiver: 'admin.roleReceiver',
  overseer: 'admin.roleOverseer',
  administrator: 'admin.roleAdministrator',
};

export const KIND_WORDS: Readonly<Record<UnitKind, PlainKey>> = {
  ministry: 'admin.kindMinistry',
  province: 'admin.kindProvince',
  district: 'admin.kindDistrict',
  commune: 'admin.kindCommune',
  department: 'admin.kindDepartment',
};

/** Everything of a unit or a person that can be edited, by the name of its field. */
const FIELD_WORDS: Readonly<Record<string, PlainKey>> = {
  kind: 'admin.kind',
  code: 'admin.code',
  letterhead: 'admin.letterhead',
  place: 'admin.place',
  symbol: 'admin.symbol',
  signerPosition: 'admin.signerPosition',
  preparerMaySign: 'admin.preparerMaySign',
  registrySubmits: 'admin.registrySubmits',
  validFrom: 'admin.validFrom',
  validTo: 'admin.validTo',
  name: 'admin.name',
  personName: 'admin.personName',
  email: 'admin.email',
  active: 'admin.stateActive',
  title: 'admin.postTitle',
};
export const fieldWords = (field: string): string => {
  const key = FIELD_WORDS[field];
  return key ? t(key) : field;
};

/** A kept value as a person would say it. */
export const valueWords = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return t('admin.empty');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (field === 'kind' && String(value) in KIND_WORDS) return t(KIND_WORDS[value as UnitKind]);
  if (field === 'validFrom' || field === 'validTo') return shortDay(String(value));
  return String(value);
};

export const daysWords = (from: Day, to: Day | null): string =>
  to === null
    ? t('admin.from', { day: shortDay(from) })
    : t('admin.fromTo', { from: shortDay(from), to: shortDay(to) });

/** What was typed for a day: a day, nothing, or something that is no day. */
export const typedDay = (typed: string): Day | null | undefined =>
  typed.trim() === '' ? null : parseDay(typed);
