import { newId } from '#libs/platform';
import type { FigureRemarkView, GroupPreparationView, OpenModeView, ReleaseView } from '#libs/contracts';
import { Collector, FIGURES, type Figure } from './collected.js';
import { figuresSeen } from './read-back.js';
import { agree, type FigureRegion, type Reader } from './region.js';
import { FIRST, LIST_SIZES, MENDED_REFERRALS, SECOND, windowOf } from './truth.js';

/** What a practice writes about its own figure; nobody else reads these words. */
export const OWN_WORDS = 'Bij ons telde de waarnemer Zonneweide dubbel.';
/** The agreement of the first group, and in which phases it stands. */
export const AGREED = { group: 0, measures: ['DIAG', 'VERW'], phases: ['named', 'named files'] };
const DIAGNOSTICS = FIGURES.filter(({ measure }) => measure === 'DIAG');
const CHOSEN: readonly Figure[] = [
  { measure: 'DIAG', item: 'RO' },
  { measure: 'DIAG', item: '*' },
  { measure: 'VERW', item: '0310' },
];

/**
 * Releases one after another, and everybody who reads all of them: two deliveries a quarter apart, the same list sizes once more, a correction,
 * figures by name that are agreed on and taken back.
 */
export async function readAll(region: FigureRegion): Promise<Collector> {
  const seen = new Collector(region);
  await region.deliver('list-sizes', LIST_SIZES);
  await region.deliver('referrals', FIRST.referrals);
  await region.deliver('diagnostics', FIRST.diagnostics);
  await region.work();
  seen.phase = 'first';
  const listeners = await crowd(region);
  for (const one of Object.values(listeners)) await seen.listen(one, seen.rooms());
  await look(region, seen, FIGURES);
  await prepare(region);

  await region.deliver('list-sizes', LIST_SIZES, region.delivered[0]!.dataSetId);
  await region.work();
  seen.phase = 'again';
  await look(region, seen, FIGURES);

  const second = await region.deliver('referrals', SECOND.referrals);
  await region.deliver('diagnostics', SECOND.diagnostics);
  await region.work();
  seen.phase = 'second';
  await look(region, seen, FIGURES);

  await region.deliver('referrals', MENDED_REFERRALS, second);
  await region.work();
  seen.phase = 'mended';
  const earlier = CHOSEN.map((one) => ({ ...one, from: windowOf(FIRST.referrals).from }));
  await look(region, seen, [...FIGURES, ...earlier]);
  await files(region, seen);
  await everywhere(region, seen);

  await names(region, seen);
  seen.close();
  return seen;
}

/** One person of every kind. */
async function crowd(region: FigureRegion): Promise<Record<string, Reader>> {
  const nobody: Reader = { name: 'nobody', role: null, practices: [], cookie: null };
  return {
    nobody,
    north: await region.reader('holder of 1', 'practice-holder', [1]),
    both: await region.reader('contact of 5', 'practice-contact', [5]),
    south: await region.reader('employee of 8', 'practice-employee', [8]),
    alone: await region.reader('holder of 12', 'practice-holder', [12]),
    leader: await region.reader('leader of north', 'discussion-leader', [], region.groups[0]!.id),
    consultant: await region.reader('consultant of 1', 'practice-consultant', [], region.practices[1]!),
    coordinator: await region.reader('coordinator', 'region-coordinator'),
    steward: await region.reader('steward', 'data-steward'),
    auditor: await region.reader('auditor', 'auditor'),
    operator: await region.reader('operator', 'operator'),
    specialist: await region.reader('specialist', 'coordinating-specialist'),
  };
}

