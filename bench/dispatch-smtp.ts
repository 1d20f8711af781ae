import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server in a process of its own: takes every mail over connections that stay open, reads it to the end, and counts
 * it by its Message-ID. Tells its port when it listens, and on any message how many mails it took, and how many different ones.
 */
const taken = new Map<string, number>();
let total = 0;
/** When each sign-in mail was taken, for how long somebody waited in front of a screen. */
const signIns: { messageId: string; at: number }[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData(stream, session, done) {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(head)?.[1] ?? 'none';
      taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
      total++;
      if (session.envelope.rcptTo[0]?.address.startsWith('sign-in'))
        signIns.push({ messageId, at: Date.now() });
      done();
    });
  },
});
server.on('error', () => undefined); // a worker that ends cuts its connections
process.on('message', () => process.send?.({ total, different: taken.size, signIns }));
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }));
