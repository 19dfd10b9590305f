import type { UploadAnswer } from '../../src/core/evidence/answers.ts';
import type { Added } from '../../src/server/evidence/add.ts';
import type { Answer, Client } from './client.ts';

/** A PDF of one page that says what it is told. */
export const pdf = (words = 'Ke hoach'): Buffer => {
  const stream = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.7\n';
  const starts: number[] = [];
  objects.forEach((object, i) => {
    starts.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const xref = text.length;
  const lines = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${lines}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

export const beginUpload = (
  client: Client,
  unitId: string,
  name: string,
  bytes: Buffer,
): Promise<Answer<UploadAnswer>> =>
  client.post('/api/evidence/uploads', {
    unitId,
    name,
    size: bytes.length,
    fingerprint: `${name} ${bytes.length}`,
  });

/** Sends what is missing of a file, piece by piece; `most` stops in the middle like a dead line. */
export const sendPieces = async (
  client: Client,
  upload: UploadAnswer,
  bytes: Buffer,
  most = Number.POSITIVE_INFINITY,
): Promise<UploadAnswer> => {
  let now = upload;
  for (let n = 0; now.received < bytes.length && n < most; n++) {
    const piece = bytes.subarray(now.received, now.received + now.pieceSize);
    const answer = await client.putBytes<UploadAnswer>(
      `/api/evidence/uploads/${now.id}/${now.received}`,
      piece,
    );
    if (answer.status !== 200) throw new Error(`piece: ${answer.status} ${JSON.stringify(answer.body)}`);
    now = answer.body;
  }
  return now;
};

export const DETAILS = {
  number: '05/KH-UBND',
  day: '2024-01-20',
  issuer: 'UBND xã Bảo Lâm',
  abstract: 'Kế hoạch cải cách hành chính năm 2024',
};

/** Keeps a file as a document, all the way. */
export const keepDocument = async (
  client: Client,
  unitId: string,
  name: string,
  bytes: Buffer,
  details: Partial<typeof DETAILS> & { day?: string } = {},
): Promise<Answer<Added>> => {
  const begun = await beginUpload(client, unitId, name, bytes);
  if (begun.status !== 200) return begun as unknown as Answer<Added>;
  await sendPieces(client, begun.body, bytes);
  return client.post<Added>(`/api/evidence/uploads/${begun.body.id}/finish`, { ...DETAILS, ...details });
};
