import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DateTime } from 'luxon';
import type { RoundView } from '#libs/contracts';
import { PeopleQueries, PeopleService } from '#libs/access';
import {
  AnswersService,
  FormingRuns,
  FormingService,
  ParticipantsService,
  ProposalsService,
  PublishingService,
  RoundContentsService,
  RoundsService,
  RoundWindowsService,
  type AnswerChange,
} from '#libs/intervision';
import { Database, newId, systemActor, type Actor } from '#libs/platform';
import { PracticeImports } from '#libs/practices';
import { writeDutchCsv } from '#libs/tabular';
import { DEMO_DOMAIN, DEMO_REGION, FAMILY, GIVEN, PRACTICES, THEMES, TOWNS } from './names.js';
import { Chance } from './chance.js';
import { together } from './together.js';
import { seedDialogue } from './dialogue.js';
import { seedMeetings } from './meetings.js';
import { seedMirror } from './mirror.js';
import { seedReferrals } from './referrals.js';
import { seedSurveys } from './surveys.js';

/** The people behind the one-click sign-ins. */
const COORDINATOR = { name: 'Joris Haverkamp', email: `coordinator@${DEMO_DOMAIN}` };
const STEWARD = { name: 'Marieke Duinkerke', email: `databeheer@${DEMO_DOMAIN}` };
const CONSULTANT = { name: 'Ineke Terpstede', email: `consulent@${DEMO_DOMAIN}` };
const HOLDER = { name: 'Noor Veldman', email: `praktijkhouder@${DEMO_DOMAIN}` };
const LEADER_EMAIL = `gespreksleider@${DEMO_DOMAIN}`;

/** Practices that have answered the open round; the mockups' "43 van de 60". */
const ANSWERED = 43;
const EVENING = { startTime: '19:30', endTime: '21:00' };

interface DemoPractice {
  id: string;
  name: string;
  contact: { personId: string; name: string; email: string };
}

/**
 * Fills an empty embedded installation with the region Vlierstreek: 60 practices, one published round and one that is open
 * for answers. It goes through the services that people use, in one transaction, with a fixed seed and dates relative to today;
 * killed half-way, it leaves nothing and starts again.
 */
export async function seedDemo(app: NestFastifyApplication): Promise<void> {
  const database = app.get(Database);
  const [any] = await database.definer('select 1 from region limit 1');
  if (any) return;
  const regionId = newId();
  await database.transaction({ regionId }, async () => {
    await database.query(
      `insert into region (id, slug, name, holiday_region, reply_to) values ($1, $2, $3, 'noord', $4)`,
      [regionId, DEMO_REGION.slug, DEMO_REGION.name, COORDINATOR.email],
    );
    const { coordinator, steward } = await seedPeople(app, regionId);
    const practices = await seedPractices(app, coordinator);
    await seedConsultant(app, coordinator, practices);
    const chance = new Chance(2027);
    const today = DateTime.now().setZone('Europe/Amsterdam').startOf('day');
    const answered = await seedAnswered(app, coordinator, practices, chance, today);
    // groups are formed in a thread of their own
    await Promise.all([
      form(app, coordinator, answered),
      seedOpen(app, coordinator, practices, chance, today),
    ]);
    const groupId = await publish(app, coordinator, answered);
    if (groupId) await seedMeetings(app, coordinator, groupId, today);
    await seedReferrals(app, coordinator, practices[0] as DemoPractice, new Chance(11), today);
    const { pastId } = await seedDialogue(app, coordinator, practices, new Chance(604), today);
    await seedSurveys(app, coordinator, practices, chance, today, pastId);
    await seedMirror(app, { coordinator, steward }, today);
  });
}

async function seedPeople(
  app: NestFastifyApplication,
  regionId: string,
): Promise<{ coordinator: Actor; steward: Actor }> {
  const people = app.get(PeopleService);
  const system = systemActor(regionId);
  const person = await people.create(system, { ...COORDINATOR, role: 'region-coordinator' });
  const second = await people.create(system, { ...STEWARD, role: 'data-steward' });
  return {
    coordinator: actorOf(system, { personId: person.id, ...COORDINATOR }, 'region-coordinator', null),
    steward: actorOf(system, { personId: second.id, ...STEWARD }, 'data-steward', null),
  };
}

function actorOf(
  base: Actor,
  who: { personId: string; name: string; email: string },
  role: 'region-coordinator' | 'data-steward' | 'practice-contact',
  scopeId: string | null,
): Actor {
  return {
    ...base,
    ...who,
    kind: 'person',
    roles: [{ id: newId(), role, scopeKind: scopeId === null ? 'region' : 'practice', scopeId }],
  };
}

