import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import { PeopleQueries, PeopleService } from '#libs/access';
import { mondayOn, weekOf, weeksAfter, type ReferralGround, type ReferralKind } from '#libs/contracts';
import {
  ReferralActions,
  ReferralCourse,
  ReferralLists,
  ReferralSettings,
  ReferralTime,
  ReferralWeeks,
  type JudgementWish,
  type NewReferral,
} from '#libs/intervision';
import { Clock, newId, type Actor } from '#libs/platform';
import type { Chance } from './chance.js';
import { onDay } from './on-day.js';
import { together } from './together.js';

const COLLEAGUES = [
  { name: 'Tom Brandsma', email: 'huisarts-2@vlierstreek.example' },
  { name: 'Lotte Hoekstra', email: 'huisarts-3@vlierstreek.example' },
];
const WEEKS = 10;
/** Weeks that the others are held against. */
const BASELINE = 4;

const CASES: readonly (readonly [specialism: string, reason: string])[] = [
  ['Orthopedie', 'knieklachten bij artrose, vraag om injectie'],
  ['Orthopedie', 'schouderklachten, fysiotherapie hielp niet'],
  ['Dermatologie', 'verdachte moedervlek op de rug'],
  ['Dermatologie', 'eczeem dat niet reageert op zalf'],
  ['Cardiologie', 'hartkloppingen, normaal hartfilmpje'],
  ['Cardiologie', 'kortademig bij inspanning'],
  ['KNO', 'gehoorverlies aan één kant'],
  ['KNO', 'terugkerende keelontsteking'],
  ['Neurologie', 'hoofdpijn, nieuw patroon'],
  ['Oogheelkunde', 'wazig zien, controle bij diabetes'],
  ['Maag-darm-leverziekten', 'ijzertekort zonder verklaring'],
  ['Interne geneeskunde', 'schildklier, afwijkend lab'],
  ['Gynaecologie', 'bloedverlies na de overgang'],
  ['Urologie', 'terugkerende blaasontsteking'],
  ['GGZ', 'somber, lange wachttijd bij eerste verwijzing'],
  ['Fysiotherapie', 'lage rugpijn'],
];
const REMARKS: readonly (readonly [ground: ReferralGround, remark: string])[] = [
  ['content', 'Foto via meedenkconsult was genoeg geweest.'],
  ['process', 'Had ook bij onze eigen kaderarts gekund.'],
  ['administrative', 'Was een herhaalverwijzing, had de specialist zelf kunnen verlengen.'],
  ['content', 'Eerst zes weken oefentherapie afwachten.'],
];

/**
 * The review of referrals in the practice of the demo's practice holder: ten weeks that were looked at, a goal that comes nearer, actions,
 * and a week that waits. It goes through the services that people use, with the clock turned to the day.
 */
export async function seedReferrals(
  app: NestFastifyApplication,
  coordinator: Actor,
  practice: { id: string; name: string },
  chance: Chance,
  today: DateTime,
): Promise<void> {
  const people = app.get(PeopleService);
  for (const to of COLLEAGUES)
    await people.grantRole(coordinator, {
      to,
      role: 'practice-employee',
      scopeId: practice.id,
      jobTitle: 'huisarts',
    });
  const staff = await app.get(PeopleQueries).peopleOfPractice(practice.id);
  const gps: Actor[] = staff.map(({ personId, name, email, language, roles }) => ({
    ...coordinator,
    personId,
    name,
    email,
    language,
    roles: roles.map(({ role }) => ({ id: newId(), role, scopeKind: 'practice', scopeId: practice.id })),
  }));
  await new DemoReferrals(app, practice.id, gps, chance).seed(today);
}

