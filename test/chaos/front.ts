import { connect, createServer, type Server, type Socket as Tcp } from 'node:net';
import { freePort } from '../../apps/standalone/src/embedded-postgres.js';

/** A port that stays while the server behind it is restarted on another one. */
export class Front {
  private readonly open = new Set<Tcp>();
  /** Where it leads to now; 0 while there is nothing behind it. */
  to = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<Front> {
    const port = await freePort();
    const server = createServer((near) => {
      if (front.to === 0) return void near.destroy();
      const far = connect(front.to, '127.0.0.1');
      for (const end of [near, far]) {
        front.open.add(end);
        end.on('error', () => undefined);
        end.on('close', () => {
          front.open.delete(end);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    const front = new Front(server, port);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return front;
  }

  close(): void {
    this.server.close();
    for (const end of this.open) end.destroy();
  }
}
