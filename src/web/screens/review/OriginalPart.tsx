import type { ReportAnswer } from '../../../core/report/answers.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { OriginalSignatures } from '../evidence/OriginalSignatures.tsx';

/** The legal original of what is reviewed, with what its digital signatures say; whoever receives looks at both. */
export const OriginalPart = ({ report }: { report: ReportAnswer }) => {
  const original = report.receipts.find((receipt) => receipt.revision === report.revision)?.original;
  if (!original) return null;
  const address = `/api/reports/${report.campaign.id}/${report.unit.id}`;
  return (
    <Sheet title={t('editor.receiptOriginal')} pad>
      <p>
        <a href={`${address}/stamped.pdf`} download>
          {original.name}
        </a>
        , {moment(original.at)}
      </p>
      <OriginalSignatures address={address} />
    </Sheet>
  );
};