/** The register comes in as a file, the way a real region's does. */
async function seedPractices(app: NestFastifyApplication, coordinator: Actor): Promise<DemoPractice[]> {
  const chance = new Chance(60);
  const quarters = ['2023-Q2', '2023-Q3', '2024-Q1', '2024-Q2', '2025-Q1'];
  const person = (n: number): string =>
    `${GIVEN[n % GIVEN.length]} ${FAMILY[(n * 7 + Math.floor(n / GIVEN.length)) % FAMILY.length]}`;
  const rows = PRACTICES.map((name, n) => {
    const [town, postcode, districts] = TOWNS[n % TOWNS.length] as (typeof TOWNS)[number];
    const letters = String.fromCharCode(65 + (n % 20)) + String.fromCharCode(66 + ((n * 3) % 20));
    const first = n === 0;
    return [
      name,
      String(1_097_000 + n * 37).padStart(8, '0'),
      `${chance.pick(['Dorpsstraat', 'Kerkplein', 'Havenweg', 'Brinkweg', 'Lindelaan'])} ${1 + chance.below(140)}`,
      `${postcode + (n % 3)} ${letters}`,
      town,
      districts[n % districts.length] as string,
      1500 + chance.below(55) * 50,
      first ? HOLDER.name : person(n),
      first ? HOLDER.email : `houder-${n + 1}@vlierstreek.example`,
      first ? HOLDER.name : person(n + 31),
      first ? HOLDER.email : `contact-${n + 1}@vlierstreek.example`,
      chance.pick(quarters),
      n % 3 === 0 ? CONSULTANT.name : 'Wim Lammertink',
      2 + chance.below(4),
    ];
  });
  const headings = [
    'Praktijknaam',
    'AGB-code',
    'Adres',
    'Postcode',
    'Plaats',
    'HAGRO',
    'Ingeschreven patiënten',
    'Praktijkhouder',
    'E-mail praktijkhouder',
    'Contactpersoon MTVP',
    'E-mail contactpersoon',
    'Startkwartaal MTVP',
    'Praktijkconsulent',
    'Motivatie (1-5)',
  ];
  const numbers = new Set(['Ingeschreven patiënten', 'Motivatie (1-5)']);
  const file = writeDutchCsv(
    headings.map((heading) => ({
      heading,
      type: numbers.has(heading) ? ('integer' as const) : ('text' as const),
    })),
    rows,
  );
  await app
    .get(PracticeImports)
    .importFile(coordinator, file, 'praktijken-vlierstreek.csv', { decisions: 'accept' });

  const database = app.get(Database);
  const practices = await database.query<{ id: string; name: string }>(
    'select id, name from practice order by agb',
  );
  const people = await app.get(PeopleQueries).peopleOfPractices(
    practices.map(({ id }) => id),
    ['practice-contact'],
  );
  return practices.map((practice) => {
    const contact = people.get(practice.id)?.[0];
    if (!contact) throw new Error(`The demo practice ${practice.name} has no contact.`);
    return { ...practice, contact };
  });
}

async function seedConsultant(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: DemoPractice[],
): Promise<void> {
  const people = app.get(PeopleService);
  for (const [n, practice] of practices.entries()) {
    if (n % 3 === 0)
      await people.grantRole(coordinator, {
        to: CONSULTANT,
        role: 'practice-consultant',
        scopeId: practice.id,
      });
  }
}

/** A round with its themes and evenings; `firstDay` is the first candidate day. */
async function seedRound(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: DemoPractice[],
  name: string,
  introduction: string,
  firstDay: DateTime,
): Promise<RoundView> {
  const rounds = app.get(RoundsService);
  const contents = app.get(RoundContentsService);
  const { id } = await rounds.create(coordinator, { kind: 'plus-praktijk', name });
  await rounds.change(coordinator, id, { introduction });
  await contents.setThemes(
    coordinator,
    id,
    THEMES.map(([shortName, themeName, description]) => ({ shortName, name: themeName, description })),
  );
  const tuesday = firstDay.plus({ days: (9 - firstDay.weekday) % 7 });
  const offsets = [0, 1, 2, 7, 8, 9]; // Tuesday, Wednesday and Thursday of two weeks
  await contents.setDates(
    coordinator,
    id,
    offsets.map((days) => ({ date: tuesday.plus({ days }).toISODate() as string, ...EVENING })),
  );
  await app.get(ParticipantsService).set(
    coordinator,
    id,
    practices.map((practice) => practice.id),
  );
  return rounds.get(coordinator, id);
}

