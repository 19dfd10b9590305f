import { t } from '../texts/text.ts';
import { Btn } from './Btn.tsx';

/** A document to look at and print (PDF), and the same as a working copy (Word). */
export const Paper = ({
  of,
  label,
  small,
  reason,
}: {
  of: string;
  label: string;
  small?: boolean;
  reason?: string | undefined;
}) => (
  <>
    <Btn small={small} icon="printer" href={`${of}.pdf`} download reason={reason}>
      {label}
    </Btn>
    <Btn small={small} kind="quiet" icon="download" href={`${of}.docx`} download reason={reason}>
      {t('common.word')}
    </Btn>
  </>
);
