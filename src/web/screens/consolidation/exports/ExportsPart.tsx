import { Archive } from './Archive.tsx';
import '../../registry/registry.css';

/** What an office sends on or keeps: files of the whole campaign. */
export const ExportsPart = ({ campaignId }: { campaignId: string }) => (
  <div className="registry">
    <Archive campaignId={campaignId} />
  </div>
);
