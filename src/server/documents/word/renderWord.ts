import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { kindName } from '../../../core/documents/layout.ts';
import type { Block, DocumentTree } from '../../../core/documents/tree.ts';
import { isDay } from '../../../core/kernel/instant.ts';
import { pngOf } from '../charts/raster.ts';
import { sections } from './sections.ts';
import { clean, STYLES } from './style.ts';

/** The day Nghị định 30/2020/NĐ-CP took effect: for documents whose day is not yet given. */
const NO_DAY = '2020-03-05';

/**
 * The library stamps the moment of making into the file. The same document must give the same bytes, whoever asks
 * and whenever, so its properties bear the document's own day and the archive a fixed one.
 */
const withFixedDates = (file: Uint8Array, day: string): Uint8Array => {
  const parts = unzipSync(file);
  const core = parts['docProps/core.xml'];
  if (core) {
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        (_all, tag: string) => `${tag}${day}T00:00:00Z`,
      ),
    );
  }
  const rank = (name: string): number =>
    name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const archive: Zippable = {};
  // Local fields on purpose: ZIP stores a wall clock without a zone.
  for (const name of names) archive[name] = [parts[name]!, { mtime: new Date(2020, 2, 5), level: 6 }];
  return zipSync(archive);
};

const DOTS = 1500;

/** Pictures become dots here: older versions of Word show nothing else. */
const withDots = async (tree: DocumentTree): Promise<DocumentTree> => {
  const dotted = async (blocks: readonly Block[]): Promise<Block[]> => {
    const made: Block[] = [];
    for (const block of blocks)
      made.push(block.kind === 'picture' ? { ...block, png: await pngOf(block.svg, DOTS) } : block);
    return made;
  };
  const pictured = tree.blocks.some((block) => block.kind === 'picture');
  return pictured ? { ...tree, blocks: await dotted(tree.blocks) } : tree;
};

export const renderWord = async (given: DocumentTree): Promise<Uint8Array> => {
  const tree = await withDots(given);
  const about = tree.head.title ?? tree.head.regarding ?? '';
  const document = new Document({
    title: clean(`${kindName(tree.kind)}: ${about}`),
    creator: clean(tree.head.body.replace(/\n/g, ' ')),
    lastModifiedBy: clean(tree.head.body.replace(/\n/g, ' ')),
    description: tree.marks.illustration ? 'Số liệu minh họa' : '',
    revision: 1,
    styles: STYLES,
    compatibility: { version: 15 },
    sections: sections(tree),
  });
  const file = await Packer.toBuffer(document);
  const { day } = tree.head;
  return withFixedDates(file, day && isDay(day) ? day : NO_DAY);
};
