/** `npm run bench -- NAME [--full | --short]`: runs one bench, or says which there are. A bench exits 1 when its quality is too low. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<number> }>>> = {
  dispatch: () => import('./dispatch.bench.js'),
  figures: () => import('./figures.bench.js'),
  gate: () => import('./figures-gate.bench.js'),
  grouping: () => import('./grouping.bench.js'),
  http: () => import('./http.bench.js'),
  import: () => import('./import.bench.js'),
  live: () => import('./live.bench.js'),
};

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : BENCHES[name];
if (load) {
  process.exitCode = await (await load()).run(args);
} else {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--full | --short]\n`);
  process.exitCode = name === undefined || name === '--help' ? 0 : 2;
}
