import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import { REQUEST_PARTS, type Request } from '../../src/core/campaign/request.ts';
import { signIn } from './client.ts';

let numbers = 245;

/** The period after the demonstration's, drafted from it, changed where asked, signed and issued; answers its id. */
export const issueNext = async (
  url: string,
  campaignId: string,
  change: Partial<Pick<Request, 'window' | 'period'>> = {},
): Promise<string> => {
  const [mai, binh, vanthu] = await Promise.all(['mai', 'binh', 'vanthu'].map((login) => signIn(url, login)));
  if (!mai || !binh || !vanthu) throw new Error('nobody');
  const draft = (await mai.post<CampaignAnswer>(`/api/campaigns/${campaignId}/next`, {})).body;
  const at = `/api/campaigns/${draft.id}`;
  const seen = await mai.put<CampaignAnswer>(at, {
    version: draft.version,
    request: { ...draft.request, ...change, seen: [...REQUEST_PARTS] },
  });
  const passed = await mai.post<CampaignAnswer>(`${at}/pass-to-sign`, { version: seen.body.version });
  const signed = await binh.post<CampaignAnswer>(`${at}/sign`, { version: passed.body.version });
  const given = {
    version: signed.body.version,
    number: String(numbers++),
    symbol: 'UBND-NV',
    day: '2024-02-28',
  };
  const issued = await vanthu.post<CampaignAnswer>(`${at}/issue`, given);
  if (issued.body.state !== 'issued') throw new Error(JSON.stringify(issued.body));
  return draft.id;
};
