import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { letterRefusals } from '../../../src/core/letter/refusals.ts';
import { readUpload, UPLOAD_LIMIT } from '../../../src/server/upload/readUpload.ts';
import { documentXml, pdfOf, rawDocx } from '../../letters/makeFiles.ts';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const code = async (file: Uint8Array, name: string): Promise<string> => {
  const answer = await readUpload(file, name);
  return answer.ok ? 'accepted' : answer.refusal.code;
};
const zeros = (n: number): string => ' '.repeat(n);
const letter = 'Kính gửi: UBND các xã, thị trấn. UBND huyện yêu cầu báo cáo kết quả trước ngày 01/3/2024.';

/** Sizes written into the archive's own directory may lie. */
const lying = (): Uint8Array => {
  const file = Buffer.from(rawDocx({ 'word/document.xml': documentXml(paragraph(zeros(5_000_000))) }));
  const name = Buffer.from('word/document.xml');
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) {
    if (file.readUInt32LE(at - 46) === 0x02014b50) file.writeUInt32LE(1000, at - 46 + 24);
    if (file.readUInt32LE(at - 30) === 0x04034b50) file.writeUInt32LE(1000, at - 30 + 22);
  }
  return new Uint8Array(file);
};

const directoryOf = (file: Buffer): number => file.readUInt32LE(file.length - 6);

/** Forty names in the directory for one stored part of a megabyte. */
const sharing = (): Uint8Array => {
  const parts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`word/styles${i}.xml`, 'x']));
  const file = Buffer.from(
    rawDocx({ 'word/document.xml': documentXml(paragraph(randomBytes(500_000).toString('hex'))), ...parts }),
  );
  const entries: number[] = [];
  for (let at = directoryOf(file); file.readUInt32LE(at) === 0x02014b50; ) {
    entries.push(at);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  const packedAt = (at: number) => file.readUInt32LE(at + 20);
  const heavy = entries.reduce((a, b) => (packedAt(b) > packedAt(a) ? b : a));
  for (const at of entries) {
    // Method, packed size, size and place of the heavy one.
    file.copy(file, at + 10, heavy + 10, heavy + 12);
    file.copy(file, at + 20, heavy + 20, heavy + 28);
    file.copy(file, at + 42, heavy + 42, heavy + 46);
  }
  return new Uint8Array(file);
};

const storedAsNothing = (): Uint8Array => {
  const file = Buffer.from(rawDocx({ 'word/document.xml': documentXml(paragraph('a')) }));
  for (let at = directoryOf(file); file.readUInt32LE(at) === 0x02014b50; ) {
    file.writeUInt16LE(0, at + 10);
    file.writeUInt32LE(0, at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return new Uint8Array(file);
};

/** Looked for anew behind each beginning, the missing end would take hours. */
const unending = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n%%EOF\n${'stream\nx'.repeat(61_000)}`, 'latin1'),
      Buffer.alloc(15_000_000, 65),
    ]),
  );

const rels = (type: string, mode: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://192.0.2.1/x" TargetMode="${mode}"/></Relationships>`;

const bombPdf = (): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(120_000_000));
  const head = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
    'latin1',
  );
  return new Uint8Array(Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\n%%EOF', 'latin1')]));
};

const ole = (words = ''): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(words, 'utf16le')]));

