import { webcrypto } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBER } from 'asn1js';
import {
  Certificate,
  CertificateChainValidationEngine,
  CertificateRevocationList,
  ContentInfo,
  CryptoEngine,
  type RelativeDistinguishedNames,
  SignedData,
  type SignerInfo,
  setEngine,
} from 'pkijs';
import type { PdfSignature } from '../../core/evidence/signature.ts';

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }));

/** What this office trusts: certificates of authorities and their revocation lists, kept by the administrator. */
type Trust = { readonly certificates: Certificate[]; readonly lists: CertificateRevocationList[] };

const MOST = 20;
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** PEM or DER; a file may hold several PEM blocks. */
const blocksOf = (bytes: Buffer): Buffer[] => {
  const text = bytes.toString('latin1');
  const pem = [...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END/g)];
  return pem.length > 0 ? pem.map((m) => Buffer.from(m[1] ?? '', 'base64')) : [bytes];
};

/** What cannot be read in the folder is passed over: one bad file must not take the trust of the others away. */
const readAll = <T>(folder: string, ending: RegExp, read: (der: Buffer) => T): T[] => {
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => ending.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) =>
    blocksOf(readFileSync(join(folder, name))).flatMap((der) => {
      try {
        return [read(der)];
      } catch {
        return [];
      }
    }),
  );
};

export const readTrust = (folder: string | undefined): Trust =>
  folder === undefined
    ? { certificates: [], lists: [] }
    : {
        certificates: readAll(folder, /\.(?:pem|crt|cer|der)$/i, (der) => Certificate.fromBER(der)),
        lists: readAll(folder, /\.crl$/i, (der) => CertificateRevocationList.fromBER(der)),
      };

type Found = { readonly ranges: readonly [number, number, number, number]; readonly der: Buffer };

/**
 * The signatures of a PDF by their ByteRange: two stretches of the file with nothing between them but the signature
 * itself, as hexadecimal text in < >. Anything else is not what was signed.
 */
const findSignatures = (bytes: Buffer): readonly (Found | 'unreadable')[] => {
  const text = bytes.toString('latin1');
  const found: (Found | 'unreadable')[] = [];
  for (const m of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    if (found.length === MOST) break;
    const [a, b, c, d] = m.slice(1, 5).map(Number) as [number, number, number, number];
    const hole = text.slice(a + b, c);
    const whole = a === 0 && b > 0 && c > b && c + d <= bytes.length && /^\s*<[0-9A-Fa-f\s]*>\s*$/.test(hole);
    // A time stamp of the whole document is no signature of a person.
    const near = text.slice(Math.max(0, m.index - 2000), m.index + 2000);
    if (/\/SubFilter\s*\/ETSI\.RFC3161/.test(near) && !/\/SubFilter\s*\/(?:adbe|ETSI\.CAdES)/.test(near))
      continue;
    found.push(
      whole
        ? { ranges: [a, b, c, d], der: Buffer.from(hole.replace(/[^0-9A-Fa-f]/g, ''), 'hex') }
        : 'unreadable',
    );
  }
  return found;
};

const nameOf = (names: RelativeDistinguishedNames, type: string): string | null => {
  const value = names.typesAndValues.find((t) => t.type === type)?.value.valueBlock.value;
  return typeof value === 'string' ? value.normalize('NFC').slice(0, 200) : null;
};

const UNREADABLE: PdfSignature = {
  integrity: 'unreadable',
  signer: { name: null, organization: null, issuer: null, serial: null, trust: 'none' },
  signedAt: null,
  revocation: 'not-checked',
};

const certificateOf = (data: SignedData, info: SignerInfo): Certificate | undefined =>
  (data.certificates ?? []).find(
    (c): c is Certificate =>
      c instanceof Certificate &&
      'serialNumber' in info.sid &&
      c.issuer.isEqual(info.sid.issuer) &&
      c.serialNumber.isEqual(info.sid.serialNumber),
  );

