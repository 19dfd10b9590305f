import { memo } from 'react';
import { Link } from 'wouter';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { withInner } from '../../../../core/template/outlineOrder.ts';
import { Icon } from '../../../kit/Icon.tsx';
import { Seg, type SegPart } from '../../../kit/Seg.tsx';
import { t, useLanguage } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

/** The outline with how much of each part is there; what lacks something says how many. */
export const Outline = memo(({ desk, current, base }: { desk: Desk; current: string; base: string }) => {
  useLanguage();
  const { sections } = desk.report.use();
  const progress = desk.progress.use();
  const of = (section: UnitSection) => {
    const ids = new Set(withInner(sections, section).map((s) => s.id));
    const rows = progress.sections.filter((p) => ids.has(p.id));
    const sum = (pick: (p: (typeof rows)[number]) => number) => rows.reduce((n, p) => n + pick(p), 0);
    const asked = sum((p) => p.asked);
    const nil = rows.length > 0 && rows.every((p) => p.nil);
    const part: SegPart = nil ? 'nil' : asked === 0 ? 'full' : sum((p) => p.filled) / asked;
    return { part, nil, gaps: sum((p) => p.gaps) };
  };
  const list = (parentId: string | null) => {
    const here = sections.filter((s) => s.parentId === parentId);
    if (here.length === 0) return null;
    return (
      <ol>
        {here.map((section) => {
          const { part, nil, gaps } = of(section);
          const off = section.applicability === 'not-applicable';
          return (
            <li key={section.id}>
              <Link
                href={`${base}/${section.id}`}
                aria-current={section.id === current ? 'true' : undefined}
                className={off ? 'off' : undefined}
              >
                <span aria-hidden="true">
                  <Seg parts={[off ? 'nil' : part]} />
                </span>
                <span className="n">{section.number}</span>
                <span className="t">{section.title}</span>
                {off ? (
                  <span className="f">KAD</span>
                ) : nil ? (
                  <span className="f">KPS</span>
                ) : gaps > 0 && section.applicability !== 'heading' ? (
                  <span className="f w">
                    <Icon name="circle-dot" />
                    {gaps}
                    <span className="vh">{t('editor.gapsIn')}</span>
                  </span>
                ) : gaps === 0 && part === 1 ? (
                  <span className="vh">{t('editor.doneIn')}</span>
                ) : null}
              </Link>
              {list(section.id)}
            </li>
          );
        })}
      </ol>
    );
  };
  const share = progress.asked ? Math.floor((100 * progress.filled) / progress.asked) : 0;
  return (
    <nav className="outline" aria-label={t('editor.outline')}>
      <h2>
        {t('editor.outline')} <span className="mut num">{t('editor.outlineShare', { n: share })}</span>
      </h2>
      {list(null)}
    </nav>
  );
});
