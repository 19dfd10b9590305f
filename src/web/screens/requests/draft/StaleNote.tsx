import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { partsOf, policyOf, type Request } from '../../../../core/campaign/request.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { t } from '../../../texts/text.ts';
import { lastCorrectionWords, lateSendingWords, returnedWords, shiftWords } from '../policy-words.ts';
import { partTitle } from './PartSheet.tsx';
import type { Draft, Stale } from './useDraft.ts';
import { basisWords, periodWords, signerWords } from './words.ts';

type Line = { what: string; mine: string; theirs: string };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each value that differs, in words, so that a person can choose. */
const differences = (mine: Request, theirs: Request, campaign: CampaignAnswer): Line[] => {
  const nameOf = (id: string): string => campaign.units.find((u) => u.id === id)?.name ?? id;
  const words: Readonly<Record<keyof Request, (r: Request) => string>> = {
    subject: (r) => r.subject ?? '',
    symbol: (r) => r.symbol ?? '',
    place: (r) => r.place ?? '',
    period: (r) => (r.period ? periodWords(r.period) : ''),
    window: (r) => (r.window ? `${shortDay(r.window.from)} – ${shortDay(r.window.to)}` : ''),
    deadline: (r) => r.deadline?.wording ?? '',
    legalBases: (r) => r.legalBases.map(basisWords).join('; '),
    recipients: (r) =>
      r.recipients
        .map((one) => `${one.text}: ${t('requests.unitCount', { n: one.unitIds.length })}`)
        .join('; '),
    leads: (r) => r.leads.map((l) => `${l.field}: ${nameOf(l.leadUnitId)}`).join('; '),
    signer: (r) => (r.signer ? `${r.signer.name}, ${signerWords(r.signer)}` : ''),
    copies: (r) => r.copies.join('; '),
    policy: (r) => {
      const p = policyOf(r);
      return [
        shiftWords(p.shift),
        lateSendingWords(p),
        returnedWords(p.returned),
        lastCorrectionWords(p.lastCorrection),
      ].join('; ');
    },
    parts: (r) =>
      t('requests.partsChosen', { out: partsOf(r).leftOut.length, added: partsOf(r).added.length }),
    words: (r) => t('requests.wordsChosen', { n: r.words?.length ?? 0 }),
    seen: (r) => r.seen.map(partTitle).join(', '),
  };
  const names: Readonly<Record<keyof Request, string>> = {
    subject: t('requests.subject'),
    symbol: t('requests.symbol'),
    place: t('requests.place'),
    period: t('requests.period'),
    window: t('requests.window'),
    deadline: t('requests.deadline'),
    legalBases: t('requests.bases'),
    recipients: t('requests.partRecipients'),
    leads: t('requests.partLeads'),
    signer: t('requests.signer'),
    copies: t('requests.copies'),
    policy: t('policy.title'),
    parts: t('requests.partOutline'),
    words: t('requests.letterText'),
    seen: t('requests.seen'),
  };
  return (Object.keys(words) as (keyof Request)[])
    .filter((key) => !same(mine[key], theirs[key]))
    .map((key) => ({ what: names[key], mine: words[key](mine), theirs: words[key](theirs) }));
};

/** Somebody else saved first: both values stand side by side, nothing is overwritten silently (D2). */
export const StaleNote = ({
  campaign,
  draft,
  stale,
}: {
  campaign: CampaignAnswer;
  draft: Draft;
  stale: Stale;
}) => {
  const lines = differences(draft.request, stale.request, campaign);
  return (
    <div role="alert" className="stale">
      <Banner
        tone="warn"
        icon="users"
        title={t('requests.staleTitle')}
        actions={
          <div className="acts">
            <Btn small onClick={draft.keepMine}>
              {t('requests.keepMine')}
            </Btn>
            <Btn small onClick={draft.takeTheirs}>
              {t('requests.takeTheirs')}
            </Btn>
          </div>
        }
      >
        {t('requests.staleText')}
        {lines.map((line) => (
          <span key={line.what} className="sub">
            <b>{line.what}</b>. {t('requests.mine')}: {line.mine || t('requests.notYet')}.{' '}
            {t('requests.theirs')}: {line.theirs || t('requests.notYet')}.
          </span>
        ))}
      </Banner>
    </div>
  );
};
