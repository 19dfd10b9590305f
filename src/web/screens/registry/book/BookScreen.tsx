import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { OutgoingLine, RegisterAnswer } from '../../../../core/registry/answers.ts';
import { Page } from '../../../frame/Page.tsx';
import { useResource } from '../../../http/useResource.ts';
import { Btn, IconBtn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AfterActions } from './After.tsx';
import { Books } from './Books.tsx';
import { Pending } from './Pending.tsx';
import { Proposals } from './Proposals.tsx';
import { KIND_WORDS, numberWords, PURPOSE_WORDS, relationWords } from './words.ts';
import '../registry.css';

const placeOf = (one: OutgoingLine): string | undefined =>
  one.campaignId === null
    ? one.roundId === null
      ? undefined
      : `/chi-so/${one.roundId}`
    : one.purpose === 'report' && one.aboutUnitId
      ? `/bao-cao/${one.campaignId}/${one.aboutUnitId}`
      : one.purpose === 'request'
        ? `/yeu-cau/${one.campaignId}`
        : undefined;

const Line = ({ one, onDone }: { one: OutgoingLine; onDone: () => void }) => {
  const place = placeOf(one);
  const about = one.aboutUnit && one.purpose !== 'report' ? ` (${one.aboutUnit})` : '';
  return (
    <tr>
      <th scope="row" className="num">
        {numberWords(one)}
      </th>
      <td className="num" data-l={t('registry.day')}>
        {one.day && shortDay(one.day)}
      </td>
      <td data-l={t('registry.kind')}>{t(KIND_WORDS[one.kind])}</td>
      <td data-l={t('registry.subject')}>
        {place ? (
          <Link className="name" href={place}>
            {one.subject}
          </Link>
        ) : (
          one.subject
        )}
        <span className="s13 sec">
          {' '}
          {t(PURPOSE_WORDS[one.purpose])}
          {about}
        </span>
        {one.of && <p className="s13">{relationWords(one.of, 'of')}</p>}
        {one.by.map((other) => (
          <p className="s13" key={other.id}>
            {relationWords(other, 'by')}
          </p>
        ))}
      </td>
      <td data-l={t('registry.givenBy')}>
        {one.issuedAt !== null &&
          t('registry.given', { who: one.issuedBy ?? t('registry.before'), at: moment(one.issuedAt) })}
        {one.fromBook && <span className="s13 sec"> {t('registry.fromBook')}</span>}
      </td>
      <td>
        <AfterActions one={one} onDone={onDone} />
      </td>
    </tr>
  );
};

const Documents = ({ register, onDone }: { register: RegisterAnswer; onDone: () => void }) => {
  const documents = register.documents.filter((one) => one.state === 'issued');
  return (
    <Sheet
      title={t('registry.outgoing', { year: String(register.year) })}
      count={documents.length}
      actions={
        documents.length > 0 && (
          <Btn
            small
            kind="quiet"
            icon="download"
            href={`/api/registry/outgoing.xlsx?unitId=${register.unit.id}&year=${register.year}`}
            download
          >
            {t('registry.excel')}
          </Btn>
        )
      }
    >
      {documents.length === 0 ? (
        <Empty title={t('registry.outgoingNone')}>{t('registry.outgoingNoneText')}</Empty>
      ) : (
        <Table caption={t('registry.outgoing', { year: String(register.year) })} className="edge fold">
          <thead>
            <tr>
              <th scope="col">{t('registry.number')}</th>
              <th scope="col">{t('registry.day')}</th>
              <th scope="col">{t('registry.kind')}</th>
              <th scope="col">{t('registry.subject')}</th>
              <th scope="col">{t('registry.givenBy')}</th>
              <th scope="col">
                <span className="vh">{t('registry.after')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.map((one) => (
              <Line key={one.id} one={one} onDone={onDone} />
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
};

/** Sổ văn bản đi: what left with a number, who gave it, and who keeps the book. */
const BookScreen = () => {
  const { unitId: named } = useParams<{ unitId?: string }>();
  const [unitId, setUnitId] = useState<string | undefined>(named);
  const [year, setYear] = useState<number | undefined>(undefined);
  const query = new URLSearchParams({
    ...(unitId ? { unitId } : {}),
    ...(year ? { year: String(year) } : {}),
  }).toString();
  const register = useResource<RegisterAnswer>(`/api/registry${query ? `?${query}` : ''}`);
  return (
    <Page title={t('registry.bookTitle')} note={t('registry.bookNote')}>
      <View of={register}>
        {(data) => (
          <div className="registry">
            <div className="row choose">
              <SelectField label={t('registry.body')} value={data.unit.id} onText={setUnitId}>
                {data.units.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </SelectField>
              <div className="year">
                <IconBtn
                  icon="chevron-left"
                  label={t('registry.yearBefore')}
                  onClick={() => setYear(data.year - 1)}
                />
                <b className="num">{data.year}</b>
                <IconBtn
                  icon="chevron-right"
                  label={t('registry.yearAfter')}
                  onClick={() => setYear(data.year + 1)}
                />
              </div>
              {data.may.includes('keep') && (
                <Btn icon="settings" href={`/van-thu/the-thuc/${data.unit.id}`}>
                  {t('registry.openStyle')}
                </Btn>
              )}
            </div>
            <Pending register={data} onDone={register.reload} />
            <Proposals register={data} onDone={register.reload} />
            <Books
              key={`${data.unit.id}-${data.year}`}
              register={data}
              onDone={(answer) => void register.mutate(answer, { revalidate: false })}
            />
            <Documents register={data} onDone={register.reload} />
          </div>
        )}
      </View>
    </Page>
  );
};

export default BookScreen;
