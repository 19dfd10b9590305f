import { type ComponentType, useState } from 'react';
import { Btn } from '../../../kit/Btn.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

type Screen = ComponentType<{ desk: Desk; onClose: () => void }>;

/** Figures by way of a spreadsheet: a part of its own, so that typing waits for nothing. */
export const ExcelButton = ({ desk }: { desk: Desk }) => {
  const [screen, setScreen] = useState<{ readonly Dialog: Screen } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  if (!desk.report.use().may.includes('edit')) return null;
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const { default: Dialog } = await import('./ExcelDialog.tsx');
      setScreen({ Dialog });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Btn
        small
        kind="quiet"
        icon="file-spreadsheet"
        className="phone-hide"
        busy={busy}
        onClick={() => void open()}
      >
        {t('excel.button')}
      </Btn>
      {screen && <screen.Dialog desk={desk} onClose={() => setScreen(undefined)} />}
    </>
  );
};
