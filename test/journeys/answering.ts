import type { AnswerPageView } from '#libs/contracts';
import { Chance } from '../../apps/standalone/src/demo/chance.js';
import { Visitor as Client } from '../chaos/visitor.js';
import type { Visitor } from './browser.js';
import { linkIn, type Product } from './product.js';

/** The subject of the mail that asks a practice for its wishes; `except` has answered already. */
export const INVITATION = /^Geef uw voorkeur voor/;

/** Opens the link of a mail and presses its one button: nothing happens before that. */
export async function openTask(visitor: Visitor, path: string): Promise<void> {
  await visitor.open(path);
  await visitor.click(visitor.button('Ga verder'));
}

/** Gives a whole answer on the page that is open: three themes, all dates, motivation and leading a group. */
export async function giveAnswer(
  visitor: Visitor,
  wishes: { themes: readonly string[]; motivation: 1 | 2 | 3 | 4 | 5; leads: boolean },
): Promise<void> {
  const { page } = visitor;
  for (const theme of wishes.themes)
    await visitor.click(
      page.getByRole('list', { name: 'Kies een thema' }).getByRole('button', { name: theme }),
    );
  await visitor.click(visitor.button('Alle data ja'));
  await visitor.click(page.getByRole('radio', { name: new RegExp(`^${wishes.motivation}`) }));
  const stay = page.getByRole('radio', { name: /^Ja, het liefst met deze praktijken/ });
  if (await stay.isVisible()) await visitor.click(stay);
  await visitor.click(page.getByRole('radio', { name: wishes.leads ? 'Ja, dat kan' : 'Nee, dit keer niet' }));
  await visitor.click(visitor.button(/^(Antwoord versturen|Versturen)$/).first());
  await visitor.heading(/Dank u, uw antwoord is verstuurd|is verstuurd$/).waitFor();
}

/** Answers as the page of a practice does, without drawing it: the link of its mail, its button, its wishes; `except` has answered already. */
export async function answerByLink(
  product: Product,
  path: string,
  chance: Chance,
  except?: string,
): Promise<void> {
  const client = new Client(product.url);
  const { href } = await client.get<{ href: string }>('POST', path.replace('/taak/', '/api/task-links/'));
  const [, roundId, practiceId] = /ronde\/([^/]+)\/([^/?]+)/.exec(href) ?? [];
  if (practiceId === except) return;
  const answer = `/api/rounds/${roundId}/answers/${practiceId}`;
  const { round, leaderChoices } = await client.get<AnswerPageView>('GET', answer);
  const leads = chance.next() < 0.5;
  await client.get('PATCH', answer, {
    ranked: chance
      .shuffle(round.themes)
      .slice(0, 3)
      .map(({ id }) => id),
    dates: Object.fromEntries(
      round.dates.map(({ id }) => [id, chance.pick(['yes', 'yes', 'yes', 'maybe', 'no'])]),
    ),
    motivation: 1 + chance.below(5),
    canLead: leads,
    ...(leads && leaderChoices[0] && { leaderPersonId: leaderChoices[0].personId }),
  });
  await client.get('POST', `${answer}/submit`);
}

/** The invitations that were mailed, waited for: one address and one path for each of so many practices. */
export async function invitations(
  product: Product,
  count: number,
): Promise<{ email: string; path: string }[]> {
  for (let wait = 0; wait < 60; wait++) {
    const sent = (await product.mails()).filter((one) => INVITATION.test(one.subject));
    if (sent.length < count) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    const found: { email: string; path: string }[] = [];
    for (const { id, to } of sent) found.push({ email: to.email, path: linkIn(await product.mail(id)) });
    return found.sort((a, b) => a.email.localeCompare(b.email));
  }
  throw new Error(`Not all ${count} invitations were mailed.`);
}
