import type { EvidenceDetails } from '../../../core/evidence/document.ts';
import { DayField } from '../../kit/DayField.tsx';
import { TextField } from '../../kit/Field.tsx';
import { t } from '../../texts/text.ts';

export const NO_DETAILS: EvidenceDetails = { number: '', day: null, issuer: '', abstract: '', pages: null };

/** How the document is cited, as it stands on the paper. */
export const DetailFields = ({
  details,
  onDetails,
}: {
  details: EvidenceDetails;
  onDetails: (details: EvidenceDetails) => void;
}) => {
  const set = (part: Partial<EvidenceDetails>): void => onDetails({ ...details, ...part });
  return (
    <div className="ev-fields">
      <TextField
        label={t('evidence.abstract')}
        required
        value={details.abstract}
        maxLength={500}
        onText={(abstract) => set({ abstract })}
      />
      <TextField
        label={t('evidence.number')}
        hint={t('evidence.numberHint')}
        value={details.number}
        maxLength={60}
        onText={(number) => set({ number })}
      />
      <DayField
        label={t('evidence.day')}
        day={details.day ?? undefined}
        onDay={(day) => set({ day: day ?? null })}
      />
      <TextField
        label={t('evidence.issuer')}
        value={details.issuer}
        maxLength={300}
        onText={(issuer) => set({ issuer })}
      />
      <TextField
        label={t('evidence.pages')}
        inputMode="numeric"
        figures
        value={details.pages === null ? '' : String(details.pages)}
        onText={(text) => {
          const pages = Number.parseInt(text, 10);
          set({ pages: pages >= 1 && pages <= 10_000 ? pages : null });
        }}
      />
    </div>
  );
};
