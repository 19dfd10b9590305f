import { Btn } from '../../../kit/Btn.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { Archive } from './Archive.tsx';
import '../../registry/registry.css';

/** What an office sends on or keeps: files of the whole campaign. */
export const ExportsPart = ({ campaignId }: { campaignId: string }) => (
  <div className="registry">
    <Sheet
      title={t('exports.totals')}
      note={t('exports.totalsNote')}
      actions={
        <Btn small icon="download" href={`/api/campaigns/${campaignId}/totals.xlsx`} download>
          {t('exports.getExcel')}
        </Btn>
      }
    />
    <Archive campaignId={campaignId} />
  </div>
);