/** One practice's answer, drawn with the district's taste so that neighbours often agree. */
function drawAnswer(
  round: RoundView,
  practice: DemoPractice,
  chance: Chance,
  canLead: boolean,
): AnswerChange {
  const themes = round.themes.map((theme) => theme.id);
  const favourite = chance.below(3);
  const ranked = chance.shuffle([...themes]).slice(0, 3);
  if (chance.next() < 0.5) ranked[0] = themes[favourite] as string;
  return {
    ranked: [...new Set(ranked)],
    dates: Object.fromEntries(
      round.dates.map(
        (date) => [date.id, chance.next() < 0.62 ? 'yes' : chance.next() < 0.45 ? 'maybe' : 'no'] as const,
      ),
    ),
    motivation: 2 + chance.below(4),
    stay: chance.pick(['yes', 'yes', 'neutral', 'no'] as const),
    canLead,
    ...(canLead ? { leaderPersonId: practice.contact.personId } : {}),
  };
}

async function answer(
  app: NestFastifyApplication,
  coordinator: Actor,
  round: RoundView,
  practice: DemoPractice,
  change: AnswerChange,
): Promise<void> {
  const answers = app.get(AnswersService);
  const actor = actorOf(coordinator, practice.contact, 'practice-contact', practice.id);
  await answers.save(actor, round.id, practice.id, change);
  await answers.submit(actor, round.id, practice.id);
}

/** The round of this year, answered by everybody; its groups are still to be formed. */
async function seedAnswered(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: DemoPractice[],
  chance: Chance,
  today: DateTime,
): Promise<RoundView> {
  const windows = app.get(RoundWindowsService);
  const round = await seedRound(
    app,
    coordinator,
    practices,
    `Intervisie ${today.year}`,
    'Deze groepen komen dit najaar bij elkaar.',
    today.plus({ days: 12 }),
  );
  await windows.open(coordinator, round.id, {
    answerUntil: today.plus({ days: 1, hours: 17 }).toISO() as string,
  });
  const drawn = practices.map((practice, n) => ({
    practice,
    change: drawAnswer(round, practice, chance, n % 3 === 1),
  }));
  await together(drawn, ({ practice, change }) => answer(app, coordinator, round, practice, change));
  await windows.close(coordinator, round.id);
  return round;
}

async function form(app: NestFastifyApplication, coordinator: Actor, round: RoundView): Promise<void> {
  const run = await app.get(FormingService).start(coordinator, round.id, { seconds: 1 });
  await app.get(FormingRuns).run(coordinator.regionId, run.id);
}

/** @returns the group that the discussion leader of the demo leads */
async function publish(
  app: NestFastifyApplication,
  coordinator: Actor,
  round: RoundView,
): Promise<string | null> {
  const database = app.get(Database);
  const [best] = await app.get(ProposalsService).list(coordinator, round.id);
  if (!best) throw new Error('The demo round got no proposal.');
  const { groupIds } = await app
    .get(PublishingService)
    .publish(coordinator, best.id, best.version, { evenIfIncomplete: true });
  const [leader] = await database.query<{ id: string; groupId: string }>(
    `select p.id, g.id as "groupId" from intervision_group g join person p on p.id = g.leader_person_id where g.id = any($1) order by g.number limit 1`,
    [groupIds],
  );
  if (!leader) return null;
  await database.query('update person set email = $2 where id = $1', [leader.id, LEADER_EMAIL]);
  await database.query('update mail set to_email = $2 where person_id = $1', [leader.id, LEADER_EMAIL]);
  return leader.groupId;
}

async function seedOpen(
  app: NestFastifyApplication,
  coordinator: Actor,
  practices: DemoPractice[],
  chance: Chance,
  today: DateTime,
): Promise<void> {
  const round = await seedRound(
    app,
    coordinator,
    practices,
    `Intervisie ${today.year + 1}`,
    'Vier avonden in een vaste kring van vier tot zes praktijken.',
    today.plus({ days: 45 }),
  );
  await app
    .get(RoundWindowsService)
    .open(coordinator, round.id, { answerUntil: today.plus({ days: 9, hours: 17 }).toISO() as string });
  // the holder of the demo still has this task; the rest of the answers come from all over the region
  const others = chance.shuffle(practices.slice(1)).slice(0, ANSWERED);
  const drawn = others.map((practice) => ({
    practice,
    change: drawAnswer(round, practice, chance, chance.next() < 0.4),
  }));
  await together(drawn, ({ practice, change }) => answer(app, coordinator, round, practice, change));
}
