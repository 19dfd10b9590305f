import type { ChangeAnswer } from '../../../core/consolidation/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

/** The unit's own figures count again. */
export const TakeBack = ({ campaignId, change }: { campaignId: string; change: ChangeAnswer }) => {
  const back = useAction((_: null, key) =>
    api.post(`/api/campaigns/${campaignId}/total-changes/${change.id}/take-back`, {}, { key }),
  );
  const run = async (): Promise<void> => {
    if ((await back.run(null)).ok) reloadAll('/api/campaigns/');
  };
  return (
    <>
      <Btn
        small
        kind="quiet"
        icon="undo-2"
        busy={back.busy}
        aria-label={t('consolidation.takeBackOf', { unit: change.unitName })}
        onClick={() => void run()}
      >
        {t('consolidation.takeBack')}
      </Btn>
      <FailureNote failure={back.failure} />
    </>
  );
};
