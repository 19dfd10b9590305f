import type { SessionAnswer } from '../../core/access/answers.ts';
import type { RichBlock, RichDoc, RichInline, RichList } from '../../core/kernel/richText.ts';
import type { ReportAnswer } from '../../core/report/answers.ts';
import type { UnitSection } from '../../core/template/outline.ts';
import { fullNumber, withInner, workSections } from '../../core/template/outlineOrder.ts';

/**
 * The words of a report as the page itself brings them, before the program is here: on a slow line a clerk reads after
 * a second what else would stand there after four (K3). Only words of the office and of the report, in the places that
 * the editor gives them, so that nothing jumps when it takes over.
 */
export const firstPage = (report: ReportAnswer, session: SessionAnswer, sectionId: string): string => {
  const { sections } = report;
  const section = sections.find((s) => s.id === sectionId) ?? workSections(sections)[0] ?? sections[0];
  if (!section) return '';
  const words = report.words.find((w) => w.section === section.id);
  const letterhead = (session.me.unit?.letterhead ?? session.installation.body.name).split('\n');
  const lines = letterhead.map((line, at) => {
    const tag = at === letterhead.length - 1 || /^ủy ban nhân dân$/i.test(line) ? 'b' : 'span';
    return `<${tag}>${plain(line)}</${tag}>`;
  });
  const title = `<h1><span>${plain(fullNumber(sections, section))}</span> ${plain(section.title)}</h1>`;
  return [
    session.installation.mode === 'demo'
      ? '<section class="demo"><p><b>Số liệu minh họa</b></p></section>'
      : '',
    `<header class="top"><span class="letterhead">${lines.join('')}</span></header>`,
    `<section class="ctx ed-ctx"><p class="ctx-t"><b>${plain(report.campaign.title)}</b></p></section>`,
    '<main class="ed-main"><div class="ed">',
    `<nav class="outline"><h2></h2>${outline(sections, null, section.id)}</nav>`,
    `<div class="work"><header class="sh">${title}</header>`,
    section.guidance
      ? `<div class="under"><div class="guide s13 sec"><p>${plain(section.guidance)}</p></div></div>`
      : '',
    section.words && words?.doc
      ? `<section class="sheet nar"><div class="tools"></div><div class="doc">${wordsOf(words.doc as RichDoc)}</div></section>`
      : '',
    ...withInner(sections, section)
      .flatMap((s) => s.forms)
      .map(
        (f) => `<section class="sheet grid"><header class="bh"><h2>${plain(f.title)}</h2></header></section>`,
      ),
    '</div><section class="margin"></section></div></main>',
  ].join('');
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');

const outline = (sections: readonly UnitSection[], parentId: string | null, current: string): string => {
  const here = sections.filter((s) => s.parentId === parentId);
  if (here.length === 0) return '';
  const items = here.map(
    (s) =>
      `<li><a${s.id === current ? ' aria-current="true"' : ''}><span></span><span class="n">${plain(s.number)}</span><span class="t">${plain(s.title)}</span></a>${outline(sections, s.id, current)}</li>`,
  );
  return `<ol>${items.join('')}</ol>`;
};

const inline = (node: RichInline): string =>
  (node.marks ?? []).reduce(
    (shown, { type }) => {
      const tag = type === 'strong' ? 'strong' : type === 'em' ? 'i' : 'u';
      return `<${tag}>${shown}</${tag}>`;
    },
    node.type === 'text' ? plain(node.text) : `<span class="fig">${plain(node.attrs.text)}</span>`,
  );

const list = (node: RichList): string => {
  const tag = node.type === 'bullet_list' ? 'ul' : 'ol';
  const items = node.content.map((item) => `<li>${item.content.map(block).join('')}</li>`);
  return `<${tag}>${items.join('')}</${tag}>`;
};

const block = (node: RichBlock): string => {
  if (node.type === 'paragraph') return `<p>${(node.content ?? []).map(inline).join('') || '<br>'}</p>`;
  if (node.type !== 'table') return list(node);
  const rows = node.content.map(
    (row) =>
      `<tr>${row.content
        .map((cell) => {
          const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
          return `<td colspan="${colspan}" rowspan="${rowspan}">${cell.content.map(block).join('')}</td>`;
        })
        .join('')}</tr>`,
  );
  return `<table class="pmt"><tbody>${rows.join('')}</tbody></table>`;
};

const wordsOf = (doc: RichDoc): string => doc.content.map(block).join('');
