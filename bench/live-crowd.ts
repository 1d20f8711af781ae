import { fork, type ChildProcess } from 'node:child_process';
import type { ClientReport, Order } from './live-clients.js';
import type { LiveScene } from './live-scene.js';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const beside = (name: string): string => new URL(name, import.meta.url).pathname;
/** A moment that every process of this machine reads the same, in ms. */
export const moment = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

/** Many clients in a process of their own. */
export class Crowd {
  private constructor(private readonly child: ChildProcess) {}

  static async open(seats: { url: string; token: string; room: string }[]): Promise<Crowd> {
    const crowd = new Crowd(fork(beside('./live-clients.js')));
    const { failed } = await crowd.ask<{ failed?: string }>({ do: 'open', seats, transports: ['websocket'] });
    if (failed) throw new Error(`The clients did not get in: ${failed}`);
    return crowd;
  }

  ask<T>(order: Order): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('The clients are gone.'));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.off('exit', ended);
        resolve(message as T);
      });
      this.child.send(order);
    });
  }

  /** Waits until nothing more comes, then says what came. */
  async report(expected: number): Promise<ClientReport> {
    for (let wait = 0; ; wait++) {
      const seen = await this.ask<ClientReport>({ do: 'report' });
      if (seen.messages >= expected || wait > 50) return seen;
      await pause(200);
    }
  }

  close(): void {
    this.child.kill('SIGKILL');
  }
}

/** Tells one thing every so many ms, whatever the last one took. @returns how many */
export async function steadily(
  perSecond: number,
  seconds: number,
  tell: (n: number) => Promise<unknown>,
): Promise<number> {
  const from = performance.now();
  const count = perSecond * seconds;
  const told: Promise<unknown>[] = [];
  for (let n = 0; n < count; n++) {
    await pause(Math.max(0, from + (n * 1000) / perSecond - performance.now()));
    const one = tell(n);
    one.catch(() => undefined); // awaited below; until then a failure must not count as unhandled
    told.push(one);
  }
  await Promise.all(told);
  return count;
}

export const line = (label: string, { clients, messages, p50, p99, lost }: ClientReport): string =>
  `${label.padEnd(34)} ${String(clients).padStart(5)} clients  ${String(messages).padStart(8)} deliveries   p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(7)} ms   lost ${lost}`;
export const oneVersion = ({ rooms }: ClientReport): boolean =>
  Object.values(rooms).every(({ lowest, highest }) => lowest === highest);
export const middle = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** What both sides of a comparison stand on. */
export interface Ground {
  scene: LiveScene;
  /** Of the owner of the tables, who stages. */
  ownerUrl: string;
  databaseUrl: string;
  folder: string;
}
