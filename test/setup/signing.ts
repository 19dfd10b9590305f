import { webcrypto } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime, Utf8String } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  RevokedCertificate,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  setEngine,
  Time,
} from 'pkijs';
import { pdf } from './evidence.ts';

setEngine('test', new CryptoEngine({ name: 'test', crypto: webcrypto as never }));

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
type Keys = Awaited<ReturnType<typeof makeKeys>>;
const makeKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

export type Party = { readonly certificate: Certificate; readonly keys: Keys };
let serial = 1;

const named = (certificate: Certificate['subject'], name: string, organization: string): void => {
  certificate.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    new AttributeTypeAndValue({ type: '2.5.4.10', value: new Utf8String({ value: organization }) }),
    new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'VN' }) }),
  );
};

/** A certificate authority of the test, or somebody whom one certifies. */
export const makeParty = async (
  name: string,
  organization: string,
  by?: Party,
  until = new Date('2040-01-01'),
): Promise<Party> => {
  const keys = await makeKeys();
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial++ });
  named(certificate.subject, name, organization);
  if (by) certificate.issuer = by.certificate.subject;
  else named(certificate.issuer, name, organization);
  certificate.notBefore.value = new Date('2023-01-01');
  certificate.notAfter.value = until;
  if (!by) {
    const constraints = new BasicConstraints({ cA: true });
    certificate.extensions = [
      new Extension({
        extnID: '2.5.29.19',
        critical: true,
        extnValue: constraints.toSchema().toBER(false),
        parsedValue: constraints,
      }),
    ];
  }
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  await certificate.sign((by ?? { keys }).keys.privateKey as CryptoKey, 'SHA-256');
  return { certificate, keys };
};

export const derOf = (of: Certificate | CertificateRevocationList): Buffer =>
  Buffer.from(of.toSchema(true).toBER(false));

export const makeList = async (
  authority: Party,
  revoked: readonly Party[],
  nextUpdate = new Date('2040-01-01'),
): Promise<CertificateRevocationList> => {
  const list = new CertificateRevocationList();
  list.version = 1;
  list.issuer = authority.certificate.subject;
  list.thisUpdate = new Time({ value: new Date('2024-01-01') });
  list.nextUpdate = new Time({ value: nextUpdate });
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      (party) =>
        new RevokedCertificate({
          userCertificate: party.certificate.serialNumber,
          revocationDate: new Time({ value: new Date('2024-01-15') }),
        }),
    );
  await list.sign(authority.keys.privateKey as CryptoKey, 'SHA-256');
  return list;
};

const HOLE = 8000;

/** A PDF that the party signed, as signing programs write it: detached CMS over two stretches of the file. */
export const signPdf = async (
  party: Party,
  words = 'Da ky',
  at = new Date('2024-02-28T03:00:00Z'),
): Promise<Buffer> => {
  const range = '/ByteRange [0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]';
  const text = pdf(words)
    .toString('latin1')
    .replace(
      'trailer',
      `6 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached ${range} /Contents <${'0'.repeat(HOLE)}>>>\nendobj\ntrailer`,
    );
  const start = text.indexOf('/Contents <') + '/Contents '.length;
  const end = start + HOLE + 2;
  const wide = (n: number): string => String(n).padEnd(10, ' ');
  const filled = text
    .replace('AAAAAAAAAA', wide(start))
    .replace('BBBBBBBBBB', wide(end))
    .replace('CCCCCCCCCC', wide(text.length - end));
  const signed = Buffer.from(filled.slice(0, start) + filled.slice(end), 'latin1');
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(signed));
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: party.certificate.issuer,
          serialNumber: party.certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })],
            }),
            new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: at })] }),
            new Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new OctetString({ valueHex: digest })],
            }),
          ],
        }),
      }),
    ],
    certificates: [party.certificate],
  });
  await data.sign(party.keys.privateKey as CryptoKey, 0, 'SHA-256', new Uint8Array(signed).buffer);
  const cms = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) });
  const hex = Buffer.from(cms.toSchema().toBER(false)).toString('hex');
  return Buffer.from(`${filled.slice(0, start)}<${hex.padEnd(HOLE, '0')}>${filled.slice(end)}`, 'latin1');
};
