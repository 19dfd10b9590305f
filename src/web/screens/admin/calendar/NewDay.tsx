import { type FormEvent, useState } from 'react';
import type { CalendarDay } from '../../../../core/directory/setCalendar.ts';
import { partsOfDay } from '../../../../core/kernel/instant.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { typedDay } from '../words.ts';

export const NewDay = ({
  year,
  taken,
  busy,
  onAdd,
}: {
  year: number;
  taken: readonly string[];
  busy: boolean;
  /** Whether it was saved: what was typed goes only then. */
  onAdd: (day: CalendarDay) => Promise<boolean>;
}) => {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<CalendarDay['kind']>('holiday');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const day = typedDay(text);
  const wrong = (): string | undefined => {
    if (day === null) return t('admin.dayMissing');
    if (day === undefined) return t('time.dayUnread');
    if (partsOfDay(day).year !== year) return t('admin.dayOtherYear', { year: String(year) });
    return taken.includes(day) ? refusalText('directory.dayTwice', { day }) : undefined;
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!day || wrong()) return;
    if (!(await onAdd({ day, kind, name: name.trim().normalize('NFC') }))) return;
    setTried(false);
    setText('');
    setName('');
  };
  return (
    <form className="pad new-day" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={t('admin.day')}
        hint={t('time.dayForm')}
        value={text}
        onText={setText}
        inputMode="numeric"
        figures
        required
        error={tried ? wrong() : undefined}
      />
      <SelectField
        label={t('admin.dayKind')}
        value={kind}
        onText={(chosen) => setKind(chosen === 'holiday' ? 'holiday' : 'worked-weekend')}
      >
        <option value="holiday">{t('admin.holiday')}</option>
        <option value="worked-weekend">{t('admin.workedWeekend')}</option>
      </SelectField>
      <TextField label={t('admin.dayName')} value={name} onText={setName} maxLength={200} />
      <Btn type="submit" icon="plus" busy={busy}>
        {t('admin.dayAdd')}
      </Btn>
    </form>
  );
};
