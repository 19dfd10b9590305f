import { useState } from 'react';
import { type Carried, carriedText, parseCarried, takeCarried } from '../../../../core/report/carry.ts';
import { serverNow } from '../../../http/server-clock.ts';
import { useSession } from '../../../http/session.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { placeKey } from '../../../outbox/entry.ts';
import { change, entriesOf, flush } from '../../../outbox/outbox.ts';
import { moment } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

const sumOf = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
};

const saveAs = (text: string, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/**
 * For a machine without any network: what has not reached the server goes into a file on a USB stick and from it into
 * the same report on another machine. It stays here as well; the server takes each change once.
 */
const Carry = ({ desk, onClose }: { desk: Desk; onClose: () => void }) => {
  const { me } = useSession();
  const report = desk.report.use();
  desk.counts.use();
  const [told, setTold] = useState<{ text: string; bad: boolean }>();
  const unsent = entriesOf(desk.owner);
  const from = { ...desk.owner, template: report.template };

  const write = async (): Promise<void> => {
    const content: Carried = {
      kind: 'cchc.carry',
      version: 1,
      campaignId: from.campaignId,
      unitId: from.unitId,
      template: from.template,
      unit: report.unit.name,
      title: report.campaign.title,
      by: me.name,
      at: Math.floor(serverNow() ?? 0),
      changes: unsent.map((e) =>
        e.what === 'cell'
          ? { what: e.what, form: e.form, row: e.row, column: e.column, cell: e.cell, base: e.base }
          : { what: e.what, section: e.section, kind: e.kind, doc: e.doc ?? null, base: e.base },
      ),
    };
    const file = { content, sha256: await sumOf(carriedText(content)) };
    saveAs(JSON.stringify(file), `bao-cao-chua-gui-${content.at}.json`);
    setTold({ text: t('editor.carryWritten', { n: unsent.length }), bad: false });
  };

  const read = async (file: File): Promise<void> => {
    const parsed = parseCarried(await file.text());
    const sum = parsed && (await sumOf(carriedText(parsed.content)));
    const taken = takeCarried(parsed, sum, from);
    if (!taken.ok || !parsed) {
      if (!taken.ok)
        setTold({ text: refusalText(taken.refusal.code, taken.refusal.details ?? {}), bad: true });
      return;
    }
    // What was typed on this machine and is not sent yet stays as it is.
    const here = new Set(entriesOf(desk.owner).map(placeKey));
    const fresh = taken.facts.filter((c) => !here.has(placeKey(c)));
    change(
      desk.owner,
      fresh.map(({ base, ...to }) => ({ to, base })),
    );
    void flush(desk.owner);
    const { by, at } = parsed.content;
    const kept = taken.facts.length - fresh.length;
    const words = [
      t('editor.carryRead', { n: fresh.length, by, time: moment(at) }),
      kept > 0 && t('editor.carryKept', { n: kept }),
    ];
    setTold({ text: words.filter(Boolean).join(' '), bad: false });
  };

  const able = 'crypto' in globalThis && crypto.subtle !== undefined;
  return (
    <Dialog
      open
      title={t('editor.carry')}
      onClose={onClose}
      actions={<Btn onClick={onClose}>{t('common.close')}</Btn>}
    >
      <p>{t('editor.carryText')}</p>
      <p className="acts">
        <Btn
          icon="download"
          reason={unsent.length === 0 ? t('editor.carryNothing') : able ? undefined : t('editor.carryUnable')}
          onClick={() => void write()}
        >
          {t('editor.carryWrite', { n: unsent.length })}
        </Btn>
        <FilePick
          accept=".json,application/json"
          reason={able ? undefined : t('editor.carryUnable')}
          onFiles={([file]) => void read(file)}
        >
          {t('editor.carryChoose')}
        </FilePick>
      </p>
      {told && (
        <p role={told.bad ? 'alert' : 'status'} className={told.bad ? 't-err' : 't-ok'}>
          {told.text}
        </p>
      )}
    </Dialog>
  );
};
export default Carry;
