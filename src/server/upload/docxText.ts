import mammoth from 'mammoth';
import { htmlToText } from '../../core/letter/html.ts';

/** Word to text by way of HTML, which keeps numbering, lists and the two columns of the letterhead. */
export const docxText = async (bytes: Buffer): Promise<string> => {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      externalFileAccess: false,
      ignoreEmptyParagraphs: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return htmlToText(value);
};
