import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { attack } from '#libs/disclosure';
import { judge, type GateJob, type GateOutcome } from './gate.rules.js';

type Message =
  | { type: 'progress'; fraction: number }
  | { type: 'outcome'; outcome: GateOutcome }
  | { type: 'failure'; message: string };

/** Milliseconds between two progress messages. */
const PACE = 250;
/** What a thread of this module is made with. */
const JUDGES = 'gate';

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

/** Releases come in rows: a thread that has done its job waits so long for the next one, its code compiled. */
const IDLE_MS = 15_000;
/** Threads that wait, by what they may keep in memory; they keep no process alive. */
const idle = new Map<number | undefined, Worker>();

function takeThread(memoryMb: number | undefined): Worker {
  const waiting = idle.get(memoryMb);
  idle.delete(memoryMb);
  waiting?.ref();
  return (
    waiting ??
    new Worker(entry(), {
      workerData: JUDGES,
      execArgv: [],
      ...(memoryMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    })
  );
}

function keepThread(thread: Worker, memoryMb: number | undefined): void {
  if (idle.has(memoryMb)) return void thread.terminate();
  idle.set(memoryMb, thread);
  thread.unref();
  setTimeout(() => {
    if (idle.get(memoryMb) !== thread) return;
    idle.delete(memoryMb);
    void thread.terminate();
  }, IDLE_MS).unref();
}

/**
 * Judges one release in a thread, so that the worker stays free for everything else; several at the same moment in as many threads.
 * @throws with the message of what went wrong in the thread, when `signal` aborts, or what `ranOutOfMemory` knows
 */
export function judgeInThread(job: GateJob, controls: ThreadControls = {}): Promise<GateOutcome> {
  const { signal, onProgress, memoryMb } = controls;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(calledOff());
    const thread = takeThread(memoryMb);
    const letGo = (): void => {
      signal?.removeEventListener('abort', stop);
      thread.off('message', heard).off('error', fail).off('exit', ended);
    };
    const fail = (error: Error): void => {
      letGo();
      void thread.terminate();
      reject(error);
    };
    const stop = (): void => fail(calledOff());
    const ended = (code: number): void => fail(new Error(`The thread ended with code ${code}.`));
    const heard = (message: Message): void => {
      if (message.type === 'progress') return onProgress?.(message.fraction);
      if (message.type === 'failure') return fail(new Error(message.message));
      letGo();
      keepThread(thread, memoryMb);
      resolve(message.outcome);
    };
    signal?.addEventListener('abort', stop, { once: true });
    thread.on('message', heard).on('error', fail).on('exit', ended);
    thread.postMessage(job);
  });
}

const calledOff = (): Error => new Error('The release was called off.');

if (!isMainThread && parentPort && workerData === JUDGES) {
  const port = parentPort;
  let last = 0;
  const onProgress = (fraction: number): void => {
    if (performance.now() - last < PACE) return;
    last = performance.now();
    port.postMessage({ type: 'progress', fraction } satisfies Message);
  };
  port.on('message', (job: GateJob) => {
    last = 0;
    judge(job, attack, { onProgress }).then(
      (outcome) => port.postMessage({ type: 'outcome', outcome } satisfies Message),
      (error: Error) =>
        port.postMessage({ type: 'failure', message: error.message.slice(0, 500) } satisfies Message),
    );
  });
}
