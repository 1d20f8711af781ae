import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import type { Answers, Attendee, ItemAnswer, QuestionnaireContent, Role } from '#libs/contracts';
import { PeopleService } from '#libs/access';
import { Clock, Database, Facts, newId, Secrets, systemActor, type Actor } from '#libs/platform';
import {
  CampaignsService,
  EvaluationsService,
  OpenedTextsService,
  QuestionnairesService,
  ResultsService,
  StepsService,
} from '#libs/surveys';
import type { Chance } from './chance.js';
import { onDay } from './on-day.js';
import { together } from './together.js';
import { FAMILY, GIVEN } from './names.js';

interface SurveyedPractice {
  id: string;
  contact: { personId: string };
}

/** How content a group of people is: the middle of its grades, 1–10, and how far they lie apart. */
interface Mood {
  middle: number;
  spread: number;
}

const REMARKS = [
  'Meer tijd voor vragen uit de zaal.',
  'De casus over vermoeidheid was heel herkenbaar.',
  'Graag de samenvatting een dag eerder.',
  'Fijn dat de vakgroep zelf ook vragen stelde.',
  'Het geluid viel soms weg.',
  'Volgende keer graag in kleinere groepen.',
];

/**
 * What was asked and learned in the demo region: three quarters of dialogue evaluations, the value survey of staff and of
 * holders, and a year evaluation that is being answered. All of it goes the way of the real thing, with the clock turned to
 * the day on which it happened.
 */
export async function seedSurveys(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: readonly SurveyedPractice[],
  chance: Chance,
  today: DateTime,
  dermatology: string,
): Promise<void> {
  const survey = new DemoSurveys(app, coordinator, chance);
  await survey.employ(practices);
  const cardiology: [number, Mood][] = [
    [250, { middle: 7, spread: 1.3 }],
    [160, { middle: 7.4, spread: 1.3 }],
    [70, { middle: 8.1, spread: 1.2 }],
  ];
  for (const [days, mood] of cardiology)
    await survey.session('Cardiologie', practices.slice(0, 34), today.minus({ days }), mood);
  // this one was held here: its end planned its evaluation
  await survey.evaluated(dermatology, today.minus({ days: 40 }).set({ hour: 13, minute: 0 }), 24, {
    middle: 7.6,
    spread: 1.4,
  });
  const closed = today.minus({ days: 56 });
  await survey.valueSurvey('value-survey-staff', 'practice-employee', closed, 50, {
    middle: 7.1,
    spread: 1.4,
  });
  await survey.valueSurvey('value-survey-holders', 'practice-holder', closed, 22, {
    middle: 7.8,
    spread: 1.1,
  });
  await survey.running(today.minus({ days: 4 }).plus({ hours: 9 }), 21);
}

