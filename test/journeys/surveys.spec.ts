import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type {
  Answers,
  CampaignSummaryView,
  DemoView,
  EvaluationView,
  Page,
  ResultsView,
  Role,
} from '#libs/contracts';
import { Chance } from '../../apps/standalone/src/demo/chance.js';
import { eventually, Visitor as Client } from '../chaos/visitor.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';
import { story } from './story.js';

const MINUTE = 60_000;
const TITLE = 'Avond over verwijzen';
const INVITATION = new RegExp(`^Geef uw mening vóór .*: ${TITLE}$`);
/** Who answers on a phone's screen; the others go through the same doors without drawing them. */
const ON_SCREEN = 3;

(hasBrowser ? describe : describe.skip)(
  'an evaluation, from a questionnaire of one’s own to what was learned (D3)',
  () => {
    let product: Product;
    let browser: Browser;
    let coordinator: Visitor;
    let links: string[] = [];
    let campaign = '';
    const step = story('surveys', () => coordinator);

    beforeAll(async () => {
      [product, browser] = await Promise.all([startDemo(), openBrowser()]);
      coordinator = await Visitor.arrive(browser, product.url);
      await signIn(coordinator, 'region-coordinator');
    }, DEMO_STARTS);

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
      product?.discard();
    }, MINUTE);

    /** The demo's one-click sign-in, as its button does it. */
    const signIn = async (visitor: Visitor, role: Role): Promise<void> => {
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      const person = people.find((one) => one.role === role);
      await visitor.open('/aanmelden');
      await visitor.page
        .getByRole('button', { name: new RegExp(person?.name ?? '–') })
        .first()
        .click();
      await visitor.heading('Dit vraagt aandacht').waitFor();
    };
    const ask = async <T>(visitor: Visitor, path: string): Promise<T> =>
      (await visitor.context.request.get(`${product.url}${path}`)).json() as Promise<T>;

    step(
      'is copied from a questionnaire of Leerkring, changed, seen on a phone and reviewed (SUR-02)',
      async () => {
        const { page } = coordinator;
        await coordinator.click(coordinator.link('Evaluaties').first());
        await coordinator.click(coordinator.link('Vragenlijsten'));
        await coordinator.click(coordinator.link(/Evaluatie van de intervisiebijeenkomst/));
        await coordinator.settled();
        expect(await coordinator.violations()).toEqual([]);
        await coordinator.click(coordinator.button('Kopie maken'));
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Naam in het Nederlands').fill(TITLE);
        await dialog.getByLabel('Naam in het Engels').fill('Evening on referring');
        await coordinator.click(dialog.getByRole('button', { name: 'Maken' }));
        await coordinator.button('Nakijken…').waitFor();
        await coordinator.settled();
        await coordinator.picture('surveys-01-questionnaire', { whole: true });
        expect(await coordinator.faults()).toEqual([]);
        await coordinator.click(coordinator.button('Nakijken…'));
        await coordinator.click(page.getByRole('dialog').getByRole('button', { name: 'Goedkeuren' }));
        await coordinator.link('Uitzetten').waitFor();
      },
    );

    step('is launched in at most eight clicks, with everybody named who gets mail (SUR-15)', async () => {
      const { page } = coordinator;
      const before = coordinator.clicks;
      await coordinator.click(coordinator.link('Uitzetten'));
      await coordinator.heading('Nieuwe evaluatie').waitFor();
      await coordinator.page.getByRole('radio', { name: TITLE, checked: true }).waitFor();
      await coordinator.click(coordinator.button('Verder'));
      await page.getByText('60 mensen krijgen mail').waitFor();
      await coordinator.click(page.getByRole('radio', { name: /^Meteen/ }));
      await coordinator.settled();
      await coordinator.picture('surveys-02-launch', { whole: true });
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(coordinator.button('Nu versturen…'));
      const dialog = page.getByRole('dialog');
      await dialog.getByText('U belooft dat antwoorden anoniem zijn').waitFor();
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(dialog.getByRole('button', { name: '60 uitnodigingen versturen' }));
      await page.waitForURL(/\/evaluaties\/[0-9a-f-]{36}$/);
      campaign = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(coordinator.clicksSince(before)).toBeLessThanOrEqual(8);
      links = await eventually('sixty invitations', async () => {
        const sent = (await product.mails()).filter(({ subject }) => INVITATION.test(subject));
        return sent.length === 60 && Promise.all(sent.map(async ({ id }) => linkIn(await product.mail(id))));
      });
      expect(new Set(links).size).toBe(60);
    });

    for (const [k, width] of [390, 320, 390].slice(0, ON_SCREEN).entries())
      step(
        `is answered on a phone of ${width} px in at most six taps and a minute, no account (${k + 1})`,
        async () => {
          const phone = await Visitor.arrive(browser, product.url, {
            width,
            height: 700,
            scheme: k === 1 ? 'dark' : 'light',
          });
          const { page } = phone;
          const began = Date.now();
          await phone.open(links[k] ?? '');
          await phone.heading('Welk cijfer').waitFor();
          expect(await page.getByText('Uw antwoord is anoniem').isVisible()).toBe(true);
          if (k < 2) {
            await phone.picture(`surveys-03-question-${width}`);
            expect(await phone.faults()).toEqual([]);
          }
          await phone.click(page.getByRole('radio', { name: /^8/ }));
          for (let question = 2; question <= 3; question++) {
            await page.getByText(`Vraag ${question} van 4`).waitFor();
            await phone.click(page.getByRole('radio').first());
          }
          await page.getByText('Vraag 4 van 4').waitFor();
          if (k === 0) {
            // what names somebody is not taken, here or at the server
            await page.getByRole('textbox').fill('Bel mevrouw De Vries op 06-12345678.');
            await phone.click(phone.button('Versturen'));
            await page.getByText('Haal dit eerst uit uw tekst').first().waitFor();
            await phone.picture('surveys-04-guard');
            expect(await phone.violations()).toEqual([]);
            await page.getByRole('textbox').fill('Graag een kwartier langer.');
          }
          await phone.click(phone.button('Versturen'));
          await phone.heading('Dank u wel').waitFor();
          expect(phone.clicks).toBeLessThanOrEqual(6);
          expect(Date.now() - began).toBeLessThan(MINUTE);
          if (k === 0) {
            await phone.picture('surveys-05-thanks');
            expect(await phone.violations()).toEqual([]);
          }
          expect(await phone.context.cookies()).toEqual([]);
          // an anonymous answer cannot be opened again, and the page says so
          await phone.open(links[k] ?? '');
          await phone.heading(/al geantwoord|Dank u wel/).waitFor();
          expect(phone.complaints).toEqual([]);
          await phone.leave();
        },
      );

    step('is answered with the keyboard alone', async () => {
      const visitor = await Visitor.arrive(browser, product.url);
      await visitor.open(links[ON_SCREEN] ?? '');
      await visitor.heading('Welk cijfer').waitFor();
      await visitor.tabToGroup(visitor.page.getByRole('radio', { name: /^8/ }));
      await visitor.page.keyboard.press('ArrowRight');
      await visitor.press('Enter');
      for (let question = 2; question <= 3; question++) {
        await visitor.page.getByText(`Vraag ${question} van 4`).waitFor();
        await visitor.tabToGroup(visitor.page.getByRole('radio').first());
        await visitor.press('Space');
        await visitor.press('Enter');
      }
      await visitor.page.getByText('Vraag 4 van 4').waitFor();
      await visitor.tabTo(visitor.button('Versturen'));
      await visitor.press('Enter');
      await visitor.heading('Dank u wel').waitFor();
      await visitor.leave();
    });

    step('says nothing before it closes, and opens everything at once when it does', async () => {
      const chance = new Chance(7);
      const client = new Client(product.url);
      for (const link of links.slice(ON_SCREEN + 1, 30)) {
        const token = link.split('/').at(-1);
        const { content } = await client.get<EvaluationView>('POST', '/api/evaluations/open', { token });
        const answers: Answers = {};
        for (const item of content?.items ?? [])
          if (item.type === 'scale') answers[item.key] = { value: 4 + chance.below(7) };
          else if (item.type === 'choice') answers[item.key] = { options: [chance.pick(item.options).key] };
          else if (chance.next() < 0.3) answers[item.key] = { text: 'De casus sloot goed aan.' };
        await client.get('POST', '/api/evaluations/send', { token, answers, confirmed: [] });
      }
      const { page } = coordinator;
      await coordinator.open(`/evaluaties/${campaign}/resultaten`);
      await coordinator.heading('De resultaten komen na de sluiting').waitFor();
      await coordinator.open(`/evaluaties/${campaign}`);
      await page.getByText('van de 60 mensen antwoordden').waitFor();
      await coordinator.picture('surveys-06-running', { whole: true });
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(coordinator.button('Nu sluiten…'));
      await coordinator.click(page.getByRole('dialog').getByRole('button', { name: 'Nu sluiten' }));
      await coordinator.click(coordinator.link('Naar de resultaten').first());
      await coordinator.heading(TITLE).waitFor();
      await coordinator.settled();
      const { answered, items } = await ask<ResultsView>(coordinator, `/api/campaigns/${campaign}/results`);
      expect(answered).toBe(30);
      await page
        .getByText(items[0]?.sentence.nl ?? '–')
        .first()
        .waitFor();
      await coordinator.picture('surveys-07-results', { whole: true });
      expect(await coordinator.faults()).toEqual([]);
    });

    step(
      'has its open answers rephrased, is shared, and is taken along as deck, workbook and table',
      async () => {
        const { page } = coordinator;
        await coordinator.click(
          coordinator
            .link('Open antwoorden')
            .or(page.getByRole('tab', { name: 'Open antwoorden' }))
            .first(),
        );
        await page
          .getByText(/Nog \d+ te bekijken/)
          .first()
          .waitFor();
        expect(await coordinator.violations()).toEqual([]);
        await page.getByLabel('Zo tonen wij het').first().fill('De besproken casus paste goed.');
        await coordinator.click(coordinator.button('Tonen').first());
        await coordinator.picture('surveys-08-texts', { whole: true });
        for (const [name, ending] of [
          ['Excel (.xlsx)', 'xlsx'],
          ['PowerPoint (.pptx)', 'pptx'],
          ['Tabel (.csv)', 'csv'],
        ] as const) {
          await coordinator.click(coordinator.button('Bewaren'));
          const download = page.waitForEvent('download');
          await coordinator.click(page.getByRole('menuitem', { name }));
          expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
        }
        const holder = await Visitor.arrive(browser, product.url, { width: 390, height: 844 });
        await signIn(holder, 'practice-holder');
        const shown = async (): Promise<string[]> =>
          (await ask<Page<CampaignSummaryView>>(holder, '/api/campaigns')).items.map(({ id }) => id);
        expect(await shown()).not.toContain(campaign);
        await coordinator.click(coordinator.button('Delen met praktijken'));
        await coordinator.click(page.getByRole('dialog').getByRole('button', { name: 'Delen' }));
        await page.getByText('Gedeeld met de praktijken').first().waitFor();
        expect(await shown()).toContain(campaign);
        await holder.open(`/evaluaties/${campaign}/resultaten`);
        await holder.heading(TITLE).waitFor();
        await holder.settled();
        await holder.picture('surveys-09-shared-phone', { whole: true });
        expect(await holder.faults()).toEqual([]);
        expect(await holder.page.getByText('De casus sloot goed aan.').count()).toBe(0);
        expect([...holder.complaints, ...coordinator.complaints]).toEqual([]);
        await holder.leave();
      },
    );
  },
);