describe('H5: hostile and wrong files are refused by name, before any parser sees them', () => {
  const cases: [string, () => Uint8Array, string, string][] = [
    ['too large', () => new Uint8Array(UPLOAD_LIMIT + 1), 'a.pdf', 'upload.tooLarge'],
    ['empty', () => new Uint8Array(0), 'a.txt', 'letter.empty'],
    [
      'zip bomb by ratio',
      () => rawDocx({ 'word/document.xml': documentXml(paragraph(zeros(50_000_000))) }),
      'a.docx',
      'upload.zipBomb',
    ],
    ['zip bomb that lies about its size', lying, 'a.docx', 'upload.zipBomb'],
    ['many entries that share the same bytes', sharing, 'a.docx', 'upload.zipBomb'],
    ['stored bytes that the directory calls none', storedAsNothing, 'a.docx', 'upload.damaged'],
    ['many beginnings of streams without an end', unending, 'a.pdf', 'upload.zipBomb'],
    ['more lines than any letter', () => bytes('- Kính gửi\n'.repeat(9_000)), 'a.txt', 'letter.tooLong'],
    ['longer than any letter', () => bytes('Kính gửi: các xã. '.repeat(12_000)), 'a.txt', 'letter.tooLong'],
    [
      'too many entries',
      () =>
        rawDocx({
          'word/document.xml': documentXml(paragraph('a')),
          ...Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`word/x${i}.xml`, 'x'])),
        }),
      'a.docx',
      'upload.zipBomb',
    ],
    [
      'XML bomb',
      () =>
        rawDocx({
          'word/document.xml': documentXml(
            paragraph('&c;'),
            '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
          ),
        }),
      'a.docx',
      'upload.xmlEntities',
    ],
    [
      'XML bomb in UTF-16',
      () =>
        rawDocx({
          'word/document.xml': new Uint8Array(
            Buffer.concat([
              Buffer.from([0xff, 0xfe]),
              Buffer.from(documentXml(paragraph('&c;'), '<!DOCTYPE w [<!ENTITY c "x">]>'), 'utf16le'),
            ]),
          ),
        }),
      'a.docx',
      'upload.xmlEntities',
    ],
    [
      'macro',
      () => rawDocx({ 'word/document.xml': documentXml(paragraph('a')), 'word/vbaProject.bin': 'x' }),
      'a.docx',
      'upload.macro',
    ],
    ['macro by extension', () => rawDocx({ 'word/document.xml': documentXml('') }), 'a.docm', 'upload.macro'],
    [
      'template from outside',
      () =>
        rawDocx({
          'word/document.xml': documentXml(paragraph('a')),
          'word/_rels/settings.xml.rels': rels('attachedTemplate', 'External'),
        }),
      'a.docx',
      'upload.externalLink',
    ],
    [
      'an entry that climbs out',
      () => rawDocx({ 'word/document.xml': documentXml(''), '../../etc/x.xml': 'x' }),
      'a.docx',
      'upload.damaged',
    ],
    [
      'a zip that is no Word file',
      () => rawDocx({ 'xl/workbook.xml': '<x/>' }),
      'a.docx',
      'upload.unknownKind',
    ],
    [
      'damaged archive',
      () => rawDocx({ 'word/document.xml': documentXml(paragraph('a')) }).slice(0, 300),
      'a.docx',
      'upload.damaged',
    ],
    ['text named .docx', () => bytes(letter), 'a.docx', 'upload.extensionMismatch'],
    [
      'Word named .pdf',
      () => rawDocx({ 'word/document.xml': documentXml('') }),
      'a.pdf',
      'upload.extensionMismatch',
    ],
    ['PDF named .txt', () => pdfOf(letter), 'a.txt', 'upload.extensionMismatch'],
    ['old Word', () => ole('WordDocument'), 'a.doc', 'upload.oldWord'],
    ['Word with a password', () => ole('EncryptedPackage'), 'a.docx', 'upload.encrypted'],
    ['PDF with a password', () => pdfOf(letter, { trailer: '/Encrypt 9 0 R' }), 'a.pdf', 'upload.encrypted'],
    [
      'PDF with code',
      () => pdfOf(letter, { extra: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
      'a.pdf',
      'upload.script',
    ],
    [
      'PDF with code under another spelling',
      () => pdfOf(letter, { extra: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' }),
      'a.pdf',
      'upload.script',
    ],
    [
      'PDF with code packed in a stream of objects',
      () => {
        const packed = deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (app.alert(1)) >>')).toString(
          'latin1',
        );
        const extra = `>> endobj 9 0 obj << /Type /ObjStm /N 1 /First 4 /Length ${packed.length} >> stream\n${packed}\nendstream endobj 10 0 obj <<`;
        return pdfOf(letter, { extra });
      },
      'a.pdf',
      'upload.script',
    ],
    ['PDF bomb', bombPdf, 'a.pdf', 'upload.zipBomb'],
    ['PDF cut short', () => pdfOf(letter).slice(0, 200), 'a.pdf', 'upload.damaged'],
    ['PDF without text', () => pdfOf(' '), 'a.pdf', 'upload.scanned'],
    ['photograph', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'cong-van.jpg', 'upload.scanned'],
    ['rich text', () => bytes('{\\rtf1\\ansi abc}'), 'a.rtf', 'upload.unknownKind'],
    [
      'noise',
      () => new Uint8Array(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 31)),
      'a.txt',
      'upload.unknownKind',
    ],
    [
      'accents lost',
      () =>
        bytes(
          'UY BAN NHAN DAN HUYEN CAO LOC. Kinh gui: UBND cac xa. Thuc hien ke hoach, yeu cau bao cao cai cach hanh chinh truoc ngay 01/3/2024. Noi nhan: Nhu tren.',
        ),
      'a.txt',
      'letter.accentsLost',
    ],
  ];
  test.each(cases)('%s', async (_, make, name, expected) => {
    expect(await code(make(), name)).toBe(expected);
  });
});

test('a hyperlink is no danger', async () => {
  const file = rawDocx({
    'word/document.xml': documentXml(paragraph(letter)),
    'word/_rels/document.xml.rels': rels('hyperlink', 'External'),
  });
  expect(await code(file, 'a.docx')).toBe('accepted');
});

test('every refusal has a sentence in both languages', () => {
  for (const sentence of Object.values(letterRefusals)) {
    expect(sentence.vi).toMatch(/\.$/);
    expect(sentence.en).toMatch(/\.$/);
  }
});
