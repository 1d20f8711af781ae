// The closed vocabulary of file names (docs/architecture.md §3): a new kind of file is a decision, with an ADR. And names that no compiler follows.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TOP = new Set(['apps', 'libs', 'migrations', 'docker', 'test', 'bench', 'docs', '.ci']);
const CONTEXT_LIBS = [
  'audit',
  'notifications',
  'access',
  'practices',
  'live',
  'documents',
  'intervision',
  'mirror',
  'dialogue',
  'surveys',
  'programme',
  'knowledge',
];
const CONTEXT =
  /\.(module|entity|service|queries|rules|policy|jobs|sweeps|reactions|template)(\.db)?(\.spec)?\.ts$|^index\.ts$|\.db\.spec\.ts$/;
const API =
  /\.(controller|dto|module|gateway|guard|filter|decorator|adapter)\.ts$|\.api\.spec\.ts$|^main\.ts$/;
/** Plumbing of the api that is neither a door nor a rule; each was a decision. */
const API_PLUMBING = new Set([
  'app.module.ts',
  'create-app.ts',
  'openapi.ts',
  'cookies.ts',
  'download.ts',
  'validation.ts',
  'room-access.ts',
  'test-app.ts',
  'upload.ts',
  'static-pages.ts',
]);
const FORBIDDEN = /(^|[-.])(utils?|helpers?|common|shared|types|misc)\.(ts|tsx)$/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file));
const wrong = [];
for (const file of files) {
  const parts = file.split('/');
  const name = parts.at(-1);
  if (parts.length > 1 && !TOP.has(parts[0]) && !parts[0].startsWith('.'))
    wrong.push(`${file}: the top-level folder ${parts[0]} is not part of the house`);
  if (!/\.(ts|tsx)$/.test(name) || file.includes('/fixtures/')) continue;
  if (FORBIDDEN.test(name)) wrong.push(`${file}: a name like this says nothing about what is in it`);
  if (parts[0] === 'libs' && name === 'index.ts' && file !== `libs/${parts[1]}/src/index.ts`)
    wrong.push(`${file}: only libs/${parts[1]}/src/index.ts may be an index`);
  if (parts[0] === 'libs' && CONTEXT_LIBS.includes(parts[1]) && !CONTEXT.test(name))
    wrong.push(
      `${file}: not one of index module entity service queries rules policy jobs sweeps reactions template`,
    );
  if (parts[0] === 'apps' && parts[1] === 'api' && !API.test(name) && !API_PLUMBING.has(name))
    wrong.push(`${file}: not one of controller dto gateway guard filter decorator adapter`);
  if (parts[0] === 'migrations' && !/^\d{14}-[a-z0-9-]+\.ts$/.test(name))
    wrong.push(`${file}: a migration is named <timestamp>-<kebab-name>.ts`);
  if (!/^[a-z0-9.-]+$/.test(name)) wrong.push(`${file}: file names are kebab-case`);
}
// two DTO classes of one name would silently become one schema in openapi.json
const schemas = new Map();
for (const file of files.filter((one) => one.endsWith('.dto.ts'))) {
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^export class (\w+)/gm)) {
    if (schemas.has(name)) wrong.push(`${file}: the class ${name} also stands in ${schemas.get(name)}`);
    schemas.set(name, file);
  }
}
// a class that no style sheet has draws nothing, and a rule that no component names is never drawn: neither is said by a compiler
const named = new Map();
for (const file of files.filter((one) => /^apps\/web\/src\/.*\.tsx?$/.test(one))) {
  const text = readFileSync(file, 'utf8');
  for (const [line, name, path] of text.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)';$/gm)) {
    const sheet = join(dirname(file), path);
    const classes = named.get(sheet) ?? [];
    named.set(sheet, classes);
    const rest = text.replace(line, '');
    for (const [, one, other] of rest.matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)|\\['([\\w-]+)'\\])`, 'g')))
      classes.push({ file, name: one ?? other });
    // handed to a component as a whole, or looked up by a value
    if (new RegExp(`\\{${name}\\}|\\.\\.\\.${name}\\b|\\b${name}\\[(?!')`).test(rest)) classes.whole = true;
  }
}
for (const sheet of files.filter((one) => one.endsWith('.module.css'))) {
  const rules = readFileSync(sheet, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '');
  const has = new Set(
    [...rules.matchAll(/([^{};]*)\{/g)].flatMap(([, selector]) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name),
    ),
  );
  const used = named.get(sheet) ?? [];
  for (const { file, name } of used) if (!has.has(name)) wrong.push(`${file}: ${sheet} has no class ${name}`);
  const seen = new Set(used.map(({ name }) => name));
  if (!used.whole)
    for (const name of has) if (!seen.has(name)) wrong.push(`${sheet}: no component names the class ${name}`);
}
if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
console.log(`structure: ${files.length} files in their places`);
