import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { documentData } from './content.ts';
import { readFonts } from './letters.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const STANDARD = 'a-2a';

export type Press = { print(tree: DocumentTree): Buffer };

/** Loads fonts and template once; only for the child process: what Typst keeps lies outside the heap. */
export const createPress = (): Press => {
  const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
  const { files, letters } = readFonts();
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: [...files] }] });
  const fail = (error: NodeError | null): never => {
    const found: { message?: string }[] = error ? compiler.fetchDiagnostics(error) : [];
    throw new Error(`typst: ${found.map((one) => one.message ?? '').join('; ')}`);
  };
  return {
    print: (tree) => {
      try {
        const compiled = compiler.compile({
          mainFileContent: template,
          inputs: { data: JSON.stringify(documentData(tree, letters)) },
        });
        if (compiled.hasError() || !compiled.result) return fail(compiled.takeDiagnostics());
        return compiler.pdf(compiled.result, { pdfStandard: STANDARD, pdfTags: true });
      } finally {
        compiler.evictCache(0);
      }
    },
  };
};
