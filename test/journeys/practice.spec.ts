import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { giveAnswer } from './answering.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';
import { story } from './story.js';

const MINUTE = 60_000;
/** The demo's practice holder. */
const HOLDER = { name: 'Noor Veldman', email: 'praktijkhouder@demo.leerkring.example' };

(hasBrowser ? describe : describe.skip)('a practice holder, from the mail to the group', () => {
  let product: Product;
  let browser: Browser;
  let holder: Visitor;
  let elsewhere: Visitor;
  let answerPath = '';
  const step = story('practice', () => holder);

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), openBrowser()]);
    holder = await Visitor.arrive(browser, product.url);
    elsewhere = await Visitor.arrive(browser, product.url, { width: 390, height: 844 });
  }, DEMO_STARTS);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    product?.discard();
  }, MINUTE);

  /** Asks for a sign-in mail on the page; the link in it, and the code. */
  const askLink = async (visitor: Visitor): Promise<{ path: string; code: string }> => {
    const known = new Set((await product.mails()).map(({ id }) => id));
    await visitor.open('/aanmelden');
    await visitor.page.getByLabel('E-mailadres').fill(HOLDER.email);
    await visitor.click(visitor.button('Stuur mij een link'));
    await visitor.heading('Kijk in uw mail').waitFor();
    const mail = await product.mailTo(HOLDER.email, /^Aanmelden/, known);
    return { path: linkIn(mail), code: /\b\d{3} ?\d{3}\b/.exec(mail.text)?.[0].replace(' ', '') ?? '' };
  };

  step(
    'signs in by mail in at most two clicks, after a scanner opened the link first (XCT-03, feature 1)',
    async () => {
      const { path } = await askLink(holder);
      for (const method of ['HEAD', 'GET', 'GET']) {
        const scan = await fetch(new URL(path, product.url), { method });
        expect(scan.status).toBe(200);
      }
      expect(
        (await fetch(new URL(path.replace('/aanmelden/link/', '/api/sign-in/links/'), product.url))).status,
      ).toBe(200);
      const before = holder.clicks;
      await holder.open(path);
      await holder.click(holder.button('Aanmelden'));
      await holder.heading('Dit vraagt aandacht').waitFor();
      expect(holder.clicksSince(before)).toBeLessThanOrEqual(2);
      await holder.page.getByText(HOLDER.name).first().waitFor();
      await holder.picture('practice-01-home');
    },
  );

  step('needs the code of the same mail in another browser (XCT-03, feature 1)', async () => {
    const asker = await Visitor.arrive(browser, product.url);
    const { path, code } = await askLink(asker);
    await elsewhere.open(path);
    const field = elsewhere.page.getByLabel('Code van zes cijfers');
    await field.fill(code === '111111' ? '222222' : '111111');
    await elsewhere.click(elsewhere.button('Aanmelden'));
    await elsewhere.page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    expect(await elsewhere.heading('Dit vraagt aandacht').count()).toBe(0);
    expect(await elsewhere.violations()).toEqual([]);
    await field.fill(code);
    await elsewhere.click(elsewhere.button('Aanmelden'));
    await elsewhere.heading('Dit vraagt aandacht').waitFor();
    expect(asker.complaints).toEqual([]);
    await asker.leave();
  });

  step(
    'finds the question on the home page and answers in at most fourteen clicks (GRP-02, GRP-03)',
    async () => {
      const { page } = holder;
      const before = holder.clicks;
      await holder.click(
        page
          .getByRole('article')
          .filter({ hasText: /voorkeur/ })
          .first()
          .getByRole('link'),
      );
      await holder.heading(/^Uw voorkeur voor /).waitFor();
      answerPath = new URL(page.url()).pathname;
      const list = page.getByRole('list', { name: 'Kies een thema' });
      const themes = (await list.getByRole('button').allInnerTexts()).slice(0, 3);
      await giveAnswer(holder, { themes, motivation: 4, leads: true });
      expect(holder.clicksSince(before)).toBeLessThanOrEqual(14);
      await page.getByText('Graag (4 van 5)').waitFor();
      expect(await holder.violations()).toEqual([]);
      await holder.picture('practice-02-answered', { whole: true });
    },
  );

  step('changes the answer on the phone, and the desktop shows it (GRP-04)', async () => {
    await elsewhere.open(answerPath);
    await elsewhere.click(elsewhere.button('Aanpassen').first());
    await elsewhere.click(elsewhere.page.getByRole('radio', { name: /^2/ }));
    await elsewhere.page
      .getByText(/^Bewaard om /)
      .first()
      .waitFor();
    await elsewhere.click(elsewhere.button('Klaar').first());
    await elsewhere.page.getByText('Een beetje (2 van 5)').waitFor();
    expect(await elsewhere.violations()).toEqual([]);
    await elsewhere.picture('practice-03-changed-on-phone');
    await holder.page.reload();
    await holder.page.getByText('Een beetje (2 van 5)').waitFor();
  });

  step('sees the group in one click from the home page (GRP-13)', async () => {
    await holder.open('/');
    await holder.heading('Dit vraagt aandacht').waitFor();
    const before = holder.clicks;
    await holder.click(holder.page.getByRole('link', { name: / zit in Groep / }).first());
    await holder.heading('Eerste bijeenkomst').waitFor();
    expect(holder.clicksSince(before)).toBeLessThanOrEqual(1);
    await holder.heading('Waarom zit u hier?').waitFor();
    await holder.picture('practice-04-my-group');
  });

  step('reads that a page is for others, instead of a form that the server refuses (ORG-03…09)', async () => {
    for (const path of ['/beheer/mensen/nieuw', '/praktijken/inlezen', '/dialoog/nieuw']) {
      await holder.open(path);
      await holder.heading('Deze pagina is niet voor u').waitFor();
      expect(await holder.page.getByRole('textbox').count()).toBe(0);
    }
    expect(await holder.violations()).toEqual([]);
    await holder.open('/');
    await holder.heading('Dit vraagt aandacht').waitFor();
  });

  step('reads the same pages in English (feature 68)', async () => {
    await holder.open('/');
    await holder.click(holder.button(new RegExp(HOLDER.name)));
    await holder.click(holder.page.getByRole('menuitem', { name: /English/ }));
    await holder.heading('Needs your attention').waitFor();
    expect(await holder.page.locator('html').getAttribute('lang')).toBe('en');
    await holder.picture('practice-05-home-english');
    await holder.open(answerPath);
    await holder.page.getByText('A little (2 of 5)').waitFor();
    await holder.picture('practice-06-answer-english');
    expect(await holder.violations()).toEqual([]);
    expect(await holder.page.getByText(/\b(Uw|Klaar|Aanpassen|Verstuurd)\b/).count()).toBe(0);
  });

  step('signs out, and Back shows nothing of it (models/security.md #19)', async () => {
    await holder.open('/');
    await holder.click(holder.button(new RegExp(HOLDER.name)));
    await holder.click(holder.page.getByRole('menuitem', { name: 'Sign out' }));
    await holder.page.waitForURL(/\/aanmelden/);
    await holder.page.goBack();
    await holder.page.getByLabel(/^E-mail/).waitFor();
    await demoRows(holder).first().waitFor();
    expect(await holder.page.getByText(HOLDER.name).count()).toBe(await demoRows(holder).count());
    const me = await holder.context.request.get(`${product.url}/api/me`);
    expect(me.status()).toBe(401);
    expect(holder.complaints).toEqual([]);
    expect(elsewhere.complaints).toEqual([]);
  });

  /** The sign-in page of the demo names its people: there the name stands once, in its row. */
  const demoRows = (visitor: Visitor) => visitor.button(new RegExp(HOLDER.name));
});
