import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { DeskQuestions } from './desk-questions.service.js';
import { PracticeQuestions } from './practice-questions.service.js';
import { QuestionInbox } from './question-inbox.service.js';

const REASON = 'Wilt u het algemener vragen?';

describe('questions that come back to who asked them (feature 40)', () => {
  let test: TestDatabase;
  let process: TestProcess;
  let desk: DeskQuestions;
  let questions: PracticeQuestions;
  let region: { id: string };
  let coordinator: Actor;
  let session: FactorySession;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    process = processOf(test, clock);
    desk = process.services(DeskQuestions);
    questions = process.services(PracticeQuestions);
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

  const mails = (): Promise<{ to: string; state: string; wait: number; params: Record<string, unknown> }[]> =>
    test.database.transaction(coordinator, () =>
      test.database.query(
        `select to_name as "to", state, extract(epoch from due_at - created_at)::int as wait, params from mail
         where template = 'question-returned' order by to_name, id`,
      ),
    );
  /** A practice with a contact, to whom its mails go, and an employee. */
  const practice = async (name: string) => {
    const { id } = await makePractice(test.database, region.id, { name });
    const contact = await makeStaff(test.database, region.id, id, 'practice-contact', {
      name: `Contact ${name}`,
    });
    const employee = await makeStaff(test.database, region.id, id, 'practice-employee', {
      name: `Medewerker ${name}`,
    });
    return { id, contact, employee };
  };
  const asked = async (actor: Actor, practiceId: string, text: string): Promise<string> => {
    const { own } = await questions.ask(actor, session.id, practiceId, { text, confirmed: true });
    return own.find((one) => one.text === text)?.id as string;
  };
  const sendBack = (id: string) =>
    desk.sendBack(coordinator, session.id, id, { reason: REASON, confirmed: true });

  it('tells the asker, with a link to the page and without a word of the question or why', async () => {
    const { id, employee } = await practice('Linde');
    const question = await asked(employee, id, 'Wanneer moeten wij een moedervlek insturen?');
    await sendBack(question);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'Medewerker Linde', state: 'planned', wait: 300 });
    expect(Object.keys(mail?.params ?? {}).sort()).toEqual([
      'department',
      'endsAt',
      'minutes',
      'practice',
      'startsAt',
      'taskLinkId',
    ]);
    expect(JSON.stringify(mail?.params)).not.toMatch(/moedervlek|algemener/);
  });

  it('tells every asker of what was put together once, and their practice where the asker is not there', async () => {
    const linde = await practice('Linde');
    const kade = await practice('Kade');
    const head = await asked(linde.employee, linde.id, 'Wanneer moeten wij een moedervlek insturen?');
    const second = await asked(linde.employee, linde.id, 'Welke moedervlekken wilt u zien?');
    // a colleague without account proposed it
    const { inbox } = await process.services(QuestionInbox).make(kade.contact, session.id, kade.id);
    await process.services(QuestionInbox).propose(inbox.path?.split('/').at(-1) as string, {
      text: 'Mag een moedervlek ook op een foto?',
      name: null,
      confirmed: true,
    });
    const proposed = (await questions.get(kade.contact, session.id, kade.id)).own[0]?.id as string;
    await questions.select(kade.employee, session.id, kade.id, proposed, true);
    for (const one of [second, proposed]) await desk.merge(coordinator, session.id, one, head);
    await sendBack(head);
    expect((await mails()).map(({ to, params }) => [to, params.practice])).toEqual([
      ['Contact Kade', 'Kade'],
      ['Medewerker Linde', 'Linde'],
    ]);
  });

  it('tells nobody when the organiser takes it back in time, nor of a question of the organiser, nor when asking is over', async () => {
    const { id, employee } = await practice('Linde');
    const question = await asked(employee, id, 'Wanneer moeten wij een moedervlek insturen?');
    await sendBack(question);
    await desk.reopen(coordinator, session.id, question);
    expect(await mails()).toMatchObject([{ state: 'cancelled' }]);
    const added = await desk.add(coordinator, session.id, {
      text: 'Hoe gaat het met de wachttijden?',
      categoryId: null,
      confirmed: true,
    });
    await sendBack(added.questions.find(({ id: one }) => one !== question)?.id as string);
    clock.set(session.startsAt);
    await sendBack(question);
    expect(await mails()).toHaveLength(1);
  });
});
