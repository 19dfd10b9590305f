import type { TotalCell, TotalForm } from './answers.ts';

/** The figure that a form is about: of the communes, or of the agencies or the leads where only they are asked. */
export const mainOf = (form: Pick<TotalForm, 'scope'>, cell: TotalCell): TotalCell['commune'] => {
  const other = form.scope === 'agency' ? cell.agency : form.scope === 'area' ? cell.area : cell.commune;
  return other ?? { kind: 'empty' };
};
