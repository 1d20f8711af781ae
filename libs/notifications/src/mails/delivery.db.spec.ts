import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { createLog, Jobs, Secrets, systemActor, type Config } from '#libs/platform';
import { makeRegion, openTestDatabase, TurnedClock, type TestDatabase } from '#libs/testing';
import { DeliveryService } from './delivery.service.js';
import { LeaseHolder } from './lease-holder.service.js';
import { Mail } from './mail.entity.js';
import { MailsService } from './mails.service.js';
import { TransportService } from './transport.service.js';

/** What the mail server does with the next mails; `ok` when nothing is left. */
type Mood = 'ok' | 'defer' | 'refuse-receiver' | 'drop';

describe('sending mail to a real SMTP server (part 9)', () => {
  let test: TestDatabase;
  let server: SMTPServer;
  let config: Config;
  let region: { id: string };
  let delivery: DeliveryService;
  let mails: MailsService;
  let jobs: Jobs;
  let transport: TransportService;
  const clock = new TurnedClock();
  const received: string[] = [];
  const moods: Mood[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(_address, _session, done) {
        const mood = moods[0] ?? 'ok';
        if (mood === 'defer')
          return (moods.shift(), done(Object.assign(new Error('4.2.0 try later'), { responseCode: 450 })));
        if (mood === 'refuse-receiver')
          return (moods.shift(), done(Object.assign(new Error('5.1.1 unknown'), { responseCode: 550 })));
        done();
      },
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (moods[0] === 'drop') {
            moods.shift();
            stream.destroy();
            for (const connection of (
              server as unknown as { connections: Set<{ close(): void; _socket: { destroy(): void } }> }
            ).connections)
              connection._socket.destroy();
            return;
          }
          received.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    server.on('error', () => undefined); // dropped connections are part of the test
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.server.address() as AddressInfo).port;
    config = {
      smtpUrl: `smtp://127.0.0.1:${port}`,
      mailFrom: 'Leerkring <noreply@vlierstreek.example>',
      publicUrl: 'https://leerkring.example',
      secret: 'x'.repeat(40),
      redisUrl: null,
      databaseUrl: test.appUrl,
      mailLeaseSeconds: 120,
    } as Config;
    const log = createLog('silent');
    jobs = new Jobs(config, test.database, log);
    mails = new MailsService(test.database, clock, jobs);
    transport = new TransportService(config);
    delivery = new DeliveryService(
      test.database,
      clock,
      jobs,
      new Secrets(config),
      transport,
      new LeaseHolder(config, log),
      config,
      log,
    );
  });
  beforeEach(async () => {
    region = await makeRegion(test.database, { name: 'Huisartsen Vlierstreek' });
  });
  afterEach(() => {
    received.length = 0;
    moods.length = 0;
  });
  afterAll(async () => {
    await delivery.beforeApplicationShutdown();
    transport.onApplicationShutdown();
    await jobs.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await test.close();
  });

  const plan = (dueAt?: Date) =>
    test.database.transaction(systemActor(region.id), () =>
      mails.plan(systemActor(region.id), {
        template: 'round-reminder',
        params: {
          taskLinkId: '01890000-0000-7000-8000-000000000001',
          round: 'intervisie 2027',
          practice: 'De <Linde> & Co',
          deadline: '2026-11-06T16:00:00Z',
          minutes: 3,
        },
        to: { personId: null, name: 'Noor Veldman', email: 'noor@praktijk.example', language: 'nl' },
        ...(dueAt ? { dueAt } : {}),
      }),
    );
  const row = (id: string) =>
    test.database.transaction(systemActor(region.id), () =>
      test.database.repository(Mail).findOneByOrFail({ id }),
    );

  it('sends a mail once, with a text version, one link, and a Message-ID of the row', async () => {
    const id = await plan();
    await Promise.all([1, 2, 3, 4].map(() => delivery.send(region.id, id)));
    expect(received).toHaveLength(1);
    const parsed = await PostalMime.parse(received[0] as string);
    expect(parsed.subject).toBe('Herinnering: intervisie 2027, antwoord vóór vr 6 november 2026, 17.00 uur');
    expect(parsed.from).toMatchObject({
      name: 'Huisartsen Vlierstreek',
      address: 'noreply@vlierstreek.example',
    });
    expect(parsed.messageId).toBe(`<${id}@leerkring>`);
    expect(parsed.text).toContain('De <Linde> & Co');
    expect(parsed.html).toContain('De &#60;Linde&#62; &#38; Co');
    expect(parsed.html?.match(/<a /g)).toHaveLength(1);
    expect(parsed.text).toMatch(/https:\/\/leerkring\.example\/taak\/[\w-]{43}/);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, failure: null });
  });

  it('stores no usable link or code in the row', async () => {
    const id = await plan();
    expect(JSON.stringify(await row(id))).not.toMatch(/taak\//);
  });

  it('tries again later after a 4xx, and succeeds', async () => {
    moods.push('defer');
    const id = await plan();
    await delivery.send(region.id, id);
    expect(await row(id)).toMatchObject({
      state: 'planned',
      attempts: 1,
      failure: expect.stringContaining('450'),
    });
    await delivery.send(region.id, id); // too early: nothing happens
    expect(received).toHaveLength(0);
    clock.pass({ minutes: 2 });
    expect(await delivery.sweep(region.id)).toBe(1);
    await delivery.send(region.id, id);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('fails at once, with the server’s words, when the receiver does not exist', async () => {
    moods.push('refuse-receiver');
    const id = await plan();
    await delivery.send(region.id, id);
    expect(await row(id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      failure: expect.stringContaining('5.1.1 unknown'),
    });
  });

  it('survives a connection that is dropped half-way', async () => {
    moods.push('drop');
    const id = await plan();
    await delivery.send(region.id, id);
    expect(await row(id)).toMatchObject({ state: 'planned', attempts: 1 });
    clock.pass({ minutes: 2 });
    await delivery.send(region.id, id);
    expect(received).toHaveLength(1);
    expect((await row(id)).state).toBe('sent');
  });

  it('gives up after six attempts and leaves the mail to a person', async () => {
    moods.push(...Array.from({ length: 6 }, () => 'defer' as const));
    const id = await plan();
    for (let n = 0; n < 7; n++) {
      await delivery.send(region.id, id);
      clock.pass({ hours: 5 });
    }
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 6 });
  });

  it('takes a mail up again when the worker that had it was killed', async () => {
    const id = await plan();
    await test.database.transaction(systemActor(region.id), () =>
      test.database.repository(Mail).update(id, {
        state: 'queued',
        attempts: 1,
        nextAttemptAt: new Date(clock.now().getTime() + 60_000),
      }),
    );
    await delivery.send(region.id, id); // the lease still holds
    expect(received).toHaveLength(0);
    clock.pass({ minutes: 3 });
    expect(await delivery.sweep(region.id)).toBe(1);
    await delivery.send(region.id, id);
    expect((await row(id)).state).toBe('sent');
  });

  it('does not send what is not due yet', async () => {
    const id = await plan(new Date(clock.now().getTime() + 86_400_000));
    await delivery.send(region.id, id);
    expect(await delivery.sweep(region.id)).toBe(0);
    expect((await row(id)).state).toBe('planned');
    clock.pass({ days: 1, minutes: 1 });
    expect(await delivery.sweep(region.id)).toBe(1);
  });

  it('cancels what was not sent, and only that', async () => {
    const subjectId = '01890000-0000-7000-8000-0000000000aa';
    await test.database.transaction(systemActor(region.id), async () => {
      for (const template of ['round-reminder', 'round-reminder', 'round-reminder', 'mail-test'] as const)
        await mails.plan(systemActor(region.id), {
          template,
          params: {
            region: 'x',
            taskLinkId: subjectId,
            round: 'r',
            practice: 'p',
            deadline: '2026-11-06T16:00:00Z',
            minutes: 3,
          } as never,
          to: { personId: null, name: 'N', email: 'n@p.example', language: 'nl' },
          subjectId,
          dueAt: new Date(clock.now().getTime() + 1000),
        });
      expect(await mails.cancel(subjectId, ['round-reminder'])).toBe(3);
      expect(await mails.cancel(subjectId, ['round-reminder'])).toBe(0);
    });
  });
});
