import type { HistoryAnswer } from '../../../../core/consolidation/answers.ts';
import { plainText } from '../../../../core/kernel/richText.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { View } from '../../../kit/places.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { asWanted, type Section } from './pieces.ts';
import type { SectionDesk } from './useSection.ts';

/** Saved versions of a section; an old one is brought back as a new version, nothing is lost. */
export const HistoryDialog = ({
  campaignId,
  section,
  desk,
  onClose,
}: {
  campaignId: string;
  section: Section;
  desk: SectionDesk;
  onClose: () => void;
}) => {
  const history = useResource<HistoryAnswer>(
    `/api/campaigns/${campaignId}/draft/sections/${section.id}/history`,
  );
  return (
    <Dialog open wide title={t('draft.historyOf', { title: section.title })} onClose={onClose}>
      <View of={history}>
        {(data) => (
          <ol className="hist">
            {data.versions.map((v) => (
              <li key={v.version}>
                <details>
                  <summary>
                    {t('draft.versionBy', { n: v.version, name: v.by, at: moment(v.at, true) })}
                  </summary>
                  <div className="doc">
                    {v.pieces.map((p) => (
                      <p key={p.id}>{p.kind === 'table' ? t('draft.table') : plainText(p.doc)}</p>
                    ))}
                  </div>
                  {section.mayWrite && v.version !== section.version && (
                    <Btn
                      small
                      icon="rotate-ccw"
                      busy={desk.busy}
                      onClick={() => void desk.save(asWanted(v.pieces)).then((ok) => ok && onClose())}
                    >
                      {t('draft.restore')}
                    </Btn>
                  )}
                </details>
              </li>
            ))}
          </ol>
        )}
      </View>
      <div className="acts">
        <Btn onClick={onClose}>{t('common.close')}</Btn>
      </div>
    </Dialog>
  );
};
