import { useState } from 'react';
import type {
  CampaignAnswer,
  VersionAnswer,
  VersionRequestAnswer,
} from '../../../../core/campaign/answers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { RequestParts } from '../draft/RequestParts.tsx';
import { NO_LETTER } from '../letter/numbered.ts';
import { useEnds } from '../letter/useEnds.ts';
import './amend.css';
import { VersionWords } from './VersionWords.tsx';

const nameOf = (version: Pick<VersionAnswer, 'number'>): string =>
  version.number === 1 ? t('amend.versionFirst') : t('amend.versionN', { n: version.number - 1 });

const Whole = ({ campaign, number }: { campaign: CampaignAnswer; number: number }) => {
  const version = useResource<VersionRequestAnswer>(`/api/campaigns/${campaign.id}/versions/${number}`);
  const ends = useEnds();
  return (
    <View of={version}>
      {(data) => (
        <div className="draft">
          <RequestParts
            campaign={{ ...campaign, advice: null }}
            request={data.request}
            letter={undefined}
            numbered={NO_LETTER}
            ends={ends}
            settled={false}
            edit={undefined}
          />
        </div>
      )}
    </View>
  );
};

/** Every version of what was issued, the newest first; each can be read whole. */
export const VersionsSheet = ({ campaign }: { campaign: CampaignAnswer }) => {
  const [open, setOpen] = useState<VersionAnswer | undefined>(undefined);
  if (campaign.versions.length < 2) return null;
  return (
    <Sheet title={t('amend.versions')} count={campaign.versions.length - 1}>
      <ol className="versions">
        {[...campaign.versions].reverse().map((version) => (
          <li key={version.number}>
            <p>
              <b>{nameOf(version)}</b>{' '}
              {version.number === campaign.requestVersion && (
                <span className="tag">{t('amend.versionNow')}</span>
              )}
            </p>
            <VersionWords version={version} />
            <Btn small kind="quiet" icon="file-text" onClick={() => setOpen(version)}>
              {t('amend.versionSee')}
            </Btn>
          </li>
        ))}
      </ol>
      <Dialog
        wide
        open={open !== undefined}
        title={open ? t('amend.versionTitle', { version: nameOf(open).toLowerCase() }) : ''}
        onClose={() => setOpen(undefined)}
        actions={<Btn onClick={() => setOpen(undefined)}>{t('requests.leave')}</Btn>}
      >
        {open && <Whole campaign={campaign} number={open.number} />}
      </Dialog>
    </Sheet>
  );
};
