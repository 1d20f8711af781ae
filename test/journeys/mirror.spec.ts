import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Browser } from 'playwright-core';
import type { DemoView, OwnFigureView, Page, PracticeView, ReleaseView, Role } from '#libs/contracts';
import { Chance } from '../../apps/standalone/src/demo/chance.js';
import { referralExtract } from '../../apps/standalone/src/demo/extracts.js';
import { eventually } from '../chaos/visitor.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import type { Product } from './product.js';
import { story } from './story.js';

const MINUTE = 60_000;
const DISPUTE = 'In het voorjaar stonden de brieven van een andere praktijk onder onze code.';

(hasBrowser ? describe : describe.skip)(
  'figures, from the file of a supplier to the table of a group (D7, MIR)',
  () => {
    let product: Product;
    let browser: Browser;
    let steward: Visitor;
    let coordinator: Visitor;
    let holder: Visitor;
    let set = '';
    const step = story('mirror', () => steward);

    beforeAll(async () => {
      [product, browser] = await Promise.all([startDemo(), openBrowser()]);
      [steward, coordinator, holder] = await Promise.all([
        arrive('data-steward'),
        arrive('region-coordinator'),
        arrive('practice-holder'),
      ]);
    }, DEMO_STARTS);

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
      product?.discard();
    }, MINUTE);

    const arrive = async (role: Role): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, product.url);
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      const person = people.find((one) => one.role === role);
      await visitor.open('/aanmelden');
      await visitor.page
        .getByRole('button', { name: new RegExp(person?.name ?? '–') })
        .first()
        .click();
      await visitor.heading('Dit vraagt aandacht').waitFor();
      return visitor;
    };
    const ask = async <T>(visitor: Visitor, path: string): Promise<T> =>
      (await visitor.context.request.get(`${product.url}${path}`)).json() as Promise<T>;
    const clean = async (visitor: Visitor): Promise<void> => {
      expect(await visitor.faults()).toEqual([]);
    };

    /** Until the gate has judged everything that waits. */
    const released = (): Promise<ReleaseView[]> =>
      eventually(
        'releases',
        async () => {
          const { items } = await ask<Page<ReleaseView>>(coordinator, '/api/releases?limit=100');
          return items.length > 2 && items.every(({ state }) => state !== 'preparing') && items;
        },
        420,
      );

    step(
      'are read from a file in at most six clicks, its columns recognised from last time (D7)',
      async () => {
        const practices = await ask<Page<PracticeView>>(coordinator, '/api/practices?limit=100');
        const file = referralExtract(
          practices.items
            .sort((a, b) => a.agb.localeCompare(b.agb))
            .map(({ agb, listSize }) => ({ agb, listSize: listSize ?? 2000 })),
          DateTime.now().setZone('Europe/Amsterdam').startOf('day'),
          new Chance(18), // what the demo has already, delivered once more
        );
        const { page } = steward;
        await steward.open('/spiegel/beheer');
        await steward.settled();
        await steward.picture('mirror-01-data-sets', { whole: true });
        await clean(steward);
        const before = steward.clicks;
        await steward.click(steward.link('Bestand inlezen'));
        await steward.click(page.getByRole('radio', { name: /Verwijzingen ZorgDomein/ }));
        await steward.click(steward.button('Verder'));
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'verwijzingen-nieuw.csv', mimeType: 'text/csv', buffer: file });
        await steward.button('Inlezen').waitFor();
        await steward.settled();
        await steward.picture('mirror-02-columns', { whole: true });
        await clean(steward);
        await steward.click(steward.button('Inlezen'));
        await page.waitForURL(/\/spiegel\/beheer\/[^/]*\/?[0-9a-f-]{36}$/, { timeout: MINUTE });
        set = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect(steward.clicksSince(before)).toBeLessThanOrEqual(6);
        await page.getByText('Wat ons opviel').waitFor();
        await steward.settled();
        await steward.picture('mirror-03-check', { whole: true });
        await clean(steward);
      },
    );

    step(
      'are approved by somebody else than who loaded them, after a look at what could be derived (MIR-07)',
      async () => {
        const { page } = steward;
        expect(await steward.button('Goedkeuren').count()).toBe(0);
        await released();
        await steward.click(steward.button('Probeer het uit'));
        await page.getByText('Dit gaat door als u deze pagina sluit').waitFor();
        await steward.picture('mirror-04-privacy-test-busy', { whole: true });
        expect(await steward.violations()).toEqual([]);
        await steward.button('Stoppen').press('Enter');
        await page.getByText('De privacytest is gestopt').first().waitFor();
        await steward.button('Opnieuw proberen').press('Enter');
        await steward.button('Stoppen').waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await steward.overflow()).toBe(0);
        await steward.picture('mirror-04-privacy-test-390', { whole: true });
        await page.setViewportSize({ width: 1440, height: 900 });
        await steward.button('Opnieuw proberen').waitFor({ timeout: 12 * MINUTE });
        const audiences = page.getByRole('region', { name: 'Uitkomst per ontvanger' });
        expect(await audiences.getByText('Hele regio').count()).toBe(1);
        expect(await audiences.getByText(/^(Bezig|Wacht|Niet bekeken)$/).count()).toBe(0);
        await steward.settled();
        await steward.picture('mirror-04-privacy-test', { whole: true });
        await coordinator.open(`${new URL(page.url()).pathname}`);
        await coordinator.click(coordinator.button('Goedkeuren'));
        const dialog = coordinator.page.getByRole('dialog');
        await dialog.getByText('De privacytest is gedaan').waitFor();
        expect(await coordinator.violations()).toEqual([]);
        await coordinator.click(dialog.getByRole('button', { name: 'Goedkeuren' }));
        await coordinator.page.getByText('Deze cijfers zijn in gebruik').waitFor();
        const all = await released();
        expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['released', 'superseded']));
        await coordinator.open('/spiegel/beheer/vrijgaven');
        await coordinator.settled();
        await coordinator.picture('mirror-05-releases', { whole: true });
        await clean(coordinator);
        expect(set).not.toBe('');
      },
      15,
    );

    step('are looked at by a practice, every number two clicks from its card (MIR-01, MIR-02)', async () => {
      const { page } = holder;
      await holder.click(holder.link('Spiegelinformatie').first());
      await holder.open('/spiegel?maat=VERW&onderdeel=0310');
      await holder.heading(/Verwijzingen naar Dermatologie/).waitFor();
      await holder.settled();
      await holder.picture('mirror-06-own-practice', { whole: true });
      await clean(holder);
      await page.getByText('Controlegetal klopt').first().waitFor();
      const { items } = await ask<Page<PracticeView>>(coordinator, '/api/practices?limit=100');
      const mine = items.find(({ name }) => name === 'De Linde');
      // which items a group sees is for the gate to say
      const views: OwnFigureView[] = [];
      for (const item of [
        '*',
        '0310',
        '0301',
        '0302',
        '0303',
        '0305',
        '0307',
        '0313',
        '0316',
        '0318',
        '0320',
        '0322',
        '0330',
      ])
        views.push(
          await ask<OwnFigureView>(
            holder,
            `/api/figures/own?practice=${mine?.id}&measure=VERW&item=${encodeURIComponent(item)}`,
          ),
        );
      const view = views.find(({ group }) => group !== null);
      expect(view?.card.verified).toBe(true);
      expect(view?.region?.card.verified).toBe(true);
      expect(view?.group?.card.verified).toBe(true);
      expect(view?.group?.mode).toBe('pseudonymous');
      expect(view?.group?.bars.filter(({ own }) => own)).toHaveLength(1);
      expect(view?.group?.bars.every(({ practice }) => practice === null)).toBe(true);
      await holder.open(`/spiegel?maat=VERW&onderdeel=${encodeURIComponent(view?.item.code ?? '')}`);
      await holder
        .heading('Spiegelinformatie')
        .or(holder.heading(/Verwijzingen/))
        .first()
        .waitFor();
      await page.getByText('gesprekshygiëne').first().waitFor();
      await holder.settled();
      await holder.picture('mirror-06-beside-the-group', { whole: true });
      await clean(holder);
    });

    step('are disputed by the practice, and the steward answers (MIR-03)', async () => {
      const { page } = holder;
      await holder.open('/spiegel?maat=VERW&onderdeel=0310');
      await holder.heading(/Verwijzingen naar Dermatologie/).waitFor();
      await holder.click(holder.button('Dit klopt niet').first());
      await page.getByLabel('Wat klopt er niet?').fill(DISPUTE);
      await holder.click(holder.button('Versturen'));
      await page.getByText('Uw praktijk betwist dit cijfer').first().waitFor();
      await steward.open('/spiegel/beheer/meldingen');
      await steward.page.getByText(DISPUTE).waitFor();
      await steward.settled();
      await steward.picture('mirror-07-remarks', { whole: true });
      await clean(steward);
    });

    step(
      'are taken along to the group, story first, and saved as slides with their cards (MIR-05, SES-05)',
      async () => {
        const { page } = holder;
        await holder.click(holder.link(/^Groep \d+$/).first());
        await holder.heading(/^Cijfers voor Groep/).waitFor();
        await holder.settled();
        await holder.picture('mirror-08-group', { whole: true });
        await clean(holder);
        const group = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        const slides = await holder.context.request.get(
          `${product.url}/api/groups/${group}/figures/export?format=pptx`,
        );
        expect(slides.status()).toBe(200);
        expect((await slides.body()).subarray(0, 2).toString()).toBe('PK');
      },
    );

    step('are saved as an image and a table from the page (XCT-10)', async () => {
      const { page } = holder;
      await holder.open('/spiegel?maat=VERW&onderdeel=0310');
      await holder.heading(/Verwijzingen naar Dermatologie/).waitFor();
      await holder.click(holder.button('Bewaren').first());
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        holder.click(page.getByRole('menuitem', { name: 'CSV' })),
      ]);
      const csv = await readFile((await download.path())!, 'utf8');
      expect(csv).toContain('Uw praktijk');
    });

    step('show the coordinator who differs more than chance explains, without names (MIR-06)', async () => {
      await coordinator.open('/spiegel/regio');
      await coordinator
        .heading(/in de regio|Cijfers van de regio/)
        .first()
        .waitFor();
      await coordinator.settled();
      await coordinator.picture('mirror-09-region', { whole: true });
      await clean(coordinator);
    });

    for (const [width, scheme] of [
      [390, 'light'],
      [320, 'dark'],
    ] as const)
      step(`fit a phone of ${width} px`, async () => {
        const { cookies } = await holder.context.storageState();
        const phone = await Visitor.arrive(browser, product.url, { width, height: 800, scheme });
        await phone.context.addCookies(cookies);
        await phone.open('/spiegel?maat=VERW&onderdeel=0310');
        await phone.heading(/Verwijzingen naar Dermatologie/).waitFor();
        await phone.settled();
        await phone.picture(`mirror-10-own-practice-${width}`, { whole: true });
        await clean(phone);
        await phone.leave();
      });
  },
);
