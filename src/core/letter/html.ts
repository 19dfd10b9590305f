/** A portal's page to plain text: a small scanner, no parser, so that no page can make it run or load anything. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  hellip: '…',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  bull: '-',
  middot: '·',
  laquo: '«',
  raquo: '»',
  shy: '',
  emsp: ' ',
  ensp: ' ',
  thinsp: ' ',
  eth: 'ð',
  ETH: 'Đ',
};
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  breve: '\u0306',
};

const entity = (name: string): string => {
  if (name.startsWith('#')) {
    const code = /^#[xX]/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : Number.parseInt(name.slice(1), 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : '';
  }
  const known = ENTITIES[name];
  if (known !== undefined) return known;
  const letter = /^([a-zA-Z])(grave|acute|circ|tilde|breve)$/.exec(name);
  return letter ? `${letter[1]}${MARKS[letter[2] ?? ''] ?? ''}`.normalize('NFC') : `&${name};`;
};

const withEntities = (text: string): string =>
  text.replace(/&(#[xX][\da-fA-F]{1,6}|#\d{1,7}|[a-zA-Z]{2,8});/g, (_, name: string) => entity(name));

const BLOCK =
  /^(?:p|div|tr|table|tbody|thead|h[1-6]|section|article|header|footer|main|blockquote|ul|ol|dl|dt|dd|pre|form|fieldset|figure|hr|center)$/;
const SKIPPED = /^(?:script|style|head|noscript|template|svg|iframe|object|select|nav|button|textarea)$/;
/** Where a cell of a row ends: a column of the letterhead. */
const CELL = /^(?:td|th)$/;

export const looksHtml = (text: string): boolean =>
  /^\s{0,200}(?:<!--[^>]{0,400}-->\s{0,100})?<(?:!doctype\s+html|html|head|body|div|table|p|meta|article|section)[\s>]/i.test(
    text.slice(0, 2000).replace(/^\ufeff/, ''),
  );

export const htmlToText = (html: string): string => {
  const out: string[] = [];
  let at = 0;
  let skipUntil = '';
  const lists: number[] = [];
  const low = html.toLowerCase();
  while (at < html.length) {
    if (skipUntil) {
      const end = low.indexOf(`</${skipUntil}`, at);
      if (end < 0) break;
      at = end;
      skipUntil = '';
    }
    const open = html.indexOf('<', at);
    const words = html.slice(at, open < 0 ? html.length : open);
    // Line ends of the source are blanks on the page.
    if (words) out.push(withEntities(words).replace(/[ \r\n\t]+/g, (run) => (run === '\t' ? '\t' : ' ')));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(html.slice(open, open + 24));
    at = close + 1;
    if (!tag) {
      // "<" of a sentence, not of a tag.
      if (!/^<[!?/]/.test(html.slice(open, open + 2))) {
        out.push('<');
        at = open + 1;
      }
      continue;
    }
    const [isEnd, name] = [tag[1] === '/', (tag[2] ?? '').toLowerCase()];
    if (!isEnd && SKIPPED.test(name) && html.charAt(close - 1) !== '/') skipUntil = name;
    else if (name === 'br') out.push('\n');
    else if (name === 'ol' || name === 'ul') {
      if (isEnd) lists.pop();
      else lists.push(name === 'ol' ? 1 : 0);
      out.push('\n');
    } else if (name === 'li' && !isEnd) {
      const number = lists.at(-1) ?? 0;
      out.push(number > 0 ? `\n${number}. ` : '\n- ');
      if (number > 0) lists[lists.length - 1] = number + 1;
    } else if (CELL.test(name)) out.push(isEnd ? '\t' : '');
    else if (BLOCK.test(name)) out.push(name === 'p' && isEnd ? '\n\n' : '\n');
  }
  return out
    .join('')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n\t+/g, '\n')
    .replace(/(\n(?:-|\d+\.)) ?\n+/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