/** The pages of all figures, from both groups and from none. */
async function look(region: FigureRegion, seen: Collector, figures: readonly Figure[]): Promise<void> {
  await seen.pages(await region.reader('holder of 1', 'practice-holder', [1]), 0, figures);
  await seen.pages(await region.reader('employee of 8', 'practice-employee', [8]), 1, figures);
  await seen.pages(await region.reader('holder of 12', 'practice-holder', [12]), null, CHOSEN);
  const both = await region.reader('contact of 5', 'practice-contact', [5]);
  for (const group of [0, 1]) await seen.pages(both, group, CHOSEN);
  await seen.funnels(await region.reader('coordinator', 'region-coordinator'));
  // a general practitioner who coordinates the region
  const twofold = await region.reader(
    'coordinator of 1',
    'practice-holder',
    [1],
    undefined,
    'region-coordinator',
  );
  await seen.pages(twofold, 0, CHOSEN);
  await seen.funnels(twofold);
}

/** A group's page with its story and three figures, and a dispute that its holder writes. */
async function prepare(region: FigureRegion): Promise<void> {
  const holder = await region.reader('holder of 1', 'practice-holder', [1]);
  const body = { story: 'Veel ouderen.', question: 'Wie belt?', figures: CHOSEN };
  const saved = await region.call<GroupPreparationView>(
    holder.cookie,
    'PUT',
    `/api/groups/${region.groups[0]!.id}/figures`,
    body,
    { 'if-match': '"0"' },
  );
  const made = await region.call<FigureRemarkView>(holder.cookie, 'POST', '/api/figure-remarks', {
    practiceId: region.practices[1],
    measure: 'DIAG',
    item: 'RO',
    from: windowOf(FIRST.diagnostics).from,
    kind: 'dispute',
    text: OWN_WORDS,
    confirmed: true,
  });
  if (saved.status !== 200 || made.status !== 201)
    throw new Error(`Not prepared: ${JSON.stringify([saved.body, made.body])}`);
}

/** Files in every format: of what is shown and of what is not. */
async function files(region: FigureRegion, seen: Collector): Promise<void> {
  const [north, south] = [
    await region.reader('holder of 1', 'practice-holder', [1]),
    await region.reader('employee of 8', 'practice-employee', [8]),
  ];
  const [common, small] = ['*', '0327'].map((item) => ({ measure: 'VERW', item }));
  await seen.files(north, 0, [...CHOSEN, common!, small!]);
  await seen.files(south, 1, [CHOSEN[0]!, { measure: 'VERW-SPOED', item: '0310' }, small!]);
}

/** Every door, for everybody, with questions that have no answer, and with the tags of others. */
async function everywhere(region: FigureRegion, seen: Collector): Promise<void> {
  const people = await crowd(region);
  const ids = figuresSeen(region, seen)
    .filter((_one, at) => at % 7 === 0)
    .map(({ figureId }) => figureId);
  for (const one of Object.values(people)) {
    await seen.walk(one);
    await seen.cards(one, ids);
  }
  await twins(region, seen, people);
  for (const one of [people.north!, people.both!]) {
    const tags = seen.readings.flatMap(({ headers }) => headers.etag ?? []);
    const headers = { 'if-none-match': ['*', ...new Set(tags)].slice(0, 20).join(', ') };
    const asked = { practice: one.practices[0]!, measure: 'DIAG', item: 'RO', group: 0 };
    const url = `/api/figures/own?practice=${region.practices[asked.practice]}&measure=DIAG&item=RO&group=${region.groups[0]!.id}`;
    await seen.read(one, url, { door: 'GET /api/figures/own', asked, headers });
  }
}

