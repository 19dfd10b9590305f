import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { UnitLine, UnitsAnswer } from '../../../../core/directory/answers.ts';
import type { UnitDetails } from '../../../../core/directory/unitDetails.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { UnitOptions } from '../UnitOptions.tsx';
import { type Draft, EMPTY, readDraft } from './draft.ts';
import { UnitFields } from './UnitFields.tsx';

type Opened = UnitDetails & { parentId: string | null };

const NewUnit = ({ units }: { units: UnitsAnswer }) => {
  const [, go] = useLocation();
  const [parentId, setParentId] = useState(units.units.find((u) => u.depth === 0)?.id ?? '');
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [tried, setTried] = useState(false);
  const open = useAction((input: Opened, key) => api.post<{ unit: UnitLine }>('/api/units', input, { key }));
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const unit = readDraft(draft);
    if (!unit) return;
    const answer = await open.run({ ...unit, parentId: parentId || null });
    if (!answer.ok) return;
    reloadAll('/api/units');
    go(`/quan-tri/don-vi/${answer.data.unit.id}`);
  };
  return (
    <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
      <SelectField label={t('admin.parent')} value={parentId} onText={setParentId}>
        <option value="">{t('admin.parentNone')}</option>
        <UnitOptions units={units.units} />
      </SelectField>
      <UnitFields draft={draft} tried={tried} onDraft={(change) => setDraft((d) => ({ ...d, ...change }))} />
      <FailureNote failure={open.failure} />
      <div className="acts">
        <Btn kind="main" type="submit" busy={open.busy}>
          {t('admin.unitOpen')}
        </Btn>
        <Btn href="/quan-tri/don-vi">{t('common.cancel')}</Btn>
        {tried && !readDraft(draft) && <span className="t-err s13">{t('admin.fillFirst')}</span>}
      </div>
    </form>
  );
};

const NewUnitScreen = () => {
  const units = useResource<UnitsAnswer>('/api/units');
  return (
    <AdminPage title={t('admin.unitNew')}>
      <Sheet pad>
        <View of={units}>{(data) => <NewUnit units={data} />}</View>
      </Sheet>
    </AdminPage>
  );
};

export default NewUnitScreen;
