import { shortDay } from '../../../core/kernel/wording.ts';
import type { ChangedField } from '../../../core/scoring/changes.ts';
import type { SetHead } from '../../../core/scoring/setAnswers.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';

const LEVELS: Readonly<Record<string, PlainKey>> = {
  district: 'scoring.levelDistrict',
  commune: 'scoring.levelCommune',
  department: 'scoring.levelDepartment',
  'district-department': 'scoring.levelDepartment',
  province: 'scoring.levelProvince',
};

/** A level that an office named itself stands as it was written. */
export const levelWords = (level: string): string => {
  const key = LEVELS[level];
  return key ? t(key) : level;
};

export const decisionWords = (decision: SetHead['decision']): string =>
  decision === null
    ? t('scoring.noDecision')
    : decision.day
      ? t('scoring.decisionOf', { number: decision.number, day: shortDay(decision.day) })
      : decision.number;

export const FIELD_WORDS: Readonly<Record<ChangedField, PlainKey>> = {
  name: 'scoring.fieldName',
  maxPoints: 'scoring.fieldMaxPoints',
  rule: 'scoring.fieldRule',
  whenNil: 'scoring.fieldWhenNil',
  zeroWhen: 'scoring.fieldZeroWhen',
  role: 'scoring.fieldRole',
  combine: 'scoring.fieldCombine',
  leadUnit: 'scoring.fieldLeadUnit',
  evidence: 'scoring.fieldEvidence',
  feed: 'scoring.fieldFeed',
  decision: 'scoring.decision',
  totalPoints: 'scoring.fieldTotalPoints',
  rounding: 'scoring.fieldRounding',
  outside: 'scoring.fieldOutside',
  noSurvey: 'scoring.fieldNoSurvey',
  classes: 'scoring.classes',
  notes: 'scoring.fieldNotes',
};
