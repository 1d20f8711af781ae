import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PracticeQuestionsView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import {
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  processOf,
  TurnedClock,
  type FactorySession,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { SessionsService } from '../sessions/sessions.service.js';
import { DeskQuestions } from './desk-questions.service.js';
import { PracticeQuestions } from './practice-questions.service.js';
import { QuestionDesk } from './question-desk.service.js';

const TEXT = 'Hoe lang mag deze zalf?';

describe('"wij ook" of other practices (DIA-17, feature 40)', () => {
  let test: TestDatabase;
  let process: TestProcess;
  let questions: PracticeQuestions;
  let desk: DeskQuestions;
  let region: { id: string };
  let coordinator: Actor;
  let session: FactorySession;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    process = processOf(test, clock);
    questions = process.services(PracticeQuestions);
    desk = process.services(DeskQuestions);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-01-05T09:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    session = await makeDialogueSession(test.database, region.id);
  });

  const practice = async () => {
    const { id } = await makePractice(test.database, region.id);
    return { id, holder: await makeStaff(test.database, region.id, id, 'practice-holder') };
  };
  type Practice = Awaited<ReturnType<typeof practice>>;
  const of = ({ id, holder }: Practice) => questions.get(holder, session.id, id);
  const ask = async ({ id, holder }: Practice, text: string) => {
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    const { own } = await questions.ask(holder, session.id, id, { text, confirmed: true });
    return own.find((one) => one.text === text)?.id as string;
  };
  const join = async ({ id, holder }: Practice, question: string, joins = true) => {
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    return questions.endorse(holder, session.id, id, question, joins);
  };
  const takeBack = ({ id, holder }: Practice, question: string) =>
    questions.takeBack(holder, session.id, id, question);
  const joined = ({ others }: PracticeQuestionsView) => others.filter(({ endorsed }) => endorsed);

  it('goes with a question to the one that takes its place when its asker takes it back', async () => {
    const [asker, heir, other] = [await practice(), await practice(), await practice()];
    const [head, member] = [await ask(asker, TEXT), await ask(heir, 'Mag de zalf een maand?')];
    await join(other, head);
    await desk.merge(coordinator, session.id, member, head);
    await takeBack(asker, head);
    const [own] = (await of(heir)).own;
    expect(own).toMatchObject({ id: member, fate: { kind: 'open' }, practices: 2 });
    expect(joined(await of(other))).toMatchObject([{ id: member, practices: 2 }]);
  });

  it('keeps a question that nobody else asked as the question of the practice that joined first', async () => {
    const [asker, first, second] = [await practice(), await practice(), await practice()];
    const head = await ask(asker, TEXT);
    await join(first, head);
    await join(second, head);
    await takeBack(asker, head);
    expect((await of(asker)).own).toMatchObject([{ id: head, fate: { kind: 'withdrawn' } }]);
    expect((await of(first)).own).toMatchObject([{ text: TEXT, fate: { kind: 'open' }, practices: 2 }]);
    expect(joined(await of(second))).toMatchObject([{ text: TEXT, practices: 2, fate: null }]);
    const view = await process.services(QuestionDesk).get(coordinator, session.id);
    expect(JSON.stringify(view)).toContain(TEXT);
    // taken up again it is a question of its own
    await questions.select(asker.holder, session.id, asker.id, head, true);
    expect((await of(asker)).own).toMatchObject([{ id: head, fate: { kind: 'open' }, practices: 1 }]);
  });

  it('leaves nothing behind where nobody joined', async () => {
    const [asker, other] = [await practice(), await practice()];
    await takeBack(asker, await ask(asker, TEXT));
    expect((await of(other)).others).toEqual([]);
  });

  it('shows who joined what became of a question, and lets them leave it', async () => {
    const [asker, other, third] = [await practice(), await practice(), await practice()];
    const head = await ask(asker, TEXT);
    await join(other, head);
    await process
      .services(DeskQuestions)
      .sendBack(coordinator, session.id, head, { reason: 'Liever algemener.', confirmed: true });
    expect((await of(other)).others).toMatchObject([{ id: head, endorsed: true, fate: 'sent-back' }]);
    expect(JSON.stringify(await of(other))).not.toContain('algemener');
    expect((await of(third)).others).toEqual([]);
    await expect(join(third, head)).rejects.toMatchObject({ code: 'not-found' });
    expect((await join(other, head, false)).others).toEqual([]);
  });

  it('takes no more questions than a session can hold, from nobody', async () => {
    const [asker, other] = [await practice(), await practice()];
    await ask(asker, TEXT);
    await test.database.transaction(coordinator, () =>
      test.database.query(
        `insert into session_question (region_id, session_id, practice_id, state, text, asked_at)
         select $1, $2, $3, 'asked', 'Vraag ' || n, now() from generate_series(1, 499) n`,
        [region.id, session.id, other.id],
      ),
    );
    const full = { code: 'question.session-full', details: { most: 500 } };
    await expect(ask(asker, 'En dan?')).rejects.toMatchObject(full);
    await expect(
      desk.add(coordinator, session.id, { text: 'En dan?', categoryId: null, confirmed: true }),
    ).rejects.toMatchObject(full);
  });

  it('says of every open question that its session does not go on', async () => {
    const [asker, other, third] = [await practice(), await practice(), await practice()];
    const head = await ask(asker, TEXT);
    await join(other, head);
    await process.services(SessionsService).cancel(coordinator, session.id);
    expect((await of(asker)).own).toMatchObject([{ fate: { kind: 'cancelled' } }]);
    expect((await of(other)).others).toMatchObject([{ id: head, fate: 'cancelled' }]);
    expect((await of(third)).others).toEqual([]);
  });
});
