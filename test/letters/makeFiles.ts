import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { zipSync } from 'fflate';

/** Files as offices send them, made from a letter's text. */
export const docxOf = async (text: string): Promise<Uint8Array> => {
  const document = new Document({
    sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

/** The letterhead as Word's usual table without lines. */
export const docxWithColumns = async (left: string[], right: string[], rest: string): Promise<Uint8Array> => {
  const cell = (lines: string[]): TableCell =>
    new TableCell({ children: lines.map((line) => new Paragraph(line)) });
  const document = new Document({
    sections: [
      {
        children: [
          new Table({ rows: [new TableRow({ children: [cell(left), cell(right)] })] }),
          ...rest.split('\n').map((line) => new Paragraph(line)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const hex = (n: number): string => n.toString(16).padStart(4, '0');

/** Lines as wide as a page: a reader drops what lies beyond the edge. */
const wrapped = (line: string): string[] => {
  const out = [''];
  for (const word of line.split(' ')) {
    const last = out.at(-1) ?? '';
    if (last && last.length + word.length > 90) out.push(word);
    else out[out.length - 1] = last ? `${last} ${word}` : word;
  }
  return out;
};

/** A PDF with a text layer: glyph numbers are the letters' own codes, named by a ToUnicode map. */
export const pdfOf = (text: string, options: { extra?: string; trailer?: string } = {}): Uint8Array => {
  const lines = text.normalize('NFC').split('\n').flatMap(wrapped);
  const pages: string[][] = [];
  for (let i = 0; i < lines.length; i += 50) pages.push(lines.slice(i, i + 50));
  const letters = [...new Set(text.normalize('NFC'))].filter((c) => c.length === 1 && c !== '\n');
  const map = letters.map((c) => `<${hex(c.charCodeAt(0))}> <${hex(c.charCodeAt(0))}>`);
  const blocks: string[] = [];
  for (let i = 0; i < map.length; i += 100) {
    const chunk = map.slice(i, i + 100);
    blocks.push(`${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`);
  }
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
  const objects: string[] = [];
  const stream = (body: string): string => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const first = 6;
  objects[1] = `<< /Type /Catalog /Pages 2 0 R ${options.extra ?? ''} >>`;
  objects[2] = `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`;
  objects[3] =
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>';
  objects[4] =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 500 500] /ItalicAngle 0 /Ascent 500 /Descent 0 /CapHeight 500 /StemV 80 >> >>';
  objects[5] = stream(cmap);
  pages.forEach((page, i) => {
    const body = page
      .map((line, n) => {
        const codes = [...line].map((c) => hex(c.charCodeAt(0))).join('');
        return codes ? `BT /F1 10 Tf 40 ${800 - n * 15} Td <${codes}> Tj ET` : '';
      })
      .join('\n');
    objects[first + 2 * i] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`;
    objects[first + 2 * i + 1] = stream(body);
  });
  let out = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (let n = 1; n < objects.length; n++) {
    offsets[n] = out.length;
    out += `${n} 0 obj\n${objects[n]}\nendobj\n`;
  }
  const xref = out.length;
  out += `xref\n0 ${objects.length}\n0000000000 65535 f \n`;
  for (let n = 1; n < objects.length; n++) out += `${String(offsets[n]).padStart(10, '0')} 00000 n \n`;
  out += `trailer << /Size ${objects.length} /Root 1 0 R ${options.trailer ?? ''} >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
};

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

export const documentXml = (paragraphs: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;

/** A Word file put together by hand, for the hostile ones. */
export const rawDocx = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': TYPES, '_rels/.rels': RELS, ...parts }).map(([name, part]) => [
        name,
        typeof part === 'string' ? new TextEncoder().encode(part) : part,
      ]),
    ),
  );
