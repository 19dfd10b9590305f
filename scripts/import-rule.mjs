// The import rule of .dependency-cruiser.mjs over `src`. It also refuses to be satisfied with nothing: a tool that
// cannot read TypeScript reads no modules, and then no module breaks a rule.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const baseDir = resolve(process.argv[2] ?? '.');
const { forbidden, allowed, allowedSeverity, options } = config;
const { enhancedResolveOptions, ...cruiseOptions } = options;
const { output } = await cruise(
  ['src'],
  { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden, allowed, allowedSeverity } },
  enhancedResolveOptions,
);

const sources = readdirSync(resolve(baseDir, 'src'), { recursive: true }).filter((name) =>
  /\.tsx?$/.test(name),
);
const read = output.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
const violations = output.summary.violations.filter((violation) => violation.rule.severity === 'error');

for (const { rule, from, to, cycle } of violations) {
  const way = cycle === undefined ? to : cycle.map((step) => step.name ?? step).join(' → ');
  console.error(`✗ ${rule.name}: ${from} → ${way}`);
}
console.log(`${read} of ${sources.length} modules read, ${violations.length} violations`);
// Declarations (.d.ts) are seen only where something imports them.
const readable = sources.filter((name) => !name.endsWith('.d.ts')).length;
if (read < readable || read === 0) console.error(`✗ ${readable - read} modules were not read`);
process.exit(violations.length === 0 && read >= readable && read > 0 ? 0 : 1);
