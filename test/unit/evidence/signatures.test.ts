import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignatures, readTrust } from '../../../src/server/evidence/pdfSignatures.ts';
import { pdf } from '../../setup/evidence.ts';
import { derOf, makeList, makeParty, type Party, signPdf } from '../../setup/signing.ts';

const NOW = new Date('2024-03-01T00:00:00Z');
let folder: string;
let authority: Party;
let hung: Party;
let signed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-trust-'));
  authority = await makeParty('Tổ chức chứng thực thử', 'Cơ quan thử');
  hung = await makeParty('Người ký thử', 'Xã thử', authority);
  signed = await signPdf(hung);
  writeFileSync(join(folder, 'goc.cer'), derOf(authority.certificate));
  writeFileSync(join(folder, 'hong.pem'), 'không phải chứng thư');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (bytes: Buffer, trust = folder as string | undefined, now = NOW) =>
  readSignatures(bytes, readTrust(trust), now);

describe('a signed PDF says three facts, each for itself', () => {
  it('whole, by somebody whose authority is trusted; revocation could not be checked', async () => {
    expect(await read(signed)).toEqual([
      {
        integrity: 'whole',
        signer: {
          name: 'Người ký thử',
          organization: 'Xã thử',
          issuer: 'Tổ chức chứng thực thử',
          serial: expect.any(String),
          trust: 'trusted',
        },
        signedAt: Date.parse('2024-02-28T03:00:00Z'),
        revocation: 'not-checked',
      },
    ]);
    expect(await read(pdf())).toEqual([]);
  });

  it('one changed byte of the words breaks integrity and nothing else', async () => {
    const tampered = Buffer.from(signed);
    tampered[tampered.indexOf('Da ky')] = 'E'.charCodeAt(0);
    expect(await read(tampered)).toMatchObject([{ integrity: 'changed', signer: { trust: 'trusted' } }]);
  });

  it('something added behind the signature is told apart from a change', async () => {
    const extended = Buffer.concat([signed, Buffer.from('\n7 0 obj<</Type/Annot>>endobj\n%%EOF\n')]);
    expect(await read(extended)).toMatchObject([{ integrity: 'extended' }]);
  });

  it('a hole that holds more than the signature, or lies outside the file, is not read as signed', async () => {
    const text = signed.toString('latin1');
    const [, b = '', c = ''] = /\/ByteRange \[0 (\d+)\s+(\d+)/.exec(text) ?? [];
    const wider = text.replace(`[0 ${b}`, `[0 ${String(Number(b) - 9)}`);
    const beyond = text.replace(c.padEnd(10), String(Number(c) + 999_999).padEnd(10));
    for (const odd of [wider, beyond])
      expect(await read(Buffer.from(odd, 'latin1'))).toMatchObject([{ integrity: 'unreadable' }]);
  });

  it('an authority that nobody knows here is named, not trusted; so is one without any trust kept', async () => {
    const other = await makeParty('Tổ chức lạ', 'Đâu đó');
    const foreign = await signPdf(await makeParty('Người lạ', 'Đâu đó', other));
    const unknown = [
      {
        integrity: 'whole',
        signer: { trust: 'unknown-authority', issuer: 'Tổ chức lạ' },
        revocation: 'not-checked',
      },
    ];
    expect(await read(foreign)).toMatchObject(unknown);
    expect(await read(foreign, undefined)).toMatchObject(unknown);
    // The same name on another key is not the authority.
    const fake = await makeParty('Tổ chức chứng thực thử', 'Cơ quan thử');
    expect(await read(await signPdf(await makeParty('Giả', 'Giả', fake)))).toMatchObject([
      { signer: { trust: 'unknown-authority' } },
    ]);
  });

  it('a certificate that had run out when it signed', async () => {
    const late = await makeParty('Hết hạn', 'Xã thử', authority, new Date('2024-01-01'));
    expect(await read(await signPdf(late))).toMatchObject([
      { integrity: 'whole', signer: { trust: 'expired' } },
    ]);
  });

  it('good or revoked only by a list of the issuer that still holds', async () => {
    const other = await makeParty('Bị thu hồi', 'Xã thử', authority);
    writeFileSync(join(folder, 'thu-hoi.crl'), derOf(await makeList(authority, [other])));
    expect(await read(signed)).toMatchObject([{ revocation: 'good' }]);
    expect(await read(await signPdf(other))).toMatchObject([{ revocation: 'revoked', integrity: 'whole' }]);
    expect(await read(signed, folder, new Date('2041-01-01'))).toMatchObject([{ revocation: 'not-checked' }]);
    const stranger = await makeParty('Tổ chức chứng thực thử', 'Cơ quan thử');
    writeFileSync(join(folder, 'thu-hoi.crl'), derOf(await makeList(stranger, [hung])));
    expect(await read(signed)).toMatchObject([{ revocation: 'not-checked' }]);
  });
});