/** Questions about what is hidden, another's or nobody's. */
async function twins(region: FigureRegion, seen: Collector, people: Record<string, Reader>): Promise<void> {
  const { north, south, coordinator, auditor } = people as Record<string, Reader>;
  const [practices, groups] = [region.practices, region.groups.map(({ id }) => id)];
  const none = newId();
  const bare = (id: string): string => id.replaceAll('-', '');
  const foreign = figuresSeen(region, seen).find(({ audience }) => audience === 1)!.figureId;
  const staff = figuresSeen(region, seen).find(({ audience }) => audience === 'staff')?.figureId;
  const ownOf = seen.readings.find(
    ({ door, by }) => door === 'GET /api/figures/own' && by.practices[0] === 8,
  )!;
  const version = /fig_own[0-9a-f]{32}([0-9a-f]{32})/.exec(ownOf.bytes.toString('utf8'))![1]!;
  const own = (practice: string): string =>
    `fig_own${bare(practice)}${version}202507${Buffer.from('RO').toString('hex')}`;
  const ask = (practice: string, more = ''): string =>
    `/api/figures/own?practice=${practice}&measure=VERW&item=0310${more}`;
  const pairs: [string, Reader, string, string][] = [
    ['the figures of another practice', north!, ask(practices[8]!), ask(none)],
    [
      'the choices of another practice',
      north!,
      `/api/figures/choices?practice=${practices[8]}`,
      `/api/figures/choices?practice=${none}`,
    ],
    [
      'a file of another practice',
      north!,
      `${ask(practices[8]!)}&format=csv`.replace('own?', 'own/export?'),
      `${ask(none)}&format=csv`.replace('own?', 'own/export?'),
    ],
    [
      'beside another group',
      north!,
      ask(practices[1]!, `&group=${groups[1]}`),
      ask(practices[1]!, `&group=${none}`),
    ],
    ['the page of another group', north!, `/api/groups/${groups[1]}/figures`, `/api/groups/${none}/figures`],
    [
      'the slides of another group',
      north!,
      `/api/groups/${groups[1]}/figures/export?format=pptx`,
      `/api/groups/${none}/figures/export?format=pptx`,
    ],
    [
      'the card of another group',
      north!,
      `/api/figures/${foreign}/card`,
      `/api/figures/fig_${bare(none)}/card`,
    ],
    [
      'the origin of another group',
      north!,
      `/api/figures/${foreign}/prov`,
      `/api/figures/fig_${bare(none)}/prov`,
    ],
    [
      'the card of another practice',
      north!,
      `/api/figures/${own(practices[8]!)}/card`,
      `/api/figures/${own(none)}/card`,
    ],
    [
      'the card of a group, for staff',
      coordinator!,
      `/api/figures/${foreign}/card`,
      `/api/figures/fig_${bare(none)}/card`,
    ],
    [
      'the page of a group, for staff',
      coordinator!,
      `/api/groups/${groups[0]}/figures`,
      `/api/groups/${none}/figures`,
    ],
    ['the figures of a practice, for staff', coordinator!, ask(practices[8]!), ask(none)],
    [
      'the funnel of what is hidden',
      coordinator!,
      '/api/figures/funnel?measure=VERW&item=0389',
      '/api/figures/funnel?measure=VERW&item=9999',
    ],
    [
      'a delivery, for a practice',
      north!,
      `/api/data-sets/${region.delivered.at(-1)!.dataSetId}`,
      `/api/data-sets/${none}`,
    ],
    ['figures, for the auditor', auditor!, ask(practices[8]!), ask(none)],
  ];
  if (staff)
    pairs.push([
      'the card of a funnel',
      north!,
      `/api/figures/${staff}/card`,
      `/api/figures/fig_${bare(none)}/card`,
    ]);
  for (const [what, by, one, other] of pairs) await seen.twin(what, by, one, other);
  const releases = await region.call<{ items: ReleaseView[] }>(
    region.coordinator,
    'GET',
    '/api/releases?limit=1',
  );
  const remarks = await region.call<{ items: FigureRemarkView[] }>(
    region.coordinator,
    'GET',
    '/api/figure-remarks',
  );
  const post = { method: 'POST' };
  const remark = {
    measure: 'DIAG',
    item: 'RO',
    from: windowOf(FIRST.diagnostics).from,
    kind: 'comment',
    text: 'Klopt dit?',
  };
  await seen.twin(
    'withdrawing a release, for a practice',
    north!,
    `/api/releases/${releases.body.items[0]!.id}/withdraw`,
    `/api/releases/${none}/withdraw`,
    { ...post, body: { why: 'Zomaar' } },
  );
  await seen.twin(
    'withdrawing the remark of another',
    south!,
    `/api/figure-remarks/${remarks.body.items[0]!.id}/withdraw`,
    `/api/figure-remarks/${none}/withdraw`,
    post,
  );
  await seen.twin(
    'the story of another group',
    north!,
    `/api/groups/${groups[1]}/figures`,
    `/api/groups/${none}/figures`,
    { method: 'PUT', body: { story: '', question: '', figures: [] }, headers: { 'if-match': '"0"' } },
  );
  for (const practiceId of [practices[8]!, none])
    await seen.read(north!, `/api/figure-remarks?about=${practiceId}`, {
      method: 'POST',
      door: 'POST /api/figure-remarks',
      body: { ...remark, practiceId },
    });
}

