import { Btn } from '../../kit/Btn.tsx';
import { Paper } from '../../kit/Paper.tsx';
import { t } from '../../texts/text.ts';

/** What stands on the screen, to take along: on paper, as a working copy, as a spreadsheet. */
export const Takeaway = ({ of, query = '' }: { of: string; query?: string }) => (
  <>
    <Paper of={of} query={query} label={t('scoring.print')} />
    <Btn kind="quiet" icon="file-spreadsheet" href={`${of}.xlsx${query}`} download>
      {t('scoring.excel')}
    </Btn>
  </>
);