const signingTime = (info: SignerInfo): Date | null => {
  const value = info.signedAttrs?.attributes.find((a) => a.type === SIGNING_TIME)?.values[0];
  const date = typeof value?.toDate === 'function' ? (value.toDate() as Date) : null;
  return date && Number.isFinite(date.getTime()) ? date : null;
};

const trustOf = async (
  signer: Certificate,
  others: Certificate[],
  trust: Trust,
  at: Date,
): Promise<PdfSignature['signer']['trust']> => {
  const inTime = signer.notBefore.value <= at && at <= signer.notAfter.value;
  if (trust.certificates.length === 0) return inTime ? 'unknown-authority' : 'expired';
  // Judged at a moment when the certificate was valid, so that an old authority is not taken for an unknown one.
  const moment = inTime ? at : signer.notBefore.value;
  const engine = new CertificateChainValidationEngine({
    trustedCerts: trust.certificates,
    certs: [...others.filter((c) => c !== signer), signer],
    checkDate: moment,
  });
  const { result } = await engine.verify().catch(() => ({ result: false }));
  if (!result) return 'unknown-authority';
  return inTime ? 'trusted' : 'expired';
};

/** Only a list of the issuer itself, whose signature holds and whose time has not run out, says anything. */
const revocationOf = async (
  signer: Certificate,
  issuers: readonly Certificate[],
  lists: readonly CertificateRevocationList[],
  now: Date,
): Promise<PdfSignature['revocation']> => {
  for (const list of lists) {
    if (!list.issuer.isEqual(signer.issuer)) continue;
    const issuer = issuers.find((c) => c.subject.isEqual(signer.issuer));
    if (!issuer || !(await list.verify({ issuerCertificate: issuer }).catch(() => false))) continue;
    if (list.isCertificateRevoked(signer)) return 'revoked';
    if (list.nextUpdate && list.nextUpdate.value >= now) return 'good';
  }
  return 'not-checked';
};

const readOne = async (bytes: Buffer, found: Found, trust: Trust, now: Date): Promise<PdfSignature> => {
  const [a, b, c, d] = found.ranges;
  const asn = fromBER(new Uint8Array(found.der));
  if (asn.offset === -1) return UNREADABLE;
  const content = new ContentInfo({ schema: asn.result });
  if (content.contentType !== SIGNED_DATA) return UNREADABLE;
  const data = new SignedData({ schema: content.content });
  const info = data.signerInfos[0];
  const signer = info && certificateOf(data, info);
  // A signature that carries its content itself signs a digest of SHA-1: too weak to say that nothing was changed.
  if (!info || !signer || data.encapContentInfo.eContent) return UNREADABLE;
  const signed = new Uint8Array(Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]));
  const verdict = await data.verify({ signer: 0, data: signed.buffer, checkChain: false }).catch(() => false);
  const at = signingTime(info);
  const certificates = (data.certificates ?? []).filter((x): x is Certificate => x instanceof Certificate);
  const own = (data.crls ?? []).filter(
    (x): x is CertificateRevocationList => x instanceof CertificateRevocationList,
  );
  return {
    integrity: !verdict ? 'changed' : c + d === bytes.length ? 'whole' : 'extended',
    signer: {
      name: nameOf(signer.subject, COMMON_NAME),
      organization: nameOf(signer.subject, ORGANIZATION),
      issuer: nameOf(signer.issuer, COMMON_NAME),
      serial: Buffer.from(signer.serialNumber.valueBlock.valueHexView).toString('hex'),
      trust: await trustOf(signer, certificates, trust, at ?? now),
    },
    signedAt: at?.getTime() ?? null,
    revocation: await revocationOf(
      signer,
      [...trust.certificates, ...certificates],
      [...trust.lists, ...own],
      now,
    ),
  };
};

/** Three facts for each signature of a PDF, without asking anybody outside. Runs in the watched process. */
export const readSignatures = async (bytes: Buffer, trust: Trust, now: Date): Promise<PdfSignature[]> => {
  const signatures: PdfSignature[] = [];
  for (const found of findSignatures(bytes))
    signatures.push(
      found === 'unreadable' ? UNREADABLE : await readOne(bytes, found, trust, now).catch(() => UNREADABLE),
    );
  return signatures;
};
