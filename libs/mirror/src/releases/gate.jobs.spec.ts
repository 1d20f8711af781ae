import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { attack } from '#libs/disclosure';
import { gateCase, gateJob, windowOf } from '../../fixtures/gate-cases.js';
import { judge, type GateJob, type GateOutcome } from './gate.rules.js';
import { judgeInThread, ranOutOfMemory } from './gate.jobs.js';

const of = gateCase(7, 12, 3, 4);
const data = windowOf(of, of.cells, of.quarters[0]!);
const job = (audience: GateJob['audience']): GateJob =>
  gateJob(data, of.cells, { audience, members: data.practices, ledger: [] });

/** What readers get to see of it: how long it took is not the same. */
const told = ({ figures, statements }: GateOutcome) => ({ figures, statements });
const here = async (audience: GateJob['audience']) => told(await judge(job(audience), attack));
const inThread = async (audience: GateJob['audience']) => told(await judgeInThread(job(audience)));

describe('releases that are judged in a thread (ADR 12)', () => {
  /** The thread that each job was given to. */
  let threads: number[];

  beforeEach(() => {
    threads = [];
    const { postMessage } = Worker.prototype;
    jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...given) {
      threads.push(this.threadId);
      postMessage.apply(this, given);
    });
  });
  afterEach(() => void jest.restoreAllMocks());

  it('come out as they do without one; the next goes on in the thread that is free', async () => {
    for (const audience of ['region', 'staff', 'region'] as const)
      expect(await inThread(audience)).toEqual(await here(audience));
    expect(new Set(threads).size).toBe(1);
  });

  it('are judged at the same time in as many threads', async () => {
    expect(await Promise.all([inThread('region'), inThread('staff')])).toEqual([
      await here('region'),
      await here('staff'),
    ]);
    expect(new Set(threads).size).toBe(2);
  });

  it('end with their thread when they are called off, and leave the next one its own', async () => {
    const stop = new AbortController();
    const called = judgeInThread(job('region'), { signal: stop.signal });
    stop.abort();
    await expect(called).rejects.toThrow('The release was called off.');
    await expect(judgeInThread(job('region'), { signal: stop.signal })).rejects.toThrow('called off');
    expect(await judgeInThread(job('region'))).toMatchObject({ released: true });
    expect(new Set(threads).size).toBe(2);
  });

  it('end with their thread when they need more memory than they may, and say so', async () => {
    const refused = await judgeInThread(job('region'), { memoryMb: 4 }).catch((error: unknown) => error);
    expect(ranOutOfMemory(refused)).toBe(true);
    expect(await judgeInThread(job('region'))).toMatchObject({ released: true });
  });
});
