/**
 * What Word puts on the clipboard, made plain before the schema reads it: lists that Word writes as paragraphs with
 * signs become lists, everything becomes NFC, and nothing stays that cannot be written into a document.
 */

/** Control characters and halves of pairs; the hyphens that Word hides in words. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001d\u001f\u007f\u00ad\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of text as it is kept: NFC, a hyphen where Word has its own, blanks for tabs and hard blanks kept. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u001e', '-')
    .replaceAll('\u2011', '-')
    .replace(UNWRITABLE, '')
    .replace(/\t/g, ' ');

/** 'mso-list:l0 level2 lfo1' says where a paragraph stands in a list. */
const levelOf = (p: Element): number | undefined => {
  const style = p.getAttribute('data-look') ?? '';
  const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  if (found) return Number(found[1]);
  return /MsoListParagraph/i.test(p.className) && signOf(p) !== undefined ? 1 : undefined;
};

/** The sign that Word writes before the words of an item, as text of its own. */
const signOf = (p: Element): { text: string; holder: Element } | undefined => {
  for (const span of p.querySelectorAll('span')) {
    if (/mso-list:\s*Ignore/i.test(span.getAttribute('data-look') ?? ''))
      return { text: (span.textContent ?? '').replace(/[\s\u00a0]+/g, ''), holder: span };
  }
  return undefined;
};

const isOrdered = (sign: string): boolean => /^\(?([0-9]+|[a-zđ]|[ivxlc]+)[.)]$/i.test(sign);

const makeLists = (doc: Document): void => {
  let stack: { level: number; list: Element }[] = [];
  let last: Element | undefined;
  for (const p of [...doc.body.querySelectorAll('p')]) {
    const level = levelOf(p);
    if (level === undefined) {
      stack = [];
      continue;
    }
    // A list goes on only while its paragraphs follow each other.
    if (last && last.nextElementSibling !== p) stack = [];
    const sign = signOf(p);
    const tag = sign && isOrdered(sign.text) ? 'ol' : 'ul';
    sign?.holder.remove();
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) > level) stack.pop();
    let top = stack.at(-1);
    if (!top || top.level < level) {
      const list = doc.createElement(tag);
      const number = Number(/\d+/.exec(sign?.text ?? '')?.[0] ?? 1);
      if (tag === 'ol' && number > 1) list.setAttribute('start', String(number));
      const item = top?.list.lastElementChild;
      if (item) item.append(list);
      else p.before(list);
      top = { level, list };
      stack.push(top);
    }
    const item = doc.createElement('li');
    const inner = doc.createElement('p');
    inner.append(...p.childNodes);
    item.append(inner);
    top.list.append(item);
    p.remove();
    last = stack[0]?.list;
  }
};

const wrap = (element: Element, tag: 'b' | 'i' | 'u'): void => {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
};

/** Looks that are said by style become tags: the content security policy lets no style be read from pasted text. */
const makeMarks = (doc: Document): void => {
  for (const element of doc.body.querySelectorAll('[data-look]')) {
    const style = element.getAttribute('data-look') ?? '';
    const words = /^(span|font|a|b|strong|i|em|u|td|th|p|li)$/i.test(element.tagName);
    const plain = /font-weight:\s*(normal|400)/i.test(style);
    if (plain && /^(b|strong)$/i.test(element.tagName)) {
      // Google Docs puts everything into a bold element that says it is not bold.
      element.replaceWith(...element.childNodes);
      continue;
    }
    if (words && /font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(element, 'b');
    if (words && /font-style:\s*italic/i.test(style)) wrap(element, 'i');
    if (words && /text-decoration[a-z-]*:[^;]*underline/i.test(style)) wrap(element, 'u');
    const align = /text-align:\s*(left|center|right)/i.exec(style)?.[1];
    if (align && /^(td|th)$/i.test(element.tagName)) element.setAttribute('align', align.toLowerCase());
    element.removeAttribute('data-look');
  }
};

export const cleanHtml = (html: string): string => {
  // What Word writes for other programs of its own: conditional parts, styles, links to files.
  const bare = html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi, '$1')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(/<\/?o:[^>]*>/gi, '')
    // Under another name, so that the content security policy has nothing to refuse while the text is read.
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-look='));
  const doc = new DOMParser().parseFromString(bare, 'text/html');
  for (const gone of doc.querySelectorAll('style, script, meta, link, title, xml, img, del')) gone.remove();
  makeLists(doc);
  makeMarks(doc);
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    node.nodeValue = cleanText((node.nodeValue ?? '').replace(/[\r\n]+/g, ' '));
  // Headings and other blocks have no place in a part of a report: their words do.
  for (const block of doc.querySelectorAll('h1, h2, h3, h4, h5, h6, blockquote, pre')) {
    const p = doc.createElement('p');
    p.append(...block.childNodes);
    block.replaceWith(p);
  }
  return doc.body.innerHTML;
};
