import {
  AlignmentType,
  type FileChild,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { annexReference, annexTitle, closeBody, isWide, PAGE } from '../../../core/documents/layout.ts';
import { type Orientation, stretches } from '../../../core/documents/stretches.ts';
import type { Annex, DocumentTree } from '../../../core/documents/tree.ts';
import { blockParts } from './body.ts';
import { addresseeBox, headTable, noticeBox, titleBox } from './boxes.ts';
import { signatureTable } from './signature.ts';
import { mm, run, SIZE, textWidth } from './style.ts';

const ILLUSTRATION = 'Số liệu minh họa';

/** NĐ 30/2020: the page number is centred in the top margin and not shown on the first page. */
const header = (orientation: Orientation, numbered: boolean, illustration: boolean): Header => {
  const width = textWidth(orientation);
  const mark = illustration
    ? [
        new TextRun({ children: [new Tab()] }),
        run(ILLUSTRATION, { bold: true, italics: true, size: SIZE.word }),
      ]
    : [];
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(width / 2) },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [
          new TextRun({ children: [new Tab()] }),
          ...(numbered ? [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })] : []),
          ...mark,
        ],
      }),
    ],
  });
};

type Part = { readonly orientation: Orientation; readonly children: FileChild[] };

/** `first` opens a document or an annex: its pages count from 1 and its first page shows no number. */
const section = (part: Part, first: boolean, opening: boolean, illustration: boolean): ISectionOptions => ({
  headers: {
    default: header(part.orientation, true, illustration),
    first: header(part.orientation, false, illustration),
  },
  properties: {
    titlePage: first,
    ...(opening ? {} : { type: SectionType.NEXT_PAGE }),
    page: {
      size: {
        width: mm(PAGE.width),
        height: mm(PAGE.height),
        orientation: part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mm(PAGE.top),
        bottom: mm(PAGE.bottom),
        left: mm(PAGE.left),
        right: mm(PAGE.right),
        header: mm(9),
        footer: mm(9),
        gutter: 0,
      },
      ...(first ? { pageNumbers: { start: 1 } } : {}),
    },
  },
  children: part.children,
});

const bodyParts = (tree: DocumentTree): Part[] => {
  const found = stretches(closeBody(tree.blocks), tree.landscape);
  return found.map(({ orientation, blocks }, i) => {
    const opening =
      i === 0
        ? [
            headTable(tree, orientation),
            ...noticeBox(tree),
            ...titleBox(tree, orientation),
            ...addresseeBox(tree),
          ]
        : [];
    const ending = i === found.length - 1 ? signatureTable(tree, orientation) : [];
    const children = blocks.flatMap((block, at) =>
      blockParts(block, orientation, ending.length > 0 && at === blocks.length - 1),
    );
    return { orientation, children: [...opening, ...children, ...ending] };
  });
};

const annexPart = (tree: DocumentTree, annex: Annex, index: number): Part => {
  const wide = annex.blocks.some((block) => block.kind === 'table' && isWide(block));
  const orientation: Orientation = wide ? 'landscape' : 'portrait';
  const centred = (words: string, look: Parameters<typeof run>[1], after = 0): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { after },
      children: [run(words, look)],
    });
  return {
    orientation,
    children: [
      centred(annexTitle(index, tree.annexes.length), { bold: true }),
      centred(annex.title.toLocaleUpperCase('vi-VN'), { bold: true, size: SIZE.small }),
      centred(annexReference(tree), { italics: true, size: SIZE.small }, 160),
      ...annex.blocks.flatMap((block) => blockParts(block, orientation, false)),
    ],
  };
};

export const sections = (tree: DocumentTree): ISectionOptions[] => {
  const { illustration } = tree.marks;
  return [
    ...bodyParts(tree).map((part, i) => section(part, i === 0, i === 0, illustration)),
    ...tree.annexes.map((annex, i) => section(annexPart(tree, annex, i), true, false, illustration)),
  ];
};
