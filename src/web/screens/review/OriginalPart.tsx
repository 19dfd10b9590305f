import { shortDay } from '../../../core/kernel/wording.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { inFours } from '../editor/numbering.ts';
import { OriginalSignatures } from '../evidence/OriginalSignatures.tsx';

/** The legal original of what is reviewed, with what its digital signatures say; whoever receives looks at both. */
export const OriginalPart = ({ report }: { report: ReportAnswer }) => {
  const original = report.receipts.find((receipt) => receipt.revision === report.revision)?.original;
  if (!original) return null;
  const { registration } = report;
  const address = `/api/reports/${report.campaign.id}/${report.unit.id}`;
  return (
    <Sheet
      title={t('editor.receiptOriginal')}
      note={
        registration
          ? t('editor.registered', {
              number: registration.number,
              symbol: registration.symbol,
              day: shortDay(registration.day),
            })
          : undefined
      }
      pad
    >
      <p>
        <a href={`${address}/stamped.pdf`} download>
          {original.name}
        </a>
        , {moment(original.at)}
      </p>
      <p className="num s13 sec hash">{inFours(original.hash)}</p>
      <OriginalSignatures address={address} />
    </Sheet>
  );
};
