import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SessionsService } from '#libs/access';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { OpenModeView, Role } from '#libs/contracts';
import {
  createLog,
  Facts,
  Jobs,
  localDay,
  newId,
  Secrets,
  systemActor,
  type Actor,
  type Config,
} from '#libs/platform';
import {
  injector,
  makeActor,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { OwnFiguresService } from '../figures/own-figures.service.js';
import { FiguresAttention } from '../preparation/figures-attention.service.js';
import { RemarksService } from '../remarks/remarks.service.js';
import { AgreementsService } from './agreements.service.js';
import { ModesReactions } from './modes.reactions.js';
import { OpenModesService } from './open-modes.service.js';
import type { ScopeWish } from './scope.rules.js';
import { SigningService } from './signing.service.js';

const PERIOD = { from: '2025-10-01', toExclusive: '2026-10-01' };
const WISH: ScopeWish = {
  measures: ['VERW', 'DIAG'],
  period: PERIOD,
  granularity: 'year',
  viewers: ['practice-holder', 'practice-contact'],
  exportAllowed: false,
  endsOn: '2027-06-30',
};
const ASK = { measureCode: 'VERW', period: PERIOD };

describe('agreeing to show figures by name (SES-07, MIR-06)', () => {
  let test: TestDatabase;
  let facts: Facts;
  let jobs: Jobs;
  let secrets: Secrets;
  let sessions: SessionsService;
  let signing: SigningService;
  let modes: OpenModesService;
  let agreements: AgreementsService;
  let attention: FiguresAttention;
  let remarks: RemarksService;
  let figures: OwnFiguresService;
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let holders: Actor[];
  let group: { id: string; name: string; roundId: string };
  const clock = new TurnedClock();
  /** Agreements that began to hold. */
  const told: string[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    } as Config;
    jobs = new Jobs(config, test.database, createLog('silent'));
    secrets = new Secrets(config);
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config),
    );
    facts = new Facts();
    const make = injector(test.database, clock, audit, facts, jobs, secrets);
    sessions = make(SessionsService);
    signing = make(SigningService);
    modes = make(OpenModesService);
    agreements = make(AgreementsService);
    attention = make(FiguresAttention);
    remarks = make(RemarksService);
    figures = make(OwnFiguresService);
    make(ModesReactions);
    facts.on('open-mode.activated', async (_actor, { openModeId }) => void told.push(openModeId));
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });
  beforeEach(async () => {
    clock.set(new Date());
    region = await makeRegion(test.database);
    practices = [];
    holders = [];
    for (const name of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes']) {
      practices.push(await makePractice(test.database, region.id, { name }));
      holders.push(await signedIn('practice-holder', practices.at(-1)!.id));
    }
    group = await makeGroup(test.database, region.id, { practices: practices.map(({ id }) => id) });
  });

  /** Somebody who came in just now. */
  async function signedIn(role: Role, scopeId?: string): Promise<Actor> {
    const actor = await makeActor(test.database, region.id, role, { scopeId });
    await sessions.create({ personId: actor.personId, regionId: region.id, kind: 'full', device: 'test' });
    const [session] = await sessions.list(actor);
    return { ...actor, sessionId: session!.id };
  }
  const wish = (more: Partial<ScopeWish> = {}): ScopeWish => ({ ...WISH, endsOn: ahead(200), ...more });
  const ahead = (days: number): string => localDay(clock.now(), days);
  const propose = (more: Partial<ScopeWish> = {}): Promise<OpenModeView> =>
    signing.propose(holders[0]!, group.id, wish(more));
  const own = (mode: OpenModeView, k: number) => ({
    practiceId: practices[k]!.id,
    scopeHash: mode.scopeHash,
  });
  /** The code in the newest mail to somebody. */
  const mailed = async (actor: Actor): Promise<string> => {
    const [row] = await query<{ id: string }>(
      `select params ->> 'confirmationId' as id from mail where person_id = $1 and template = 'confirmation' order by id desc limit 1`,
      [actor.personId],
    );
    return secrets.code(row!.id);
  };
  const confirmedSign = async (actor: Actor, mode: OpenModeView, k: number): Promise<OpenModeView> => {
    await signing.askCode(actor, mode.id, own(mode, k));
    return signing.sign(actor, mode.id, { ...own(mode, k), code: await mailed(actor) });
  };
  const sign = (mode: OpenModeView, k: number): Promise<OpenModeView> => confirmedSign(holders[k]!, mode, k);
  const withdraw = (mode: OpenModeView, k: number): Promise<OpenModeView> =>
    signing.withdraw(holders[k]!, mode.id, { practiceId: practices[k]!.id });
  /** Proposed and signed by all six. */
  async function agreed(more: Partial<ScopeWish> = {}): Promise<OpenModeView> {
    let mode = await propose(more);
    for (const k of practices.keys()) mode = await sign(mode, k);
    return mode;
  }
  const inRegion = <T>(work: () => Promise<T>): Promise<T> =>
    test.database.transaction(systemActor(region.id), work);
  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    inRegion(() => test.database.query<Row>(sql, values));
  const active = () => inRegion(() => modes.activeFor(group.id));
  const named = (actor: Actor, more: Partial<typeof ASK> = {}) =>
    inRegion(() => modes.namedFor(actor, { ...ASK, groupId: group.id, ...more }));
  const events = async (): Promise<string[]> =>
    (await query<{ event: string }>(`select event from audit_entry order by seq`)).map(({ event }) => event);
  const refused = (work: Promise<unknown>, code: string, details: unknown = expect.anything()) =>
    expect(work).rejects.toMatchObject({ code, details });
  const publish = (members: string[]): Promise<void> =>
    inRegion(async () => {
      await test.database.query(
        `update group_member set left_at = now() where group_id = $1 and left_at is null and practice_id <> all($2::uuid[])`,
        [group.id, members],
      );
      await test.database.query(
        `insert into group_member (region_id, group_id, practice_id, joined_at)
         select $1, $2, p, now() from unnest($3::uuid[]) p
         where not exists (select 1 from group_member m where m.group_id = $2 and m.practice_id = p and m.left_at is null)`,
        [region.id, group.id, members],
      );
      const fact = { roundId: group.roundId, proposalId: newId(), groupIds: [group.id] };
      await facts.publish(systemActor(region.id), 'round.published', fact);
    });

  it('holds when all six signed the same scope, and not with five', async () => {
    const mode = await propose();
    expect(mode).toMatchObject({ state: 'proposed', maySign: [practices[0]!.id], mayWithdraw: [] });
    expect(mode.signatures.map(({ practice }) => practice).sort()).toEqual(
      practices.map(({ name }) => name).sort(),
    );
    for (const k of [0, 1, 2, 3, 4]) expect(await sign(mode, k)).toMatchObject({ state: 'proposed' });
    expect(await active()).toBeNull();
    expect(await named(holders[0]!)).toBeNull();
    expect(await sign(mode, 5)).toMatchObject({ state: 'active', mayWithdraw: [practices[5]!.id] });
    expect(await active()).toEqual({ id: mode.id, scope: mode.scope });
    expect(told.filter((id) => id === mode.id)).toHaveLength(1);
    expect((await events()).filter((event) => event.startsWith('open-mode.'))).toEqual([
      'open-mode.proposed',
      ...practices.map(() => 'open-mode.signed'),
      'open-mode.activated',
    ]);
  });

  it('shows names to the agreed roles of members alone: no staff, consultant or employee inherits it', async () => {
    await agreed();
    expect(await named(holders[3]!)).not.toBeNull();
    expect(await named(await signedIn('practice-contact', practices[2]!.id))).not.toBeNull();
    for (const role of ['practice-employee', 'practice-consultant'] as const)
      expect([role, await named(await signedIn(role, practices[2]!.id))]).toEqual([role, null]);
    for (const role of ['region-coordinator', 'data-steward', 'auditor', 'operator'] as const)
      expect([role, await named(await signedIn(role))]).toEqual([role, null]);
    const elsewhere = await makePractice(test.database, region.id);
    expect(await named(await signedIn('practice-holder', elsewhere.id))).toBeNull();
    expect(await named(await signedIn('discussion-leader', group.id))).toBeNull();
  });

  it('covers the agreed measures and period alone', async () => {
    await agreed();
    expect(await named(holders[0]!, { measureCode: 'MEEDENK' })).toBeNull();
    expect(
      await named(holders[0]!, { period: { from: '2026-01-01', toExclusive: '2027-01-01' } }),
    ).toBeNull();
  });

  it('is off with the next question when one practice takes its signature back, and on again with a second one', async () => {
    const mode = await agreed();
    expect(await withdraw(mode, 2)).toMatchObject({ state: 'proposed', maySign: [practices[2]!.id] });
    expect(await active()).toBeNull();
    for (const holder of holders) expect(await named(holder)).toBeNull();
    expect(await withdraw(mode, 2)).toMatchObject({ state: 'proposed' }); // twice is once
    expect(await sign(mode, 2)).toMatchObject({ state: 'active' });
    expect(await active()).toMatchObject({ id: mode.id });
    const kept = await query<{ gone: boolean }>(
      `select withdrawn_at is not null as gone from open_mode_signature where practice_id = $1 order by id`,
      [practices[2]!.id],
    );
    expect(kept).toEqual([{ gone: true }, { gone: false }]);
    expect((await events()).filter((one) => one === 'open-mode.signature-withdrawn')).toHaveLength(1);
  });

  it('is proposed anew, unsigned, when a practice joins the group', async () => {
    const mode = await agreed();
    const seventh = await makePractice(test.database, region.id, { name: 'Zeven' });
    await publish([...practices.slice(0, 5).map(({ id }) => id), seventh.id]);
    expect(await active()).toBeNull();
    const rows = await query<{ state: string; because: string | null; hash: string; members: number }>(
      `select state, ended_because as because, scope_hash as hash, jsonb_array_length(scope -> 'members') as members from open_mode order by id`,
    );
    expect(rows).toEqual([
      { state: 'ended', because: 'members-changed', hash: mode.scopeHash, members: 6 },
      { state: 'proposed', because: null, hash: expect.not.stringContaining(mode.scopeHash), members: 6 },
    ]);
    await refused(sign(mode, 0), 'open-mode.scope-changed');
    const [renewed] = (await attention.of(holders[0]!)).tasks;
    expect(renewed).toMatchObject({
      kind: 'sign-open-mode',
      sentence: { nl: expect.stringMatching(/^0 van 6/) },
    });
  });

  it('is off when the members are others, even where nobody told', async () => {
    await agreed();
    await query(`update group_member set left_at = now() where group_id = $1 and practice_id = $2`, [
      group.id,
      practices[5]!.id,
    ]);
    expect(await active()).toBeNull();
    expect(await named(holders[0]!)).toBeNull();
    const view = await propose();
    expect(view).toMatchObject({ state: 'proposed', scope: { members: expect.any(Array) } });
    expect(view.scope.members).toHaveLength(5);
  });

  it('goes on through a publication that leaves the group as it was', async () => {
    const mode = await agreed();
    await publish(practices.map(({ id }) => id));
    expect(await active()).toMatchObject({ id: mode.id });
  });

  it('ends with its last day, for every reader at once and then on record', async () => {
    const mode = await agreed({ endsOn: ahead(30) });
    clock.pass({ days: 30 });
    expect(await active()).toMatchObject({ id: mode.id });
    clock.pass({ days: 1 });
    expect(await active()).toBeNull();
    const due = async () =>
      (await test.database.definer<{ id: string }>('select due_regions($1) as id', [clock.now()])).some(
        ({ id }) => id === region.id,
      );
    expect(await due()).toBe(true);
    expect(await agreements.endPassed(systemActor(region.id))).toBe(1);
    expect(await agreements.endPassed(systemActor(region.id))).toBe(0);
    const [room] = await query<{ version: number }>(`select version from room where name = $1`, [
      `figures:${group.id}`,
    ]);
    expect(room!.version).toBe(8); // proposed, six signatures, ended
    clock.set(new Date());
    await refused(sign(mode, 0), 'open-mode.ended');
  });

  it('is what the choices of a practice say of its groups, by the same rule', async () => {
    const other = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      name: 'Zonder afspraak',
    });
    const modeOf = async (actor: Actor) =>
      Object.fromEntries(
        (await figures.choices(actor, practices[0]!.id)).groups.map(({ id, mode }) => [id, mode]),
      );
    const mode = await agreed({ endsOn: ahead(30) });
    expect(await modeOf(holders[0]!)).toEqual({ [group.id]: 'open', [other.id]: 'none' });
    const employee = await signedIn('practice-employee', practices[0]!.id); // may not look along
    expect((await modeOf(employee))[group.id]).toBe('none');
    clock.pass({ days: 31 }); // no sweep came by
    expect((await modeOf(holders[0]!))[group.id]).toBe('none');
    clock.set(new Date());
    expect((await modeOf(holders[0]!))[group.id]).toBe('open');
    await query(
      `insert into release (region_id, audience, group_id, mode, members, kind, data_set_ids, period_from, period_to, state, policy_version)
       values ($1, 'group', $2, 'pseudonymous', '{}', 'referrals', '{}', '2025-10-01', '2026-10-01', 'released', 'sdc-1.0')`,
      [region.id, group.id],
    );
    await withdraw(mode, 3);
    expect((await modeOf(holders[0]!))[group.id]).toBe('pseudonymous');
    await sign(mode, 3);
    expect((await modeOf(holders[0]!))[group.id]).toBe('open');
    await query(`update group_member set left_at = now() where group_id = $1 and practice_id = $2`, [
      group.id,
      practices[5]!.id,
    ]);
    expect((await modeOf(holders[0]!))[group.id]).toBe('pseudonymous');
  });

  it('ends when a member practice closes or merges', async () => {
    for (const fact of ['practice.archived', 'practice.merged'] as const) {
      await agreed();
      await inRegion(() =>
        facts.publish(systemActor(region.id), fact, {
          practiceId: practices[4]!.id,
          intoId: practices[3]!.id,
        }),
      );
      expect(await active()).toBeNull();
    }
    expect(await query(`select ended_because from open_mode`)).toEqual([
      { ended_because: 'practice-closed' },
      { ended_because: 'practice-closed' },
    ]);
  });

  it('starts again from nothing when the scope is another one', async () => {
    const mode = await agreed();
    const same = await propose();
    expect(same).toMatchObject({ id: mode.id, state: 'active' });
    const wider = await propose({ exportAllowed: true });
    expect(wider).toMatchObject({ state: 'proposed' });
    expect(wider.signatures.every(({ signedAt }) => signedAt === null)).toBe(true);
    expect(await active()).toBeNull();
    await refused(sign(mode, 0), 'open-mode.scope-changed');
    await refused(
      signing.sign(holders[0]!, wider.id, { practiceId: practices[0]!.id, scopeHash: mode.scopeHash }),
      'open-mode.scope-changed',
    );
  });

  it('holds once when the last two holders sign at the same moment', async () => {
    const mode = await propose();
    for (const k of [0, 1, 2, 3]) await sign(mode, k);
    const both = await Promise.all([sign(mode, 4), sign(mode, 5)]);
    expect(both.map(({ state }) => state).sort()).toEqual(['active', 'proposed']);
    expect(await active()).toMatchObject({ id: mode.id });
    expect((await events()).filter((one) => one === 'open-mode.activated')).toHaveLength(1);
  });

  it('is off after a signature and a withdrawal at the same moment, in either order', async () => {
    const mode = await propose();
    for (const k of [0, 1, 2, 3, 4]) await sign(mode, k);
    await Promise.all([sign(mode, 5), withdraw(mode, 0)]);
    expect(await active()).toBeNull();
  });

  it('takes a practice’s signature once, however often it is sent', async () => {
    const mode = await propose();
    await signing.askCode(holders[1]!, mode.id, own(mode, 1));
    const wish = { ...own(mode, 1), code: await mailed(holders[1]!) };
    await Promise.all([1, 2, 3].map(() => signing.sign(holders[1]!, mode.id, wish)));
    await signing.sign(holders[1]!, mode.id, own(mode, 1)); // it stands: no code is asked for
    const [count] = await query<{ n: number }>(`select count(*)::integer as n from open_mode_signature`);
    expect(count!.n).toBe(1);
  });

  it('makes one proposal of two at the same moment', async () => {
    await Promise.all([
      signing.propose(holders[0]!, group.id, wish()),
      signing.propose(holders[1]!, group.id, wish()),
      signing.propose(holders[2]!, group.id, wish({ exportAllowed: true })),
    ]);
    const rows = await query<{ state: string }>(`select state from open_mode where state <> 'ended'`);
    expect(rows).toEqual([{ state: 'proposed' }]);
  });

  it('is signed by holders for their own practice, having read this scope', async () => {
    const mode = await propose();
    const mine = own(mode, 0);
    const contact = await signedIn('practice-contact', practices[0]!.id);
    const outside = await makePractice(test.database, region.id);
    const stranger = await signedIn('practice-holder', outside.id);
    const tries: [Actor, Partial<typeof mine>, string][] = [
      [holders[0]!, { practiceId: practices[1]!.id }, 'auth.forbidden'],
      [contact, {}, 'auth.forbidden'],
      [stranger, { practiceId: outside.id }, 'not-found'],
      [holders[0]!, { practiceId: outside.id }, 'open-mode.not-member'],
      [holders[0]!, { scopeHash: `sha256:${'0'.repeat(64)}` }, 'open-mode.scope-changed'],
    ];
    for (const [actor, more, code] of tries) {
      await refused(signing.askCode(actor, mode.id, { ...mine, ...more }), code);
      await refused(signing.sign(actor, mode.id, { ...mine, ...more, code: '123456' }), code);
    }
    expect(await query(`select 1 from confirmation`)).toEqual([]);
    expect(await sign(mode, 0)).toMatchObject({ state: 'proposed' });
  });

  it('takes a signature only with the code that was mailed for exactly this one, however fresh the sign-in (§2.7)', async () => {
    const mode = await propose();
    const holder = holders[0]!;
    const mine = own(mode, 0);
    await refused(signing.sign(holder, mode.id, mine), 'auth.confirm-first', { minutes: 10 });
    await signing.askCode(holder, mode.id, mine);
    const [mail] = await query<{ params: object; to_email: string }>(
      `select params, to_email from mail where template = 'confirmation'`,
    );
    expect(mail).toEqual({
      to_email: holder.email,
      params: {
        confirmationId: expect.any(String),
        practice: 'Een',
        group: group.name,
        mark: mode.scopeHash.slice(7, 19),
      },
    });
    const code = await mailed(holder);
    const wrong = code === '000000' ? '000001' : '000000';
    await refused(signing.sign(holder, mode.id, { ...mine, code: wrong }), 'auth.code-wrong');
    // another session of the same person did not ask
    const elsewhere = { ...holder, sessionId: newId() };
    await refused(signing.sign(elsewhere, mode.id, { ...mine, code }), 'auth.confirm-first');
    await refused(signing.sign({ ...holder, sessionId: null }, mode.id, { ...mine, code }), 'auth.forbidden');
    // another scope is another signature
    const wider = await propose({ exportAllowed: true });
    await refused(signing.sign(holder, wider.id, { ...own(wider, 0), code }), 'auth.confirm-first');
    await signing.askCode(holder, wider.id, own(wider, 0));
    const second = await mailed(holder);
    clock.pass({ minutes: 11 });
    await refused(signing.sign(holder, wider.id, { ...own(wider, 0), code: second }), 'auth.confirm-first');
    expect(await sign(wider, 0)).toMatchObject({ state: 'proposed', mayWithdraw: [practices[0]!.id] });
    // used once: taking it back and signing again wants another code
    const used = await mailed(holder);
    await withdraw(wider, 0);
    await refused(signing.sign(holder, wider.id, { ...own(wider, 0), code: used }), 'auth.confirm-first');
    clock.set(new Date());
  });

  it('is proposed by holders and the leader of a group of four or more, with reviewed measures', async () => {
    const contact = await signedIn('practice-contact', practices[0]!.id);
    await refused(signing.propose(contact, group.id, wish()), 'auth.forbidden');
    await refused(signing.propose(await signedIn('region-coordinator'), group.id, wish()), 'not-found');
    await refused(signing.propose(holders[0]!, newId(), wish()), 'not-found');
    await refused(propose({ measures: ['VERW', 'NIETS'] }), 'measure.not-reviewed', { measures: ['NIETS'] });
    await refused(propose({ endsOn: ahead(367) }), 'open-mode.ends-too-late');
    const leader = await signedIn('discussion-leader', group.id);
    expect(await signing.propose(leader, group.id, wish())).toMatchObject({ state: 'proposed', maySign: [] });
    const small = await makeGroup(test.database, region.id, {
      practices: practices.slice(0, 3).map(({ id }) => id),
    });
    await refused(signing.propose(holders[0]!, small.id, wish()), 'figures.too-few', {
      needed: 4,
      members: 3,
    });
  });

  it('asks holders who have not signed, and nobody else', async () => {
    const mode = await propose();
    const asked = async (actor: Actor) => (await attention.of(actor)).tasks.map(({ kind }) => kind);
    expect(await asked(holders[1]!)).toEqual(['sign-open-mode']);
    expect(await asked(await signedIn('practice-contact', practices[1]!.id))).toEqual([]);
    await sign(mode, 1);
    expect(await asked(holders[1]!)).toEqual([]);
    await withdraw(mode, 1);
    expect(await asked(holders[1]!)).toEqual(['sign-open-mode']);
    await query(`update intervision_group set ended_on = current_date where id = $1`, [group.id]);
    expect(await asked(holders[1]!)).toEqual([]);
  });

  describe('before figures go into a file', () => {
    it('refuses names that were not agreed to leave, and keeps that in the log', async () => {
      await agreed();
      await refused(modes.allowExport(holders[0]!, group.id, [ASK]), 'open-mode.export-not-agreed');
      const [entry] = await query(
        `select event, outcome, actor_id from audit_entry order by seq desc limit 1`,
      );
      expect(entry).toEqual({
        event: 'figures.export-refused',
        outcome: 'refused',
        actor_id: holders[0]!.personId,
      });
    });

    it('lets names go that were agreed to leave, until one practice takes that back', async () => {
      const mode = await agreed({ exportAllowed: true });
      await modes.allowExport(holders[0]!, group.id, [ASK]);
      await refused(
        modes.allowExport(holders[0]!, group.id, [ASK, { ...ASK, measureCode: 'MEEDENK' }]),
        'open-mode.ended',
      );
      await withdraw(mode, 3);
      await refused(modes.allowExport(holders[0]!, group.id, [ASK]), 'open-mode.ended');
      expect((await events()).filter((one) => one === 'figures.export-refused')).toHaveLength(2);
    });

    it('knows no group for who is not of it, and wants to be asked outside a transaction', async () => {
      const steward = await signedIn('data-steward');
      await refused(modes.allowExport(steward, group.id, [ASK]), 'not-found');
      await expect(inRegion(() => modes.allowExport(holders[0]!, group.id, [ASK]))).rejects.toThrow(
        /transaction/,
      );
    });
  });

  it('gives remarks their names and words while it holds', async () => {
    const mode = await agreed();
    await remarks.add(holders[1]!, {
      practiceId: practices[1]!.id,
      measure: 'VERW',
      item: 'DER',
      from: PERIOD.from,
      kind: 'comment',
      text: 'Wij hebben een huidarts in huis.',
    });
    const seen = (groupId?: string) =>
      inRegion(() =>
        remarks.forFigure(holders[0]!, {
          ...ASK,
          item: 'DER',
          practices: practices.map(({ id }) => id),
          groupId,
        }),
      );
    expect(await seen(group.id)).toMatchObject([
      { practice: 'Twee', text: 'Wij hebben een huidarts in huis.', own: false },
    ]);
    expect(await seen()).toMatchObject([{ practice: null, text: '' }]);
    await withdraw(mode, 5);
    expect(await seen(group.id)).toMatchObject([{ practice: null, text: '' }]);
  });

  it('opens the group’s room to its people, and the rooms of data sets to who keeps figures', async () => {
    expect(await modes.mayWatch(holders[0]!, group.id)).toBe(true);
    expect(await modes.mayWatch(holders[0]!, newId())).toBe(false);
    expect(await modes.mayWatch(holders[0]!, 'x')).toBe(false);
    for (const role of ['region-coordinator', 'data-steward'] as const)
      expect(await modes.mayWatch(await signedIn(role), group.id)).toBe(false);
    await publish(practices.slice(1).map(({ id }) => id));
    expect(await modes.mayWatch(holders[0]!, group.id)).toBe(false);
    const steward = await signedIn('data-steward');
    const [source] = await query<{ id: string }>(
      `insert into data_source (region_id, name, system, supplier, kind) values ($1, 'ZorgDomein', 'ZorgDomein', 'ZorgDomein', 'referrals') returning id`,
      [region.id],
    );
    const [set] = await query<{ id: string }>(
      `insert into data_set (region_id, source_id, state, file_name) values ($1, $2, 'loading', 'verwijzingen.csv') returning id`,
      [region.id, source!.id],
    );
    expect(await modes.mayWatchDataSet(steward, set!.id)).toBe(true);
    expect(await modes.mayWatchDataSet(steward, newId())).toBe(false);
    expect(await modes.mayWatchDataSet(steward, 'x')).toBe(false);
    expect(await modes.mayWatchDataSet(holders[0]!, set!.id)).toBe(false);
  });

  it('does not exist for another region', async () => {
    const mode = await propose();
    const other = await makeRegion(test.database);
    const stranger = await makeActor(test.database, other.id, 'practice-holder', {
      scopeId: practices[0]!.id,
    });
    await refused(
      signing.sign(stranger, mode.id, { practiceId: practices[0]!.id, scopeHash: mode.scopeHash }),
      'not-found',
    );
    await refused(signing.propose(stranger, group.id, wish()), 'not-found');
  });
});
