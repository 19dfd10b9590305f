import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { requestDocument } from '../../../src/core/documents/requestDocument.ts';
import { readLetter } from '../../../src/core/letter/read.ts';
import { renderWord } from '../../../src/server/documents/word/renderWord.ts';
import { requestInput } from './samples.ts';

it('the printed request is read again as the same request', async () => {
  const issued = requestDocument({ ...requestInput, number: '112', day: '2024-02-06' });
  const buffer = Buffer.from(await renderWord(issued));
  const letter = readLetter((await mammoth.extractRawText({ buffer })).value);
  expect(letter.isRequest.value).toBe(true);
  expect(letter.number.value).toBe('112');
  expect(letter.symbol.value).toBe('UBND-NV');
  expect(letter.place.value).toBe('Cao Lộc');
  expect(letter.date.value).toBe('2024-02-06');
  expect(letter.subject.value).toBe(requestInput.subject);
  expect(letter.issuer.value).toBe('UBND huyện Cao Lộc');
  expect(letter.windows.map(({ from, to }) => ({ from, to }))).toEqual([requestInput.window]);
  expect(letter.deadlines.map((one) => one.at)).toEqual(['2024-03-01T00:00:00+07:00']);
  expect(letter.receiver?.value).toBe('Phòng Nội vụ');
  expect(letter.groups[0]?.parts.map((one) => one.title)).toEqual(
    requestInput.groups[0]!.parts.map((one) => one.title),
  );
  expect(letter.groups[0]?.parts[1]).toMatchObject({ fields: requestInput.groups[0]!.parts[1]!.fields });
  expect(letter.leads.map(({ lead, field, partners }) => ({ lead, field, partners }))).toEqual(
    requestInput.groups[1]!.leads,
  );
  expect(letter.signer?.name).toBe('Lương Minh Khôi');
});
