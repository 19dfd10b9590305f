import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import type { Instant } from '../../../core/kernel/instant.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Mark } from '../../kit/StateChip.tsx';
import { length, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { Cover } from '../login/Cover.tsx';
import { useWelcome } from '../login/welcome.ts';
import './receipt-check.css';

/** What anybody holding the printed receipt may learn (scenario E6): the times, nothing of the report. */
type Checked =
  | { match: false }
  | {
      match: true;
      submittedAt: Instant;
      lateBy: number;
      late: boolean;
      /** Only when the content code was given and belongs to this receipt. */
      contentHash: string | null;
      /** Whether the journal still has the line that the receipt names; null when no line was named. */
      journal: 'whole' | 'changed' | null;
    };

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Answer = ({ checked }: { checked: Checked }) => {
  if (!checked.match) {
    return (
      <Banner tone="err" title={t('receiptCheck.mismatch')}>
        {t('receiptCheck.mismatchText')}
      </Banner>
    );
  }
  return (
    <>
      <Banner
        tone="info"
        icon="shield-check"
        title={t(checked.contentHash ? 'receiptCheck.match' : 'receiptCheck.exists')}
      >
        {!checked.contentHash && t('receiptCheck.existsText')}
      </Banner>
      <dl className="rc">
        <Row name={t('receiptCheck.submitted')}>
          <b>{moment(checked.submittedAt, true)}</b>,{' '}
          {checked.late ? (
            // The first late moment itself is late: never "late by 0 seconds".
            <Mark code="late">{t('state.late', { length: length(Math.max(1000, checked.lateBy)) })}</Mark>
          ) : (
            <Mark code="on-time">{t('state.on-time')}</Mark>
          )}
        </Row>
        {checked.journal === 'whole' && (
          <Row name={t('receiptCheck.journal')}>{t('receiptCheck.journalWhole')}</Row>
        )}
      </dl>
      {checked.journal === 'changed' && (
        <Banner tone="err" title={t('receiptCheck.journalChanged')}>
          {t('receiptCheck.journalChangedText')}
        </Banner>
      )}
    </>
  );
};

const ReceiptCheckScreen = () => {
  const { code: given = '' } = useParams<{ code?: string }>();
  const [query] = useSearchParams();
  const welcome = useWelcome();
  const [code, setCode] = useState(given);
  const [hash, setHash] = useState(query.get('hash') ?? '');
  const [missing, setMissing] = useState(false);
  const [checked, setChecked] = useState<Checked | undefined>(undefined);
  // Too long to type for most: it comes with the square on the paper.
  const mark = query.get('nhat-ky') ?? '';
  const check = useAction((input: { code: string; hash: string }) => {
    const asked = Object.entries({ hash: input.hash, mark }).filter(([, value]) => value !== '');
    const more = asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : '';
    return api.get<Checked>(`/api/public/receipts/${encodeURIComponent(input.code)}${more}`, {
      whenSignedOut: 'answer',
    });
  });
  const send = async (): Promise<void> => {
    const input = { code: code.trim().normalize('NFC'), hash: hash.replace(/\s/g, '').toLowerCase() };
    setChecked(undefined);
    setMissing(!input.code);
    if (!input.code) return;
    const answer = await check.run(input);
    if (answer.ok) setChecked(answer.data);
  };
  useEffect(() => {
    document.title = `${t('receiptCheck.title')} - ${t('common.product')}`;
  });
  // The address on the receipt carries its code: then the answer comes without a click.
  useEffect(() => {
    if (code) void send();
  }, []);
  return (
    <Cover
      superior={welcome?.superior}
      body={welcome?.body}
      support={welcome?.support}
      demo={welcome?.mode === 'demo'}
    >
      <main id="main" className="one">
        <form
          className="sheet fm"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void send();
          }}
        >
          <h1>{t('receiptCheck.title')}</h1>
          <p className="sec s13">{t('receiptCheck.intro')}</p>
          <TextField
            label={t('receiptCheck.code')}
            hint={t('receiptCheck.codeHint')}
            error={missing ? t('receiptCheck.missing') : undefined}
            required
            value={code}
            onText={setCode}
            figures
          />
          <TextField
            label={t('receiptCheck.hash')}
            hint={t('receiptCheck.hashHint')}
            value={hash}
            onText={setHash}
            spellCheck={false}
            autoCapitalize="none"
            figures
          />
          <FailureNote failure={check.failure} />
          <div role="status" className="rc-a">
            {checked && <Answer checked={checked} />}
          </div>
          <Btn kind="main" type="submit" className="go" busy={check.busy}>
            {t('receiptCheck.check')}
          </Btn>
          <p className="s13">
            <Link href="/">{t('login.toLogin')}</Link>
          </p>
        </form>
      </main>
    </Cover>
  );
};

export default ReceiptCheckScreen;
