import { useState } from 'react';
import { Link } from 'wouter';
import type { FrozenAnswer, FrozenVersionAnswer } from '../../../core/consolidation/frozenAnswers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { SelectField } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Empty, FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { beforeAfter } from './frozen-words.ts';
import { CHOICE_WORDS, MovedBox } from './MovedBox.tsx';

/** The first version; later ones come out of what moved. */
const FirstFreeze = ({ frozen }: { frozen: FrozenAnswer }) => {
  const [basis, setBasis] = useState<'received' | 'sent'>('received');
  const freeze = useAction((input: { basis: 'received' | 'sent'; note: string }, key) =>
    api.post(`/api/campaigns/${frozen.campaignId}/frozen`, input, { key }),
  );
  const run = async (): Promise<void> => {
    if ((await freeze.run({ basis, note: '' })).ok) reloadAll(`/api/campaigns/${frozen.campaignId}`);
  };
  return (
    <Sheet title={t('frozen.none')} pad>
      <p className="sec">{t('frozen.noneText')}</p>
      {frozen.may.includes('freeze') && (
        <>
          <div className="by-choice">
            <SelectField
              label={t('consolidation.basis')}
              value={basis}
              onText={(value) => setBasis(value as 'received' | 'sent')}
            >
              <option value="received">{t('consolidation.basisReceived')}</option>
              <option value="sent">{t('consolidation.basisSent')}</option>
            </SelectField>
          </div>
          <FailureNote failure={freeze.failure} />
          <Btn
            kind="main"
            icon="lock-keyhole"
            busy={freeze.busy}
            reason={frozen.problems > 0 ? t('frozen.problems', { n: frozen.problems }) : undefined}
            onClick={() => void run()}
          >
            {t('frozen.freeze')}
          </Btn>
        </>
      )}
    </Sheet>
  );
};

const Version = ({ version, campaignId }: { version: FrozenVersionAnswer; campaignId: string }) => (
  <li id={`ban-${version.number}`}>
    <p>
      <Icon name="lock-keyhole" /> <b>{t('frozen.version', { n: version.number })}</b>,{' '}
      {t('frozen.frozenBy', { at: moment(version.at, true), name: version.by })}{' '}
      {t('frozen.counted', { counted: version.counted, obliged: version.obliged })}
    </p>
    {version.leftOut.map((u) => (
      <p key={u.name} className="s13">
        {t('frozen.leftOut', u)}
      </p>
    ))}
    {version.replaces !== null && (
      <p className="s13">
        {t('frozen.replaces')}{' '}
        <a href={`#ban-${version.replaces}`}>{t('frozen.version', { n: version.replaces })}</a>
        {version.note && `: “${version.note}”`}
      </p>
    )}
    {version.decisions.map((d) => (
      <p key={d.at} className="s13">
        {t(CHOICE_WORDS[d.choice])}
        {d.newNumber !== null && (
          <>
            {': '}
            <a href={`#ban-${d.newNumber}`}>{t('frozen.version', { n: d.newNumber })}</a>
          </>
        )}
        , “{d.note}”, {d.by}, {moment(d.at, true)}
      </p>
    ))}
    {version.handedUp.map((h) => (
      <p key={h.campaignId} className="s13">
        {t('frozen.handedUp', { title: h.title, name: h.by, at: moment(h.at, true) })}
      </p>
    ))}
    <p className="s13 sec">
      {t('frozen.code')} <span className="num">{version.code}</span>
      {!version.intact && <b className="t-err"> {t('frozen.broken')}</b>}
    </p>
    <p className="acts">
      <Btn
        small
        icon="printer"
        href={`/api/campaigns/${campaignId}/report.pdf?version=${version.number}`}
        download
      >
        {t('frozen.print')}
      </Btn>
      <Btn
        small
        kind="quiet"
        icon="download"
        href={`/api/campaigns/${campaignId}/report.docx?version=${version.number}`}
        download
      >
        {t('common.word')}
      </Btn>
    </p>
  </li>
);

