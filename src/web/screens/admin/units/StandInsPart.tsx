import { useState } from 'react';
import type { PersonLine, StandInLine, UnitLine } from '../../../../core/directory/answers.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { Confirm } from '../Confirm.tsx';
import { daysWords } from '../words.ts';
import { NameStandIn } from './NameStandIn.tsx';

const reload = (): void => {
  reloadAll('/api/units');
  reloadAll('/api/people');
};

export const StandInsPart = ({
  unit,
  people,
  standIns,
}: {
  unit: UnitLine;
  people: readonly PersonLine[];
  standIns: readonly StandInLine[];
}) => {
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<StandInLine | undefined>(undefined);
  const end = useAction((input: { id: string }, key) =>
    api.del(`/api/stand-ins/${input.id}`, undefined, { key }),
  );
  const signers = people.filter((p) =>
    p.posts.some((post) => post.unitId === unit.id && post.role === 'signer'),
  );
  return (
    <Sheet
      title={t('admin.standIns')}
      count={standIns.length}
      actions={
        <Btn
          small
          icon="plus"
          onClick={() => setNaming(true)}
          reason={signers.length === 0 ? t('admin.standInNoSigner') : undefined}
        >
          {t('admin.standInName')}
        </Btn>
      }
    >
      {standIns.length === 0 ? (
        <Empty icon="signature" title={t('admin.standInNone')} />
      ) : (
        <ul className="lines">
          {standIns.map((s) => (
            <li key={s.id}>
              <b>{s.personName}</b>
              <p className="sec s13">
                {t('admin.standInFor')} {s.forPersonName}, {daysWords(s.fromDay, s.toDay)}
              </p>
              <p className="sec s13">
                {t('admin.standInBy', { number: s.documentNumber, day: shortDay(s.documentDay) })}
              </p>
              {s.may.includes('end') && (
                <Btn small kind="danger" onClick={() => setEnding(s)}>
                  {t('admin.end')}
                </Btn>
              )}
            </li>
          ))}
        </ul>
      )}
      {naming && (
        <NameStandIn
          unit={unit}
          people={people}
          signers={signers}
          onClose={() => setNaming(false)}
          onNamed={() => {
            setNaming(false);
            reload();
          }}
        />
      )}
      {ending && (
        <Confirm
          title={t('admin.standInEnd')}
          action={t('admin.end')}
          busy={end.busy}
          failure={end.failure}
          onClose={() => {
            end.clear();
            setEnding(undefined);
          }}
          onDo={() =>
            void end.run({ id: ending.id }).then((answer) => {
              if (!answer.ok) return;
              setEnding(undefined);
              reload();
            })
          }
        >
          <p>
            {t('admin.standInEndText', {
              person: ending.personName,
              other: ending.forPersonName,
              unit: ending.unitName,
            })}
          </p>
        </Confirm>
      )}
    </Sheet>
  );
};
