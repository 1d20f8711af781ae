// `npm start`: builds what is older than its sources, then starts Leerkring.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Newest change among the sources under these paths. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const entry = statSync(path);
    if (entry.isDirectory()) {
      for (const name of readdirSync(path))
        if (name !== 'node_modules') latest = Math.max(latest, newest([join(path, name)]));
    } else latest = Math.max(latest, entry.mtimeMs);
  }
  return latest;
}

function build(script, made, sources) {
  if (existsSync(made) && statSync(made).mtimeMs >= newest(sources)) return;
  process.stdout.write(`Building (${script}) …\n`);
  const { status } = spawnSync('npm', ['run', '-s', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const stamp = 'dist/apps/standalone/src/main.js';
build('build:server', stamp, [
  'apps/api',
  'apps/worker',
  'apps/standalone',
  'apps/cli',
  'libs',
  'migrations',
  'package.json',
]);
build('build:web', 'dist/web/index.html', ['apps/web', 'libs/contracts', 'package.json']);
await import(new URL(`../../${stamp}`, import.meta.url).href);