class DemoReferrals {
  private readonly clock: Clock;
  private readonly holder: Actor;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly practiceId: string,
    private readonly gps: readonly Actor[],
    private readonly chance: Chance,
  ) {
    this.clock = app.get(Clock);
    this.holder =
      gps.find(({ roles }) => roles.some(({ role }) => role === 'practice-holder')) ?? (gps[0] as Actor);
  }

  async seed(today: DateTime): Promise<void> {
    const monday = mondayOn(today.toISODate() as string);
    const first = weeksAfter(monday, -WEEKS);
    await onDay(this.clock, today.minus({ weeks: WEEKS + 1 }), () =>
      this.app
        .get(ReferralSettings)
        .set(
          this.holder,
          this.practiceId,
          { moments: [{ form: 'weekly', weekday: 2, time: '12:30', remind: true }] },
          undefined,
        ),
    );
    for (let k = 0; k < WEEKS; k++) {
      const week = weeksAfter(first, k);
      const tuesday = today
        .set({ hour: 12, minute: 30 })
        .minus({ days: dayDistance(weeksAfter(week, 1), today) - 1 });
      await onDay(this.clock, tuesday, () => this.week(week, k));
    }
    await this.app.get(ReferralCourse).setGoal(
      this.holder,
      this.practiceId,
      {
        about: 'referrals',
        baselineFrom: weekOf(first),
        baselineTo: weekOf(weeksAfter(first, BASELINE - 1)),
        percent: -20,
      },
      undefined,
    );
    await this.app.get(ReferralCourse).setGoal(
      this.holder,
      this.practiceId,
      {
        about: 'time-outs',
        baselineFrom: weekOf(first),
        baselineTo: weekOf(weeksAfter(first, BASELINE - 1)),
        percent: null,
      },
      undefined,
    );
    await this.actions(today);
    await this.add(monday, 6, false);
  }

  /** A week as it went: the list, everybody looks, the practice talks, half an hour is written down. */
  private async week(week: string, k: number): Promise<void> {
    await this.add(week, Math.round(16 - Math.max(0, k - 2) * 0.7) + this.chance.below(3), k >= BASELINE);
    const weeks = this.app.get(ReferralWeeks);
    const name = weekOf(week);
    for (const gp of this.gps) {
      const { referrals } = await weeks.get(gp, this.practiceId, name);
      const judged = referrals.map(({ id }) => ({ id, wish: this.drawJudgement() }));
      await together(judged, ({ id, wish }) => weeks.judge(gp, this.practiceId, id, wish));
      await this.app.get(ReferralTime).add(gp, this.practiceId, 20 + this.chance.below(20));
    }
    const { version } = await weeks.get(this.holder, this.practiceId, name);
    await weeks.move(this.holder, this.practiceId, name, 'done', version);
  }

  private drawJudgement(): JudgementWish {
    const doubt = this.chance.below(6) === 0;
    const [ground, remark] = this.chance.pick(REMARKS);
    return {
      avoidable: doubt ? this.chance.pick(['yes', 'perhaps'] as const) : 'no',
      otherApproach: doubt && this.chance.below(2) === 0,
      ground: doubt ? ground : null,
      remark: doubt && this.chance.below(2) === 0 ? remark : '',
      confirmed: true,
    };
  }

  private async add(week: string, count: number, timeOuts: boolean): Promise<void> {
    const rows = Array.from({ length: count }, (): NewReferral => {
      const [specialism, reason] = this.chance.pick(CASES);
      const timeOut = this.chance.below(timeOuts ? 4 : 8) === 0;
      const advice = timeOut && this.chance.below(timeOuts ? 10 : 4) < (timeOuts ? 7 : 1);
      const kinds: ReferralKind[] = [
        'referral',
        'referral',
        'referral',
        'referral',
        'diagnostics',
        'not-made',
      ];
      return {
        week: null,
        gpId: (this.chance.pick(this.gps).personId ?? '') as string,
        kind: advice ? 'advice' : this.chance.pick(kinds),
        specialism,
        reason,
        timeOut,
      };
    });
    await this.app
      .get(ReferralLists)
      .add(this.holder, this.practiceId, weekOf(week), { referrals: rows, source: 'list', confirmed: true });
  }

  private async actions(today: DateTime): Promise<void> {
    const actions = this.app.get(ReferralActions);
    const add = (text: string, owner: number, days: number): Promise<unknown> =>
      actions.create(this.holder, this.practiceId, {
        text,
        ownerId: (this.gps[owner] ?? this.holder).personId as string,
        dueOn: today.plus({ days }).toISODate() as string,
        confirmed: true,
      });
    await add('Huidfoto’s voortaan eerst als meedenkconsult sturen', 0, 9);
    await add('Werkafspraak met de fysiotherapeut over knie en schouder', 1, 16);
    await add('Lijst maken van herhaalverwijzingen die de specialist zelf verlengt', 2, 3);
    const [first] = await actions.list(this.holder, this.practiceId);
    if (first) await actions.change(this.holder, this.practiceId, first.id, { state: 'done' }, first.version);
  }
}

const dayDistance = (from: string, to: DateTime): number =>
  Math.round((Date.parse(`${to.toISODate()}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
