import type { KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { Edit } from '../../../core/template/edit.ts';
import type { Outline, Section } from '../../../core/template/template.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../texts/text.ts';

type Move = Extract<Edit, { readonly do: 'section-move' }>['to'];

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The parts in the order and with the numbers of the letter; the chosen one is moved with Alt and the arrows. */
export const SectionTree = ({
  outline,
  current,
  base,
  troubled,
  onMove,
}: {
  outline: Outline;
  current: string | undefined;
  base: string;
  /** Sections with something to mend. */
  troubled: ReadonlySet<string>;
  onMove: (section: string, to: Move) => void;
}) => {
  const [, navigate] = useLocation();
  const keys = (event: KeyboardEvent, id: string): void => {
    const to = event.altKey ? KEYS[event.key] : undefined;
    if (!to) return;
    event.preventDefault();
    if (id !== current) navigate(`${base}/${id}`);
    onMove(id, to);
  };
  const list = (sections: readonly Section[]) => (
    <ol>
      {sections.map((section) => (
        <li key={section.id}>
          <Link
            href={`${base}/${section.id}`}
            aria-current={section.id === current ? 'true' : undefined}
            onKeyDown={(event: KeyboardEvent) => keys(event, section.id)}
            className={section.notApplicable ? 'off' : undefined}
          >
            <span className="n num">{section.number}</span>
            <span className="t">{section.title}</span>
            {section.optional && <span className="f">{t('templates.optionalMark')}</span>}
            {troubled.has(section.id) && (
              <span className="t-err">
                <Icon name="circle-x" />
                <span className="vh">{t('templates.problems')}</span>
              </span>
            )}
          </Link>
          {section.children && list(section.children)}
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="tree" aria-label={t('templates.sections')}>
      {list(outline.sections)}
    </nav>
  );
};
