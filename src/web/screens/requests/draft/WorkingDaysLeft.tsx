import type { DeadlineAdvice } from '../../../../core/campaign/answers.ts';
import { t } from '../../../texts/text.ts';

/** Working days are the server's to count: the calendar is kept there. */
export const WorkingDaysLeft = ({ advice }: { advice: DeadlineAdvice | null }) => {
  if (!advice) return null;
  return (
    <>
      ,{' '}
      {advice.workingDaysLeft > 0
        ? t('requests.workingDaysLeft', { n: advice.workingDaysLeft })
        : t('requests.noWorkingDay')}
    </>
  );
};
