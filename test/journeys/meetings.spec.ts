import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, WebSocketRoute } from 'playwright-core';
import type {
  DemoView,
  GroupAgreementView,
  MeetingOutcomesView,
  MeetingSummaryView,
  MeetingView,
  Page,
} from '#libs/contracts';
import { behind, eventually } from '../chaos/visitor.js';
import { hasBrowser, openBrowser, Visitor } from './browser.js';
import { DEMO_STARTS, startDemo } from './demo.js';
import { linkIn, type Product } from './product.js';
import { soon } from './soon.js';
import { story } from './story.js';

const MINUTE = 60_000;
const NOOR = 'praktijkhouder@demo.leerkring.example';
const ACTION = 'Wij bellen na elk meedenkconsult zelf terug.';
const INSIGHT = 'Een vaste vraag vooraf maakt het meedenkconsult korter.';
const SHARED = 'Stel vooraf één vaste vraag: het meedenkconsult wordt er korter van.';
const HERS = 'Ik had eerst de wachttijd nagevraagd en daarna pas verwezen.';
const THEIRS = 'Ik had dezelfde dag overlegd.';

(hasBrowser ? describe : describe.skip)(
  'a meeting of a published group, from its date to what became of its actions (D5; GRP-09…15, SES-01…13)',
  () => {
    let product: Product;
    let browser: Browser;
    /** Side by side: who leads the group, Noor on her phone, and a third practice that has no account. */
    let leader: Visitor;
    let noor: Visitor;
    let third: Visitor;
    let coordinator: Visitor;
    let first: MeetingView;
    let meeting: MeetingView;
    /** Where the mails of the other practices of the group go. */
    let others: string[] = [];
    let old: ReadonlySet<string> = new Set();
    /** Noor's phone has no connection. */
    let lost = false;
    const sockets: WebSocketRoute[] = [];
    /** Everything that the sockets of the third practice were told. */
    const told: string[] = [];
    const step = story('meeting', () => leader);

    const demoVisitor = async (role: string, heading: string, width?: number): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, product.url, width ? { width, height: 844 } : {});
      const { people } = (await (await fetch(`${product.url}/api/demo`)).json()) as DemoView;
      await visitor.open('/aanmelden');
      await visitor
        .button(new RegExp(people.find((one) => one.role === role)?.name ?? '–'))
        .first()
        .click();
      await visitor.heading(heading).waitFor();
      return visitor;
    };
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
      const path = linkIn(await product.mailTo(address, subject, old));
      await visitor.open(path);
      await visitor.click(visitor.button('Ga verder'));
      await visitor.page.waitForURL((url) => url.pathname !== path);
    };
    const inviteOf = async (address: string, subject: RegExp): Promise<string> => {
      const [file] = (await product.mailTo(address, subject, old)).attachments;
      const text = file?.content ?? '';
      return (text.startsWith('BEGIN') ? text : Buffer.from(text, 'base64').toString()).replace(
        /\r?\n /g,
        '',
      );
    };
    const known = async (): Promise<void> => {
      old = new Set((await product.mails()).map(({ id }) => id));
    };
    const everybody = (): Visitor[] => [leader, noor, third];
    const confirm = async (visitor: Visitor, name: string): Promise<void> =>
      visitor.click(visitor.page.getByRole('dialog').getByRole('button', { name }));

    beforeAll(async () => {
      [product, browser] = await Promise.all([startDemo(), openBrowser()]);
      [coordinator, noor] = await Promise.all([
        demoVisitor('region-coordinator', 'Dit vraagt aandacht'),
        demoVisitor('practice-holder', 'Dit vraagt aandacht', 390),
      ]);
      const { items } = await ask<Page<MeetingSummaryView>>(noor, '/api/meetings');
      const own = items.find(({ circle }) => circle === 'group');
      first = await ask<MeetingView>(noor, `/api/meetings/${own?.id}`);
      const { items: people } = await ask<Page<{ name: string; email: string }>>(
        coordinator,
        `/api/people?q=${encodeURIComponent(first.leader?.person ?? '')}`,
      );
      const email = people.find(({ name }) => name === first.leader?.person)?.email ?? '';
      [leader, third] = await Promise.all([
        Visitor.arrive(browser, product.url),
        Visitor.arrive(browser, product.url, { width: 1280, height: 800 }),
      ]);
      await known();
      await leader.open('/aanmelden');
      await leader.page.getByLabel('E-mailadres').fill(email);
      await leader.button('Stuur mij een link').click();
      await leader.open(linkIn(await product.mailTo(email, /./, old)));
      await leader.button('Aanmelden').click();
      await leader.heading('Dit vraagt aandacht').waitFor();
    }, DEMO_STARTS);

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
      product?.discard();
    }, MINUTE);

    step('the leader calls the date of the round off: it leaves every calendar (GRP-15)', async () => {
      await leader.open(`/bijeenkomst/${first.id}`);
      await leader.click(leader.button('Afzeggen').first());
      await confirm(leader, 'Afzeggen en melden');
      await leader.page.getByText('Gaat niet door').first().waitFor();
      const gone = await inviteOf(NOOR, /niet door/);
      expect(gone).toContain('METHOD:CANCEL');
      expect(gone).toContain('STATUS:CANCELLED');
    });

    step('and asks for another one: three evenings in a poll (features 7 and 11)', async () => {
      await known();
      await leader.open(`/intervisie/datumprikker/nieuw?groep=${first.groupId}`);
      await leader.heading('Datum prikken').waitFor();
      const before = leader.clicks;
      await leader.page.getByLabel('Hoe lang').selectOption('3');
      await leader.click(leader.button(/^Toevoegen/));
      await clean(leader);
      await leader.picture('meeting-01-poll-new');
      await leader.click(leader.button('3 datums voorleggen'));
      await leader.page.waitForURL(/datumprikker\/[0-9a-f-]{36}$/);
      expect(leader.clicksSince(before)).toBeLessThanOrEqual(3);
      await product.mailTo(NOOR, /^Wanneer kunt u/, old);
      const asked = (await product.mails()).filter(
        ({ id, subject }) => !old.has(id) && subject.startsWith('Wanneer kunt u'),
      );
      // one address of each practice that is not at a screen yet
      const texts = await Promise.all(
        asked.map(async ({ id, to }) => ({ email: to.email ?? '', text: (await product.mail(id)).text })),
      );
      others = first.members
        .map(({ name }) => name)
        .filter((name) => name !== 'De Linde' && name !== first.leader?.practice)
        .map((name) => texts.find(({ text }) => text.includes(`Geef voor ${name} aan`))?.email ?? '');
      expect(others.length).toBeGreaterThanOrEqual(2);
      expect(others).not.toContain('');
    });

    step('practices answer from their mail, on a phone and without an account (GRP-15)', async () => {
      await followMail(noor, NOOR, /^Wanneer kunt u/);
      await noor.heading('Wanneer kunt u?').waitFor();
      await noor.click(noor.button('Wij kunnen op alle datums'));
      await noor.page.getByText('Alles is beantwoord').first().waitFor();
      await clean(noor);
      await noor.picture('meeting-02-poll-phone', { whole: true });
      await followMail(third, others[0] ?? '', /^Wanneer kunt u/);
      await third.heading('Wanneer kunt u?').waitFor();
      const rows = third.page.getByRole('radiogroup');
      for (const [row, answer] of ['nee', 'ja', 'als het moet'].entries())
        await third.click(rows.nth(row).getByText(answer, { exact: true }));
      await third.page.getByText('Alles is beantwoord').first().waitFor();
      await clean(third);
    });

    step('the best date stands with its reason; one choice invites everybody (feature 10)', async () => {
      await leader.heading('Beste datum').waitFor();
      await clean(leader);
      await leader.picture('meeting-03-poll-best', { whole: true });
      await known();
      await leader.click(leader.button('Deze datum kiezen').first());
      await confirm(leader, 'Kiezen en uitnodigen');
      await leader.page.waitForFunction(() =>
        /Gekozen datum|Naar de bijeenkomst/.test(document.body.innerText),
      );
      const invite = await inviteOf(NOOR, /geworden|^Bijeenkomst op/);
      for (const line of ['METHOD:REQUEST', 'BEGIN:VTIMEZONE', 'TZID:Europe/Amsterdam'])
        expect(invite).toContain(line);
      const { items } = await ask<Page<MeetingSummaryView>>(leader, '/api/meetings');
      const chosen = items.find(({ state, groupId }) => state === 'planned' && groupId === first.groupId);
      meeting = await ask<MeetingView>(leader, `/api/meetings/${chosen?.id}`);
      expect(meeting.startsAt).not.toBeNull();
    });

    step(
      'the group takes its agreement from the text it is given, and each practice accepts (SES-01)',
      async () => {
        await leader.open(`/bijeenkomst/${meeting.id}`);
        await leader.click(leader.button('Zo spreken wij het af'));
        await leader.page
          .getByText(/^1 van \d akkoord/)
          .first()
          .waitFor();
        await noor.open(`/bijeenkomst/${meeting.id}`);
        await noor.click(noor.button(/^Akkoord/).first());
        await noor.page
          .getByText(/^U ging akkoord/)
          .first()
          .waitFor();
        await clean(noor);
        const path = `/api/groups/${meeting.groupId}/agreement`;
        const agreement = await ask<GroupAgreementView>(leader, path);
        expect([agreement.version, agreement.accepted]).toEqual([1, 2]);
        // who has no account comes by the link of the invitation
        await followMail(third, others[0] ?? '', /^Bijeenkomst op/);
        await third.heading('Groepsafspraken').waitFor();
        await clean(third);
      },
    );

    step('the leader prepares on one page, and takes it along on paper (SES-02, D5)', async () => {
      await leader.open(`/bijeenkomst/${meeting.id}/voorbereiding`);
      await leader.heading(/^Voorbereiding/).waitFor();
      await leader.page.getByText('Incidentmethode').first().waitFor();
      await leader.page.getByLabel('De werkvorm past bij de tijd en de groep').check();
      await clean(leader);
      await leader.picture('meeting-04-pack', { whole: true });
      const [download] = await Promise.all([
        leader.page.waitForEvent('download'),
        leader.click(leader.link('Opslaan als PDF')),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.pdf$/);
      // what is prepared is for the one who leads
      const refused = await noor.context.request.get(`${product.url}/api/meetings/${meeting.id}/preparation`);
      expect(refused.status()).toBe(403);
    });

    step('the incident method begins on three screens with one clock (SES-03, feature 25)', async () => {
      // the weeks go by in a minute: the meeting is moved to now
      const moved = await leader.page.evaluate(
        async ([id, version, body]) =>
          (
            await fetch(`/api/meetings/${id}`, {
              method: 'PATCH',
              headers: {
                'content-type': 'application/json',
                'x-leerkring': '1',
                'if-match': `"${version}"`,
              },
              body,
            })
          ).status,
        [
          meeting.id,
          String((await ask<MeetingView>(leader, `/api/meetings/${meeting.id}`)).version),
          JSON.stringify(soon(90)),
        ] as const,
      );
      expect(moved).toBe(200);
      await known();
      third.page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => told.push(String(payload))),
      );
      // a phone can lose its connection: sockets that are open too, and no new one comes through
      await noor.context.routeWebSocket(/socket\.io/, (socket) => {
        if (lost) return void socket.close();
        socket.connectToServer();
        sockets.push(socket);
      });
      await leader.open(`/bijeenkomst/${meeting.id}/live`);
      await leader.page.getByRole('radio', { name: /^Incidentmethode/ }).check({ force: true });
      await leader.page.getByLabel('Inbrenger').selectOption({ label: 'De Linde' });
      await clean(leader);
      await leader.picture('meeting-05-method');
      await leader.click(leader.button('Ruimte openen'));
      await Promise.all([
        noor.open(`/bijeenkomst/${meeting.id}/live`),
        third.open(`/bijeenkomst/${meeting.id}/live`),
      ]);
      await leader.page
        .getByText(/^is er$/)
        .nth(2)
        .waitFor();
      await leader.click(leader.button('Begin').first());
      for (const visitor of everybody()) await visitor.heading('Terugblik').waitFor();
      for (const visitor of everybody()) await clean(visitor);
      await leader.picture('meeting-06-leader');
      await noor.picture('meeting-07-phone');
    });

    step(
      'steps go on with one key; a lost connection in the middle loses nothing (SES-04, feature 26)',
      async () => {
        await leader.click(leader.button('Volgende stap'));
        for (const visitor of everybody()) await visitor.heading('Wat speelt er?').waitFor();
        lost = true;
        await noor.context.setOffline(true);
        await Promise.all(sockets.splice(0).map((socket) => socket.close()));
        await noor.page
          .getByText(/verbinding is even weg|Geen verbinding/)
          .first()
          .waitFor();
        // the room moves on before the leader's own screen hears that its press was heard
        await leader.page.route('**/live/actions', async (route) => {
          const response = await route.fetch();
          await new Promise((resolve) => setTimeout(resolve, 2_000));
          await route.fulfill({ response });
        });
        for (const name of ['Eén geval kiezen', 'Vragen stellen', 'Ieder schrijft een oordeel']) {
          await leader.press('ArrowRight');
          for (const visitor of [leader, third]) await visitor.heading(name).waitFor();
        }
        await leader.page.unrouteAll({ behavior: 'wait' });
        expect(await noor.heading('Ieder schrijft een oordeel').count()).toBe(0);
        lost = false;
        await noor.context.setOffline(false);
        await noor.heading('Ieder schrijft een oordeel').waitFor();
      },
    );

    step(
      'what is written is hidden until it is shown, and then without names (SES-05, feature 27)',
      async () => {
        // Noor brings the case and does not write now
        expect(await noor.page.getByLabel('Uw antwoord').count()).toBe(0);
        const write = async (visitor: Visitor, text: string): Promise<void> => {
          await visitor.page.getByRole('textbox', { name: 'Uw antwoord' }).fill(text);
          await visitor.click(visitor.page.getByRole('button', { name: 'Klaar', exact: true }));
          await visitor.page.getByText('klaar', { exact: true }).first().waitFor();
        };
        await write(leader, HERS);
        await leader.page
          .getByText(/^Er is één antwoord klaar/)
          .first()
          .waitFor();
        expect(await third.page.content()).not.toContain(HERS);
        expect(told.join('\n')).not.toContain(HERS);
        await write(third, THEIRS);
        // the two who are here and write are done: what they wrote comes by itself
        for (const visitor of [leader, third])
          for (const text of [HERS, THEIRS]) await visitor.page.getByText(text).first().waitFor();
        expect(told.join('\n')).toContain(HERS);
        expect(await third.page.getByRole('list').filter({ hasText: HERS }).innerText()).not.toContain(
          first.leader?.practice,
        );
        await clean(third);
        await third.picture('meeting-08-shown');
      },
    );

    step('the big screen begins each step at its title, and the lead is handed on (SES-03)', async () => {
      await leader.page.setViewportSize({ width: 1024, height: 420 });
      await leader.open(`/bijeenkomst/${meeting.id}/live?scherm=1`);
      await leader.page.getByText(HERS).first().waitFor();
      const main = leader.page.getByRole('main');
      await main.evaluate((frame) => frame.scrollTo({ top: frame.scrollHeight }));
      expect(await main.evaluate((frame) => frame.scrollTop)).toBeGreaterThan(0);
      await leader.press('ArrowRight');
      await leader.heading('Oordelen bespreken').waitFor();
      expect(await main.evaluate((frame) => frame.scrollTop)).toBe(0);
      await clean(leader);
      await leader.page.setViewportSize({ width: 1440, height: 900 });
      await leader.open(`/bijeenkomst/${meeting.id}/live`);
      const lead = async (from: Visitor, to: string): Promise<void> => {
        await from.click(from.button('Rollen wijzigen').first());
        await from.page.getByLabel('Gespreksleider', { exact: true }).selectOption({ label: to });
        await confirm(from, 'Rollen bewaren');
      };
      const theirs = first.members.find(({ name }) => name !== 'De Linde' && name !== first.leader?.practice);
      await lead(leader, theirs?.name ?? '');
      await third.button('Volgende stap').first().waitFor();
      await lead(third, first.leader?.practice ?? '');
      await third.button('Volgende stap').first().waitFor({ state: 'detached' });
      await third.heading('Oordelen bespreken').waitFor();
    });

    step('agreements and insights are typed once, and the meeting closes (SES-08, GRP-14)', async () => {
      const action = leader.page.getByRole('textbox', { name: 'Nieuwe actie' }).first();
      await action.fill(ACTION);
      await leader.page.getByRole('combobox', { name: 'Wie' }).first().fill('Linde');
      await leader.page.getByRole('option', { name: 'De Linde', exact: true }).click();
      await leader.click(leader.button('Over een maand').first());
      await leader.click(leader.button('Actie toevoegen').first());
      const insight = leader.page.getByRole('textbox', { name: 'Nieuw inzicht' }).first();
      await insight.fill(INSIGHT);
      await insight.press('Enter');
      await leader.page.getByText(INSIGHT).first().waitFor();
      await third.page.getByText(ACTION).first().waitFor();
      // she who was gone is back
      await noor.picture('meeting-09-noor');
      await leader.button(/^3 ?van /).waitFor();
      await leader.click(leader.button('Afronden').first());
      await leader.heading('Afronden in vijf minuten').waitFor();
      await clean(leader);
      await leader.picture('meeting-09-closing', { whole: true });
      await leader.click(leader.button('Bijeenkomst afsluiten').first());
      await confirm(leader, 'Afsluiten');
      for (const visitor of everybody()) await visitor.heading('Dank u wel').waitFor();
      for (const visitor of everybody()) await clean(visitor);
      await noor.picture('meeting-10-ended', { whole: true });
      // tomorrow everybody who was there is asked how it was
      const asked = await eventually('the evaluation', async () => {
        const rows = await behind<{ email: string }>(
          product.dataDir,
          `select p.email from invitation i join person p on p.id = i.person_id where i.occasion_id = '${meeting.id}'`,
        );
        return rows.length > 0 && rows.map(({ email }) => email);
      });
      expect(asked).toContain(NOOR);
    });

    step('an insight leaves the group only with the yes of every practice (LOOP-01, BES-04)', async () => {
      await leader.open(`/bijeenkomst/${meeting.id}`);
      await leader.click(leader.button('Inzicht delen'));
      await leader.page.getByLabel('Welk inzicht?').selectOption({ label: INSIGHT });
      await leader.page.getByLabel('De zin die de groep verlaat').fill(SHARED);
      await leader.click(leader.button('Vraag alle praktijken'));
      await leader.page
        .getByText(/van \d praktijken/)
        .first()
        .waitFor();
      const region = async (): Promise<string> =>
        JSON.stringify(await ask<unknown>(coordinator, '/api/outcomes'));
      expect(await region()).not.toContain(SHARED);
      const answer = async (visitor: Visitor): Promise<void> => {
        await visitor.click(visitor.page.getByRole('button', { name: 'Ja', exact: true }).first());
        await visitor.settled();
      };
      await answer(leader);
      for (const visitor of [noor, third]) {
        await visitor.open(`/bijeenkomst/${meeting.id}`);
        await answer(visitor);
      }
      expect(await region()).not.toContain(SHARED);
      // those who were not online today come by the link of their invitation
      old = new Set();
      for (const address of others.slice(1)) {
        const visitor = await Visitor.arrive(browser, product.url);
        await followMail(visitor, address, /^Verplaatst naar/);
        const { outcomes } = await ask<MeetingOutcomesView>(visitor, `/api/meetings/${meeting.id}/outcomes`);
        const waits = outcomes.some(({ own }) => own.some((one) => one.answer === null));
        if (waits) await answer(visitor);
        await visitor.leave();
      }
      await leader.page
        .getByText(/^Gedeeld met de regio/)
        .first()
        .waitFor();
      expect(await region()).toContain(SHARED);
      await clean(leader);
      await leader.picture('meeting-11-meeting', { whole: true });
    });

    step('the next meeting begins with what was agreed (SES-09)', async () => {
      await leader.open(`/intervisie/bijeenkomsten/nieuw?groep=${meeting.groupId}`);
      const on = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
      await leader.page.getByRole('textbox', { name: 'Datum', exact: true }).fill(on);
      await leader.click(leader.button('Plannen en uitnodigen'));
      await leader.page.waitForURL(/\/bijeenkomst\/[0-9a-f-]{36}$/);
      await leader.heading('Vorige keer afgesproken').waitFor();
      await leader.page.getByText(ACTION).first().waitFor();
      await clean(leader);
      await leader.picture('meeting-12-next', { whole: true });
      const { items } = await ask<Page<MeetingSummaryView>>(coordinator, '/api/meetings');
      expect(items.some(({ groupId }) => groupId === meeting.groupId)).toBe(true);
      for (const visitor of [...everybody(), coordinator]) expect(visitor.complaints).toEqual([]);
    });
  },
);
