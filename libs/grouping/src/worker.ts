import { parentPort, workerData } from 'node:worker_threads';
import { formAlternatives } from './alternatives.js';
import { formGroups } from './form.js';
import type { Progress } from './run.js';
import { improveFrom } from './refine.js';
import { relaxations } from './relaxations.js';
import { repairGroups } from './repair.js';
import type { WorkerTask } from './in-worker.js';

/** What the worker sends: any number of progress messages, then one result or one failure. */
export type WorkerMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'result'; result: unknown }
  | { type: 'failure'; name: string; message: string };

/** Milliseconds between two progress messages. */
const PACE = 100;

async function run(
  task: WorkerTask,
  shouldStop: () => boolean,
  onProgress: (progress: Progress) => void,
): Promise<unknown> {
  const live = { shouldStop, onProgress };
  switch (task.mode) {
    case 'form':
      return formGroups(task.instance, { ...task.options, ...live });
    case 'alternatives':
      return formAlternatives(task.instance, { ...task.options, ...live });
    case 'improve':
      return improveFrom(task.instance, task.solution, { ...task.options, ...live });
    case 'repair':
      return repairGroups(task.instance, task.solution, task.request, { names: task.options?.names });
    case 'relaxations':
      return relaxations(task.instance, { ...task.options, base: task.solution, ...live });
  }
}

const port = parentPort;
if (port) {
  const { task, stop } = workerData as { task: WorkerTask; stop: Int32Array };
  let last = 0;
  const onProgress = (progress: Progress) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    port.postMessage({ type: 'progress', progress } satisfies WorkerMessage);
  };
  try {
    const result = await run(task, () => Atomics.load(stop, 0) === 1, onProgress);
    port.postMessage({ type: 'result', result } satisfies WorkerMessage);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    // HiGHS prints its whole source line on an uncaught error; only the message goes back.
    port.postMessage({ type: 'failure', name, message: message.slice(0, 500) } satisfies WorkerMessage);
  }
}
