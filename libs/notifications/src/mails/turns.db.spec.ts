import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { FindOptionsWhere } from 'typeorm';
import { createLog, Jobs, Secrets, systemActor, type Config } from '#libs/platform';
import { makeRegion, openTestDatabase, queriesOf, TurnedClock, type TestDatabase } from '#libs/testing';
import { DeliveryService } from './delivery.service.js';
import { LeaseHolder } from './lease-holder.service.js';
import { Mail } from './mail.entity.js';
import { TURN_MAILS } from './mail.rules.js';
import { MailsService, type PlannedMail } from './mails.service.js';
import { writeOutcomes } from './mails.queries.js';
import { TransportService } from './transport.service.js';

describe('mails of a region, sent in turns (architecture §1.5)', () => {
  let test: TestDatabase;
  let server: SMTPServer;
  let config: Config;
  let jobs: Jobs;
  let mails: MailsService;
  let transport: TransportService;
  let delivery: DeliveryService;
  let here: string;
  let there: string;
  const clock = new TurnedClock();
  const log = createLog('silent');
  const taken: string[] = [];
  /** How long the mail server takes for each mail. */
  let slowness = 0;

  beforeAll(async () => {
    test = await openTestDatabase();
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        stream.resume();
        stream.on('end', () =>
          setTimeout(() => {
            taken.push(session.envelope.rcptTo[0]?.address ?? '');
            done();
          }, slowness),
        );
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    config = {
      smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      mailFrom: 'Leerkring <noreply@vlierstreek.example>',
      publicUrl: 'https://leerkring.example',
      secret: 'x'.repeat(40),
      redisUrl: null,
      databaseUrl: test.appUrl,
      mailLeaseSeconds: 120,
    } as Config;
    jobs = new Jobs(config, test.database, log);
    mails = new MailsService(test.database, clock, jobs);
    transport = new TransportService(config);
    delivery = worker(config);
  });
  beforeEach(async () => {
    here = (await makeRegion(test.database)).id;
    there = (await makeRegion(test.database)).id;
  });
  afterEach(() => {
    taken.length = 0;
    slowness = 0;
  });
  afterAll(async () => {
    await delivery.beforeApplicationShutdown();
    transport.onApplicationShutdown();
    await jobs.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await test.close();
  });

  const worker = (settings: Config, holder = new LeaseHolder(settings, log)): DeliveryService =>
    new DeliveryService(test.database, clock, jobs, new Secrets(settings), transport, holder, settings, log);
  const welcome = (k: number): PlannedMail<'welcome'> => ({
    template: 'welcome',
    params: { region: 'Vlier' },
    to: { personId: null, name: `N ${k}`, email: `n-${k}@praktijk.example`, language: 'nl' },
  });
  const plan = (regionId: string, count: number): Promise<string[]> =>
    test.database.transaction(systemActor(regionId), () =>
      mails.planAll(
        systemActor(regionId),
        Array.from({ length: count }, (_, k) => welcome(k)),
      ),
    );
  const rows = (regionId: string, where: FindOptionsWhere<Mail> = {}): Promise<Mail[]> =>
    test.database.transaction({ regionId }, () =>
      test.database.repository(Mail).findBy({ regionId, ...where }),
    );

  it('plans many mails in their order, with one wake-up for all of them', async () => {
    const before = await jobs.waiting('dispatch');
    const ids = await plan(here, 1_200);
    const planned = await rows(here);
    const addresses = new Map(planned.map((mail) => [mail.id, mail.toEmail]));
    expect(ids.map((id) => addresses.get(id))).toEqual(ids.map((_, k) => `n-${k}@praktijk.example`));
    await plan(here, 3); // another transaction, while the first wake-up still waits
    expect((await jobs.waiting('dispatch')) - before).toBe(1);
  });

  it('sends one turn of a region and nothing of another, and leaves the rest for the next turn', async () => {
    await plan(here, TURN_MAILS + 30);
    await plan(there, 5);
    await delivery.dispatch(here);
    expect(taken).toHaveLength(TURN_MAILS);
    expect(await rows(here, { state: 'sent' })).toHaveLength(TURN_MAILS);
    expect(await rows(here, { state: 'planned' })).toHaveLength(30);
    expect(await rows(there, { state: 'planned' })).toHaveLength(5);
    await Promise.all([delivery.dispatch(here), delivery.dispatch(here), delivery.dispatch(there)]);
    expect(taken).toHaveLength(TURN_MAILS + 35);
    expect(await rows(here, { state: 'sent', attempts: 1 })).toHaveLength(TURN_MAILS + 30);
  });

  it('reads as often for thirty mails as for one', async () => {
    const reads = async (count: number): Promise<number> => {
      await plan(here, count);
      const queries = await queriesOf(test.database, () => delivery.dispatch(here));
      return queries.filter((query) => /^\s*(select|with)/i.test(query)).length;
    };
    expect(await reads(1)).toBe(2);
    expect(await reads(30)).toBe(2);
  });

  it('takes a mail whose lease ran out from a worker that is gone, never from one that lives', async () => {
    const [id = ''] = await plan(here, 1);
    const other = new LeaseHolder(config, log);
    const number = await other.number();
    await test.database.transaction({ regionId: here }, () =>
      test.database.repository(Mail).update(id, {
        state: 'queued',
        holder: number,
        nextAttemptAt: new Date(clock.now().getTime() + 1000),
      }),
    );
    clock.pass({ days: 1 }); // as a clock does that is set
    await delivery.dispatch(here);
    expect(taken).toEqual([]);
    expect(other.holds(number)).toBe(true);
    await other.release();
    expect(other.holds(number)).toBe(false);
    await delivery.dispatch(here);
    expect(await rows(here)).toMatchObject([{ id, state: 'sent', attempts: 1, holder: null }]);
  });

  it('gives back what it could not begin in the time of its turn', async () => {
    slowness = 60;
    await plan(here, 60);
    const hasty = worker({ ...config, mailLeaseSeconds: 2 });
    await hasty.dispatch(here);
    const sent = await rows(here, { state: 'sent' });
    const left = await rows(here, { state: 'planned' });
    expect(sent.length).toBeGreaterThan(0);
    expect(left.length).toBeGreaterThan(0);
    expect(sent.length + left.length).toBe(60);
    for (const mail of left) expect(mail).toMatchObject({ attempts: 0, nextAttemptAt: null, holder: null });
    await hasty.beforeApplicationShutdown();
  });

  it('cuts off a delivery that takes too long, and tries that mail again later', async () => {
    slowness = 3_000;
    await plan(here, 1);
    const hasty = worker({ ...config, mailLeaseSeconds: 2 });
    await hasty.dispatch(here);
    expect(taken).toEqual([]);
    expect(await rows(here)).toMatchObject([
      { state: 'planned', attempts: 1, failure: 'The mail server took too long.' },
    ]);
    await hasty.beforeApplicationShutdown();
  });

  it('believes the mail server that a mail is sent, but no stranger that it failed', async () => {
    const [accepted = '', refused = ''] = await plan(here, 2);
    await test.database.transaction({ regionId: here }, async () => {
      await test.database.repository(Mail).update({ regionId: here }, { state: 'queued', holder: 7 });
      await writeOutcomes(
        test.database,
        [
          { id: accepted, state: 'sent' },
          { id: refused, state: 'failed', failure: 'no' },
        ],
        { now: clock.now(), holder: 8 },
      );
    });
    const states = new Map((await rows(here)).map((mail) => [mail.id, mail.state]));
    expect(states.get(accepted)).toBe('sent');
    expect(states.get(refused)).toBe('queued');
  });

  it('stops in the middle of a turn without losing a mail', async () => {
    slowness = 30;
    await plan(here, 60);
    const stopped = worker(config);
    const turn = stopped.dispatch(here);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await stopped.beforeApplicationShutdown();
    await turn;
    expect(await rows(here, { state: 'queued' })).toEqual([]);
    expect((await rows(here, { state: 'sent' })).length).toBe(taken.length);
    expect((await rows(here, { state: 'planned' })).length).toBe(60 - taken.length);
  });

  it('wakes a sign-in mail by its own id, apart from what a region has due', async () => {
    const [mail, dispatch] = [await jobs.waiting('mail'), await jobs.waiting('dispatch')];
    await test.database.transaction(systemActor(here), () =>
      mails.plan(systemActor(here), {
        template: 'sign-in',
        params: { signInId: '01890000-0000-7000-8000-000000000001' },
        to: { personId: null, name: 'Noor', email: 'noor@praktijk.example', language: 'nl' },
      }),
    );
    expect(await jobs.waiting('mail')).toBe(mail + 1);
    expect(await jobs.waiting('dispatch')).toBe(dispatch);
  });
});
