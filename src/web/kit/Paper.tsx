import { t } from '../texts/text.ts';
import { Btn } from './Btn.tsx';

/** A document to look at and print (PDF), and the same as a working copy (Word). */
export const Paper = ({
  of,
  query = '',
  label,
  small,
  reason,
}: {
  of: string;
  /** '?year=2023' */
  query?: string;
  label: string;
  small?: boolean;
  reason?: string | undefined;
}) => (
  <>
    <Btn small={small} icon="printer" href={`${of}.pdf${query}`} download reason={reason}>
      {label}
    </Btn>
    <Btn small={small} kind="quiet" icon="download" href={`${of}.docx${query}`} download reason={reason}>
      {t('common.word')}
    </Btn>
  </>
);
