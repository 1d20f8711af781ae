import { Worker } from 'node:worker_threads';
import type { Alternative } from './alternatives.js';
import type { FormOptions, Progress } from './run.js';
import type { Instance, Solution } from './instance.js';
import type { ImproveFromOptions } from './refine.js';
import type { RelaxationReport } from './relaxations.js';
import type { RepairRequest, RepairResult } from './repair.js';
import type { WorkerMessage } from './worker.js';

type Plain<T> = Omit<T, 'onProgress' | 'shouldStop'>;

/** One piece of work for the thread, as plain data. */
export type WorkerTask =
  | { mode: 'form'; instance: Instance; options?: Plain<FormOptions> }
  | { mode: 'alternatives'; instance: Instance; options?: Plain<FormOptions> }
  | { mode: 'improve'; instance: Instance; solution: Solution; options?: Plain<ImproveFromOptions> }
  | {
      mode: 'repair';
      instance: Instance;
      solution: Solution;
      request: RepairRequest;
      options?: { names?: Readonly<Record<string, string>> };
    }
  | { mode: 'relaxations'; instance: Instance; solution?: Solution; options?: Plain<FormOptions> };

/** What each mode gives back. */
export interface WorkerResults {
  form: Solution;
  alternatives: Alternative[];
  improve: Solution;
  repair: RepairResult;
  relaxations: RelaxationReport;
}

/** Progress and cancelling of a piece of work. */
export interface WorkerControls {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** The thread failed; the message is that of its error. */
export class GroupingWorkerError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name === 'GroupingInputError' ? name : 'GroupingWorkerError';
  }
}

/** The compiled thread entry; code that runs from its TypeScript source (specs) uses the build's. */
function entry(): URL {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new URL('./worker.js', here);
  const root = here.slice(0, here.lastIndexOf('/libs/grouping/src/'));
  return new URL(`${root}/dist/libs/grouping/src/worker.js`);
}

/**
 * Runs one piece of work in a thread of its own, so that the caller's event loop stays free. When `signal` aborts, the
 * work ends within a moment and the promise resolves with the best found so far; a signal that was already aborted
 * rejects with its reason.
 * @throws GroupingWorkerError with the message of the thread's error (bad input included).
 */
export function inWorker<T extends WorkerTask>(
  task: T,
  controls: WorkerControls = {},
): Promise<WorkerResults[T['mode']]> {
  const { signal, onProgress } = controls;
  if (signal?.aborted)
    return Promise.reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(entry(), { workerData: { task, stop }, execArgv: [] });
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
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else if (message.type === 'result') settle(() => resolve(message.result as WorkerResults[T['mode']]));
      else settle(() => reject(new GroupingWorkerError(message.name, message.message)));
    });
    worker.on('error', (error) =>
      settle(() => reject(new GroupingWorkerError('GroupingWorkerError', error.message))),
    );
    worker.on('exit', (code) =>
      settle(() =>
        reject(new GroupingWorkerError('GroupingWorkerError', `the thread ended with code ${code}`)),
      ),
    );
  });
}

/** `formGroups` in a thread of its own; see `inWorker` for cancelling. */
export function formInWorker(
  instance: Instance,
  options: Plain<FormOptions> = {},
  controls: WorkerControls = {},
): Promise<Solution> {
  return inWorker({ mode: 'form', instance, options }, controls);
}
