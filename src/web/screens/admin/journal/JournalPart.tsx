import { useState } from 'react';
import type { JournalAnswer, JournalChoices, JournalLine } from '../../../../core/audit/answers.ts';
import { dayOfInstant } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { LoadingRows, Table } from '../../../kit/Table.tsx';
import { clockText, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { detailsOf } from './details.ts';
import { type Filter, Filters, NO_FILTER } from './Filters.tsx';
import { typeWords } from './types.ts';
import { VerifyPart } from './VerifyPart.tsx';
import './journal.css';

const Heads = () => (
  <thead>
    <tr>
      <th scope="col">{t('journal.when')}</th>
      <th scope="col">{t('journal.who')}</th>
      <th scope="col">{t('journal.what')}</th>
      <th scope="col">{t('journal.where')}</th>
    </tr>
  </thead>
);

const Line = ({ line, names }: { line: JournalLine; names: JournalAnswer['names'] }) => {
  const details = detailsOf(line, names);
  return (
    <tr>
      <td className="s13 nw at" title={t('journal.recorded', { moment: moment(line.recordedAt, true) })}>
        {clockText(line.at, true)} {shortDay(dayOfInstant(line.at))}
      </td>
      <td className="who">
        {line.actor?.name ?? t(line.origin === null ? 'journal.program' : 'journal.nobodyKnown')}
        {line.origin && <p className="mut s12 nw">{t('journal.fromAddress', { address: line.origin })}</p>}
      </td>
      <td>
        <b>{typeWords(line.type)}</b>
        {details && <p className="sec s13">{details}</p>}
      </td>
      <td className="s13">
        {line.unit?.name}
        {line.campaign && <p className="mut s12">{line.campaign.name}</p>}
      </td>
    </tr>
  );
};

const pathOf = (filter: Filter, before: string | undefined): string => {
  const asked = Object.entries({ ...filter, before: before ?? '' }).filter(([, value]) => value !== '');
  return `/api/journal?${new URLSearchParams([...asked, ['limit', '50']]).toString()}`;
};

/** What an address may ask for: /nhat-ky?unitId=… leads from a unit to its own journal. */
const fromAddress = (): Filter => {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, asked.get(name) ?? ''])) as Filter;
};

export const JournalPart = () => {
  const [filter, setFilter] = useState<Filter>(fromAddress);
  // The way back: each page is known by the fact before which it begins.
  const [pages, setPages] = useState<readonly string[]>([]);
  const choices = useResource<JournalChoices>('/api/journal/choices');
  const journal = useResource<JournalAnswer>(pathOf(filter, pages.at(-1)));
  const change = (part: Partial<Filter>): void => {
    setPages([]);
    setFilter((f) => ({ ...f, ...part }));
  };
  return (
    <View of={choices}>
      {(known) => (
        <div className="journal">
          {known.may.includes('verify') && <VerifyPart />}
          <Filters choices={known} filter={filter} onFilter={change} />
          <Sheet>
            <View
              of={journal}
              loading={
                <Table caption={t('journal.title')} className="edge">
                  <Heads />
                  <LoadingRows columns={4} rows={12} />
                </Table>
              }
            >
              {({ facts, names, next }) =>
                facts.length === 0 ? (
                  <Empty icon="history" title={t('journal.none')}>
                    {t('journal.noneText')}
                  </Empty>
                ) : (
                  <>
                    {facts.some((line) => line.depth === 'outline') && (
                      <p className="pad sec s13">{t('journal.outline')}</p>
                    )}
                    <Table caption={t('journal.title')} className="edge fold lines-of">
                      <Heads />
                      <tbody>
                        {facts.map((line) => (
                          <Line key={line.id} line={line} names={names} />
                        ))}
                      </tbody>
                    </Table>
                    {(pages.length > 0 || next) && (
                      <div className="pages">
                        {pages.length > 0 && (
                          <Btn icon="chevron-left" onClick={() => setPages((p) => p.slice(0, -1))}>
                            {t('journal.newer')}
                          </Btn>
                        )}
                        {next && (
                          <Btn iconEnd="chevron-right" onClick={() => setPages((p) => [...p, next])}>
                            {t('journal.older')}
                          </Btn>
                        )}
                      </div>
                    )}
                  </>
                )
              }
            </View>
          </Sheet>
        </div>
      )}
    </View>
  );
};
