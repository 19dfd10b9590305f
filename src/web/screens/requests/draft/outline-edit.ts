import { partsOf, type Request } from '../../../../core/campaign/request.ts';
import type { AddedPart, RequestedParts } from '../../../../core/template/outline.ts';

/** What a draft asks of an outline, changed one step at a time. */
const put = (request: Request, change: Partial<RequestedParts>): Request => ({
  ...request,
  parts: { ...partsOf(request), ...change },
});

export const askSection = (request: Request, id: string, asked: boolean): Request => {
  const others = partsOf(request).leftOut.filter((one) => one !== id);
  return put(request, { leftOut: asked ? others : [...others, id] });
};

/** null gives the section its own title back. */
export const nameSection = (request: Request, id: string, title: string | null): Request => {
  const others = (partsOf(request).renamed ?? []).filter((one) => one.id !== id);
  return put(request, { renamed: title === null ? others : [...others, { id, title }] });
};

/** An id is never given twice in one draft: what is written stays under its own. */
const freshId = (request: Request): string =>
  `x${Math.max(0, ...partsOf(request).added.map((p) => Number(p.id.slice(1)))) + 1}`;

export const addPart = (request: Request, part: Omit<AddedPart, 'id'>): Request =>
  put(request, { added: [...partsOf(request).added, { ...part, id: freshId(request) }] });

export const changePart = (
  request: Request,
  id: string,
  part: Omit<AddedPart, 'id'> | undefined,
): Request => {
  const { added } = partsOf(request);
  return put(request, {
    added: part
      ? added.map((one) => (one.id === id ? { ...part, id } : one))
      : added.filter((one) => one.id !== id),
  });
};

export const titleOf = (request: Request, section: { readonly id: string; readonly title: string }): string =>
  partsOf(request).renamed?.find((one) => one.id === section.id)?.title ?? section.title;

/** The outline as the letter or its attachment names it: what is not named goes, what has no section comes. */
export const followNamed = (
  request: Request,
  outline: string,
  unnamed: readonly string[],
  missing: readonly string[],
): Request => {
  const out = unnamed.reduce((r, id) => askSection(r, id, false), request);
  return missing.reduce((r, title) => addPart(r, { outlines: [outline], title, guidance: null }), out);
};
