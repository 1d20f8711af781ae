import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { pause } from './visitor.js';

/** What the mail server does with one try of one mail. */
export type Conduct = { delayMs?: number } & (
  | { does: 'take' }
  /** Cuts the connection: at the receiver, in the middle of the mail, or with the whole mail read and no answer given. */
  | { does: 'drop'; at: 'receiver' | 'middle' | 'end' }
  | { does: 'answer'; at: 'receiver' | 'end'; code: number; says: string }
);

export interface MailServer {
  url: string;
  /** Message-IDs in the order in which it said 250; one that came twice is in it twice. */
  accepted: string[];
  /** How often each receiver was tried. */
  tries: Map<string, number>;
  /** Resolves when this many were accepted. */
  took(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server that treats each receiver, and each try at it, as the test says. */
export async function openMailServer(
  conductOf: (receiver: string, tries: number) => Conduct,
): Promise<MailServer> {
  const accepted: string[] = [];
  const tries = new Map<string, number>();
  const current = new Map<string, Conduct>();
  const waiting = new Set<() => void>();
  const answer = (code: number, says: string): Error =>
    Object.assign(new Error(says), { responseCode: code });

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, session, done) {
      const before = tries.get(address) ?? 0;
      tries.set(address, before + 1);
      const conduct = conductOf(address, before);
      current.set(session.id, conduct);
      if (conduct.does === 'drop' && conduct.at === 'receiver') return cut(session.id);
      if (conduct.does === 'answer' && conduct.at === 'receiver')
        return done(answer(conduct.code, conduct.says));
      done();
    },
    onData(stream, session, done) {
      const conduct = current.get(session.id) as Conduct;
      let mail = '';
      stream.on('data', (chunk: Buffer) => {
        mail += chunk.toString('latin1');
        if (conduct.does === 'drop' && conduct.at === 'middle') cut(session.id);
      });
      stream.on('end', () => {
        void pause(conduct.delayMs ?? 0).then(() => {
          if (conduct.does === 'drop') return cut(session.id);
          if (conduct.does === 'answer') return done(answer(conduct.code, conduct.says));
          accepted.push(/^Message-ID:\s*(<[^>]+>)/im.exec(mail)?.[1] ?? 'none');
          done();
          for (const look of waiting) look();
        });
      });
    },
  });
  const connections = (
    server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }
  ).connections;
  function cut(id: string): void {
    for (const connection of connections) if (connection.id === id) connection._socket.destroy();
  }
  server.on('error', () => undefined); // cut connections are the point
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    accepted,
    tries,
    took: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (accepted.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
