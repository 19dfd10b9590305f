import { useState } from 'react';
import type { Reminded } from '../../../core/notifications/manage.ts';
import { api } from '../../http/api.ts';
import type { Answer } from '../../http/failure.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

type RemindAnswer = { readonly units: readonly Reminded[] };

/** So many units in one transaction: none of them waits long for the others. */
const AT_ONCE = 200;

const remindAll = async (
  campaignId: string,
  unitIds: readonly string[],
  key: string,
): Promise<Answer<RemindAnswer>> => {
  const units: Reminded[] = [];
  for (let at = 0; at < unitIds.length; at += AT_ONCE) {
    const answer = await api.post<RemindAnswer>(
      `/api/campaigns/${campaignId}/remind`,
      { unitIds: unitIds.slice(at, at + AT_ONCE) },
      { key: `${key}-${at}` },
    );
    if (!answer.ok) return answer;
    units.push(...answer.data.units);
  }
  return { ok: true, data: { units } };
};

const resultText = ({ units }: RemindAnswer): string => {
  const told = units.flatMap((u) => ('people' in u ? [u] : []));
  const said = t('home.reminded', {
    units: told.length,
    people: told.reduce((n, u) => n + u.people, 0),
    letters: told.reduce((n, u) => n + u.letters, 0),
  });
  const others = units.length - told.length;
  return others > 0 ? `${said} ${t('home.remindedNot', { n: others })}` : said;
};

/** "Đôn đốc": by notice and by letter, only those who still owe at that second. */
export const Remind = ({
  campaignId,
  unitIds,
  label,
}: {
  campaignId: string;
  unitIds: readonly string[];
  label: string;
}) => {
  const [said, setSaid] = useState<string | undefined>(undefined);
  const remind = useAction((input: readonly string[], key) => remindAll(campaignId, input, key));
  const run = async (): Promise<void> => {
    setSaid(undefined);
    const answer = await remind.run(unitIds);
    if (!answer.ok) return;
    setSaid(resultText(answer.data));
    reloadAll('/api/campaigns/');
  };
  return (
    <>
      <Btn small icon="bell" busy={remind.busy} onClick={() => void run()}>
        {label}
      </Btn>
      <span role="status" className="s13 t-ok">
        {said}
      </span>
      <FailureNote failure={remind.failure} />
    </>
  );
};
