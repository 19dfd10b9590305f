import { type ComponentType, useState } from 'react';
import { Btn } from '../../../kit/Btn.tsx';
import type { IconName } from '../../../kit/icons.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

type Screen = ComponentType<{ desk: Desk; onClose: () => void }>;

type Opens = {
  desk: Desk;
  icon: IconName;
  label: string;
  load: () => Promise<{ default: Screen }>;
};

/** What works with files comes as a part of its own, so that typing waits for nothing. */
const FileButton = ({ desk, icon, label, load }: Opens) => {
  const [screen, setScreen] = useState<{ readonly Dialog: Screen } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  if (!desk.report.use().may.includes('edit')) return null;
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const { default: Dialog } = await load();
      setScreen({ Dialog });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Btn small kind="quiet" icon={icon} className="phone-hide" busy={busy} onClick={() => void open()}>
        {label}
      </Btn>
      {screen && <screen.Dialog desk={desk} onClose={() => setScreen(undefined)} />}
    </>
  );
};

/** For units that write in Word. */
export const FromFileButton = ({ desk }: { desk: Desk }) => (
  <FileButton desk={desk} icon="file-up" label={t('editor.fromFile')} load={() => import('./FromFile.tsx')} />
);

/** For machines without network. */
export const CarryButton = ({ desk }: { desk: Desk }) => (
  <FileButton desk={desk} icon="folder" label={t('editor.carry')} load={() => import('./Carry.tsx')} />
);
