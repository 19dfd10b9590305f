import { readFileSync, writeFileSync } from 'node:fs';
import { readLetter } from '../../src/core/letter/read.ts';
import { readUpload } from '../../src/server/upload/readUpload.ts';
import { corpus } from './corpus.ts';
import { type Finding, scoreLetter, share, type Tally, tallyBy } from './score.ts';

/** Scores the corpus and writes the table into docs/letter-reading.md; --show prints every miss. */
const findings: Finding[] = [];
for (const letter of corpus()) {
  const upload = await readUpload(letter.bytes, letter.file);
  if (!upload.ok) throw new Error(`${letter.name}: ${upload.refusal.code}`);
  findings.push(...scoreLetter(letter.name, letter.expected, readLetter(upload.text)));
}
if (process.argv.includes('--show'))
  for (const f of findings.filter((x) => x.kind !== 'right'))
    console.log(`${f.letter} ${f.field} ${f.kind}\n   want ${JSON.stringify(f.want)}\n   got  ${JSON.stringify(f.got)}`);

const percent = (t: Tally): string => `${(share(t) * 100).toFixed(1).replace('.', ',')} %`;
const rows = [...tallyBy(findings)].map(
  ([field, t]) => `| ${field} | ${t.right} | ${t.wrong} | ${t.missed} | ${t.invented} | ${percent(t)} |`,
);
const total = findings.reduce<Tally>((sum, f) => ({ ...sum, [f.kind]: sum[f.kind] + 1 }), {
  right: 0,
  wrong: 0,
  missed: 0,
  invented: 0,
});
const table = [
  '| Field | Right | Wrong | Missed | Invented | Share right |',
  '|---|---:|---:|---:|---:|---:|',
  ...rows,
  `| **all** | ${total.right} | ${total.wrong} | ${total.missed} | ${total.invented} | **${percent(total)}** |`,
].join('\n');
console.log(table);

const doc = new URL('../../docs/letter-reading.md', import.meta.url);
if (!process.argv.includes('--print')) {
  const text = readFileSync(doc, 'utf8');
  writeFileSync(
    doc,
    text.replace(/(<!-- table -->\n)[\s\S]*?(\n<!-- end -->)/, (_, a: string, b: string) => `${a}${table}${b}`),
  );
}
