import { readFileSync } from 'node:fs';
import type {
  DemoView,
  FormingView,
  ImportView,
  Page,
  PracticeView,
  ProposalSummaryView,
  RoundView,
} from '#libs/contracts';
import { eventually, type Visitor } from './visitor.js';

/** Sets an empty installation up with the code that it printed; the visitor is its coordinator afterwards. */
export async function setUp(visitor: Visitor, output: () => string): Promise<void> {
  const code = await eventually('the code', async () => /one-time code: (\S+)/.exec(output())?.[1] ?? null);
  await visitor.get('POST', '/api/setup', {
    code,
    region: { name: 'Regio Vlierstreek', holidayRegion: 'midden' },
    coordinator: { name: 'Joris Haverkamp', email: 'joris@vlier.example' },
    language: 'nl',
  });
}

/** One of the demo's people, by a click. */
export async function signInToDemo(visitor: Visitor, role: string): Promise<void> {
  const { people } = await visitor.get<DemoView>('GET', '/api/demo');
  await visitor.get('POST', '/api/demo/sign-in', { id: people.find((one) => one.role === role)?.id });
}

/** Uploads the sixty practices, each time as sixty others, and answers what is asked, so that it can be applied. */
export async function uploadList(visitor: Visitor, series: number): Promise<ImportView> {
  const text = readFileSync('libs/practices/fixtures/regio-60-praktijken.csv', 'utf8')
    .replaceAll(/;(\d{8});/g, (_all, agb: string) => `;${String(Number(agb) + series).padStart(8, '0')};`)
    .replaceAll('@praktijk-', `@reeks-${series}-`)
    .replaceAll(/^([^;\n]+);(?=\d{8};)/gm, `$1 ${series};`);
  const form = new FormData();
  form.append('file', new Blob([text]), `praktijken-${series}.csv`);
  let uploaded = await visitor.get<ImportView>('POST', '/api/imports/practices', form);
  if (uploaded.undecided > 0)
    uploaded = await visitor.get<ImportView>('PUT', `/api/imports/${uploaded.id}/decisions`, {
      all: { kind: 'same-practice', decision: 'no' },
    });
  return uploaded;
}

/** A closed round of twenty-four practices, all of which answered. */
export async function answeredRound(visitor: Visitor, name: string): Promise<RoundView> {
  const { items } = await visitor.get<Page<PracticeView>>('GET', '/api/practices?limit=24');
  const practiceIds = items.map(({ id }) => id);
  const { id } = await visitor.get<RoundView>('POST', '/api/rounds', { kind: 'plus-praktijk', name });
  const url = `/api/rounds/${id}`;
  const themes = ['Ouderen', 'GGZ', 'Palliatief', 'Polyfarmacie'].map((theme) => ({
    shortName: theme,
    name: theme,
  }));
  const in90Days = new Date(Date.now() + 90 * 86_400_000);
  const dates = [0, 1, 7, 8].map((days) => ({
    date: new Date(in90Days.getTime() + days * 86_400_000).toISOString().slice(0, 10),
    startTime: '19:30',
    endTime: '21:00',
  }));
  await visitor.get('PUT', `${url}/themes`, { themes });
  await visitor.get('PUT', `${url}/dates`, { dates });
  await visitor.get('PUT', `${url}/participants`, { practiceIds });
  const answerUntil = new Date(Date.now() + 14 * 86_400_000).toISOString();
  const round = await visitor.get<RoundView>('POST', `${url}/open`, { answerUntil });
  const themeIds = round.themes.map((theme) => theme.id);
  for (const [n, practiceId] of practiceIds.entries()) {
    const answer = `${url}/answers/${practiceId}`;
    await visitor.get('PATCH', answer, {
      ranked: [themeIds[n % 4], themeIds[(n + 1) % 4]],
      dates: Object.fromEntries(round.dates.map((date, d) => [date.id, d === n % 4 ? 'no' : 'yes'])),
      motivation: 1 + (n % 5),
      canLead: n % 2 === 0,
      ...(n % 2 === 0 && { leader: { name: `Leider ${n}`, email: `leider-${n}@vlier.example` } }),
    });
    await visitor.get('POST', `${answer}/submit`);
  }
  return visitor.get<RoundView>('POST', `${url}/close`);
}

/** Waits until a round's newest run is over. */
export function formingEnded(visitor: Visitor, roundId: string): Promise<FormingView> {
  return eventually(`the forming of round ${roundId}`, async () => {
    const run = await visitor.get<FormingView>('GET', `/api/rounds/${roundId}/forming`);
    return run.state !== 'queued' && run.state !== 'running' && run;
  });
}

/** A round with its best proposal, ready to be published. */
export async function formedRound(
  visitor: Visitor,
  name: string,
): Promise<ProposalSummaryView & { roundId: string }> {
  const round = await answeredRound(visitor, name);
  await visitor.get('POST', `/api/rounds/${round.id}/forming`, { seconds: 1 });
  await formingEnded(visitor, round.id);
  const [best] = await visitor.get<ProposalSummaryView[]>('GET', `/api/rounds/${round.id}/proposals`);
  if (!best) throw new Error(`The round ${name} got no proposal.`);
  return { ...best, roundId: round.id };
}
