import { useState } from 'react';
import type { FactorDemandAnswer } from '../../../../core/access/answers.ts';
import type { Role } from '../../../../core/directory/roles.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { CheckField } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { ROLE_WORDS } from '../words.ts';

const PATH = '/api/access/second-factor';

const Choice = ({ now, onClose }: { now: FactorDemandAnswer; onClose: () => void }) => {
  const [chosen, setChosen] = useState<ReadonlySet<Role>>(
    () => new Set(now.roles.filter((line) => line.demanded).map((line) => line.role)),
  );
  const save = useAction((input: { roles: Role[] }, key) =>
    api.put<FactorDemandAnswer>(PATH, input, { key }),
  );
  const choose = (role: Role, checked: boolean): void => {
    const roles = new Set(chosen);
    if (checked) roles.add(role);
    else roles.delete(role);
    setChosen(roles);
  };
  return (
    <div className="stack">
      <p className="sec">{t('admin.factorText')}</p>
      {now.roles.map(({ role, people, set }) => (
        <CheckField
          key={role}
          label={
            <>
              {t(ROLE_WORDS[role])} <span className="mut s13">{t('admin.factorSet', { set, people })}</span>
            </>
          }
          checked={chosen.has(role)}
          onCheck={(checked) => choose(role, checked)}
        />
      ))}
      <FailureNote failure={save.failure} />
      <div className="acts">
        <Btn
          kind="main"
          busy={save.busy}
          onClick={() =>
            void save.run({ roles: [...chosen] }).then((answer) => {
              if (!answer.ok) return;
              reloadAll(PATH);
              onClose();
            })
          }
        >
          {t('common.save')}
        </Btn>
        <Btn onClick={onClose}>{t('common.cancel')}</Btn>
      </div>
    </div>
  );
};

/** Of which roles the office asks for a second factor. */
export const FactorDialog = ({ onClose }: { onClose: () => void }) => {
  const now = useResource<FactorDemandAnswer>(PATH);
  return (
    <Dialog open title={t('admin.factor')} onClose={onClose}>
      <View of={now}>{(answer) => <Choice now={answer} onClose={onClose} />}</View>
    </Dialog>
  );
};
