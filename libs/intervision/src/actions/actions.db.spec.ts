import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Facts as FactPayloads, MeetingOutcomesView, OutcomeAnswer } from '#libs/contracts';
import { Facts, type Actor } from '#libs/platform';
import {
  makeActor,
  makeGroup,
  makeMeeting,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { AttendanceRecords } from '../meetings/attendance-records.service.js';
import { ActionItemsService } from './action-items.service.js';
import { ActionsReactions } from './actions.reactions.js';
import { ActionsSweeps } from './actions.sweeps.js';
import { NotesService } from './notes.service.js';
import { OutcomeConsents } from './outcome-consents.service.js';
import { OutcomesService } from './outcomes.service.js';

type Offered = Extract<FactPayloads['insight.offered'], { sourceKind: 'meeting' }>;
const SECRET = 'Fotoafspraak opnemen in het spreekuur';

describe('what a group agreed on', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let group: { id: string; name: string };
  let leader: Actor;
  let people: (Actor & { personId: string })[];
  let offered: Offered[] = [];
  let failing = false;
  const clock = new TurnedClock();
  const later: string[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock));
    services(Facts).on('insight.offered', async (_actor, fact) => {
      if (failing) throw new Error('nobody to receive it');
      if (fact.sourceKind === 'meeting') offered.push(fact);
    });
    services(ActionsReactions);
    services(AttendanceRecords).register(async () =>
      there === null
        ? null
        : there.map((practiceId) => ({ personId: 'x', practiceId, role: 'practice-holder' })),
    );
  });
  let there: string[] | null = null;
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-02-09T19:00:00Z');
    offered = [];
    failing = false;
    there = null;
    later.length = 0;
    region = await makeRegion(test.database);
    practices = [];
    people = [];
    for (const name of ['De Linde', 'Molenveld', 'Oude Sluis', 'De Terp']) {
      const practice = await makePractice(test.database, region.id, { name });
      practices.push(practice);
      people.push(
        await makeActor(test.database, region.id, 'practice-contact', {
          scopeId: practice.id,
          name: `Contact van ${name}`,
        }),
      );
    }
    group = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      name: 'Groep De Sluis',
    });
    leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: group.id });
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mails = () =>
    rows<{ template: string; to_email: string; params: Record<string, unknown> }>(
      `select template, to_email, params from mail order by created_at, id`,
    );
  const practice = (at: number): string => practices[at]?.id as string;
  const person = (at: number): Actor & { personId: string } => people[at] as Actor & { personId: string };

  describe('is reminded of', () => {
    const add = (dueOn: string, ownerId: string | null = null) =>
      services(ActionItemsService).add(leader, group.id, {
        text: SECRET,
        ownerPracticeId: practice(1),
        ownerId,
        dueOn,
        confirmed: false,
      });
    const sweep = () => services(ActionsSweeps).sweep(region.id);
    const regionsDue = async () =>
      (await test.database.definer<{ id: string }>('select due_regions($1) as id', [clock.now()])).map(
        ({ id }) => id,
      );

    it('some days before and on the day, once each, by workers that sweep together (SES-11)', async () => {
      const { id } = await add('2027-03-09');
      expect(await sweep()).toEqual({ reminded: 0, outcomes: 0 });
      clock.set('2027-03-06T07:00:00Z');
      expect(await regionsDue()).toContain(region.id);
      const together = await Promise.all([sweep(), sweep(), sweep()]);
      expect(together.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
      expect(await sweep()).toMatchObject({ reminded: 0 });
      clock.set('2027-03-09T09:00:00Z');
      expect(await sweep()).toMatchObject({ reminded: 1 });
      clock.set('2027-03-20T09:00:00Z');
      expect(await sweep()).toMatchObject({ reminded: 0 });
      const sent = await mails();
      expect(sent.map(({ template, to_email, params }) => [template, to_email, params['when']])).toEqual([
        ['action-due', person(1).email, 'soon'],
        ['action-due', person(1).email, 'today'],
      ]);
      // the text stays behind the door, and so does what the meeting is called
      expect(JSON.stringify(sent)).not.toContain('Fotoafspraak');
      expect(JSON.stringify(sent)).not.toContain(id);
    });

    it('at its owner when it was said who, in the last meeting of the group', async () => {
      const employee = await makeActor(test.database, region.id, 'practice-employee', {
        scopeId: practice(1),
      });
      await add('2027-04-20', employee.personId);
      const next = await makeMeeting(test.database, region.id, {
        groupId: group.id,
        startsAt: '2027-04-06T18:30:00Z',
        endsAt: '2027-04-06T20:00:00Z',
      });
      clock.set('2027-04-17T07:00:00Z');
      await sweep();
      const sent = await mails();
      expect(sent.map(({ to_email }) => to_email)).toEqual([employee.email]);
      const [mail] = await rows<{ subject_id: string }>(`select subject_id from mail`);
      expect(mail?.subject_id).toBe(next);
    });

    it('no more when it is done, again when it is not, and never after its day', async () => {
      const action = await add('2027-03-09');
      const actions = services(ActionItemsService);
      const done = await actions.change(person(2), action.id, { state: 'done' }, action.version);
      clock.set('2027-03-06T07:00:00Z');
      expect(await sweep()).toMatchObject({ reminded: 0 });
      const open = await actions.change(person(2), action.id, { state: 'open' }, done.version);
      clock.set('2027-03-10T09:00:00Z');
      expect(await sweep()).toMatchObject({ reminded: 0 });
      await actions.change(person(2), action.id, { dueOn: '2027-03-15' }, open.version);
      clock.set('2027-03-12T07:00:00Z');
      expect(await sweep()).toMatchObject({ reminded: 1 });
      const [{ at } = { at: null }] = await rows<{ at: Date | null }>(
        `select remind_at as at from action_item`,
      );
      expect(at?.toISOString()).toBe('2027-03-15T07:00:00.000Z');
    });
  });

  it('is looked back on at the next meeting, and done since the last one too (SES-11)', async () => {
    const actions = services(ActionItemsService);
    const wish = (text: string) => ({
      text,
      ownerPracticeId: practice(0),
      dueOn: '2027-03-09',
      confirmed: false,
    });
    const [one, two, three] = [
      await actions.add(leader, group.id, wish('Een')),
      await actions.add(person(0), group.id, wish('Twee')),
      await actions.add(person(0), group.id, wish('Drie')),
    ];
    clock.set('2027-02-20T12:00:00Z');
    await actions.change(person(3), two.id, { state: 'done' }, two.version);
    await actions.change(person(3), three.id, { state: 'dropped' }, three.version);
    const next = await makeMeeting(test.database, region.id, {
      groupId: group.id,
      startsAt: '2027-03-16T18:30:00Z',
      endsAt: '2027-03-16T20:00:00Z',
    });
    clock.set('2027-03-16T19:00:00Z');
    const view = await actions.ofMeeting(person(1), next);
    expect(view.previous.map(({ id, state, late }) => [id, state, late])).toEqual([
      [one.id, 'open', true],
      [two.id, 'done', false],
    ]);
    expect(view.own).toEqual([]);
    expect((await actions.ofMeeting(person(1), group.id)).previous).toEqual([]);
    expect(await test.database.transaction(leader, () => actions.openOf(group.id))).toHaveLength(1);
    const third = await makeMeeting(test.database, region.id, {
      groupId: group.id,
      startsAt: '2027-05-18T18:30:00Z',
      endsAt: '2027-05-18T20:00:00Z',
    });
    expect((await actions.ofMeeting(leader, third)).previous.map(({ id }) => id)).toEqual([one.id]);
  });

  it('is changed by one of two who change it at once (conflict.stale)', async () => {
    const actions = services(ActionItemsService);
    const { id, version } = await actions.add(leader, group.id, {
      text: 'Een',
      ownerPracticeId: practice(0),
      dueOn: '2027-03-09',
      confirmed: false,
    });
    const both = await Promise.allSettled(
      ['done', 'dropped'].map((state) => actions.change(leader, id, { state: state as 'done' }, version)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is written down by several at once, and nobody overwrites another (SES-02)', async () => {
    const notes = services(NotesService);
    await Promise.all(
      people.map((one, at) => notes.addInsight(one, group.id, `Inzicht ${at} van de groep.`, false)),
    );
    expect((await notes.get(leader, group.id)).insights).toHaveLength(4);
    const first = await Promise.allSettled(
      people.map((one, at) => notes.saveNote(one, group.id, `Aantekening ${at}`, false, 0)),
    );
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { note } = await notes.get(leader, group.id);
    await notes.saveNote(leader, group.id, `${note.text}\nEn nog iets.`, false, note.version);
    await expect(notes.saveNote(person(0), group.id, 'Alles weg', false, note.version)).rejects.toMatchObject(
      {
        code: 'conflict.stale',
        details: { version: 2 },
      },
    );
    expect((await notes.get(person(0), group.id)).note).toMatchObject({ version: 2 });
  });

  describe('leaves the group only by consent:', () => {
    const ask = async (
      text = 'Een foto vooraf scheelt een verwijzing.',
    ): Promise<{ id: string; version: number }> => {
      const view = await services(OutcomesService).ask(leader, group.id, {
        kind: 'tip',
        text,
        confirmed: false,
      });
      return view.outcomes.at(-1) as MeetingOutcomesView['outcomes'][number];
    };
    const answer = (id: string, at: number, said: OutcomeAnswer | null, version = 1): Promise<void> =>
      services(OutcomeConsents).answer(person(at), id, practice(at), { answer: said, version });
    const stateOf = async (id: string) =>
      (await rows<{ state: string }>(`select state from outcome where id = $1`, [id]))[0]?.state;
    const sweep = () => services(ActionsSweeps).sweep(region.id);

    it('when every practice said yes, once, with where it came from (LOOP-01, BES-04)', async () => {
      const { id } = await ask();
      await answer(id, 0, 'yes');
      await answer(id, 1, 'named');
      await answer(id, 2, 'yes');
      expect(offered).toEqual([]);
      // more than one press, from more than one screen
      await Promise.allSettled([1, 2, 3].map(() => answer(id, 3, 'yes')));
      expect(offered).toEqual([
        {
          sourceKind: 'meeting',
          sourceId: group.id,
          outcomeId: id,
          kind: 'tip',
          text: 'Een foto vooraf scheelt een verwijzing.',
          provenance: {
            meetingId: group.id,
            meeting: 'Bijeenkomst',
            group: 'Groep De Sluis',
            heldOn: '2027-02-09',
            practices: 4,
            named: ['Molenveld'],
          },
        },
      ]);
      await expect(answer(id, 0, null)).rejects.toMatchObject({ code: 'outcome.over' });
      await expect(services(OutcomesService).withdraw(leader, id)).rejects.toMatchObject({
        code: 'outcome.over',
      });
    });

    it('never while a practice takes its yes back at the same moment', async () => {
      for (let round = 0; round < 12; round++) {
        const { id } = await ask(`Poging ${round} van de groep.`);
        for (const at of [0, 1, 2]) await answer(id, at, 'yes');
        offered = [];
        const order = [() => answer(id, 3, 'yes'), () => answer(id, 0, round % 2 === 0 ? 'no' : null)];
        if (round % 3 === 0) order.reverse();
        const [, back] = await Promise.allSettled(order.map((act) => act()));
        const consents = await rows<{ answer: string | null }>(
          `select answer from outcome_consent where outcome_id = $1`,
          [id],
        );
        const allYes = consents.every((one) => one.answer === 'yes');
        expect(offered).toHaveLength(allYes ? 1 : 0);
        expect(await stateOf(id)).toBe(allYes ? 'offered' : 'asking');
        expect(back).toBeDefined();
      }
    });

    it('not for a sentence that nobody read: another one asks everybody again', async () => {
      const outcomes = services(OutcomesService);
      const { id, version } = await ask();
      for (const at of [0, 1, 2]) await answer(id, at, 'yes');
      const [changed] = (
        await outcomes.change(leader, id, { text: 'Bel eerst, verwijs daarna.', confirmed: false }, version)
      ).outcomes;
      expect(changed).toMatchObject({ yes: 0, version: 2, state: 'asking' });
      await expect(answer(id, 3, 'yes', 1)).rejects.toMatchObject({ code: 'outcome.text-changed' });
      // the last yes and a new sentence at once
      for (const at of [0, 1, 2]) await answer(id, at, 'yes', 2);
      await Promise.allSettled([
        answer(id, 3, 'yes', 2),
        outcomes.change(leader, id, { text: 'Weer anders gezegd.', confirmed: false }, 2),
      ]);
      for (const { text } of offered) expect(text).toBe('Bel eerst, verwijs daarna.');
    });

    it('not when whoever receives it cannot: then nothing happened', async () => {
      const { id } = await ask();
      for (const at of [0, 1, 2]) await answer(id, at, 'yes');
      failing = true;
      await expect(answer(id, 3, 'yes')).rejects.toThrow('nobody to receive it');
      expect(await stateOf(id)).toBe('asking');
      failing = false;
      await answer(id, 3, 'yes');
      expect(await stateOf(id)).toBe('offered');
    });

    it('after a week when everybody who was there said yes, and never over a no (SES-02)', async () => {
      const [absent, refused, silent] = [
        await ask('Eerste zin.'),
        await ask('Tweede zin.'),
        await ask('Derde zin.'),
      ];
      for (const at of [0, 1, 2]) {
        await answer(absent.id, at, 'yes');
        await answer(refused.id, at, 'yes');
      }
      await answer(refused.id, 3, 'no');
      await answer(silent.id, 0, 'yes');
      there = [practice(0), practice(1), practice(2)];
      clock.set('2027-02-10T09:00:00Z');
      expect(await sweep()).toEqual({ reminded: 0, outcomes: 3 });
      expect(await sweep()).toEqual({ reminded: 0, outcomes: 0 });
      const sent = await mails();
      // who answered is not asked again; nothing of the sentence travels
      expect(sent.map(({ template, to_email }) => [template, to_email]).sort()).toEqual(
        [person(3), person(1), person(2), person(3)].map(({ email }) => ['outcome-consent', email]).sort(),
      );
      expect(JSON.stringify(sent)).not.toMatch(/zin\./);
      clock.set('2027-02-16T18:59:00Z');
      expect(await sweep()).toMatchObject({ outcomes: 0 });
      clock.set('2027-02-16T19:00:00Z');
      await Promise.all([sweep(), sweep()]);
      expect(await Promise.all([absent, refused, silent].map(({ id }) => stateOf(id)))).toEqual([
        'offered',
        'kept',
        'kept',
      ]);
      expect(offered.map(({ text, provenance }) => [text, provenance.practices])).toEqual([
        ['Eerste zin.', 3],
      ]);
    });

    it('and whoever received it tells the group what became of it (LOOP-02)', async () => {
      const outcomes = services(OutcomesService);
      const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
      const { id } = await ask();
      await expect(outcomes.became(coordinator, id, 'taken-up', null)).rejects.toMatchObject({
        code: 'not-found',
      });
      for (const at of [0, 1, 2, 3]) await answer(id, at, 'yes');
      await outcomes.became(coordinator, id, 'taken-up', 'Staat op de agenda van de werkgroep.');
      await outcomes.became(coordinator, id, 'in-use', null);
      await expect(outcomes.became(leader, id, 'effect', null)).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
      const [view] = (await outcomes.ofMeeting(person(2), group.id)).outcomes;
      expect(view?.chain.map(({ stage }) => stage)).toEqual(['asked', 'offered', 'taken-up', 'in-use']);
    });

    it('a no goes along when practices merge, a yes does not (GRP-16)', async () => {
      const [no, yes] = [await ask('Eerste zin.'), await ask('Tweede zin.')];
      for (const at of [0, 1, 2]) await answer(no.id, at, 'yes');
      await answer(no.id, 3, 'no');
      for (const at of [1, 2, 3]) await answer(yes.id, at, 'yes');
      await test.database.transaction(leader, () =>
        services(Facts).publish(leader, 'practice.merged', { practiceId: practice(3), intoId: practice(0) }),
      );
      const left = await rows<{ outcome_id: string; answer: string | null }>(
        `select outcome_id, answer from outcome_consent where practice_id = $1 order by outcome_id`,
        [practice(0)],
      );
      expect(left).toEqual([
        { outcome_id: no.id, answer: 'no' },
        { outcome_id: yes.id, answer: null },
      ]);
    });
  });
});
