import { Worker } from 'node:worker_threads';

/** What the gate said no to, or what the parser read. */
export type ChildAnswer = { readonly refused: string } | { readonly text: string; readonly pages: number };

/**
 * The process that judges and parses one foreign file and ends. Bytes come on standard input, the answer leaves as one JSON line.
 * A thread of its own watches the memory of the whole process: the parser may be busy for seconds and allocate outside
 * the heap, where no heap limit counts.
 */
const [kind, limit, trustFolder] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const LIMIT_EXIT = 86;

new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${limit}) { process.kill(process.pid, 'SIGKILL'); } }, 20);`,
  { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();

const input = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const run = async (): Promise<ChildAnswer> => {
  const bytes = await input();
  if (kind === 'docx') {
    const { docxGate } = await import('./docxGate.ts');
    const gate = docxGate(bytes);
    if (!gate.ok) return { refused: gate.code };
    const { docxText } = await import('./docxText.ts');
    return { text: await docxText(Buffer.from(gate.clean)), pages: 1 };
  }
  if (kind === 'xlsx') {
    const { xlsxGate } = await import('../excel/xlsxGate.ts');
    const gate = xlsxGate(bytes);
    if (!gate.ok) return { refused: `excel.${gate.fault}` };
    const { sheetsOf } = await import('../excel/sheets.ts');
    return { text: JSON.stringify(await sheetsOf(gate.clean)), pages: 1 };
  }
  if (kind === 'csv') {
    const { csvSheet } = await import('../excel/csvSheet.ts');
    return { text: JSON.stringify([csvSheet(bytes)]), pages: 1 };
  }
  if (kind === 'inspect') {
    const { inspect } = await import('./inspect.ts');
    const found = await inspect(bytes, trustFolder);
    return 'refused' in found ? found : { text: JSON.stringify(found), pages: found.pages ?? 1 };
  }
  const { pdfGate } = await import('./pdfGate.ts');
  const gate = pdfGate(bytes);
  if (!gate.ok) return { refused: gate.code };
  const { pdfText } = await import('./pdfText.ts');
  return pdfText(bytes);
};

run().then(
  (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0)),
  (error: unknown) => {
    const isMemory = error instanceof RangeError;
    process.stdout.write(`${JSON.stringify({ error: String(error).slice(0, 200) })}\n`, () =>
      process.exit(isMemory ? LIMIT_EXIT : 1),
    );
  },
);
