import type { FieldChange, SetChange } from '../../../../core/scoring/changes.ts';
import { t } from '../../../texts/text.ts';
import { FIELD_WORDS } from '../words.ts';

const KIND = { added: 'scoring.added', removed: 'scoring.removed', changed: 'scoring.changed' } as const;

const Fields = ({ fields }: { fields: readonly FieldChange[] }) => (
  <>
    {fields.map((field) => (
      <p key={field.field}>
        {t(FIELD_WORDS[field.field])}: <del>{field.before || t('scoring.nothing')}</del>{' '}
        <span aria-hidden="true">→</span> <ins>{field.after || t('scoring.nothing')}</ins>
      </p>
    ))}
  </>
);

/** A revision made visible: the set itself, then every line that differs, what it said and what it says. */
export const Changes = ({ changes }: { changes: readonly SetChange[] }) => (
  <ul className="setlines">
    {changes.map((change) =>
      change.kind === 'set' ? (
        <li key="set" className="diff s13">
          <p>
            <b>{t('scoring.wholeSet')}</b>
          </p>
          <Fields fields={change.fields} />
        </li>
      ) : (
        <li key={`${change.kind} ${change.code}`} className="diff s13">
          <p>
            <b className="num">{change.code}</b> {change.name}{' '}
            <span className="mut">({t(KIND[change.kind])})</span>
          </p>
          {change.kind === 'changed' && <Fields fields={change.fields} />}
        </li>
      ),
    )}
  </ul>
);
