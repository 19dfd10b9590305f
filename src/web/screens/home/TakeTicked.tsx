import { useState } from 'react';
import type { WorkItem } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import type { Answer } from '../../http/failure.ts';
import { useAction } from '../../http/useAction.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { followed } from '../review/ReviewFoot.tsx';

type Taken = {
  readonly units: readonly {
    readonly unitId: string;
    readonly done: boolean;
    readonly code?: string;
    readonly details?: Readonly<Record<string, unknown>>;
  }[];
};
type Ticked = { readonly campaignId: string; readonly unitIds: readonly string[] };

const take = async (campaigns: readonly Ticked[], key: string): Promise<Answer<Taken>> => {
  const units: Taken['units'][number][] = [];
  for (const { campaignId, unitIds } of campaigns) {
    const path = `/api/campaigns/${campaignId}/receive`;
    const answer = await api.post<Taken>(path, { unitIds }, { key: `${key}-${campaignId.slice(-12)}` });
    if (!answer.ok) return answer;
    units.push(...answer.data.units);
  }
  return { ok: true, data: { units } };
};

/** Receives what was ticked, all in one act; the server judges each and says why one has to be read. */
export const TakeTicked = ({ items, onDone }: { items: readonly WorkItem[]; onDone: () => void }) => {
  const [said, setSaid] = useState<readonly string[]>([]);
  const act = useAction((campaigns: readonly Ticked[], key) => take(campaigns, key));
  const run = async (): Promise<void> => {
    setSaid([]);
    const ids = [...new Set(items.map((i) => i.campaign.id))];
    const answer = await act.run(
      ids.map((campaignId) => ({
        campaignId,
        unitIds: items.flatMap((i) => (i.campaign.id === campaignId && i.unitId ? [i.unitId] : [])),
      })),
    );
    followed();
    if (!answer.ok) return;
    const { units } = answer.data;
    const nameOf = (unitId: string): string => items.find((i) => i.unitId === unitId)?.unitName ?? '';
    setSaid([
      t('home.takenAll', { n: units.filter((u) => u.done).length }),
      ...units
        .filter((u) => !u.done)
        .map((u) =>
          t('home.takenNot', { unit: nameOf(u.unitId), why: refusalText(u.code ?? '', u.details ?? {}) }),
        ),
    ]);
    onDone();
  };
  return (
    <div className="pad" hidden={items.length === 0 && said.length === 0 && !act.failure}>
      {items.length > 0 && (
        <Btn icon="stamp" busy={act.busy} onClick={() => void run()}>
          {t('home.takeTicked', { n: items.length })}
        </Btn>
      )}
      <div role="status">
        {said.map((sentence) => (
          <p key={sentence} className="s13">
            {sentence}
          </p>
        ))}
      </div>
      <FailureNote failure={act.failure} />
    </div>
  );
};
