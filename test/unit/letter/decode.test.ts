import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText, repairText } from '../../../src/core/letter/decode.ts';
import { htmlToText } from '../../../src/core/letter/html.ts';
import { fromTcvn3, TCVN3_SIZE } from '../../../src/core/letter/tcvn3.ts';

const letter = readFileSync(new URL('../../letters/cao-loc/letter.txt', import.meta.url), 'utf8');
const utf16 = (text: string, bom: boolean): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from(bom ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]));

/** The other way round, written apart from the table under test: code → letter, as .VnTime prints them. */
const VNTIME: Record<string, number> = {
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ă: 0xa8,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  â: 0xa9,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ê: 0xaa,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ô: 0xab,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ơ: 0xac,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ư: 0xad,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
  đ: 0xae,
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
};
const toTcvn3 = (text: string): Uint8Array =>
  new Uint8Array(
    [...text.normalize('NFC')].map((c) => {
      if (c.charCodeAt(0) < 128) return c.charCodeAt(0);
      // Capitals with marks are small letters of the capital font.
      const code = VNTIME[c] ?? VNTIME[c.toLowerCase()];
      if (code === undefined) throw new Error(`no TCVN3 code for ${c}`);
      return code;
    }),
  );

test('UTF-8 and UTF-16, with and without a byte order mark', () => {
  for (const bytes of [
    new TextEncoder().encode(letter),
    new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(letter)]),
    utf16(letter, true),
    utf16(letter, false),
    new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(letter, 'utf16le').swap16()])),
  ]) {
    const decoded = decodeText(bytes);
    expect(decoded.ok && decoded.text).toBe(letter.normalize('NFC'));
    expect(decoded.ok && decoded.converted).toBe(false);
  }
});

test('TCVN3: 74 letters, converted and shown for confirmation', () => {
  expect(TCVN3_SIZE).toBe(74);
  const decoded = decodeText(toTcvn3(letter));
  expect(decoded).toMatchObject({ ok: true, encoding: 'tcvn3', converted: true, confirm: true });
  expect(decoded.ok && decoded.text).toBe(letter.normalize('NFC'));
});

test('TCVN3 letters inside Unicode, as pasted from an old Word file: U+00AD is "ư"', () => {
  const pasted = Buffer.from(toTcvn3(letter)).toString('latin1');
  const repaired = repairText(pasted);
  expect(repaired).toMatchObject({ ok: true, encoding: 'tcvn3', confirm: true });
  expect(repaired.ok && repaired.text).toContain('Nơi nhận');
  expect(fromTcvn3('Th\u00adêng trùc')).toContain('Thư');
});

test('VNI text', () => {
  const vni =
    'UÛY BAN NHAÂN DAÂN\nCOÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nKính göûi: UBND caùc xaõ.\nYeâu caàu baùo caùo keát quaû tröôùc ngaøy 01/3/2024.\nNôi nhaän: Nhö treân; Löu: VT.';
  const repaired = repairText(vni);
  expect(repaired).toMatchObject({ ok: true, encoding: 'vni', converted: true, confirm: true });
  expect(repaired.ok && repaired.text).toBe(
    'ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKính gửi: UBND các xã.\nYêu cầu báo cáo kết quả trước ngày 01/3/2024.\nNơi nhận: Như trên; Lưu: VT.',
  );
});

test('windows-1258', () => {
  // "Kính gửi các xã" with combining marks, as that page writes it.
  const bytes = new Uint8Array(
    Buffer.from(
      'K\xednh g\xfd\xd2i c\xe1c x\xe3\xded b\xe1o c\xe1o k\xea\xect qu\xe0\xd2 t\xfd\xec \xf0\xea\xecn ng\xe0y th\xe1ng'.replace(
        'x\xe3\xded',
        'xa\xde',
      ),
      'latin1',
    ),
  );
  const decoded = decodeText(bytes);
  expect(decoded).toMatchObject({ ok: true, encoding: 'windows-1258' });
  expect(decoded.ok && decoded.text).toContain('Kính gửi các xã báo cáo kết');
});

test('a text whose marks are lost is refused', () => {
  const lost = letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
  expect(decodeText(new TextEncoder().encode(lost))).toEqual({
    ok: false,
    refusal: { code: 'letter.accentsLost' },
  });
  const questions = letter.normalize('NFC').replace(/[\u1ea0-\u1ef9]/g, '?');
  expect(repairText(questions)).toEqual({ ok: false, refusal: { code: 'letter.accentsLost' } });
  const dropped = letter.normalize('NFC').replace(/[\u1ea0-\u1ef9\u01a0-\u01b0]/g, ' ');
  expect(repairText(dropped)).toEqual({ ok: false, refusal: { code: 'letter.accentsLost' } });
});

test('a foreign text without Vietnamese is no lost text', () => {
  expect(repairText('The quick brown fox jumps over the lazy dog. '.repeat(20)).ok).toBe(true);
  expect(repairText('Café déjà vu, naïve façade – âme, où, çà et là. '.repeat(20))).toMatchObject({
    ok: true,
    converted: false,
  });
});

test('a page of a portal: cells, lists, entities; scripts and menus are gone', () => {
  const text = htmlToText(
    '<nav>Trang chủ</nav><table><tr><td>UBND HUYỆN<br>Số: 1/UBND</td><td>Cao Lộc, ngày 05</td></tr></table><script>alert(1)</script><ul><li>A;</li><li>B.</li></ul><ol><li>một</li><li>hai</li></ol><p>C&ocirc;ng v&#259;n &lt;số&gt; 5 &amp; 6</p>',
  );
  expect(text).toContain('UBND HUYỆN\nSố: 1/UBND\t');
  expect(text).toContain('- A;\n');
  expect(text).toContain('1. một');
  expect(text).toContain('2. hai');
  expect(text).toContain('Công văn <số> 5 & 6');
  expect(text).not.toMatch(/alert|Trang chủ/);
});
