import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import type { Instant } from '../../../core/kernel/instant.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { length, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { Cover } from '../login/Cover.tsx';
import { useWelcome } from '../login/welcome.ts';
import './receipt-check.css';

/** What anybody holding the printed receipt may learn (scenario E6); the rest only when the code matches. */
type Checked = {
  match: boolean;
  unit?: string;
  campaign?: string;
  revision?: number;
  submittedMs?: Instant;
  receivedMs?: Instant | null;
  deadlineMs?: Instant;
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
  const { submittedMs: sent, deadlineMs: due } = checked;
  const spare = sent !== undefined && due !== undefined ? due - sent : undefined;
  return (
    <>
      <Banner tone="info" icon="shield-check" title={t('receiptCheck.match')} />
      <dl className="rc">
        {checked.unit && <Row name={t('receiptCheck.unit')}>{checked.unit}</Row>}
        {checked.campaign && <Row name={t('receiptCheck.campaign')}>{checked.campaign}</Row>}
        {checked.revision !== undefined && <Row name={t('receiptCheck.revision')}>{checked.revision}</Row>}
        {sent !== undefined && (
          <Row name={t('receiptCheck.submitted')}>
            <b>{moment(sent, true)}</b>
            {spare !== undefined &&
              (spare > 0
                ? `, ${t('receiptCheck.onTime', { length: length(spare) })}`
                : `, ${t('receiptCheck.late', { length: length(spare) })}`)}
          </Row>
        )}
        <Row name={t('receiptCheck.received')}>
          {checked.receivedMs ? moment(checked.receivedMs, true) : t('receiptCheck.notReceived')}
        </Row>
      </dl>
    </>
  );
};

const ReceiptCheckScreen = () => {
  const { code = '' } = useParams<{ code?: string }>();
  const [query] = useSearchParams();
  const welcome = useWelcome();
  const [number, setNumber] = useState(decodeURIComponent(code));
  const [hash, setHash] = useState(query.get('hash') ?? '');
  const [missing, setMissing] = useState(false);
  const [checked, setChecked] = useState<Checked | undefined>(undefined);
  const check = useAction((input: { number: string; hash: string }) =>
    api.get<Checked>(
      `/api/public/receipts/${encodeURIComponent(input.number)}?hash=${encodeURIComponent(input.hash)}`,
      { whenSignedOut: 'answer' },
    ),
  );
  const send = async (): Promise<void> => {
    const input = { number: number.trim().normalize('NFC'), hash: hash.replace(/\s/g, '').toLowerCase() };
    setChecked(undefined);
    setMissing(!input.number || !input.hash);
    if (!input.number || !input.hash) return;
    const answer = await check.run(input);
    if (answer.ok) setChecked(answer.data);
  };
  useEffect(() => {
    document.title = `${t('receiptCheck.title')} - ${t('common.product')}`;
  });
  // The QR code on the receipt carries both: then the answer comes without a click.
  useEffect(() => {
    if (number && hash) void send();
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
            label={t('receiptCheck.number')}
            hint={t('receiptCheck.numberHint')}
            value={number}
            onText={setNumber}
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
            error={missing ? t('receiptCheck.missing') : undefined}
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