class DemoSurveys {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly coordinator: Actor,
    private readonly chance: Chance,
  ) {
    this.database = app.get(Database);
    this.clock = app.get(Clock);
  }

  private at<T>(moment: DateTime, work: () => Promise<T>): Promise<T> {
    return onDay(this.clock, moment, work);
  }

  /** One assistant in each practice, for the survey of staff. */
  async employ(practices: readonly SurveyedPractice[]): Promise<void> {
    const people = this.app.get(PeopleService);
    await together([...practices.entries()], ([n, { id }]) =>
      people.create(this.coordinator, {
        name: `${GIVEN[(n * 5 + 3) % GIVEN.length]} ${FAMILY[(n * 11 + 5) % FAMILY.length]}`,
        email: `assistent-${n + 1}@vlierstreek.example`,
        role: 'practice-employee',
        scopeId: id,
      }),
    );
  }

  /** A dialogue session that is over, and what came of its evaluation. */
  async session(
    department: string,
    practices: readonly SurveyedPractice[],
    day: DateTime,
    mood: Mood,
  ): Promise<void> {
    const endedAt = day.set({ hour: 13, minute: 0 });
    const attendees = practices.map(({ id, contact }): Attendee => ({
      personId: contact.personId,
      practiceId: id,
      role: 'practice-contact',
    }));
    const sessionId = newId();
    await this.at(endedAt, () =>
      this.app.get(Facts).publish(systemActor(this.coordinator.regionId), 'session.ended', {
        sessionId,
        title: `Dialoogsessie ${department}, ${endedAt.setLocale('nl').toFormat('d LLLL')}`,
        department,
        endedAt: endedAt.toJSDate().toISOString(),
        attendees,
      }),
    );
    await this.evaluated(sessionId, endedAt, Math.round(practices.length * 0.74), mood);
  }

  /** What people said of a session after it ended. */
  async evaluated(sessionId: string, endedAt: DateTime, answers: number, mood: Mood): Promise<void> {
    const [row] = await this.database.query<{ id: string }>('select id from campaign where subject_id = $1', [
      sessionId,
    ]);
    if (!row) throw new Error('The demo session got no evaluation.');
    await this.answered(row.id, endedAt.plus({ days: 1 }), answers, mood);
    await this.at(endedAt.plus({ days: 12 }), () => this.finish(row.id));
    await this.sayOn(row.id, 3);
  }

  /** The yearly survey of one group of people. */
  async valueSurvey(key: string, role: Role, closed: DateTime, answers: number, mood: Mood): Promise<void> {
    const opens = closed.minus({ days: 21 }).set({ hour: 9 });
    const id = await this.launch(key, role, opens, 21);
    await this.answered(id, opens.plus({ hours: 1 }), answers, mood);
    await this.at(closed.plus({ days: 1 }), () => this.finish(id));
    await this.app.get(ResultsService).share(this.coordinator, id, true);
  }

  /** A year evaluation that people are answering now. */
  async running(opens: DateTime, answers: number): Promise<void> {
    const id = await this.launch('mtvp-year-evaluation', 'practice-holder', opens, 21);
    await this.answered(id, opens.plus({ hours: 1 }), answers, { middle: 6, spread: 2 });
  }

  private async launch(key: string, role: Role, opens: DateTime, responseDays: number): Promise<string> {
    const campaigns = this.app.get(CampaignsService);
    return this.at(opens, async () => {
      const { items } = await this.app.get(QuestionnairesService).list(this.coordinator, { limit: 100 });
      const questionnaire = items.find((one) => one.key === key);
      if (!questionnaire) throw new Error(`There is no questionnaire ${key}.`);
      const { id, version } = await campaigns.create(this.coordinator, {
        questionnaireId: questionnaire.id,
        anonymity: 'anonymous',
        audience: { kind: 'roles', roles: [role], practiceIds: null },
        responseDays,
        reminderDays: [7],
      });
      await campaigns.launch(this.coordinator, id, { opensAt: opens.toJSDate().toISOString() }, version);
      return id;
    });
  }

  /** Sends the invitations, and has so many people answer, at other times than the mails'. */
  private async answered(campaignId: string, moment: DateTime, count: number, mood: Mood): Promise<void> {
    await this.at(moment, async () => {
      await this.app.get(StepsService).keepTime(systemActor(this.coordinator.regionId), campaignId);
      const invited = await this.database.query<{ id: string; content: QuestionnaireContent }>(
        `select i.id, v.content from invitation i join campaign c on c.id = i.campaign_id
           join questionnaire_version v on v.id = c.questionnaire_version_id where c.id = $1 order by i.id`,
        [campaignId],
      );
      const drawn = this.chance
        .shuffle(invited)
        .slice(0, count)
        .map(({ id, content }) => ({ id, answers: this.draw(content, mood) }));
      await together(drawn, ({ id, answers }) =>
        this.app.get(EvaluationsService).send(this.app.get(Secrets).token('evaluation', id), answers, []),
      );
    });
  }

  /** Lets what is due by now happen. Mails of back then are history: they were sent back then. */
  private async finish(campaignId: string): Promise<void> {
    await this.app.get(StepsService).keepTime(systemActor(this.coordinator.regionId), campaignId);
    await this.database.query(
      `update mail set state = 'sent', sent_at = due_at where subject_id = $1 and state = 'planned'`,
      [campaignId],
    );
  }

  /** Rephrases some open answers, and leaves one for who tries the demo. */
  private async sayOn(campaignId: string, count: number): Promise<void> {
    const texts = this.app.get(OpenedTextsService);
    for (const text of (await texts.list(this.coordinator, campaignId)).slice(0, count))
      await texts.decide(this.coordinator, campaignId, text.id, { state: 'shown', shown: text.original });
  }

  /** One person's answers: content people say so on every question. */
  private draw(content: QuestionnaireContent, mood: Mood): Answers {
    const bell = (): number => (this.chance.next() + this.chance.next() + this.chance.next()) * 2 - 3;
    const level = Math.min(1, Math.max(0, (mood.middle + bell() * mood.spread - 1) / 9));
    const answers: Answers = {};
    for (const item of content.items) {
      if (item.condition) continue;
      if (item.type === 'text') {
        if (this.chance.next() < 0.2) answers[item.key] = { text: this.chance.pick(REMARKS) };
      } else if (item.notApplicable !== false && this.chance.next() < 0.05)
        answers[item.key] = { notApplicable: true };
      else answers[item.key] = this.answer(item, level);
    }
    return answers;
  }

  private answer(
    item: Exclude<QuestionnaireContent['items'][number], { type: 'text' }>,
    level: number,
  ): ItemAnswer {
    if (item.type === 'scale') {
      const step = item.min + (item.max - item.min) * level + (this.chance.next() - 0.5) * 1.6;
      return { value: Math.min(item.max, Math.max(item.min, Math.round(step))) };
    }
    const { options } = item;
    if (item.multiple) {
      // the last option is "none of these"
      const chosen = options.slice(0, -1).filter(() => this.chance.next() < 0.15 + level * 0.5);
      return { options: (chosen.length > 0 ? chosen : options.slice(-1)).map(({ key }) => key) };
    }
    const place = Math.floor((1 - level) * options.length * (0.6 + this.chance.next() * 0.8));
    return { options: [options[Math.min(options.length - 1, place)]?.key ?? ''] };
  }
}