/** The way up: the newest version becomes the authority's own report above (G7). */
const Upper = ({ frozen }: { frozen: FrozenAnswer }) => {
  const [latest] = frozen.versions;
  const up = useAction((upperCampaignId: string, key) =>
    api.post(
      `/api/campaigns/${frozen.campaignId}/frozen/${latest?.number}/hand-up`,
      { upperCampaignId },
      { key },
    ),
  );
  if (frozen.upper.length === 0) return null;
  return (
    <Sheet title={t('frozen.upper')} pad>
      <FailureNote failure={up.failure} />
      <ul className="stack-wide">
        {frozen.upper.map((u) => (
          <li key={u.campaignId}>
            <p>
              <b>{u.title}</b> <StateChip state={u.state as ShownState} />
            </p>
            <p className="acts">
              {frozen.may.includes('hand-up') && (
                <Btn
                  small
                  icon="send"
                  busy={up.busy}
                  reason={
                    !latest
                      ? t('frozen.freezeFirst')
                      : !u.mayFill
                        ? t('frozen.notPreparer')
                        : latest.handedUp.some((h) => h.campaignId === u.campaignId)
                          ? t('frozen.alreadyUp')
                          : undefined
                  }
                  onClick={() =>
                    void up
                      .run(u.campaignId)
                      .then((a) => a.ok && reloadAll(`/api/campaigns/${frozen.campaignId}`))
                  }
                >
                  {t('frozen.handUp')}
                </Btn>
              )}
              {u.mayFill && (
                <Link href={`/bao-cao/${u.campaignId}/${u.unitId}`}>{t('frozen.openUpper')}</Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};

/** Who keeps the campaign from closing, by name; closing is for good (G6). */
const Close = ({ frozen }: { frozen: FrozenAnswer }) => {
  const close = useAction((_: null, key) =>
    api.post(`/api/campaigns/${frozen.campaignId}/close`, {}, { key }),
  );
  if (frozen.state === 'closed')
    return (
      <Banner icon="lock-keyhole" title={t('frozen.closed')}>
        {t('frozen.closedText')}
      </Banner>
    );
  const n = frozen.open.length;
  return (
    <Sheet title={t('frozen.closeTitle')} pad>
      <p className="sec">{n > 0 ? t('frozen.openUnits', { n }) : t('frozen.allIn')}</p>
      {n > 0 && (
        <ul className="missing">
          {frozen.open.slice(0, 300).map((u) => (
            <li key={u.unitId}>
              <Link href={`/xem-xet/${frozen.campaignId}/${u.unitId}`}>{u.name}</Link>{' '}
              <StateChip state={u.state as ShownState} />
            </li>
          ))}
        </ul>
      )}
      <FailureNote failure={close.failure} />
      {frozen.may.includes('close') && (
        <Btn
          icon="lock-keyhole"
          busy={close.busy}
          reason={n > 0 ? t('frozen.openFirst', { n }) : undefined}
          onClick={() =>
            void close.run(null).then((a) => a.ok && reloadAll(`/api/campaigns/${frozen.campaignId}`))
          }
        >
          {t('frozen.close')}
        </Btn>
      )}
    </Sheet>
  );
};

/** Versions that never change, what moved since, the way up, closing (G5 G6 G7). */
export const FrozenPart = ({ campaignId }: { campaignId: string }) => {
  const frozen = useResource<FrozenAnswer>(`/api/campaigns/${campaignId}/frozen`);
  if (frozen.state === 'forbidden')
    return (
      <section className="sheet">
        <Empty icon="lock-keyhole" title={t('frozen.wholeOnly')}>
          {t('frozen.wholeOnlyText')}
        </Empty>
      </section>
    );
  return (
    <View of={frozen}>
      {(data) => (
        <div className="cons frz">
          <MovedBox frozen={data} />
          {data.carried.map((c) => (
            <Banner
              key={`${c.campaignId}/${c.at}`}
              icon="history"
              title={t('frozen.carried', { title: c.title })}
            >
              “{c.note}”.{' '}
              {c.totals
                .slice(0, 6)
                .map((m) => `${m.label}: ${beforeAfter(m.before, m.after, m.ratio)}`)
                .join('; ')}{' '}
              <Link href={`/tong-hop/${c.campaignId}/chot`}>{t('frozen.version', { n: c.number })}</Link>
            </Banner>
          ))}
          {data.versions.length === 0 ? (
            <FirstFreeze frozen={data} />
          ) : (
            <Sheet title={t('frozen.versions')} count={data.versions.length}>
              <ol className="vers">
                {data.versions.map((v) => (
                  <Version key={v.number} version={v} campaignId={campaignId} />
                ))}
              </ol>
            </Sheet>
          )}
          <Upper frozen={data} />
          <Close frozen={data} />
        </div>
      )}
    </View>
  );
};
