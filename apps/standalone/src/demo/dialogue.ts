import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import { PeopleService } from '#libs/access';
import {
  AnswersService,
  DepartmentsService,
  DeskQuestions,
  HandoutPublishing,
  HandoutsService,
  LiveActions,
  LiveSessions,
  PracticeQuestions,
  QuestionCategories,
  QuestionDesk,
  RegistrationsService,
  SessionsService,
  SpecialistService,
  SpecialistsService,
  StepsService,
  VotesService,
  YearsService,
} from '#libs/dialogue';
import { Clock, Database, newId, systemActor, type Actor } from '#libs/platform';
import type { Chance } from './chance.js';
import { DEMO_DOMAIN } from './names.js';
import { onDay } from './on-day.js';
import { CARDIOLOGY, DERMATOLOGY, ORTHOPAEDICS, type DemoSubject } from './questions.js';
import { together } from './together.js';

interface AskingPractice {
  id: string;
  name: string;
  contact: { personId: string; name: string; email: string };
}

const SPECIALIST = { name: 'Saskia van Wierum', email: `specialist@${DEMO_DOMAIN}` };
const COORDINATING = { name: 'Wouter Hagenaar', email: `coordinerend@${DEMO_DOMAIN}` };
const HOSPITAL = 'Ziekenhuis Vlierdam';
const DEPARTMENTS = [
  'Cardiologie',
  'Dermatologie',
  'Orthopedie',
  'Interne geneeskunde',
  'Kno-heelkunde',
  'Neurologie',
  'Longgeneeskunde',
  'Gynaecologie',
];

/**
 * Dialogue sessions of the demo region: one that was, with its handout; one that is ready to go live; one that practices register and ask
 * for now; and next year's agenda, for which practices choose departments. It goes through the services that people use,
 * with the clock turned to the day on which it happened.
 * @returns the session that was, for its evaluation
 */
export async function seedDialogue(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: readonly AskingPractice[],
  chance: Chance,
  today: DateTime,
): Promise<{ pastId: string }> {
  const demo = new DemoDialogue(app, coordinator, chance);
  await demo.register();
  const pastId = await demo.past('Dermatologie', today.minus({ days: 40 }), practices.slice(20, 52));
  await demo.ready('Orthopedie', practices.slice(0, 41));
  await demo.coming('Cardiologie', today.plus({ days: 36 }), practices);
  await demo.nextYear(today, practices);
  return { pastId };
}

