import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import {
  DataSetsService,
  ExtractImports,
  DataSourcesService,
  PreparationsService,
  RemarksService,
  SigningService,
} from '#libs/mirror';
import { Database, newId, type Actor } from '#libs/platform';
import { Chance } from './chance.js';
import { diagnosticsExtract, referralExtract, type ExtractedPractice } from './extracts.js';

const REFERRALS = 'Verwijzingen ZorgDomein';
const DIAGNOSTICS = 'Diagnostiek regionaal dataplatform';

interface Holder {
  practiceId: string;
  practice: string;
  personId: string;
  name: string;
  email: string;
}

/**
 * Two years of figures of the demo region: referrals by month, diagnostics by quarter and age of which a first delivery was wrong
 * and has been replaced, practices that were read months apart, disputes, a group that agreed to openness and a practice that took
 * it back. What others may see of it is made by the worker after the start.
 */
export async function seedMirror(
  app: NestFastifyApplication,
  { coordinator, steward }: { coordinator: Actor; steward: Actor },
  today: DateTime,
): Promise<void> {
  const practices = await app
    .get(Database)
    .query<ExtractedPractice>('select agb, list_size as "listSize" from practice order by agb');
  await seedSources(app, steward);
  const load = async (
    source: string,
    fileName: string,
    file: Buffer,
    replaces?: { id: string; why: string },
  ) => {
    const sets = app.get(DataSetsService);
    const { id } = await app.get(ExtractImports).importFile(steward, {
      source,
      fileName,
      bytes: file.length,
      head: file.subarray(0, 65_536),
      body: Readable.from([file]),
      map: {},
      ...(replaces && { supersedes: replaces.id, why: replaces.why }),
    });
    await sets.approve(coordinator, id);
    return id;
  };
  const first = await load(
    DIAGNOSTICS,
    'diagnostiek-eerste-levering.csv',
    diagnosticsExtract(practices, today, new Chance(17), 3),
  );
  await load(DIAGNOSTICS, 'diagnostiek.csv', diagnosticsExtract(practices, today, new Chance(17)), {
    id: first,
    why: 'Laboratoriumaanvragen van drie praktijken waren dubbel geteld.',
  });
  await load(REFERRALS, 'verwijzingen.csv', referralExtract(practices, today, new Chance(18)));
  const holders = await groupOf(app);
  if (holders.members.length === 0) return;
  await seedRemarks(app, steward, holders.members, today);
  await seedGroup(app, steward, holders, today);
}

async function seedSources(app: NestFastifyApplication, steward: Actor): Promise<void> {
  const sources = app.get(DataSourcesService);
  await sources.create(steward, {
    name: REFERRALS,
    system: 'ZorgDomein',
    supplier: 'Huisartsen Vlierstreek',
    kind: 'referrals',
    quality: 'good',
    qualityNote: 'Steekproef van veertig brieven klopte.',
    latePercent: 1.5,
    limitations: ['Brieven per post tellen niet mee.', 'Waarnemers tellen mee bij de praktijk.'],
  });
  await sources.create(steward, {
    name: DIAGNOSTICS,
    system: 'Regionaal dataplatform (HIS-extractie)',
    supplier: 'Huisartsen Vlierstreek',
    kind: 'diagnostics',
    quality: 'fair',
    qualityNote: 'Niet elk HIS telt een aanvraag op dezelfde manier.',
    latePercent: 3,
    limitations: ['Onderzoek dat het ziekenhuis zelf aanvroeg, telt niet mee.'],
  });
}

/** The group of the holder with whom the demo is shown, with a holder of every member. */
async function groupOf(app: NestFastifyApplication): Promise<{ groupId: string; members: Holder[] }> {
  const rows = await app.get(Database).query<Holder & { groupId: string }>(
    `select m.group_id as "groupId", p.id as "practiceId", p.name as practice, h.id as "personId", h.name, h.email
     from group_member own join practice mine on mine.id = own.practice_id
       join group_member m on m.group_id = own.group_id and m.left_at is null
       join practice p on p.id = m.practice_id
       join role_assignment a on a.scope_id = p.id and a.role = 'practice-holder' and a.until is null
       join person h on h.id = a.person_id
     where own.left_at is null and mine.agb = (select min(agb) from practice) order by p.agb`,
  );
  return { groupId: rows[0]?.groupId ?? '', members: rows };
}

