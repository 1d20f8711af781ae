import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Browser, WebSocketRoute } from 'playwright-core';
import type {
  CampaignSummaryView,
  DemoView,
  DialogueSessionView,
  DialogueYearSummaryView,
  DialogueYearView,
  ModeratorLiveView,
  Page,
  PracticeQuestionsView,
  QuestionDeskView,
} from '#libs/contracts';
import { readPresentation } from '#libs/testing';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';
import { soon } from './soon.js';
import { story } from './story.js';

const MINUTE = 60_000;
const NOOR = 'praktijkhouder@demo.leerkring.example';
const QUESTION = 'Wanneer verwijzen wij iemand met nieuwe hoofdpijn dezelfde dag?';
const ALIKE = 'Nieuwe hoofdpijn: wanneer verwijzen wij dezelfde dag?';
const SECOND = 'Welke oefeningen raadt u aan bij duizeligheid?';
const COLLEAGUE = 'Mag de assistente zelf een meedenkconsult klaarzetten?';
const DEEPER = 'Geldt dat ook voor mensen boven de tachtig?';

(hasBrowser ? describe : describe.skip)(
  'a dialogue session, from the yearly agenda to the handout (D1, D2, D4; DIA-01…21)',
  () => {
    let product: Product;
    let browser: Browser;
    /** Side by side: the organiser, two practices, the specialist. */
    let organiser: Visitor;
    let noor: Visitor;
    let kade: Visitor;
    let specialist: Visitor;
    let year: DialogueYearView;
    let session: DialogueSessionView;
    let kadeMail = '';
    let ids = { noor: '', kade: '' };
    /** Mails of the demo itself, about other sessions of the same departments. */
    let old: ReadonlySet<string> = new Set();
    /** The phone of one participant has no connection. */
    let lost = false;
    const sockets: WebSocketRoute[] = [];
    const step = story('dialogue', () => organiser);

    beforeAll(async () => {
      [product, browser] = await Promise.all([startDemo(), openBrowser()]);
      organiser = await Visitor.arrive(browser, product.url);
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      const name = people.find((one) => one.role === 'region-coordinator')?.name ?? '–';
      await organiser.open('/aanmelden');
      await organiser.button(new RegExp(name)).first().click();
      await organiser.heading('Dit vraagt aandacht').waitFor();
      [noor, kade, specialist] = await Promise.all([
        Visitor.arrive(browser, product.url, { width: 390, height: 844 }),
        Visitor.arrive(browser, product.url),
        Visitor.arrive(browser, product.url, { width: 1280, height: 800 }),
      ]);
    }, DEMO_STARTS);

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
      product?.discard();
    }, MINUTE);

    const ask = async <T>(visitor: Visitor, path: string): Promise<T> => {
      const answer = await visitor.context.request.get(`${product.url}${path}`);
      expect([path, answer.status()]).toEqual([path, 200]);
      return (await answer.json()) as T;
    };
    const clean = async (visitor: Visitor): Promise<void> => {
      await visitor.settled();
      expect(await visitor.faults()).toEqual([]);
    };
    /** Opens the link of a mail and presses its one button, as everybody does who comes without an account. */
    const followMail = async (visitor: Visitor, address: string, subject: RegExp): Promise<void> => {
      const mail = await product.mailTo(address, subject, old);
      const path = linkIn(mail);
      await visitor.open(path);
      await visitor.click(visitor.button('Ga verder'));
      await visitor.page.waitForURL((url) => url.pathname !== path);
    };
    /** A question in the list of the practice's own ones. */
    const asked = (visitor: Visitor, text: string) =>
      visitor.page.getByRole('list', { name: 'Vragen van uw praktijk' }).getByText(text).first();
    const dialogue = (path = ''): string => `/api/dialogue-sessions/${session.id}${path}`;

    step('a practice ranks departments from its mail (DIA-02)', async () => {
      const [summary] = await ask<DialogueYearSummaryView[]>(organiser, '/api/dialogue-years');
      year = await ask<DialogueYearView>(organiser, `/api/dialogue-years/${summary?.id}`);
      expect(year.state).toBe('voting');
      await followMail(noor, NOOR, /^Kies de vakgroepen/);
      await noor.heading(/^Vakgroepen voor /).waitFor();
      for (const name of ['Neurologie', 'Cardiologie'])
        await noor.click(noor.button(new RegExp(name)).first());
      await noor.click(noor.button('Versturen').first());
      await noor.heading(/uw keuze is binnen/).waitFor();
      await clean(noor);
      await noor.picture('dialogue-01-vote');
    });

    step(
      'the organiser asks the departments, and the coordinating specialist passes the dates on (DIA-03, ORG-09)',
      async () => {
        await organiser.open(`/dialoog/agenda/${year.id}`);
        await organiser.heading(/^Dialoogsessies \d{4}/).waitFor();
        await clean(organiser);
        await organiser.picture('dialogue-02-votes', { whole: true });
        await organiser.click(organiser.button(/^Vakgroepen vragen/).first());
        await organiser.click(
          organiser.page
            .getByRole('dialog')
            .getByRole('button', { name: /^(Datums sturen|Vakgroepen mailen)$/ }),
        );
        const passing = await Visitor.arrive(browser, product.url);
        await followMail(passing, 'coordinerend@demo.leerkring.example', /^Datums dialoogsessies/);
        await passing.click(passing.button('Datums doorgeven'));
        await passing.heading(/zijn doorgegeven/).waitFor();
        await clean(passing);
        expect(passing.complaints).toEqual([]);
        await passing.leave();
      },
    );

    step('departments say in two clicks which date suits, without an account (DIA-03, D4)', async () => {
      year = await ask<DialogueYearView>(organiser, `/api/dialogue-years/${year.id}`);
      const asked = year.departments.filter((one) => one.invited);
      expect(asked).toHaveLength(4);
      for (const [n, { name }] of asked.entries()) {
        const contact = await Visitor.arrive(browser, product.url);
        const address = `${name.toLowerCase().replaceAll(' ', '-')}@ziekenhuis.example`;
        await followMail(contact, address, new RegExp(`^Dialoogsessie ${name}`));
        await contact.heading('Welke datum past u?').waitFor();
        const before = contact.clicks;
        await contact.click(contact.page.getByRole('radiogroup').nth(n).getByText('ja', { exact: true }));
        await contact.click(contact.button('Versturen').first());
        expect(contact.clicksSince(before)).toBe(2);
        await contact.heading(/uw antwoord is binnen/).waitFor();
        if (n === 0) {
          await clean(contact);
          await contact.picture('dialogue-03-dates');
        }
        await contact.leave();
      }
    });

    step('the best assignment is proposed with its reasons, and settled (DIA-01, DIA-04)', async () => {
      await organiser.page.reload();
      await organiser.heading('Zo komt het uit').waitFor();
      await clean(organiser);
      await organiser.picture('dialogue-04-board', { whole: true });
      await organiser.click(organiser.button(/^Vastzetten/).first());
      await organiser.click(organiser.button(/sessies maken$/));
      await organiser.page.getByText('De agenda staat vast').first().waitFor();
      year = await ask<DialogueYearView>(organiser, `/api/dialogue-years/${year.id}`);
      expect(year.sessions).toHaveLength(4);
      const first = [...year.sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
      session = await ask<DialogueSessionView>(organiser, `/api/dialogue-sessions/${first?.sessionId}`);
      const days = (kind: string): number =>
        Math.round(
          DateTime.fromISO(session.startsAt).diff(
            DateTime.fromISO(session.steps.find((one) => one.kind === kind)?.dueAt ?? ''),
            'days',
          ).days,
        );
      expect([days('invite'), days('share'), days('evaluate')]).toEqual([42, 28, -1]);
    });

    step('six weeks before, the practices are invited (DIA-06)', async () => {
      await organiser.open(`/dialoog/${session.id}`);
      await organiser.heading(/Specialisten/).waitFor();
      await organiser.click(organiser.button('Specialist toevoegen'));
      await organiser.page.getByLabel('Naam', { exact: true }).last().fill('Dr. Elske Waterman');
      await organiser.page.getByLabel('E-mailadres').last().fill('e.waterman@ziekenhuis.example');
      await organiser.click(organiser.button(/^(Specialist toevoegen|Toevoegen|Bewaren)$/).last());
      await organiser.page.getByText('Dr. Elske Waterman').first().waitFor();
      await clean(organiser);
      await organiser.open(`/dialoog/${session.id}/tijdlijn`);
      await organiser.page.getByText('Uitnodiging').first().waitFor();
      await clean(organiser);
      await organiser.picture('dialogue-05-timeline', { whole: true });
      old = new Set((await product.mails()).map(({ id }) => id));
      await organiser.click(organiser.button(/^Nu doen/).first());
      await organiser.click(organiser.page.getByRole('dialog').getByRole('button', { name: 'Nu doen' }));
      await product.mailTo(NOOR, new RegExp(`^Dialoogsessie ${session.department}: meld u aan`), old);
    });

    step(
      'a practice registers and asks in at most five clicks; a citizen number is refused (DIA-06, DIA-07, DIA-20)',
      async () => {
        await followMail(noor, NOOR, new RegExp(`^Dialoogsessie ${session.department}: meld u aan`));
        const { page } = noor;
        await noor.heading(new RegExp(`^Dialoogsessie ${session.department}`)).waitFor();
        ids.noor = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        const before = noor.clicks;
        const who = page.getByRole('radio').first();
        if (!(await who.isChecked())) await noor.click(who);
        await noor.click(noor.button('Aanmelden').first());
        await page
          .getByText(/ gaat\./)
          .first()
          .waitFor();
        const field = page.getByLabel('Uw vraag', { exact: true });
        await field.fill(`${QUESTION} Het gaat om BSN 111222333.`);
        await noor.click(noor.button('Vraag toevoegen').first());
        await page
          .getByText(/patiënt te herkennen/)
          .first()
          .waitFor();
        const { own } = await ask<PracticeQuestionsView>(noor, dialogue(`/practices/${ids.noor}/questions`));
        expect(own).toEqual([]);
        await clean(noor);
        await noor.picture('dialogue-06-guard');
        await field.fill(QUESTION);
        await noor.click(noor.button('Vraag toevoegen').first());
        await asked(noor, QUESTION).waitFor();
        expect(noor.clicksSince(before)).toBeLessThanOrEqual(5);
        await clean(noor);
        await noor.picture('dialogue-07-practice', { whole: true });
      },
    );

    step(
      'a colleague proposes by the link of the practice, another practice asks the same (feature 32)',
      async () => {
        const { page } = noor;
        await noor.click(noor.button('Link maken'));
        const link = await page.getByLabel('Link voor collega’s').inputValue();
        const colleague = await Visitor.arrive(browser, product.url, { width: 390, height: 844 });
        await colleague.open(new URL(link).pathname);
        await colleague.page.getByLabel('Uw vraag').fill(COLLEAGUE);
        await colleague.page.getByLabel(/^Uw voornaam/).fill('Iris');
        await colleague.click(colleague.button('Vraag doorgeven'));
        await colleague.page.getByText('Dank u wel').first().waitFor();
        await clean(colleague);
        expect(colleague.complaints).toEqual([]);
        await colleague.leave();
        await page.reload();
        await noor.click(noor.button('Stellen').first());
        const first = (await product.mails()).find(
          (one) =>
            /meld u aan/.test(one.subject) &&
            one.to.email !== NOOR &&
            one.subject.includes(session.department),
        );
        kadeMail = first?.to.email ?? '';
        await followMail(kade, kadeMail, new RegExp(`^Dialoogsessie ${session.department}: meld u aan`));
        ids.kade = new URL(kade.page.url()).pathname.split('/').at(-1) ?? '';
        await kade.click(kade.page.getByRole('radio').first());
        await kade.click(kade.button('Aanmelden').first());
        for (const text of [ALIKE, SECOND]) {
          await kade.page.getByLabel(/^(Uw vraag|Nog een vraag)$/).fill(text);
          await kade.click(kade.button('Vraag toevoegen').first());
          await asked(kade, text).waitFor();
        }
      },
    );

    step('four weeks before, the organiser sorts and shares (DIA-08, DIA-17)', async () => {
      await organiser.open(`/dialoog/${session.id}/vragen`);
      await organiser.page.getByText(QUESTION).first().waitFor();
      await organiser.click(organiser.button(/^Samenvoegen: /).first());
      await organiser.page.getByText('Samengevoegd.').first().waitFor();
      await organiser.page.getByLabel('Nieuw onderwerp').fill('Hoofdpijn en duizeligheid');
      await organiser.click(organiser.button('Onderwerp maken'));
      await organiser.page.getByText('Onderwerp Hoofdpijn en duizeligheid gemaakt.').first().waitFor();
      for (const words of [/hoofdpijn/, /duizeligheid/, /meedenkconsult/]) {
        const choice = organiser.page
          .getByLabel(/^Onderwerp van: /)
          .filter({ has: organiser.page.locator('option') });
        const one = choice.and(organiser.page.getByLabel(words)).first();
        const option = one.locator('option').filter({ hasText: 'Hoofdpijn' }).first();
        await one.selectOption((await option.getAttribute('value')) ?? '');
      }
      await organiser.page.getByText('Alle vragen staan bij een onderwerp.').first().waitFor();
      await clean(organiser);
      await organiser.picture('dialogue-08-desk', { whole: true });
      await organiser.click(organiser.button('Delen met de specialist').first());
      await organiser.page
        .getByRole('dialog')
        .getByText(/Elske Waterman/)
        .waitFor();
      await organiser.click(organiser.page.getByRole('dialog').getByRole('button', { name: /delen$/ }));
      await product.mailTo('e.waterman@ziekenhuis.example', /vragen voor u/, old);
      const desk = await ask<QuestionDeskView>(organiser, dialogue('/desk'));
      expect(desk.questions.find(({ merged }) => merged.length > 0)?.practices).toBe(2);
    });

    step('the specialist prepares by a personal link, and the deck opens (DIA-09, DIA-12, D4)', async () => {
      await followMail(specialist, 'e.waterman@ziekenhuis.example', /vragen voor u/);
      const { page } = specialist;
      await page.getByText(QUESTION).or(page.getByText(ALIKE)).first().waitFor();
      await specialist.click(page.getByText('Te laat', { exact: true }).first());
      await page.getByLabel('Te laat is …').first().fill('Uitval of koorts erbij: bel dezelfde dag.');
      await page.getByLabel('Wat wij missen in de communicatie').fill('Wij missen vaak de medicatielijst.');
      await page
        .getByText(/Bewaard/)
        .first()
        .waitFor();
      await clean(specialist);
      await specialist.picture('dialogue-09-specialist', { whole: true });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        specialist.click(specialist.link('PowerPoint').or(specialist.button('PowerPoint')).first()),
      ]);
      const deck = await readPresentation(await readFile((await download.path()) ?? ''));
      expect(deck.problems).toEqual([]);
      expect(deck.slides.some(({ title }) => title.includes('hoofdpijn'))).toBe(true);
      expect(JSON.stringify(deck.slides)).not.toMatch(/De Linde|De Kade/);
    });

    step('the hour begins on four screens (DIA-10, DIA-11, feature 25)', async () => {
      // the year goes by in a minute: the session is moved to now
      const moved = await organiser.page.evaluate(
        async ([path, body]) =>
          (
            await fetch(path, {
              method: 'PATCH',
              headers: { 'content-type': 'application/json', 'x-leerkring': '1' },
              body,
            })
          ).status,
        [dialogue(), JSON.stringify(soon(45))] as const,
      );
      expect(moved).toBe(200);
      await organiser.open(`/live/${session.id}/regie`);
      await organiser.click(organiser.button('Ruimte openen'));
      // her phone can lose its connection: sockets that are open too, and no new one comes through
      await noor.context.routeWebSocket(/socket\.io/, (socket) => {
        if (lost) return void socket.close();
        socket.connectToServer();
        sockets.push(socket);
      });
      // the other practice sits behind a gate that lets no web socket through: plain requests carry the hour
      await kade.context.addInitScript(() => {
        window.WebSocket = class extends EventTarget {
          onerror: ((event: Event) => void) | null = null;
          constructor() {
            super();
            setTimeout(() => this.onerror?.(new Event('error')));
          }
          close() {}
        } as unknown as typeof WebSocket;
      });
      const byRequests = kade.page.waitForResponse(/socket\.io\/.*transport=polling/);
      await Promise.all([
        noor.open(`/live/${session.id}`),
        kade.open(`/live/${session.id}`),
        specialist.open(`/live/${session.id}/scherm`),
      ]);
      await organiser.page
        .getByText(/2 van 2 praktijken/)
        .first()
        .waitFor();
      await organiser.click(organiser.button('Begin de sessie'));
      for (const visitor of [organiser, noor, kade, specialist])
        await visitor.page
          .getByText(/hoofdpijn|meedenkconsult|duizeligheid/)
          .first()
          .waitFor();
      expect((await byRequests).status()).toBe(200);
      for (const visitor of [organiser, noor, specialist]) await clean(visitor);
      await organiser.picture('dialogue-10-moderator');
      await noor.picture('dialogue-11-participant');
      await specialist.picture('dialogue-12-presenter');
    });

    step(
      'deepening questions, "wij ook", and a lost connection in the middle lose nothing (DIA-10, feature 38)',
      async () => {
        await noor.page.getByLabel('Uw verdiepende vraag').fill(DEEPER);
        await noor.click(noor.button('Vraag sturen'));
        await kade.click(kade.button(new RegExp(`^Wij ook: ${DEEPER.slice(0, 20)}`)));
        await organiser.page.getByText(DEEPER).first().waitFor();
        const live = () => ask<ModeratorLiveView>(organiser, dialogue('/live?as=moderator'));
        lost = true;
        await noor.context.setOffline(true);
        await Promise.all(sockets.splice(0).map((socket) => socket.close()));
        await noor.page
          .getByText(/verbinding is even weg|Geen verbinding/)
          .first()
          .waitFor();
        const on = (await live()).questionId;
        await organiser.press('Enter');
        await organiser.page.waitForFunction(() => document.body.innerText.includes('Beantwoord'));
        let now = await live();
        for (let wait = 0; now.questionId === on && wait < 50; wait++) now = await live();
        expect(now.questionId).not.toBe(on);
        const text = now.questions.find(({ id }) => id === now.questionId)?.text ?? '';
        await kade.page.getByText(text).first().waitFor();
        expect(await noor.heading(text).count()).toBe(0);
        lost = false;
        await noor.context.setOffline(false);
        await noor.heading(text).first().waitFor();
        expect((await live()).followUps[0]?.endorsements).toBe(1);
      },
    );

    step('the hour ends, and every question has a fate (feature 40, DIA-15)', async () => {
      await organiser.click(organiser.button('Sessie afsluiten').first());
      await organiser.click(organiser.page.getByRole('dialog').getByRole('button', { name: 'Afsluiten' }));
      for (const visitor of [organiser, noor, kade])
        await visitor.page.getByText('De sessie is afgelopen').first().waitFor();
      await clean(noor);
      await noor.picture('dialogue-13-closed');
      const { own } = await ask<PracticeQuestionsView>(kade, dialogue(`/practices/${ids.kade}/questions`));
      expect(own.every(({ fate }) => fate.kind !== 'open')).toBe(true);
      const { items } = await ask<Page<CampaignSummaryView>>(organiser, '/api/campaigns?limit=20');
      const evaluations = items.filter(({ title }) => title.nl.includes(session.department));
      expect(evaluations.map(({ state }) => state)).toContain('planned');
    });

    step(
      'the handout is made, checked in a click, published and found again (DIA-14, feature 39)',
      async () => {
        await organiser.open(`/dialoog/${session.id}/naslagwerk`);
        await organiser.click(organiser.button('Nu maken'));
        await organiser.click(organiser.button('Laat nakijken'));
        await followMail(specialist, 'e.waterman@ziekenhuis.example', /nakijken/);
        await specialist.open(`/naslagwerk/${session.id}?nakijken=1`);
        await specialist.click(specialist.button('Klopt').first());
        await specialist.heading(/u hebt het nagekeken/).waitFor();
        await clean(specialist);
        await organiser.page.reload();
        await organiser.click(organiser.button('Publiceren').first());
        await organiser.click(organiser.page.getByRole('dialog').getByRole('button', { name: 'Publiceren' }));
        await organiser.page.getByText('Het naslagwerk is gepubliceerd').first().waitFor();
        await clean(organiser);
        await followMail(noor, NOOR, new RegExp(`^Naslagwerk dialoogsessie ${session.department}`));
        await noor.open(`/naslagwerk/${session.id}`);
        await noor.page.getByText('Uitval of koorts erbij: bel dezelfde dag.').first().waitFor();
        await clean(noor);
        await noor.picture('dialogue-14-handout', { whole: true });
        for (const [file, magic] of [
          ['handout.pdf', '%PDF-'],
          ['handout.docx', 'PK'],
        ] as const) {
          const answer = await noor.context.request.get(`${product.url}${dialogue(`/${file}`)}`);
          expect([file, answer.status()]).toEqual([file, 200]);
          expect((await answer.body()).subarray(0, magic.length).toString()).toBe(magic);
        }
        await organiser.open('/dialoog/naslagwerken?zoek=koorts');
        await organiser.link(new RegExp(session.department)).first().waitFor();
        for (const visitor of [organiser, noor, kade, specialist]) expect(visitor.complaints).toEqual([]);
      },
    );
  },
);