class DemoDialogue {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly departments = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly coordinator: Actor,
    private readonly chance: Chance,
  ) {
    this.database = app.get(Database);
    this.clock = app.get(Clock);
  }

  /** Departments with their telephone, and the specialist who passes dates on. */
  async register(): Promise<void> {
    const departments = this.app.get(DepartmentsService);
    for (const [n, name] of DEPARTMENTS.entries()) {
      const { id } = await departments.create(this.coordinator, {
        name,
        hospital: HOSPITAL,
        phone: `088 000 01 ${String(10 + n * 7)}`,
        phoneHours: 'werkdagen 12.00–13.00 uur',
        adviceConsult: 'Via ZorgDomein, antwoord binnen twee werkdagen',
        contact: {
          name: `Secretariaat ${name}`,
          email: `${name.toLowerCase().replaceAll(' ', '-')}@ziekenhuis.example`,
        },
      });
      this.departments.set(name, id);
    }
    await this.app.get(PeopleService).create(systemActor(this.coordinator.regionId), {
      ...COORDINATING,
      role: 'coordinating-specialist',
    });
  }

  /** A session from the invitation to the handout, as it went. */
  async past(department: string, day: DateTime, practices: readonly AskingPractice[]): Promise<string> {
    const start = day.set({ hour: 12, minute: 0 });
    const id = await this.session(department, start, start.minus({ days: 60 }));
    await this.at(start.minus({ days: 58 }), () =>
      this.specialist(id, { name: 'Femke Oosterwold', email: 'f.oosterwold@ziekenhuis.example' }),
    );
    await this.keepTime(id, start.minus({ days: 42 }).set({ hour: 9, minute: 1 }));
    await this.at(start.minus({ days: 37 }), () => this.enrol(id, practices));
    await this.at(start.minus({ days: 35 }), () => this.askAll(id, practices, DERMATOLOGY));
    await this.at(start.minus({ days: 29 }), () => this.sort(id, DERMATOLOGY));
    await this.keepTime(id, start.minus({ days: 28 }).set({ hour: 9, minute: 1 }));
    await this.at(start.minus({ days: 12 }), () => this.prepare(id, DERMATOLOGY));
    await this.hour(id, start, practices);
    await this.keepTime(id, start.plus({ days: 1 }).set({ hour: 9, minute: 1 }));
    await this.at(start.plus({ days: 5 }), async () => {
      const { version } = await this.app.get(HandoutsService).get(this.coordinator, id);
      await this.app.get(HandoutPublishing).publish(this.coordinator, id, version);
    });
    // what was mailed back then was sent back then
    await this.database.query(
      `update mail set state = 'sent', sent_at = due_at where state = 'planned' and due_at < $1`,
      [start.plus({ days: 6 }).toJSDate()],
    );
    return id;
  }

  /** A session that starts in a moment: everything is prepared, the room can be opened. */
  async ready(department: string, practices: readonly AskingPractice[]): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.database.query<{ start: string }>(
      // the next five minutes that are at least twenty away
      `select to_char(date_bin('5 minutes', $1::timestamptz + interval '24 minutes 59 seconds', '2000-01-01') at time zone 'Europe/Amsterdam', 'YYYY-MM-DD"T"HH24:MI') as start`,
      [now],
    );
    const local = row?.start ?? '';
    const id = await this.at(null, () => this.make(department, local.slice(0, 10), local.slice(11), 60));
    await this.specialist(id, SPECIALIST);
    await this.app.get(PeopleService).create(systemActor(this.coordinator.regionId), {
      ...SPECIALIST,
      role: 'specialist',
      scopeId: id,
    });
    await this.app.get(SessionsService).change(this.coordinator, id, {
      meetingLink: 'https://teams.example/vlierstreek-orthopedie',
      activityId: '541234',
      accreditedHours: 1,
    });
    await this.enrol(id, practices);
    await this.askAll(id, practices, ORTHOPAEDICS);
    await this.sort(id, ORTHOPAEDICS);
    await this.step(id, 'share');
    await this.prepare(id, ORTHOPAEDICS);
    await this.app.get(SpecialistService).changeOwnPart(this.coordinator, id, {
      tells: 'Onze wachttijd voor knie en schouder is nu zes weken.',
      misses: 'Wij missen vaak welke oefentherapie al gedaan is.',
      process: 'Bel voor spoed altijd de dienstdoende orthopeed.',
      offersAgreement: true,
    });
    await this.app.get(LiveSessions).open(this.coordinator, id);
    await this.silence(id);
  }

  /** A session for which practices register and ask now. */
  async coming(department: string, day: DateTime, practices: readonly AskingPractice[]): Promise<void> {
    const start = day.set({ hour: 19, minute: 30 });
    const id = await this.session(department, start, start.minus({ days: 60 }));
    await this.at(start.minus({ days: 55 }), () =>
      this.specialist(id, { name: 'Ruben Kloosterveen', email: 'r.kloosterveen@ziekenhuis.example' }),
    );
    await this.keepTime(id, start.minus({ days: 42 }).set({ hour: 9, minute: 1 }));
    // the holder of the demo has not answered yet
    const some = practices.slice(1, 24);
    await this.enrol(id, some);
    const asking = this.app.get(PracticeQuestions);
    for (const [n, text] of CARDIOLOGY.entries()) {
      const practice = some[n * 2] as AskingPractice;
      await asking.ask(this.as(practice), id, practice.id, { text, confirmed: true });
    }
    await this.silence(id);
  }

  /** Next year's agenda: most practices have said which departments they want. */
  async nextYear(today: DateTime, practices: readonly AskingPractice[]): Promise<void> {
    const years = this.app.get(YearsService);
    const voting = today.minus({ days: 6 }).set({ hour: 10 });
    const id = await this.at(voting, async () => {
      const year = await years.create(this.coordinator, today.year + 1);
      const until = today.plus({ days: 8 }).toISODate() ?? '';
      await this.app.get(VotesService).open(this.coordinator, year.id, until, year.version);
      return year.id;
    });
    const wanted = [0, 3, 1, 5, 2, 6, 4, 7].map(
      (n) => this.departments.get(DEPARTMENTS[n] as string) as string,
    );
    const votes = practices.slice(1, 48).map((practice, n) => {
      const first = wanted[Math.min(7, Math.floor(this.chance.next() ** 2 * 8))] as string;
      const rest = this.chance.shuffle(wanted.filter((one) => one !== first)).slice(0, 1 + (n % 3));
      return { practice, ranking: [first, ...rest] };
    });
    await this.at(voting.plus({ days: 3 }), () =>
      together(votes, ({ practice, ranking }) =>
        this.app.get(VotesService).save(this.as(practice), id, practice.id, ranking),
      ),
    );
    await this.silence(id);
  }

  private async session(department: string, start: DateTime, madeAt: DateTime): Promise<string> {
    return this.at(madeAt, () =>
      this.make(department, start.toFormat('yyyy-MM-dd'), start.toFormat('HH:mm'), 60),
    );
  }

  private make(department: string, date: string, startTime: string, minutes: number): Promise<string> {
    const [hour = 0, minute = 0] = startTime.split(':').map(Number);
    // the demo never runs past midnight: a session that would, is shorter
    const end = Math.min(hour * 60 + minute + minutes, 24 * 60 - 1);
    const two = (n: number): string => String(n).padStart(2, '0');
    return this.app.get(SessionsService).create(this.coordinator, {
      departmentId: this.departments.get(department) as string,
      date,
      startTime,
      endTime: `${two(Math.floor(end / 60))}:${two(end % 60)}`,
    });
  }

  private async specialist(id: string, who: { name: string; email: string }): Promise<void> {
    await this.app.get(SpecialistsService).add(this.coordinator, id, who);
  }

  /** Registers the contact of each practice. */
  private async enrol(id: string, practices: readonly AskingPractice[]): Promise<void> {
    const registrations = this.app.get(RegistrationsService);
    for (const practice of practices)
      await registrations.register(this.as(practice), id, practice.id, {
        personId: practice.contact.personId,
        attendeeKind: 'gp',
      });
  }

  /** Every question by a practice of its own, those that say the same by others, and who joins. */
  private async askAll(
    id: string,
    practices: readonly AskingPractice[],
    subjects: readonly DemoSubject[],
  ): Promise<void> {
    const asking = this.app.get(PracticeQuestions);
    let next = 0;
    const somebody = (): AskingPractice => practices[next++ % practices.length] as AskingPractice;
    for (const { questions } of subjects)
      for (const { text, alike = [] } of questions)
        for (const words of [text, ...alike]) {
          const practice = somebody();
          await asking.ask(this.as(practice), id, practice.id, { text: words, confirmed: true });
        }
    const rows = await this.database.query<{ id: string; text: string; practice: string }>(
      `select id, text, practice_id as practice from session_question where session_id = $1`,
      [id],
    );
    for (const { questions } of subjects)
      for (const { text, joined } of questions) {
        const row = rows.find((one) => one.text === text);
        const joining = this.chance
          .shuffle(practices.filter((one) => one.id !== row?.practice))
          .slice(0, joined);
        await together(joining, (practice) =>
          asking.endorse(this.as(practice), id, practice.id, row?.id as string, true),
        );
      }
  }

  /** The organiser's desk: subjects, what asks the same put together. */
  private async sort(id: string, subjects: readonly DemoSubject[]): Promise<void> {
    const merging = this.app.get(DeskQuestions);
    const view = await this.app.get(QuestionDesk).get(this.coordinator, id);
    const of = (text: string): string => view.questions.find((one) => one.text === text)?.id as string;
    for (const { questions } of subjects)
      for (const { text, alike = [] } of questions)
        for (const words of alike) await merging.merge(this.coordinator, id, of(words), of(text));
    for (const { name, minutes, questions } of subjects)
      await this.app.get(QuestionCategories).create(this.coordinator, id, {
        name,
        minutes,
        questionIds: questions.map(({ text }) => of(text)),
        confirmed: true,
      });
  }

  /** What the specialist noted beforehand. */
  private async prepare(id: string, subjects: readonly DemoSubject[]): Promise<void> {
    const rows = await this.database.query<{ id: string; text: string }>(
      `select id, text from session_question where session_id = $1 and merged_into is null`,
      [id],
    );
    for (const { questions } of subjects)
      for (const { text, answer } of questions) {
        if (!answer) continue;
        const question = rows.find((one) => one.text === text)?.id as string;
        const timing = answer.tooLate
          ? 'too-late'
          : answer.tooEarly
            ? 'too-early'
            : answer.onTime
              ? 'on-time'
              : null;
        await this.app
          .get(AnswersService)
          .change(this.coordinator, id, question, { ...answer, timing, confirmed: true });
      }
  }

  /** The hour itself: who was there, what was answered, and one question that was parked. */
  private async hour(id: string, start: DateTime, practices: readonly AskingPractice[]): Promise<void> {
    const actions = this.app.get(LiveActions);
    await this.at(start.minus({ minutes: 10 }), () => this.app.get(LiveSessions).open(this.coordinator, id));
    await this.database.query(
      `insert into live_presence (id, region_id, room_id, audience, person_id, practice_id, joined_at, seen_at, left_at)
       select gen_random_uuid(), current_region(), $1, 'participant', person, practice, $2::timestamptz + (n % 7) * interval '1 minute', $3, $3
       from unnest($4::uuid[], $5::uuid[]) with ordinality as t(person, practice, n) where n % 9 <> 0`,
      [
        id,
        start.minus({ minutes: 4 }).toJSDate(),
        start.plus({ minutes: 60 }).toJSDate(),
        practices.map(({ contact }) => contact.personId),
        practices.map((one) => one.id),
      ],
    );
    await this.at(start, () => actions.act(this.coordinator, id, { do: 'start' }));
    for (let n = 0; n < 13; n++) {
      const [on] = await this.database.query<{ questionId: string | null; partId: string | null }>(
        `select l.question_id as "questionId", r.clock->>'currentId' as "partId" from session_live l join live_room r on r.id = l.session_id
         where l.session_id = $1`,
        [id],
      );
      if (!on?.partId) break;
      await this.at(start.plus({ minutes: 4 + n * 4 }), () =>
        actions.act(this.coordinator, id, {
          do: on.questionId === null ? 'next-item' : n === 5 ? 'park' : 'answered',
          ...on,
        }),
      );
    }
    await this.at(start.plus({ minutes: 60 }), () => actions.act(this.coordinator, id, { do: 'end' }));
  }

  /** Lets what is due by then happen. */
  private async keepTime(id: string, moment: DateTime): Promise<void> {
    await this.at(moment, () =>
      this.app.get(StepsService).keepTime(systemActor(this.coordinator.regionId), id),
    );
  }

  private async step(id: string, kind: string): Promise<void> {
    const [row] = await this.database.query<{ id: string }>(
      `update session_step set due_at = $3, state = 'planned' where session_id = $1 and kind = $2 returning id`,
      [id, kind, this.clock.now()],
    );
    if (!row) throw new Error(`The demo session has no step ${kind}.`);
    await this.app.get(StepsService).keepTime(systemActor(this.coordinator.regionId), id);
  }

  /** Mails of days that are past were sent then; the mailbox of a demo that was just made shows them as such. */
  private async silence(subjectId: string): Promise<void> {
    await this.database.query(
      `update mail set state = 'sent', sent_at = due_at where subject_id = $1 and state = 'planned' and due_at <= $2`,
      [subjectId, this.clock.now()],
    );
  }

  private at<T>(moment: DateTime | null, work: () => Promise<T>): Promise<T> {
    return moment ? onDay(this.clock, moment, work) : work();
  }

  /** Somebody who answers for a practice. */
  private as(practice: AskingPractice): Actor {
    return {
      ...this.coordinator,
      ...practice.contact,
      roles: [{ id: newId(), role: 'practice-contact', scopeKind: 'practice', scopeId: practice.id }],
    };
  }
}