const holderActor = (base: Actor, holder: Holder): Actor => ({
  ...base,
  personId: holder.personId,
  name: holder.name,
  email: holder.email,
  kind: 'person',
  roles: [{ id: newId(), role: 'practice-holder', scopeKind: 'practice', scopeId: holder.practiceId }],
});

/** Months of a year that ends with the last whole quarter. */
const lastYear = (today: DateTime): { from: string; toExclusive: string } => ({
  from: today.startOf('quarter').minus({ years: 1 }).toISODate()!,
  toExclusive: today.startOf('quarter').toISODate()!,
});

async function seedRemarks(
  app: NestFastifyApplication,
  steward: Actor,
  [mine, other]: readonly Holder[],
  today: DateTime,
): Promise<void> {
  const remarks = app.get(RemarksService);
  const { from } = lastYear(today);
  if (mine)
    await remarks.add(holderActor(steward, mine), {
      practiceId: mine.practiceId,
      measure: 'VERW',
      item: '0310',
      from,
      kind: 'comment',
      text: 'Onze huidspreekuren zijn in het voorjaar uitgevallen; dat zie je terug.',
    });
  if (!other) return;
  const dispute = await remarks.add(holderActor(steward, other), {
    practiceId: other.practiceId,
    measure: 'VERW',
    item: '0310',
    from,
    kind: 'dispute',
    text: 'Dit zijn er te veel: een waarnemend huisarts werkte onder onze AGB-code.',
  });
  await remarks.answer(steward, dispute.id, dispute.version, {
    state: 'answered',
    answer: 'Wij zoeken dit uit met ZorgDomein en laten het weten.',
  });
  await remarks.add(holderActor(steward, other), {
    practiceId: other.practiceId,
    measure: 'DIAG',
    item: 'LAB',
    from,
    kind: 'dispute',
    text: 'Het prikpunt in ons gebouw telt bij ons mee. Dat is niet juist.',
  });
}

/** What the group prepares, and its openness: agreed by everybody, and taken back by one. */
async function seedGroup(
  app: NestFastifyApplication,
  steward: Actor,
  { groupId, members }: { groupId: string; members: Holder[] },
  today: DateTime,
): Promise<void> {
  const database = app.get(Database);
  const [base, last] = [members[0]!, members.at(-1)!];
  const actor = holderActor(steward, base);
  await app.get(PreparationsService).save(actor, groupId, 0, {
    story: 'Wij zien meer huidklachten bij ouderen, en wij sturen sneller door dan twee jaar geleden.',
    question: 'Wanneer helpt een meedenkconsult, en wanneer niet?',
    figures: [
      { measure: 'VERW', item: '0310' },
      { measure: 'MEEDENK-AANDEEL', item: '0310' },
    ],
  });
  if (members.length < 4) return;
  const signing = app.get(SigningService);
  const proposal = await signing.propose(actor, groupId, {
    measures: ['VERW'],
    period: lastYear(today),
    granularity: 'year',
    viewers: ['practice-holder', 'practice-contact'],
    exportAllowed: false,
    endsOn: today.plus({ months: 9 }).toISODate()!,
  });
  // everybody signed in the week before; a signature by a person needs a fresh sign-in
  for (const [n, { practiceId, personId }] of members.entries())
    await database.query(
      `insert into open_mode_signature (region_id, open_mode_id, practice_id, person_id, scope_hash, signed_at)
       values (current_region(), $1, $2, $3, $4, $5)`,
      [proposal.id, practiceId, personId, proposal.scopeHash, today.minus({ days: 6 - (n % 5) }).toJSDate()],
    );
  await signing.withdraw(holderActor(steward, last), proposal.id, { practiceId: last.practiceId });
}
