import { useEffect, useRef, useState } from 'react';
import { connection } from '../../../http/connection.ts';
import { Icon } from '../../../kit/Icon.tsx';
import type { IconName } from '../../../kit/icons.ts';
import { outboxStatus } from '../../../outbox/outbox.ts';
import { clockText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

const SPOKEN_EVERY_MS = 10_000;

/** "Đã lưu 09:12:04", "Đang lưu…", "2 ô chờ mạng", "1 ô bị từ chối". Spoken at most every ten seconds. */
export const SaveState = ({ desk }: { desk: Desk }) => {
  const savedAt = outboxStatus.use((s) => s.savedAt);
  const online = connection.use((c) => c.online);
  const { waiting, conflicts, refused } = desk.counts.use();
  const may = desk.report.use((r) => r.may);
  const words = [
    waiting > 0 && (online ? t('editor.saving') : t('editor.waitingCells', { n: waiting })),
    refused > 0 && t('editor.refusedCells', { n: refused }),
    conflicts > 0 && t('editor.conflictCells', { n: conflicts }),
    waiting === 0 &&
      (savedAt === undefined
        ? refused + conflicts === 0 && t('editor.savedNothing')
        : t('editor.savedAt', { time: clockText(savedAt, true) })),
  ]
    .filter(Boolean)
    .join(' · ');
  const icon: IconName =
    refused > 0 ? 'cloud-off' : conflicts > 0 ? 'users' : waiting > 0 ? 'cloud-upload' : 'cloud-check';
  const [spoken, setSpoken] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(1000, last.current + SPOKEN_EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setSpoken(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words]);
  // Nothing is being written: a locked page says so elsewhere.
  if (!may.includes('edit') && waiting + refused + conflicts === 0) return <span className="save" />;
  return (
    <>
      <p className={`save${refused + conflicts > 0 ? ' bad' : ''}`}>
        <Icon name={icon} />
        <span>{words}</span>
      </p>
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  );
};
