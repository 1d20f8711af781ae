import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { attack } from '#libs/disclosure';
import { judge, type GateJob, type GateOutcome } from './gate.rules.js';

type Message =
  | { type: 'progress'; fraction: number }
  | { type: 'outcome'; outcome: GateOutcome }
  | { type: 'failure'; message: string };

/** Milliseconds between two progress messages. */
const PACE = 250;

/** The compiled thread entry; code that runs from its TypeScript source (specs) uses the build's. */
function entry(): URL {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new URL(here);
  const root = here.slice(0, here.lastIndexOf('/libs/mirror/src/'));
  return new URL(`${root}/dist/libs/mirror/src/releases/gate.jobs.js`);
}

/** How a thread that judges is followed and held in check. */
export interface ThreadControls {
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
  /** What it may keep in memory, in MB; as much as there is without it. */
  memoryMb?: number;
}

/** Whether a thread ended because it needed more memory than it was given. */
export const ranOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Judges one release in a thread of its own, so that the worker stays free for everything else.
 * @throws with the message of what went wrong in the thread, when `signal` aborts, or what `ranOutOfMemory` knows
 */
export function judgeInThread(job: GateJob, controls: ThreadControls = {}): Promise<GateOutcome> {
  const { signal, onProgress, memoryMb } = controls;
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry(), {
      workerData: { gate: job },
      execArgv: [],
      ...(memoryMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    });
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', stop);
      void thread.terminate();
      settle();
    };
    const stop = (): void => end(() => reject(new Error('The release was called off.')));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    thread.on('message', (message: Message) => {
      if (message.type === 'progress') onProgress?.(message.fraction);
      else if (message.type === 'outcome') end(() => resolve(message.outcome));
      else end(() => reject(new Error(message.message)));
    });
    thread.on('error', (error) => end(() => reject(error)));
    thread.on('exit', (code) => end(() => reject(new Error(`The thread ended with code ${code}.`))));
  });
}

const given = workerData as { gate?: GateJob } | null;
if (!isMainThread && parentPort && given?.gate) {
  const port = parentPort;
  let last = 0;
  const onProgress = (fraction: number): void => {
    if (performance.now() - last < PACE) return;
    last = performance.now();
    port.postMessage({ type: 'progress', fraction } satisfies Message);
  };
  judge(given.gate, attack, { onProgress }).then(
    (outcome) => port.postMessage({ type: 'outcome', outcome } satisfies Message),
    (error: Error) =>
      port.postMessage({ type: 'failure', message: error.message.slice(0, 500) } satisfies Message),
  );
}
