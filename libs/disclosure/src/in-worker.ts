import { Worker } from 'node:worker_threads';
import type {
  AttackProblem,
  Finding,
  Protection,
  ProtectionProblem,
  ProtectionProgress,
  ProtectOptions,
} from './statements.js';
import type { TableAttack, TableProtection } from './table-gate.js';
import type { WorkerMessage } from './worker.js';

/** Budget and seed of a run, as plain data. */
export type RunOptions = Pick<ProtectOptions, 'seconds' | 'seed'>;

/** One piece of work for the thread, as plain data. Tables are the JSON of `sdc-table/1`, read in the thread. */
export type TableRun =
  | { mode: 'protect'; problem: ProtectionProblem; options?: RunOptions }
  | { mode: 'attack'; problem: AttackProblem }
  | { mode: 'protect-table'; table: unknown; options?: RunOptions }
  | { mode: 'attack-table'; table: unknown; pattern?: string };

/** What each mode gives back. */
export interface RunResults {
  protect: Protection;
  attack: Finding[];
  'protect-table': TableProtection;
  'attack-table': TableAttack;
}

/** Progress and cancelling of a run. An attack reports the phase "auditing" only. */
export interface RunControls {
  onProgress?: (progress: ProtectionProgress) => void;
  signal?: AbortSignal;
}

/** The thread failed; the message is that of its error, the name tells bad input and a stopped run from the rest. */
export class DisclosureWorkerError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = ['DisclosureInputError', 'DisclosureStoppedError'].includes(name)
      ? name
      : 'DisclosureWorkerError';
  }
}

/** The compiled thread entry; code that runs from its TypeScript source (specs) uses the build's. */
function entry(): URL {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new URL('./worker.js', here);
  const root = here.slice(0, here.lastIndexOf('/libs/disclosure/src/'));
  return new URL(`${root}/dist/libs/disclosure/src/worker.js`);
}

/**
 * Runs one piece of work in a thread of its own, so that the caller's event loop stays free. When `signal` aborts, a
 * protection ends with the best pattern so far once the audit has passed it, and anything else rejects with a
 * `DisclosureStoppedError`; a signal that was already aborted rejects with its reason.
 * @throws DisclosureWorkerError with the name and message of the thread's error (bad input included).
 */
export function inWorker<T extends TableRun>(
  run: T,
  controls: RunControls = {},
): Promise<RunResults[T['mode']]> {
  const { signal, onProgress } = controls;
  if (signal?.aborted)
    return Promise.reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(entry(), { workerData: { run, stop }, execArgv: [] });
    const abort = () => Atomics.store(stop, 0, 1);
    signal?.addEventListener('abort', abort, { once: true });
    let settled = false;
    const settle = (end: () => void) => {
      if (settled) return;
      settled = true;
      signal?.removeEventListener('abort', abort);
      void worker.terminate();
      end();
    };
    const fail = (name: string, message: string) =>
      settle(() => reject(new DisclosureWorkerError(name, message)));
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else if (message.type === 'result') settle(() => resolve(message.result as RunResults[T['mode']]));
      else fail(message.name, message.message);
    });
    worker.on('error', (error) => fail('DisclosureWorkerError', error.message));
    worker.on('exit', (code) => fail('DisclosureWorkerError', `The thread ended with code ${code}.`));
  });
}

/** `protect` in a thread of its own; see `inWorker` for cancelling. */
export function protectInWorker(
  problem: ProtectionProblem,
  options: RunOptions = {},
  controls: RunControls = {},
): Promise<Protection> {
  return inWorker({ mode: 'protect', problem, options }, controls);
}

/** `attack` in a thread of its own; see `inWorker` for cancelling. */
export function attackInWorker(problem: AttackProblem, controls: RunControls = {}): Promise<Finding[]> {
  return inWorker({ mode: 'attack', problem }, controls);
}
