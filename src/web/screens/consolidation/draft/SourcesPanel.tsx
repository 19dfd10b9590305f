import { useState } from 'react';
import type { SourcesAnswer } from '../../../../core/consolidation/answers.ts';
import type { UnitSource, WantedPiece } from '../../../../core/consolidation/draft.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { t } from '../../../texts/text.ts';
import { docOf, holderOf, type Section, sourcesOfGroup, wordsPiece } from './pieces.ts';

const ROLE: Readonly<Record<string, PlainKey>> = { lead: 'draft.roleLead', partner: 'draft.rolePartner' };

type Take = (pieces: readonly WantedPiece[]) => void;

/** What a lead or partner wrote, paragraph by paragraph. */
const Texts = ({
  text,
  section,
  mayWrite,
  onTake,
}: {
  text: SourcesAnswer['texts'][number];
  section: Section;
  mayWrite: boolean;
  onTake: Take;
}) => {
  const blocks = text.blocks.map((b) => ({
    ...b,
    source: {
      kind: 'unit',
      unitId: text.unitId,
      section: text.section,
      role: text.role,
      quote: b.quote,
    } as UnitSource,
  }));
  const open = blocks.filter((b) => !holderOf(section.pieces, b.source));
  return (
    <li>
      <p>
        <Icon name={open.length === 0 ? 'check' : 'plus'} /> <b>{text.name}</b>,{' '}
        {t(ROLE[text.role] ?? 'draft.roleLead')}
      </p>
      <p className="s13 sec">
        {t('draft.blocksUsed', { used: blocks.length - open.length, n: blocks.length })}
      </p>
      {open.length > 0 && <p className="doc quo">“{open[0]?.quote.slice(0, 220)}”</p>}
      {open.length > 0 && mayWrite && (
        <Btn small onClick={() => onTake(open.map((b) => wordsPiece(b.doc, [b.source])))}>
          {t('draft.takeAll')}
        </Btn>
      )}
    </li>
  );
};

const NAMED = 4;

/** One sentence that one or many units wrote: taken with all of them as its source, or already in. */
const Group = ({
  group,
  section,
  mayWrite,
  onTake,
  onDrop,
}: {
  group: SourcesAnswer['groups'][number];
  section: Section;
  mayWrite: boolean;
  onTake: Take;
  onDrop: (unitId: string, pieceId: string) => void;
}) => {
  const sources = sourcesOfGroup(group);
  const holder = sources.map((s) => holderOf(section.pieces, s)).find((p) => p !== undefined);
  const names = [...new Set(group.sentences.map((s) => s.name))];
  const only = sources[0];
  return (
    <li className={holder ? 'used' : undefined}>
      <p>
        <Icon name={holder ? 'check' : 'plus'} />{' '}
        <b>{names.length === 1 ? names[0] : t('draft.sameWords', { n: names.length })}</b>
      </p>
      {names.length > 1 && (
        <p className="s13 sec">
          {names.slice(0, NAMED).join(', ')}
          {names.length > NAMED && ` ${t('draft.andMore', { n: names.length - NAMED })}`}
        </p>
      )}
      <p className="doc quo">“{group.text}”</p>
      {group.figuresDiffer && <p className="s12 t-warn">{t('draft.figuresDiffer')}</p>}
      {mayWrite && !holder && (
        <Btn small onClick={() => onTake([wordsPiece(docOf(group.text), sources)])}>
          {t('draft.take')}
        </Btn>
      )}
      {mayWrite && holder && names.length === 1 && only && (
        <Btn small kind="quiet" onClick={() => onDrop(only.unitId, holder.id)}>
          {t('draft.drop')}
        </Btn>
      )}
    </li>
  );
};

/** Everything that units wrote for this section, used or not, at the side of the text (G4). */
export const SourcesPanel = ({
  campaignId,
  section,
  onTake,
  onDrop,
}: {
  campaignId: string;
  section: Section;
  onTake: Take;
  onDrop: (unitId: string, pieceId: string) => void;
}) => {
  const [find, setFind] = useState('');
  const query = find.trim().length > 1 ? `?find=${encodeURIComponent(find.trim())}` : '';
  const sources = useResource<SourcesAnswer>(
    `/api/campaigns/${campaignId}/draft/sections/${section.id}/sources${query}`,
  );
  const fill = useAction((_: null, key) =>
    api.post(`/api/campaigns/${campaignId}/draft/fill`, { section: section.id }, { key }),
  );
  const begin = async (): Promise<void> => {
    if ((await fill.run(null)).ok) reloadAll(`/api/campaigns/${campaignId}/draft`);
  };
  return (
    <section className="sheet srcp" aria-labelledby="sources-title">
      <header>
        <h2 id="sources-title">{t('draft.sources')}</h2>
        {sources.data && (
          <p className="sec s13">
            {t('draft.sourcesCount', {
              n: sources.data.groups.length + sources.data.more,
              units: sources.data.read,
            })}
          </p>
        )}
      </header>
      <div className="pad">
        <TextField label={t('draft.findWords')} value={find} onText={setFind} type="search" />
        {section.version === 0 && section.mayWrite && (
          <Btn small icon="file-text" busy={fill.busy} onClick={() => void begin()}>
            {t('draft.begin')}
          </Btn>
        )}
        <FailureNote failure={fill.failure} />
      </div>
      <View of={sources}>
        {(data) =>
          data.texts.length + data.groups.length === 0 ? (
            <Empty icon="inbox" title={t('draft.noSources')}>
              {t('draft.noSourcesText')}
            </Empty>
          ) : (
            <ul className="srcl">
              {data.texts.map((text) => (
                <Texts
                  key={`${text.unitId}/${text.section}`}
                  text={text}
                  section={section}
                  mayWrite={section.mayWrite}
                  onTake={onTake}
                />
              ))}
              {data.groups.map((group) => (
                <Group
                  key={`${group.sentences[0]?.unitId}/${group.text}`}
                  group={group}
                  section={section}
                  mayWrite={section.mayWrite}
                  onTake={onTake}
                  onDrop={onDrop}
                />
              ))}
              {data.more > 0 && <li className="sec s13">{t('draft.moreGroups', { n: data.more })}</li>}
            </ul>
          )
        }
      </View>
    </section>
  );
};
