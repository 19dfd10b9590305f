import type { RuleFault } from '../../../core/template/ruleTokens.ts';
import type { Failure } from '../../http/failure.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { faultText } from '../../rule-words.ts';
import { failureText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';

export const faultOf = (failure: Failure | undefined): string | undefined =>
  failure?.kind === 'refusal' && failure.code === 'template.ruleUnread'
    ? faultText(failure.details.fault as RuleFault)
    : undefined;

/** A refusal; one about an indicator's meaning comes with the way out: a new indicator (C2). */
export const MeaningNote = ({
  failure,
  busy,
  onAnew,
}: {
  failure: Failure | undefined;
  busy: boolean;
  onAnew: () => void;
}) => {
  if (failure?.kind !== 'refusal' || failure.code !== 'template.indicatorMeaning')
    return <FailureNote failure={failure} />;
  return (
    <div role="alert" className="stack">
      <Banner
        tone="warn"
        title={t('templates.meaning')}
        actions={
          <Btn small kind="main" busy={busy} onClick={onAnew}>
            {t('templates.makeNew')}
          </Btn>
        }
      >
        {failureText(failure)}
      </Banner>
      <p className="sec s13">{t('templates.makeNewText')}</p>
    </div>
  );
};
