import type { Stage } from '../../../core/scoring/round.ts';
import type { PlainKey } from '../../texts/dictionary.ts';

export const STAGE_WORDS: Readonly<Record<Stage, PlainKey>> = {
  self: 'scoring.stageSelf',
  'appraisal-1': 'scoring.stageAppraisal1',
  settling: 'scoring.stageSettling',
  explanation: 'scoring.stageExplanation',
  'appraisal-2': 'scoring.stageAppraisal2',
  done: 'scoring.stageDone',
};
