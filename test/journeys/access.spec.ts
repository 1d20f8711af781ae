import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Response } from 'playwright-core';
import type {
  GroupSummaryView,
  MandatoryYearView,
  MeetingAttendanceView,
  Page,
  PracticeView,
  RoundSummaryView,
} from '#libs/contracts';
import { eventually } from '../chaos/visitor.js';
import { swapByKeyboard } from './board.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';

const MINUTE = 60_000;
const WIDTHS = [1440, 390, 320] as const;
const SCHEMES = ['light', 'dark'] as const;
/** What a page may load before it is usable, compressed (interface.md). */
const FIRST_PAINT_BYTES = 200_000;

(hasBrowser ? describe : describe.skip)('everybody can use every page', () => {
  let product: Product;
  let browser: Browser;
  let coordinator: Visitor;
  let holder: Visitor;
  let stranger: Visitor;
  const path = { answer: '', group: '', open: '', published: '', practice: '' };

  const ask = async <T>(visitor: Visitor, address: string): Promise<T> =>
    (await visitor.context.request.get(`${product.url}${address}`)).json() as Promise<T>;
  const signIn = async (role: string): Promise<Visitor> => {
    const visitor = await Visitor.arrive(browser, product.url);
    await visitor.open('/aanmelden');
    await visitor.click(visitor.button(new RegExp(role)).first());
    await visitor.heading('Dit vraagt aandacht').waitFor();
    return visitor;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), openBrowser()]);
    stranger = await Visitor.arrive(browser, product.url);
    coordinator = await signIn('Coördinator');
    holder = await signIn('Praktijkhouder');
    const rounds = await ask<Page<RoundSummaryView>>(coordinator, '/api/rounds');
    const round = (state: string) => rounds.items.find((one) => one.state === state)?.id;
    const groups = await ask<Page<GroupSummaryView>>(holder, '/api/groups');
    const practices = await ask<Page<PracticeView>>(coordinator, '/api/practices?limit=1');
    path.open = `/intervisie/rondes/${round('open')}`;
    path.published = `/intervisie/rondes/${round('published')}`;
    path.group = `/intervisie/groepen/${groups.items.find((one) => one.mine)?.id}`;
    path.practice = `/praktijken/${practices.items[0]?.id}`;
    path.answer =
      (await holder.page
        .getByRole('article')
        .filter({ hasText: /voorkeur/ })
        .first()
        .getByRole('link')
        .getAttribute('href')) ?? '';
  }, DEMO_STARTS);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    product?.discard();
  }, MINUTE);

  /**
   * Looks at it in every width, in light and in dark, to which the page changes while it is open. Dark differs in colours alone, and
   * 390 px is the page of 320 px with more room.
   * @returns what is wrong, by width and scheme
   */
  const faultsOf = async (visitor: Visitor, address: string, picture: string): Promise<string[]> => {
    const { page } = visitor;
    const faults: string[] = [];
    await visitor.open(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 1440 ? 900 : 780 });
      await visitor.settled();
      const wide = await visitor.overflow();
      if (wide > 0) faults.push(`${address} ${width}: ${wide} px too wide`);
      faults.push(...(await visitor.cramped()).map((fault) => `${address} ${width}: ${fault}`));
      if (width === 390) continue;
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme });
        const found = await visitor.violations(scheme === 'dark' ? ['color-contrast'] : undefined);
        faults.push(...found.map((fault) => `${address} ${width} ${scheme}: ${fault}`));
        if (width === 1440 || scheme === 'light')
          await visitor.picture(`access-${picture}-${width}-${scheme}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    return [...faults, ...visitor.complaints.splice(0).map((complaint) => `${address}: ${complaint}`)];
  };

  const look = (name: string, address: () => string, who: () => Visitor) =>
    it(
      `has no fault that axe finds, no sideways scroll and no complaint on ${name} (XCT-06, feature 69)`,
      async () => {
        expect(await faultsOf(who(), address(), name.replaceAll(' ', '-'))).toEqual([]);
      },
      MINUTE,
    );
  const byStranger = () => stranger;
  const byCoordinator = () => coordinator;
  const byHolder = () => holder;

  look('the sign-in page', () => '/aanmelden', byStranger);
  look('the set-up page', () => '/instellen', byStranger);
  look('the mailbox', () => '/mailbox', byStranger);
  look('the home page of a practice', () => '/', byHolder);
  look('the answer page', () => path.answer, byHolder);
  look('the group page', () => path.group, byHolder);
  look('the groups of a practice', () => '/intervisie', byHolder);
  look('the own devices', () => '/sessies', byHolder);
  look('the help page', () => '/hulp', byHolder);
  look('the home page of the coordinator', () => '/', byCoordinator);
  look('the rounds', () => '/intervisie', byCoordinator);
  look('a new round', () => '/intervisie/rondes/nieuw', byCoordinator);
  look('the round editor', () => path.open, byCoordinator);
  look('the answers', () => `${path.open}/antwoorden`, byCoordinator);
  look('the start of forming', () => `${path.open}/indeling`, byCoordinator);
  look('the published groups', () => `${path.published}/groepen`, byCoordinator);
  look('the pairs that stay apart', () => '/intervisie/niet-samen', byCoordinator);
  look('the practices', () => '/praktijken', byCoordinator);
  look('a practice', () => path.practice, byCoordinator);
  look('the people', () => '/beheer/mensen', byCoordinator);
  look('the region', () => '/beheer/regio', byCoordinator);
  look('the mails', () => '/beheer/mails', byCoordinator);
  look('the log', () => '/beheer/logboek', byCoordinator);

  it(
    'has no fault on the check of an import (XCT-06, feature 69)',
    async () => {
      const { page } = coordinator;
      await coordinator.open('/praktijken/inlezen');
      const chooser = page.waitForEvent('filechooser');
      await coordinator.click(coordinator.button('Bestand kiezen'));
      await (await chooser).setFiles('libs/practices/fixtures/regio-met-fouten-windows1252.csv');
      await page.waitForURL(/\/inlezen\/[0-9a-f-]{36}$/);
      await coordinator.heading(/Controleer|Kies de kolommen/).waitFor();
      const columns = coordinator.button('Naar de controle');
      if (await columns.isVisible()) await coordinator.click(columns);
      await coordinator.heading('Controleer de praktijkenlijst').waitFor();
      expect(await faultsOf(coordinator, new URL(page.url()).pathname, 'import')).toEqual([]);
    },
    MINUTE,
  );

  it(
    'answers with the keyboard alone: Tab, Space, Enter and arrows (XCT-06, feature 69)',
    async () => {
      const mail = (await product.mails()).find((one) =>
        /^Geef uw voorkeur voor Intervisie 2027/.test(one.subject),
      )!;
      const visitor = await Visitor.arrive(browser, product.url);
      const { page } = visitor;
      await visitor.open(linkIn(await product.mail(mail.id)));
      await visitor.button('Ga verder').waitFor();
      await visitor.tabTo(visitor.button('Ga verder'));
      await visitor.press('Enter');
      await visitor.heading(/^Uw voorkeur voor |uw antwoord is verstuurd/).waitFor();
      const change = visitor.button('Antwoord aanpassen').first();
      if (await change.isVisible()) {
        await visitor.tabTo(change);
        await visitor.press('Enter');
        await visitor.heading(/^Uw voorkeur voor /).waitFor();
      }
      const chosen = page.getByRole('list', { name: 'Uw keuze, eerste keus bovenaan' });
      while (await chosen.getByRole('button', { name: /weghalen$/ }).count()) {
        await visitor.tabTo(chosen.getByRole('button', { name: /weghalen$/ }).first());
        await visitor.press('Enter');
      }
      const themes = page.getByRole('list', { name: 'Kies een thema' }).getByRole('button');
      await visitor.tabTo(themes.nth(1));
      await visitor.press('Enter');
      await visitor.tabTo(themes.nth(0));
      await visitor.press('Space');
      const down = chosen.getByRole('button', { name: /omlaag$/ }).first();
      const first = await chosen.getByRole('listitem').first().innerText();
      await visitor.tabTo(down);
      await visitor.press('Enter');
      await eventually(
        'the first choice to move down',
        async () => (await chosen.getByRole('listitem').first().innerText()) !== first,
      );
      const dates = page.getByRole('radiogroup').first();
      await visitor.tabToGroup(dates.getByRole('radio').first());
      await page.keyboard.press('ArrowRight');
      expect(
        await dates
          .getByRole('radio')
          .evaluateAll((all) =>
            all.some((one) => one === document.activeElement && (one as HTMLInputElement).checked),
          ),
      ).toBe(true);
      const motivation = page.getByRole('radio', { name: /^3/ });
      await visitor.tabToGroup(motivation);
      for (let step = 0; step < 6 && !(await motivation.isChecked()); step++)
        await page.keyboard.press('ArrowRight');
      expect(await motivation.isChecked()).toBe(true);
      const done = visitor.button(/^(Antwoord versturen|Klaar met aanpassen)$/).first();
      await visitor.tabTo(done);
      await visitor.press('Enter');
      await visitor.heading(/uw antwoord is verstuurd/).waitFor();
      await page.getByText('Redelijk (3 van 5)').waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
    MINUTE,
  );

  it(
    'notes who was there with the keyboard alone: what lies between is not said on the way (SES-13, feature 69)',
    async () => {
      const { page } = coordinator;
      await page.setViewportSize({ width: 1440, height: 900 });
      const { practices } = await ask<MandatoryYearView>(coordinator, '/api/mandatory-meetings');
      const held = practices.find(({ state }) => state === 'met')?.meeting?.id ?? '';
      const register = () =>
        ask<MeetingAttendanceView>(coordinator, `/api/meetings/${held}/attendance`).then(
          (now) => now.practices,
        );
      const before = await register();
      const there = before.findIndex(({ state }) => state === 'present');
      const { practice = '', version = 0, staff = [] } = before[there] ?? {};
      await coordinator.open(`/bijeenkomst/${held}`);
      const choice = page.getByRole('radiogroup', { name: practice });
      const radio = (name: string) => choice.getByRole('radio', { name });
      const focused = async (name: string): Promise<boolean> =>
        radio(name).evaluate((node) => node === document.activeElement);
      await choice.waitFor();
      await coordinator.tabToGroup(radio('Aanwezig'));
      await page.keyboard.press('ArrowRight');
      expect(await focused('Afwezig')).toBe(true);
      expect(await radio('Aanwezig').isChecked()).toBe(true);
      await page.getByText('leg vast met spatie').first().waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await focused('Vervangen')).toBe(true);
      await coordinator.press('Space');
      const people = page.getByRole('list', { name: `Wie kwam voor ${practice}?` });
      await people.waitFor();
      // nobody was named: who turns back said nothing
      await coordinator.press('Escape');
      expect(await focused('Aanwezig')).toBe(true);
      expect((await register())[there]).toEqual(before[there]);
      await page.keyboard.press('ArrowLeft');
      await coordinator.press('Space');
      await people.waitFor();
      // the focus is on the first of its people already
      await coordinator.press('Space');
      const row = page.getByRole('listitem').filter({ has: choice });
      await row.getByText(/^Bewaard om/).waitFor();
      expect((await register())[there]).toMatchObject({
        state: 'replaced',
        people: [{ personId: staff[0]?.personId }],
        version: version + 1,
      });
      expect(await coordinator.violations()).toEqual([]);
      await row.getByRole('textbox', { name: 'Iemand van buiten de praktijk' }).fill('Harm Waarnemer');
      await coordinator.press('Enter');
      await row.getByText('Harm Waarnemer').waitFor();
      expect((await register())[there]).toMatchObject({
        state: 'replaced',
        replacedBy: 'Harm Waarnemer',
        people: [],
      });
      expect(await focused('Vervangen')).toBe(true);
      expect(await coordinator.violations()).toEqual([]);
      expect(coordinator.complaints.splice(0)).toEqual([]);
    },
    MINUTE,
  );

  it(
    'forms groups on the board, which has no fault either, and swaps with the keyboard alone (GRP-08, feature 69)',
    async () => {
      const { page } = coordinator;
      await page.setViewportSize({ width: 1440, height: 900 });
      await coordinator.open(`${path.open}/indeling`);
      const start = coordinator.button('Groepen maken');
      await start.waitFor();
      await coordinator.tabTo(start);
      await coordinator.press('Enter');
      await coordinator
        .button('Publiceren…')
        .or(coordinator.heading(/manieren? om het op te lossen/))
        .first()
        .waitFor({ timeout: 30_000 });
      const board = page.getByRole('region', { name: 'Bord met groepen' });
      await board.waitFor();
      await coordinator.tabTo(board.locator('[data-practice][tabindex="0"]'));
      await coordinator.heading('Waarom zit deze praktijk hier?').waitFor();
      await coordinator.settled();
      await page.evaluate(() => window.scrollTo(0, 0));
      await coordinator.picture('board');
      await swapByKeyboard(coordinator);
      expect(await faultsOf(coordinator, `${path.open}/indeling`, 'board')).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'loads at most 200 kB of script before the home page and the answer page can be used (XCT-01)',
    async () => {
      for (const [address, ready] of [
        ['/', 'Dit vraagt aandacht'],
        [path.answer, /^Uw voorkeur voor |uw antwoord is verstuurd/],
      ] as const) {
        const visitor = await Visitor.arrive(browser, product.url);
        await visitor.context.addCookies(await holder.context.cookies());
        const scripts: Response[] = [];
        visitor.page.on('response', (response) => {
          if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
        });
        await visitor.open(address);
        await visitor.heading(ready).waitFor();
        let bytes = 0;
        for (const script of scripts) {
          const { responseBodySize } = await script.request().sizes();
          bytes += responseBodySize;
          // what is smaller than this gains nothing by compression
          if (responseBodySize > 1024) expect(script.headers()['content-encoding']).toMatch(/^(br|gzip)$/);
        }
        expect(bytes).toBeGreaterThan(20_000);
        expect(bytes).toBeLessThanOrEqual(FIRST_PAINT_BYTES);
        await visitor.leave();
      }
    },
    MINUTE,
  );
});