/** Names: agreed on without files, then with them, then taken back by one. */
async function names(region: FigureRegion, seen: Collector): Promise<void> {
  const [group] = region.groups;
  const period = windowOf(SECOND.diagnostics);
  const scope = {
    measures: AGREED.measures,
    period: { from: windowOf(FIRST.diagnostics).from, toExclusive: period.toExclusive },
    exportAllowed: false,
  };
  await agree(region, group!, scope);
  await region.work();
  seen.phase = 'named';
  await lookAtNames(region, seen);
  const { mode, holders } = await agree(region, group!, { ...scope, exportAllowed: true });
  await region.work();
  seen.phase = 'named files';
  await lookAtNames(region, seen);
  await seen.twin(
    'the agreement of another group',
    await region.reader('holder of 8', 'practice-holder', [8]),
    `/api/open-modes/${mode.id}/sign`,
    `/api/open-modes/${newId()}/sign`,
    {
      method: 'POST',
      body: { practiceId: region.practices[8], scopeHash: mode.scopeHash },
    },
  );
  const back = await region.call<OpenModeView>(
    holders[3]!.cookie,
    'POST',
    `/api/open-modes/${mode.id}/withdraw`,
    {
      practiceId: region.practices[3],
    },
  );
  if (back.status !== 200) throw new Error(`Not withdrawn: ${JSON.stringify(back.body)}`);
  seen.phase = 'taken back';
  await lookAtNames(region, seen);
}

async function lookAtNames(region: FigureRegion, seen: Collector): Promise<void> {
  const people = await crowd(region);
  const earlier = { measure: 'VERW', item: '0310', from: windowOf(FIRST.referrals).from };
  const figures = [...DIAGNOSTICS, ...CHOSEN.slice(2), earlier, { measure: 'MEEDENK', item: '*' }];
  for (const [one, group] of [
    [people.north!, 0],
    [people.both!, 0],
    [people.both!, 1],
    [people.south!, 1],
    [people.alone!, null],
  ] as const)
    await seen.pages(one, group, figures);
  for (const one of [people.north!, people.both!]) await seen.files(one, 0, CHOSEN.slice(0, 1));
  const named = figuresSeen(region, seen)
    .filter(({ mode }) => mode === 'open')
    .slice(-2);
  for (const one of Object.values(people)) {
    for (const { id } of region.groups) {
      await seen.read(one, `/api/groups/${id}/figures`, { door: 'GET /api/groups/{id}/figures' });
      await seen.read(one, `/api/groups/${id}/figures/export?format=pptx`, {
        door: 'GET /api/groups/{id}/figures/export',
      });
    }
    await seen.cards(
      one,
      named.map(({ figureId }) => figureId),
    );
    await seen.read(one, '/api/releases?limit=100', { door: 'GET /api/releases' });
    await seen.read(one, '/api/home', { door: 'GET /api/home' });
  }
}
