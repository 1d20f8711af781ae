import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { GroupView, ProposalView } from '#libs/contracts';
import { Chance } from '../../apps/standalone/src/demo/chance.js';
import { eventually } from '../chaos/visitor.js';
import { answerByLink, giveAnswer, invitations, openTask } from './answering.js';
import { aimAtSwap } from './board.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { linkIn, startProduct, type Product } from './product.js';
import { story } from './story.js';

const LIST = 'libs/practices/fixtures/regio-60-praktijken.csv';
const THEMES = [
  'Ouderenzorg',
  'GGZ in de praktijk',
  'Palliatieve zorg',
  'Polyfarmacie',
  'Diabeteszorg',
  'Spoedzorg',
];
const ROUND = 'Intervisie PlusPraktijk';
/** The practices that answer on the screen; the others answer through the same doors without drawing it. */
const ON_SCREEN = 3;
const MINUTE = 60_000;

/** Six Tuesdays, the first one ten weeks from now. */
function evenings(): string[] {
  const first = new Date(Date.now() + 70 * 86_400_000);
  first.setUTCDate(first.getUTCDate() + ((2 - first.getUTCDay() + 7) % 7));
  return [0, 1, 2, 3, 4, 5].map((week) =>
    new Date(first.getTime() + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
}

(hasBrowser ? describe : describe.skip)('a region, from an empty installation to published groups', () => {
  let product: Product;
  let browser: Browser;
  let coordinator: Visitor;
  let member: Visitor;
  const step = story('region', () => coordinator);
  let roundPath = '';
  let contacts: { email: string; path: string }[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ empty: true }), openBrowser()]);
    coordinator = await Visitor.arrive(browser, product.url);
  }, MINUTE);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    product?.discard();
  }, MINUTE);

  /** What the screen is told, asked for with the session of this visitor. */
  const ask = async <T>(visitor: Visitor, path: string): Promise<T> =>
    (await visitor.context.request.get(`${product.url}${path}`)).json() as Promise<T>;
  const proposalNow = async (): Promise<ProposalView> => {
    const [best] = await ask<ProposalView[]>(
      coordinator,
      `/api/rounds/${roundPath.split('/').at(-1)}/proposals`,
    );
    const chosen = new URL(coordinator.page.url()).searchParams.get('voorstel') ?? best?.id;
    return ask<ProposalView>(coordinator, `/api/proposals/${chosen}`);
  };

  step('is set up with the code of the server window (ORG-02)', async () => {
    const { page } = coordinator;
    const code = /one-time code: (\S+)/.exec(product.output())?.[1] ?? '';
    await coordinator.open('/instellen');
    await coordinator.heading('Welkom bij Leerkring').waitFor();
    await page.getByLabel('Naam van de regio').fill('Regio Vlierstreek');
    await coordinator.click(page.getByRole('radio', { name: 'Midden' }));
    await page.getByLabel('Uw naam').fill('Joris Haverkamp');
    await page.getByLabel('Uw e-mailadres').fill('joris@vlierstreek.example');
    await page.getByLabel('Installatiecode').fill(code);
    await coordinator.picture('region-01-set-up', { whole: true });
    await coordinator.click(coordinator.button('Regio maken'));
    await coordinator.heading('Dit vraagt aandacht').waitFor();
    expect(coordinator.clicks).toBe(2);
    expect(await coordinator.violations()).toEqual([]);
  });

  step('reads its sixty practices in at most six clicks (ORG-05)', async () => {
    const { page } = coordinator;
    await coordinator.click(coordinator.link('Praktijken').first());
    await coordinator.link('Bestand inlezen').first().waitFor();
    const before = coordinator.clicks;
    await coordinator.click(coordinator.link('Bestand inlezen').first());
    const chooser = page.waitForEvent('filechooser');
    await coordinator.click(coordinator.button('Bestand kiezen'));
    await (await chooser).setFiles(LIST);
    const columns = coordinator.button('Naar de controle');
    const apply = coordinator.button('60 rijen verwerken');
    await columns.or(apply).first().waitFor();
    if (await columns.isVisible()) await coordinator.click(columns);
    await apply.waitFor();
    await coordinator.picture('region-02-import-check');
    await coordinator.click(apply);
    await coordinator.heading('De praktijkenlijst is verwerkt').waitFor();
    await page.getByText('60 praktijken toegevoegd').waitFor();
    expect(coordinator.clicksSince(before)).toBeLessThanOrEqual(6);
    expect(await coordinator.violations()).toEqual([]);
  });

  step(
    'makes a round of six themes, six dates and all practices, and sees who gets mail before it opens (GRP-01)',
    async () => {
      const { page } = coordinator;
      await coordinator.click(coordinator.link('Maak een ronde'));
      await coordinator.click(page.getByRole('radio', { name: /PlusPraktijk/ }));
      await page.getByLabel('Naam van de ronde').fill(ROUND);
      await coordinator.click(coordinator.button('Ronde maken'));
      await page.waitForURL(/\/intervisie\/rondes\/[0-9a-f-]{36}$/);
      roundPath = new URL(page.url()).pathname;
      for (const [n, theme] of THEMES.entries()) {
        await coordinator.click(coordinator.button('Thema toevoegen'));
        await page.getByLabel('Thema', { exact: true }).nth(n).fill(theme);
      }
      for (const [n, date] of evenings().entries()) {
        await coordinator.click(coordinator.button('Datum toevoegen'));
        await page.getByLabel('Datum', { exact: true }).nth(n).fill(date);
      }
      await coordinator.click(page.getByRole('checkbox', { name: 'Kies alle 60' }));
      await page.getByText('60 van 60 gekozen').waitFor();
      await coordinator.picture('region-03-round', { whole: true });
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(coordinator.button('Openen…'));
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Dit gaat naar 60 ontvangers:').waitFor();
      expect(await dialog.getByText('mtvp@praktijk-01.example').count()).toBe(1);
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.picture('region-04-open');
      await coordinator.click(dialog.getByRole('button', { name: 'Openen en 60 mails sturen' }));
      await coordinator.link('Antwoorden 0 van 60').waitFor();
    },
  );

  step(
    'sees the answers come in without reloading: by mail link, in the browser and by phone (GRP-05)',
    async () => {
      const { page } = coordinator;
      await page.evaluate(() => Object.assign(window, { notReloaded: true }));
      contacts = await invitations(product, 60);
      const chance = new Chance(60);
      for (const [n, { path }] of contacts.slice(0, ON_SCREEN).entries()) {
        const practice = await Visitor.arrive(
          browser,
          product.url,
          n === 0 ? {} : { width: n === 1 ? 390 : 320 },
        );
        await openTask(practice, path);
        await practice.heading(`Uw voorkeur voor ${ROUND}`).waitFor();
        const before = practice.clicks;
        await giveAnswer(practice, {
          themes: chance.shuffle(THEMES).slice(0, 3),
          motivation: 4,
          leads: n !== 1,
        });
        expect(practice.clicksSince(before)).toBeLessThanOrEqual(14);
        await coordinator.link(`Antwoorden ${n + 1} van 60`).waitFor();
        expect(practice.complaints).toEqual([]);
        await practice.picture(`region-05-answered-${n + 1}`);
        await practice.leave();
      }
      await coordinator.picture('region-06-answers');

      const called = coordinator.link(/^Invullen voor .+, per telefoon$/).first();
      await coordinator.click(called);
      await coordinator.heading(/^Voorkeur van .+ voor /).waitFor();
      const calledId = /ronde\/[^/]+\/([^/?]+)/.exec(page.url())?.[1];
      await giveAnswer(coordinator, { themes: THEMES.slice(1, 4), motivation: 3, leads: true });
      await coordinator.click(coordinator.link('Naar alle antwoorden').last());
      await coordinator.link(`Antwoorden ${ON_SCREEN + 1} van 60`).waitFor();
      await page.getByText('per telefoon', { exact: true }).first().waitFor();

      for (const { path } of contacts.slice(ON_SCREEN)) await answerByLink(product, path, chance, calledId);
      await coordinator.link('Antwoorden 60 van 60').waitFor();
      expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
      expect(await coordinator.violations()).toEqual([]);
      expect(coordinator.complaints).toEqual([]);
    },
  );

  step(
    'forms, swaps with the keyboard alone, undoes and publishes in at most ten clicks (GRP-06, GRP-08, GRP-12)',
    async () => {
      const { page } = coordinator;
      await coordinator.click(coordinator.button('Antwoorden sluiten'));
      const before = coordinator.clicks;
      await coordinator.click(coordinator.link('Naar de indeling'));
      await coordinator.click(coordinator.button('Groepen maken'));
      const board = page.getByRole('region', { name: 'Bord met groepen' });
      await board.waitFor();
      await coordinator.button('Publiceren…').waitFor();
      const seats = board.locator('[data-practice]');
      expect(await seats.count()).toBe(60);

      // The reason of one practice: the panel beside the board follows the focus.
      const seat = seats.first();
      await coordinator.tabTo(seat);
      await coordinator.heading('Waarom zit deze praktijk hier?').waitFor();
      await page.getByRole('complementary', { name: 'Waarom en wat nu' }).getByText('Aanwezigheid').waitFor();
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.picture('region-07-board');

      const start = await proposalNow();
      const places = (proposal: ProposalView) =>
        JSON.stringify(proposal.board.map((group) => group.members.map((one) => one.practiceId).sort()));
      await aimAtSwap(coordinator);
      const strip = page.getByRole('region', { name: 'Wat deze wijziging doet' });
      expect(await strip.getByText('Voorkeur').count()).toBeGreaterThan(0);
      expect(places(await proposalNow())).toBe(places(start));
      await coordinator.picture('region-08-swap');
      await coordinator.press('Enter');
      const undo = coordinator.button('Ongedaan maken').first();
      await page
        .getByText(/^Gedaan: /)
        .first()
        .waitFor();
      expect(places(await proposalNow())).not.toBe(places(start));
      await coordinator.click(undo);
      await eventually('the board as it was', async () => places(await proposalNow()) === places(start));

      await coordinator.click(coordinator.button('Publiceren…'));
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/^Dit gaat naar \d+ ontvangers:$/).waitFor();
      expect(await dialog.getByRole('listitem').count()).toBeGreaterThanOrEqual(60);
      // the board is fresh again after the undo
      await dialog.getByRole('button', { name: /^Publiceren en \d+ mails sturen$/ }).click({ trial: true });
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.picture('region-09-publish');
      await coordinator.click(dialog.getByRole('button', { name: /^Publiceren en \d+ mails sturen$/ }));
      await page.waitForURL(/\/groepen$/);
      expect(coordinator.clicksSince(before)).toBeLessThanOrEqual(10);
      await coordinator.heading(ROUND).first().waitFor();
      expect(coordinator.complaints).toEqual([]);
    },
  );

  step(
    'shows a practice its group from the mail, with an agenda file and one sheet of paper (GRP-13, GRP-14)',
    async () => {
      const { email } = contacts[0]!;
      const mail = await product.mailTo(email, / zit in /);
      member = await Visitor.arrive(browser, product.url);
      const before = member.clicks;
      await openTask(member, linkIn(mail));
      await member.heading('Eerste bijeenkomst').waitFor();
      expect(member.clicksSince(before)).toBe(1);
      await member.heading('Waarom zit u hier?').waitFor();
      expect(await member.violations()).toEqual([]);
      await member.picture('region-10-my-group', { whole: true });

      const download = member.page.waitForEvent('download');
      await member.click(member.link('Zet in agenda'));
      const calendar = readFileSync((await (await download).path())!, 'utf8');
      expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(calendar).toMatch(/\r\nUID:\S+\r\n/);
      expect(calendar).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam/);
      expect(calendar).toMatch(/DTSTART;TZID=Europe\/Amsterdam:\d{8}T\d{6}/);

      const paper = await member.page.pdf({ format: 'A4' });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      await member.page.emulateMedia({ media: 'print' });
      await member.picture('region-11-my-group-printed', { whole: true });
      expect(member.complaints).toEqual([]);
    },
  );

  step(
    'repairs the groups when a practice leaves late, and takes its meeting back from its agenda (GRP-16)',
    async () => {
      const { page } = coordinator;
      const groups = await ask<{ items: { id: string }[] }>(coordinator, '/api/groups?limit=100');
      const all = await Promise.all(
        groups.items.map(({ id }) => ask<GroupView>(coordinator, `/api/groups/${id}`)),
      );
      const from = all.toSorted((a, b) => b.members.length - a.members.length)[0]!;
      const leaver = from.members.find((one) => !one.leads)!;
      await coordinator.click(coordinator.button('Wijziging opvangen'));
      const dialog = page.getByRole('dialog');
      const picker = dialog.getByRole('group', { name: 'Een praktijk stopt' }).getByRole('combobox');
      await picker.fill(leaver.name);
      await coordinator.click(page.getByRole('option', { name: leaver.name }).first());
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(dialog.getByRole('button', { name: 'Voorstel maken' }));
      await page.getByText(/^Dit voorstel wijzigt \d+ ding(en)?:$/).waitFor();
      await coordinator.picture('region-12-repair');
      expect(await coordinator.violations()).toEqual([]);
      await coordinator.click(coordinator.button('Publiceren…'));
      await coordinator.click(
        page.getByRole('dialog').getByRole('button', { name: /^Publiceren en \d+ mails? sturen$/ }),
      );
      await page.waitForURL(/\/groepen$/);

      const practices = await ask<{ items: { id: string; contact: { email: string } | null }[] }>(
        coordinator,
        '/api/practices?limit=100',
      );
      const address = practices.items.find(({ id }) => id === leaver.practiceId)?.contact?.email ?? '';
      const mail = await product.mailTo(address, / zit niet meer in /);
      const [invite] = mail.attachments;
      const text = invite?.content.startsWith('BEGIN')
        ? invite.content
        : Buffer.from(invite?.content ?? '', 'base64').toString();
      expect(text).toContain('METHOD:CANCEL');
      expect(text).toContain('STATUS:CANCELLED');
      expect(coordinator.complaints).toEqual([]);
    },
  );
});
