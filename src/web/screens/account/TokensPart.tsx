import { type FormEvent, useState } from 'react';
import type { TokenLine } from '../../../core/access/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { SelectField, TextField } from '../../kit/Field.tsx';
import { Empty, FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** Real time, in days; the server refuses more than a year. */
const DAYS = [30, 90, 180, 365] as const;

const NewToken = ({ onMade }: { onMade: (secret: string) => void }) => {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [missing, setMissing] = useState(false);
  const create = useAction((input: { name: string; days: number }, key) =>
    api.post<{ token: string }>('/api/me/tokens', input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(!name.trim());
    if (!name.trim()) return;
    const answer = await create.run({ name: name.trim().normalize('NFC'), days: Number(days) });
    if (!answer.ok) return;
    setName('');
    onMade(answer.data.token);
  };
  return (
    <form className="pad" onSubmit={(event) => void send(event)} noValidate>
      <div className="new-token">
        <TextField
          label={t('account.tokenName')}
          value={name}
          onText={setName}
          maxLength={100}
          error={missing ? t('account.tokenNameMissing') : undefined}
        />
        <SelectField label={t('account.tokenDays')} value={days} onText={setDays}>
          {DAYS.map((n) => (
            <option key={n} value={n}>
              {t('account.tokenDaysOf', { n })}
            </option>
          ))}
        </SelectField>
        <Btn type="submit" icon="plus" busy={create.busy}>
          {t('account.tokenCreate')}
        </Btn>
      </div>
      <FailureNote failure={create.failure} />
    </form>
  );
};

export const TokensPart = () => {
  const tokens = useResource<{ tokens: readonly TokenLine[] }>('/api/me/tokens');
  const [secret, setSecret] = useState<string | undefined>(undefined);
  const [copied, setCopied] = useState(false);
  const revoke = useAction((input: { id: string }, key) =>
    api.del(`/api/me/tokens/${input.id}`, undefined, { key }),
  );
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(secret ?? '');
    setCopied(true);
  };
  return (
    <Sheet title={t('account.tokens')} note={t('account.tokensText')}>
      {secret && (
        <div className="pad stack" role="status">
          <p>{t('account.tokenOnce')}</p>
          <p className="secret">{secret}</p>
          <Btn small icon="copy" onClick={() => void copy()}>
            {copied ? t('account.copied') : t('account.copy')}
          </Btn>
        </div>
      )}
      <View of={tokens}>
        {({ tokens: list }) =>
          list.length === 0 ? (
            <Empty icon="key-round" title={t('account.tokenNone')} />
          ) : (
            <Table caption={t('account.tokens')} className="tokens fold edge">
              <thead>
                <tr>
                  <th scope="col">{t('account.tokenName')}</th>
                  <th scope="col">{t('account.tokenCreated')}</th>
                  <th scope="col">{t('account.tokenExpires')}</th>
                  <th scope="col">{t('account.tokenUsed')}</th>
                  <th scope="col">
                    <span className="vh">{t('account.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((token) => (
                  <tr key={token.id}>
                    <th scope="row">{token.name}</th>
                    <td className="s13" data-l={t('account.tokenCreated')}>
                      {moment(token.createdAt)}
                    </td>
                    <td className="s13" data-l={t('account.tokenExpires')}>
                      {moment(token.expiresAt)}
                    </td>
                    <td className="s13" data-l={t('account.tokenUsed')}>
                      {token.lastUsedAt ? moment(token.lastUsedAt) : t('account.tokenNever')}
                    </td>
                    <td>
                      <Btn
                        small
                        kind="danger"
                        busy={revoke.busy}
                        aria-label={t('account.tokenRevokeOf', { name: token.name })}
                        onClick={() => void revoke.run({ id: token.id }).then(() => tokens.reload())}
                      >
                        {t('account.tokenRevoke')}
                      </Btn>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </View>
      <FailureNote failure={revoke.failure} />
      <NewToken
        onMade={(made) => {
          setSecret(made);
          setCopied(false);
          tokens.reload();
        }}
      />
    </Sheet>
  );
};
