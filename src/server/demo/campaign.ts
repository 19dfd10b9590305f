import { readFile } from 'node:fs/promises';
import { REQUEST_PARTS } from '../../core/campaign/request.ts';
import { instantAt } from '../../core/kernel/instant.ts';
import { draftCampaign } from '../campaign/draft.ts';
import { editCampaign } from '../campaign/edit.ts';
import { issueRequest } from '../campaign/issue.ts';
import { passRequestToSign } from '../campaign/passToSign.ts';
import { signRequest } from '../campaign/sign.ts';
import { campaignAnswer } from '../campaign/views.ts';
import type { acting, peopleOf } from './acting.ts';

type Act = ReturnType<typeof acting>;
type People = Awaited<ReturnType<typeof peopleOf>>;

const LETTER = new URL('../../../packs/cao-loc-2024/letter.txt', import.meta.url);

/** No real signer's name stands under an invented document: the demonstration's own head of office does. */
const REAL_SIGNER = 'Vũ Hòa Bình';

export const letterOf = async (people: People): Promise<string> => {
  const real = (await readFile(LETTER, 'utf8')).normalize('NFC');
  return real.replaceAll(REAL_SIGNER, people.get('binh')?.name ?? '');
};

/** Mai makes the draft from the real letter; nothing is sent. */
export const draftFromLetter = async (act: Act, people: People): Promise<string> => {
  const text = await letterOf(people);
  return act('mai', instantAt('2024-02-05', 14, 10), (ctx) =>
    draftCampaign(ctx, text, 'Công văn CCHC quý I năm 2024.txt'),
  );
};

/** Checks, signs and issues it with an invented number. */
export const issueFromDraft = async (act: Act, id: string): Promise<void> => {
  const draft = await act('mai', instantAt('2024-02-05', 14, 30), (ctx) => campaignAnswer(ctx, id));
  await act('mai', instantAt('2024-02-05', 15, 5), (ctx) =>
    editCampaign(ctx, id, draft.version, {
      ...draft.request,
      seen: [...REQUEST_PARTS],
    }),
  );
  await act('mai', instantAt('2024-02-05', 15, 10), (ctx) => passRequestToSign(ctx, id, draft.version + 1));
  await act('binh', instantAt('2024-02-06', 9, 20), (ctx) => signRequest(ctx, id, draft.version + 2));
  await act('vanthu', instantAt('2024-02-06', 15, 30), (ctx) =>
    issueRequest(ctx, id, draft.version + 3, { number: '112', symbol: 'UBND-NV', day: '2024-02-06' }),
  );
};
