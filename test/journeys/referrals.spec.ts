import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  mondayOn,
  weekOf,
  weeksAfter,
  type DemoView,
  type ReferralCourseView,
  type ReferralSettingsView,
} from '#libs/contracts';
import { localDay } from '#libs/platform';
import { eventually } from '../chaos/visitor.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';
import { story } from './story.js';

const MINUTE = 60_000;
/** Who stands in the lists and may never be seen again. */
const PATIENTS = ['Terpstra', 'Hoogland', 'Wiersma', 'Bakelaar', 'Zijlstra', 'Roosjen'];
const SPECIALISMS = ['Dermatologie', 'KNO', 'Orthopedie', 'Cardiologie', 'Neurologie', 'Oogheelkunde'];
/** Referrals of the four weeks. */
const COUNTS = [6, 6, 5, 4];
const REMARK = 'Een foto via meedenkconsult was genoeg geweest.';
const ACTION = 'Huidfoto’s eerst als meedenkconsult sturen';

(hasBrowser ? describe : describe.skip)(
  'a practice looks at its referrals, four weeks long (REF-01…11)',
  () => {
    let product: Product;
    let browser: Browser;
    /** The contact person of the practice, and its holder with a keyboard. */
    let saskia: Visitor;
    let holder: Visitor;
    let contact: { name: string; practice: string };
    let practice: { id: string; holder: { name: string; email: string } };
    const weeks = [-3, -2, -1, 0].map((k) => weekOf(weeksAfter(mondayOn(localDay(new Date())), k)));
    const title = (week: string): string => `Week ${Number(week.slice(6))}`;
    const step = story('referrals', () => saskia);

    beforeAll(async () => {
      [product, browser] = await Promise.all([startDemo(), openBrowser()]);
      [saskia, holder] = await Promise.all([
        Visitor.arrive(browser, product.url),
        Visitor.arrive(browser, product.url, { width: 1280, height: 800 }),
      ]);
    }, DEMO_STARTS);

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
      product?.discard();
    }, MINUTE);

    const clean = async (visitor: Visitor): Promise<void> => {
      await visitor.settled();
      expect(await visitor.faults()).toEqual([]);
    };
    const course = async (): Promise<ReferralCourseView> => {
      const answer = await saskia.context.request.get(
        `${product.url}/api/practices/${practice.id}/referrals/course`,
      );
      return (await answer.json()) as ReferralCourseView;
    };
    /** The week's list as a practice copies it from a table, patients and all. */
    const list = (count: number): string =>
      [
        ['Patiënt', 'Geboortedatum', 'BSN', 'Huisarts', 'Specialisme', 'Reden'],
        ...Array.from({ length: count }, (_, k) => [
          `${PATIENTS[k]}, W.`,
          `0${k + 1}-02-1956`,
          '111222333',
          k % 2 ? contact.name : practice.holder.name,
          SPECIALISMS[k],
          `klachten sinds een maand, mw. ${PATIENTS[k]} is ongerust`,
        ]),
      ]
        .map((cells) => cells.join('\t'))
        .join('\n');

    step('signs in, and finds a practice that has not begun', async () => {
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      const found = people.find((one) => one.role === 'practice-contact');
      contact = { name: found?.name ?? '–', practice: found?.scopeName ?? '–' };
      await saskia.open('/aanmelden');
      await saskia.button(new RegExp(contact.name)).first().click();
      await saskia.heading('Dit vraagt aandacht').waitFor();
      await saskia.click(saskia.link('Verwijzingen').first());
      await saskia.heading('Begin met één vast moment').waitFor();
      await clean(saskia);
      await saskia.picture('referrals-01-fresh');
    });

    step('chooses a weekly moment and who takes part (REF-01, 02)', async () => {
      await saskia.click(saskia.link('Kies een moment'));
      await saskia.page.getByRole('checkbox', { name: /^Elke week/ }).click();
      await saskia.page.getByLabel('Dag', { exact: true }).selectOption({ label: 'donderdag' });
      await saskia.page.getByRole('checkbox', { name: contact.name }).click();
      await saskia.page.getByRole('checkbox', { name: contact.name, checked: true }).waitFor();
      await saskia.settled();
      await clean(saskia);
      const own = saskia.page.context().request;
      const me = (await (await own.get(`${product.url}/api/me`)).json()) as {
        roles: { scopeKind: string; scopeId: string }[];
      };
      const id = me.roles.find(({ scopeKind }) => scopeKind === 'practice')?.scopeId ?? '';
      // shown at once, kept a moment later
      let taking: string[] = [];
      await eventually('the moment and who takes part', async () => {
        const { moments, people } = (await (
          await own.get(`${product.url}/api/practices/${id}/referrals/settings`)
        ).json()) as ReferralSettingsView;
        taking = people.filter(({ takesPart }) => takesPart).map(({ name }) => name);
        const [moment] = moments;
        return (
          moment?.form === 'weekly' && moment.weekday === 4 && moment.remind && taking.includes(contact.name)
        );
      });
      const name = taking.find((one) => one !== contact.name) ?? '';
      const staff = (await (await own.get(`${product.url}/api/practices/${id}`)).json()) as {
        staff: { name: string; email: string }[];
      };
      const email = staff.staff.find((one) => one.name === name)?.email ?? '';
      practice = { id, holder: { name, email } };
    });

    step('its holder comes in with a mail', async () => {
      await holder.open('/aanmelden');
      await holder.page.getByLabel('E-mailadres').fill(practice.holder.email);
      await holder.click(holder.button('Stuur mij een link'));
      await holder.heading('Kijk in uw mail').waitFor();
      await holder.open(linkIn(await product.mailTo(practice.holder.email, /^Aanmelden/)));
      await holder.click(holder.button('Aanmelden'));
      await holder.heading('Dit vraagt aandacht').waitFor();
    });

    for (const [n, week] of weeks.entries()) {
      step(`pastes the list of week ${n + 1}, without its patients (REF-03)`, async () => {
        await saskia.open(`/verwijzingen/toevoegen?week=${week}`);
        await saskia.page.getByLabel('Plak de lijst').fill(list(COUNTS[n] as number));
        await saskia.click(saskia.button('Bekijk wat overblijft'));
        await saskia.heading(`${COUNTS[n]} verwijzingen om te bewaren`).waitFor();
        const said = (await saskia.page.textContent('body')) ?? '';
        for (const secret of [...PATIENTS, '1956', '111222333']) expect(said).not.toContain(secret);
        expect(said).toContain('Hele kolommen weggelaten: Patiënt, Geboortedatum en BSN.');
        if (n === 0) {
          await clean(saskia);
          await saskia.picture('referrals-02-preview', { whole: true });
        }
        await saskia.click(saskia.button(`${COUNTS[n]} bewaren`));
        await saskia.heading(title(week)).waitFor();
        await saskia.heading('Van een collega').waitFor();
      });

      step(`looks at each other’s referrals of week ${n + 1}, one by one (REF-04, 05)`, async () => {
        await holder.open(`/verwijzingen/week/${week}`);
        const left = (visitor: Visitor, count: number) =>
          visitor.page.getByText(`nog ${count}`, { exact: true }).waitFor();
        const count = COUNTS[n] as number;
        await left(holder, count);
        // the first one with a remark, by keyboard alone
        await holder.page.keyboard.press('j');
        await holder.page.getByRole('radio', { name: 'Inhoudelijk' }).check();
        await holder.page.getByLabel('Opmerking', { exact: true }).fill(REMARK);
        await holder.page.keyboard.press('Control+Enter');
        for (let k = count - 1; k > 0; k--) {
          await left(holder, k);
          await holder.page.keyboard.press('n');
        }
        await holder.heading('Van een collega').waitFor({ state: 'detached' });
        await saskia.open(`/verwijzingen/week/${week}`);
        await left(saskia, count);
        expect(await saskia.page.textContent('body')).not.toContain(REMARK);
        for (let k = count; k > 0; k--) {
          await left(saskia, k);
          await saskia.page.getByText('Nee', { exact: true }).click();
        }
        await saskia.heading(/^(Van een collega|Nu van uzelf)$/).waitFor({ state: 'detached' });
        await saskia.page.getByText(REMARK).first().waitFor();
      });

      step(`goes through week ${n + 1} together, with a conclusion and an action (REF-09)`, async () => {
        await saskia.click(saskia.button('Bespreking beginnen'));
        await saskia.heading('Samen bespreken').waitFor();
        // the page of the holder follows by itself
        await holder.heading('Samen bespreken').waitFor();
        await saskia.page
          .getByLabel('Conclusie', { exact: true })
          .fill('Wij sturen voortaan eerst een foto.');
        await saskia.click(saskia.button('Conclusie bewaren'));
        await saskia.button('Aanpassen').first().waitFor();
        if (n === 0) {
          await saskia.click(saskia.button('Actie toevoegen'));
          await saskia.page.getByLabel('Wat gaat u anders doen?').fill(ACTION);
          await saskia.click(saskia.button('Actie bewaren'));
          await saskia.page.getByText(ACTION).first().waitFor();
          await clean(saskia);
          await saskia.picture('referrals-03-meeting', { whole: true });
        }
        await saskia.click(saskia.button('Bespreking afronden'));
        await saskia.page.getByText('besproken').first().waitFor();
      });
    }

    step('sees the four weeks as a chart, sets a goal, and reads both as a table (REF-07)', async () => {
      await saskia.open('/verwijzingen/verloop');
      await saskia.click(saskia.button('Doel kiezen'));
      await saskia.page.getByLabel('tot en met').selectOption(weeks[1] as string);
      await saskia.click(saskia.button('Bewaren').first());
      await saskia.page.getByText(/^Doel: −20 %, van 6,0 naar 4,8 per week\./).waitFor();
      const drawn = await course();
      expect(drawn.weeks).toEqual(weeks);
      expect(drawn.whole.values).toEqual(COUNTS);
      expect(drawn.perGp.map(({ name }) => name)).toEqual(
        expect.arrayContaining([contact.name, practice.holder.name]),
      );
      await clean(saskia);
      await saskia.picture('referrals-04-course', { whole: true });
      await saskia.page.getByText('Als tabel').click();
      const rows = saskia.page
        .getByRole('table', { name: `Aantal per week, ${contact.practice}` })
        .getByRole('row');
      expect(await rows.count()).toBe(1 + COUNTS.length);
      await clean(saskia);
    });

    step('downloads its log, with what was said and without a patient (REF-08)', async () => {
      const [download] = await Promise.all([
        saskia.page.waitForEvent('download'),
        saskia.link('Logboek (CSV)').click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toContain(REMARK);
      for (const secret of [...PATIENTS, '1956', '111222333']) expect(text).not.toContain(secret);
    });

    step(
      'says what the columns of a list without headings are, and finds no patient in it (REF-03)',
      async () => {
        const { page } = saskia;
        await saskia.open(`/verwijzingen/toevoegen?week=${weeks[3]}`);
        await page.locator('input[type=file]').setInputFiles({
          name: 'lijst.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Terpstra, W.;Derma;plekje op de rug\nBakker, A.;KNO;hoort slecht\n'),
        });
        await page.getByText('Wij herkennen de kolommen niet').waitFor();
        // before anything is chosen every line is read for what is recognised in it
        await saskia.heading('2 verwijzingen om te bewaren').waitFor();
        await page.getByLabel('Kolom B').selectOption({ label: 'Specialisme' });
        await page.getByLabel('Kolom C').selectOption({ label: 'Reden' });
        await page.getByText('plekje op de rug').waitFor();
        await page.getByText('hoort slecht').waitFor();
        expect(await page.textContent('body')).not.toMatch(/Terpstra|Bakker/);
        await clean(saskia);
        await saskia.picture('referrals-06-columns', { whole: true });
        await saskia.click(saskia.button('Andere lijst'));
        await page.getByLabel('Plak de lijst').waitFor();
      },
    );

    step('ticks the action off, and takes that back', async () => {
      await saskia.open('/verwijzingen/acties');
      await saskia.page.getByText(ACTION).waitFor();
      await saskia.click(saskia.button('Gedaan'));
      await saskia.heading('Geen open acties').waitFor();
      await saskia.click(saskia.button('Ongedaan maken'));
      await saskia.heading('Open acties').waitFor();
    });

    step('notes one on the phone in at most four taps, also one that was not made (REF-06)', async () => {
      const phone = await Visitor.arrive(browser, product.url, { width: 390, height: 844 });
      await phone.context.addCookies(await saskia.context.cookies());
      await phone.open('/verwijzingen');
      await phone.settled();
      const before = phone.clicks;
      await phone.click(phone.link('Verwijzing noteren'));
      await phone.click(phone.page.getByText('Niet verwezen', { exact: true }));
      await phone.click(phone.page.getByText('KNO', { exact: true }).first());
      await phone.click(phone.button('Bewaren'));
      await phone.page.getByText('Genoteerd.').first().waitFor();
      expect(phone.clicksSince(before)).toBeLessThanOrEqual(4);
      await clean(phone);
      await phone.picture('referrals-05-note');
      for (const page of ['', '/verloop', '/acties', '/instellen', `/week/${weeks[3]}`]) {
        await phone.open(`/verwijzingen${page}`);
        await clean(phone);
      }
      expect(phone.complaints).toEqual([]);
      await phone.leave();
    });

    step('is nothing that the coordinator sees (REF-07)', async () => {
      const coordinator = await Visitor.arrive(browser, product.url);
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      const name = people.find((one) => one.role === 'region-coordinator')?.name ?? '–';
      await coordinator.open('/aanmelden');
      await coordinator.button(new RegExp(name)).first().click();
      await coordinator.heading('Dit vraagt aandacht').waitFor();
      expect(await coordinator.link('Verwijzingen').count()).toBe(0);
      for (const path of ['', '/course', '/log', `/weeks/${weeks[0]}`, '/settings', '/actions']) {
        const answer = await coordinator.context.request.get(
          `${product.url}/api/practices/${practice.id}/referrals${path}`,
        );
        expect([403, 404]).toContain(answer.status());
      }
      expect(saskia.complaints).toEqual([]);
      expect(holder.complaints).toEqual([]);
      await coordinator.leave();
    });
  },
);
