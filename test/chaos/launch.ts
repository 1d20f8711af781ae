import { spawn } from 'node:child_process';
import { pause } from './visitor.js';

export interface Launched {
  /** What it printed on both channels. */
  output(): string;
  /** Resolves when it said this. @throws when it ended, or stays silent for a minute. */
  says(what: RegExp): Promise<RegExpExecArray>;
  end(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
  /** Its exit code, once it has one. */
  ended: Promise<number | null>;
}

/** A main of the built product as a process of its own, with these settings and no others of ours. */
export function launch(
  app: 'standalone' | 'api' | 'worker',
  settings: Record<string, string>,
  args: string[] = [],
): Launched {
  const { PATH, TMPDIR } = process.env;
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`, ...args], {
    env: { ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }), LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const channel of [child.stdout, child.stderr])
    channel.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    output: () => printed,
    async says(what) {
      for (let wait = 0; wait < 600; wait++) {
        const said = what.exec(printed);
        if (said) return said;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await pause(100);
      }
      throw new Error(`It never said ${String(what)}:\n${printed}`);
    },
    async end(signal) {
      child.kill(signal);
      await ended;
    },
    ended,
  };
}
