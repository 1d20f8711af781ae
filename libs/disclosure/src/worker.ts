import { parentPort, workerData } from 'node:worker_threads';
import { attack } from './attack.js';
import type { TableRun } from './in-worker.js';
import { protect } from './protect.js';
import type { ProtectionProgress } from './statements.js';
import { attackTable, protectTable } from './table-gate.js';
import { readTable } from './table-reader.js';

/** What the worker sends: any number of progress messages, then one result or one failure. */
export type WorkerMessage =
  | { type: 'progress'; progress: ProtectionProgress }
  | { type: 'result'; result: unknown }
  | { type: 'failure'; name: string; message: string };

/** Milliseconds between two progress messages. */
const PACE = 100;

async function work(
  run: TableRun,
  shouldStop: () => boolean,
  onProgress: (progress: ProtectionProgress) => void,
): Promise<unknown> {
  const attacking = {
    shouldStop,
    onProgress: (fraction: number) => onProgress({ phase: 'auditing', fraction, secondary: null }),
  };
  switch (run.mode) {
    case 'protect':
      return protect(run.problem, { ...run.options, shouldStop, onProgress });
    case 'attack':
      return attack(run.problem, attacking);
    case 'protect-table':
      return protectTable(readTable(run.table), { ...run.options, shouldStop, onProgress });
    case 'attack-table':
      return attackTable(readTable(run.table), { ...attacking, pattern: run.pattern });
  }
}

const port = parentPort;
if (port) {
  const { run, stop } = workerData as { run: TableRun; stop: Int32Array };
  let last = -PACE;
  const onProgress = (progress: ProtectionProgress) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    port.postMessage({ type: 'progress', progress } satisfies WorkerMessage);
  };
  try {
    const result = await work(run, () => Atomics.load(stop, 0) === 1, onProgress);
    port.postMessage({ type: 'result', result } satisfies WorkerMessage);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    // HiGHS prints its whole source line on an uncaught error; only the message goes back.
    port.postMessage({ type: 'failure', name, message: message.slice(0, 500) } satisfies WorkerMessage);
  }
}
