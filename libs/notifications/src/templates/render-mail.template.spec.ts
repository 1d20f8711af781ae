import { describe, expect, it } from '@jest/globals';
import { mailText } from './mail-texts.template.js';
import { renderMail, type MailContext } from './render-mail.template.js';
import type { CalendarEntry, MailParams, MailTemplate } from './template-params.template.js';

const calendar: CalendarEntry = {
  method: 'REQUEST',
  uid: 'group-1@leerkring',
  sequence: 2,
  startsAt: '2027-02-09T18:30:00Z',
  endsAt: '2027-02-09T20:00:00Z',
  timeZone: 'Europe/Amsterdam',
  summary: 'Intervisie Groep 3: Kwetsbare ouderen',
  description: 'Thema: Kwetsbare ouderen; leider, materiaal',
  location: 'Praktijk Oude Sluis, Vlierdam',
};
const session = {
  taskLinkId: 't',
  department: 'Dermatologie',
  startsAt: calendar.startsAt,
  endsAt: calendar.endsAt,
};
const meeting = {
  taskLinkId: 't',
  practice: 'De Linde',
  group: 'Groep 3',
  title: 'Ouderen',
  startsAt: calendar.startsAt,
  endsAt: calendar.endsAt,
  location: 'Praktijk Oude Sluis, Vlierdam',
  meetingLink: 'https://teams.example/abc',
  leader: 'T. Zandwijk',
  calendar,
};
const samples: { [T in MailTemplate]: MailParams[T] } = {
  'sign-in': { signInId: 's' },
  confirmation: { confirmationId: 'c', practice: 'De Linde', group: 'Groep 3', mark: 'a1b2c3d4e5f6' },
  welcome: { region: 'Vlierstreek' },
  'mail-test': { region: 'Vlierstreek' },
  'round-invitation': {
    taskLinkId: 't',
    round: 'intervisie 2027',
    practice: 'De Linde',
    introduction: 'Welkom.',
    deadline: '2026-11-06T16:00:00Z',
    minutes: 3,
  },
  'action-due': { taskLinkId: 't', practice: 'De Linde', deadline: '2026-12-18T22:59:00Z', when: 'soon' },
  'outcome-consent': {
    taskLinkId: 't',
    practice: 'De Linde',
    group: 'Groep 3',
    deadline: '2026-12-18T19:00:00Z',
    minutes: 1,
  },
  'agreement-accept': {
    taskLinkId: 't',
    groupId: 'g',
    group: 'Groep 3',
    practice: 'De Linde',
    because: 'edited',
  },
  'meeting-pack': {
    meetingId: 'm',
    group: 'Groep 3',
    title: 'Kwetsbare ouderen',
    startsAt: '2027-02-09T18:30:00Z',
  },
  'referral-review': { taskLinkId: 't', practice: 'De Linde', about: 'review', time: '12:30', minutes: 10 },
  'round-reminder': {
    taskLinkId: 't',
    round: 'intervisie 2027',
    practice: 'De Linde',
    deadline: '2026-11-06T16:00:00Z',
    minutes: 3,
  },
  'group-published': {
    taskLinkId: 't',
    round: 'intervisie 2027',
    practice: 'De Linde',
    group: 'Groep 3',
    theme: 'Ouderen',
    startsAt: calendar.startsAt,
    endsAt: calendar.endsAt,
    leader: 'T. Zandwijk',
    members: ['De Linde', 'De Kade', 'Vlierhof'],
    why: { nl: 'Uw eerste keus.', en: 'Your first choice.' },
    calendar,
  },
  'group-changed': {
    taskLinkId: 't',
    round: 'intervisie 2027',
    practice: 'De Linde',
    group: 'Groep 3',
    theme: 'Ouderen',
    startsAt: calendar.startsAt,
    endsAt: calendar.endsAt,
    leader: null,
    joined: ['De Kade'],
    left: ['Vlierhof'],
    calendar,
  },
  'date-poll': {
    taskLinkId: 't',
    practice: 'De Linde',
    group: 'Groep 3',
    title: 'Ouderen',
    starts: ['2027-02-09T18:30:00Z', '2027-02-16T18:30:00Z'],
    deadline: '2027-01-22T16:00:00Z',
    minutes: 1,
  },
  'date-poll-reminder': {
    taskLinkId: 't',
    practices: ['De Linde'],
    group: 'Groep 3',
    title: 'Ouderen',
    open: 2,
    why: 'open',
    deadline: '2027-01-22T16:00:00Z',
    minutes: 1,
  },
  'date-poll-proposal': {
    pollId: 'p',
    group: 'Groep 3',
    title: 'Ouderen',
    why: 'complete',
    startsAt: '2027-02-09T18:30:00Z',
    reason: { nl: 'Alle zes praktijken kunnen.', en: 'All six practices are able to come.' },
  },
  'date-poll-missed': {
    taskLinkId: 't',
    practice: 'De Linde',
    group: 'Groep 3',
    title: 'Ouderen',
    startsAt: '2027-02-09T18:30:00Z',
    endsAt: '2027-02-09T20:00:00Z',
  },
  'meeting-planned': meeting,
  'meeting-changed': { ...meeting, from: '2027-02-02T18:30:00Z' },
  'meeting-cancelled': {
    practice: 'De Linde',
    group: 'Groep 3',
    title: 'Ouderen',
    startsAt: calendar.startsAt,
    why: 'cancelled',
    calendar: { ...calendar, method: 'CANCEL' },
  },
  'evaluation-invitation': {
    invitationId: 'i',
    title: { nl: 'Dialoogsessie Dermatologie', en: 'Dialogue session Dermatology' },
    minutes: 1,
    deadline: '2026-11-06T08:00:00Z',
    anonymity: 'anonymous',
  },
  'evaluation-reminder': {
    invitationId: 'i',
    title: { nl: 'Waardeonderzoek', en: 'Value survey' },
    minutes: 8,
    deadline: '2026-11-06T08:00:00Z',
    anonymity: 'confidential',
  },
  'remark-answered': {
    practiceId: '01912f4e-0000-7000-8000-00000000000a',
    practice: 'De Linde',
    measure: { code: 'VERW', title: { nl: 'Verwijzingen per 1.000', en: 'Referrals per 1,000' } },
    item: { code: 'A&B', name: 'Dermatologie' },
    from: '2025-10-01',
    kind: 'dispute',
    verdict: 'accepted',
  },
  'group-left': {
    round: 'intervisie 2027',
    practice: 'De Linde',
    group: 'Groep 3',
    startsAt: calendar.startsAt,
    calendar: { ...calendar, method: 'CANCEL', sequence: 3 },
  },
  'department-vote': {
    taskLinkId: 't',
    year: 2027,
    practice: 'De Linde',
    deadline: '2026-11-06T16:00:00Z',
    most: 3,
    minutes: 1,
  },
  'agenda-dates': {
    taskLinkId: 't',
    year: 2027,
    starts: [calendar.startsAt],
    departments: ['Dermatologie', 'Cardiologie'],
  },
  'department-dates': {
    taskLinkId: 't',
    year: 2027,
    department: 'Dermatologie',
    starts: [calendar.startsAt],
    deadline: '2026-11-06T16:00:00Z',
  },
  'department-placed': {
    year: 2027,
    department: 'Dermatologie',
    startsAt: calendar.startsAt,
    endsAt: calendar.endsAt,
  },
  'session-invitation': {
    ...session,
    practice: 'De Linde',
    introduction: null,
    questionsUntil: '2027-01-12T08:00:00Z',
    minutes: 4,
  },
  'session-reminder': {
    ...session,
    practice: 'De Linde',
    questionsUntil: '2027-01-12T08:00:00Z',
    registered: true,
    questions: 2,
  },
  'session-registered': { ...session, practice: 'De Linde', calendar },
  'session-changed': { ...session, practice: 'De Linde', calendar },
  'session-choose': { ...session, practice: 'De Linde', minutes: 1 },
  'session-waiting': { ...session, practice: 'De Linde', place: 2 },
  'session-left': {
    department: 'Dermatologie',
    startsAt: calendar.startsAt,
    practice: 'De Linde',
    why: 'replaced',
    calendar: { ...calendar, method: 'CANCEL', sequence: 3 },
  },
  'question-returned': { ...session, practice: 'De Linde', minutes: 2 },
  'session-practical': { ...session, questions: 12, meetingLink: 'https://teams.example/1' },
  'specialist-questions': { ...session, questions: 12, practices: 9, minutes: 45 },
  'specialist-reminder': { ...session, prepared: 3, questions: 12 },
  'handout-check': { ...session, deadline: '2027-02-16T16:00:00Z', minutes: 5 },
  'handout-published': { ...session, practice: 'De Linde', questions: 12 },
};
const context: MailContext = {
  region: 'Huisartsen Vlierstreek',
  publicUrl: 'https://leerkring.example',
  organiser: { name: 'Huisartsen Vlierstreek', email: 'programma@vlierstreek.example' },
  to: { name: 'Noor Veldman', email: 'noor@praktijk.example' },
  issuedAt: new Date('2026-11-01T10:00:00Z'),
  links: {
    signIn: () => ({ path: '/aanmelden/link/TOKEN', code: '012345' }),
    confirmation: () => '654321',
    task: () => '/taak/TOKEN',
    evaluation: () => '/evaluatie/TOKEN',
  },
};
const every = (Object.keys(samples) as MailTemplate[]).flatMap((template) => [
  [template, 'nl'] as const,
  [template, 'en'] as const,
]);

describe('mails (XCT-03, D8)', () => {
  it.each(every)('%s in %s has a subject, a text twin and at most one button', (template, language) => {
    const mail = renderMail(template, language, samples[template], context);
    expect(mail.subject.length).toBeGreaterThan(8);
    expect((mail.html.match(/<a /g) ?? []).length).toBeLessThanOrEqual(1);
    const button = mailText(
      template,
      language,
      samples[template] as never,
      context.links,
      context.issuedAt,
    ).button;
    if (button) expect(mail.text).toContain(`https://leerkring.example${button.path}`);
    expect(mail.html + mail.text).not.toMatch(/undefined|null|\[object/);
    expect(mail.html).toContain(`lang="${language}"`);
  });

  it('says minutes and deadline where it asks something (XCT-08)', () => {
    const { text } = renderMail('round-invitation', 'nl', samples['round-invitation'], context);
    expect(text).toContain('ongeveer 3 minuten');
    expect(text).toContain('vr 6 november 2026, 17.00 uur');
  });

  it.each(['nl', 'en'] as const)('says in %s what is promised about names (SUR-15)', (language) => {
    const said = (anonymity: 'anonymous' | 'confidential' | 'named') =>
      renderMail(
        'evaluation-invitation',
        language,
        { ...samples['evaluation-invitation'], anonymity },
        context,
      ).text;
    expect(said('anonymous')).toMatch(/anoniem|anonymous/);
    expect(said('confidential')).toMatch(/vertrouwelijk|confidential/);
    expect(said('named')).not.toMatch(/anoniem|anonymous|vertrouwelijk|confidential/);
    expect(said('named')).toMatch(/uw naam|your name/);
  });

  it('links an evaluation by its own token and says when and how long (DIA-15)', () => {
    const mail = renderMail('evaluation-invitation', 'nl', samples['evaluation-invitation'], context);
    expect(mail.subject).toBe(
      'Geef uw mening vóór vr 6 november 2026, 09.00 uur: Dialoogsessie Dermatologie',
    );
    expect(mail.text).toContain('https://leerkring.example/evaluatie/TOKEN');
    expect(mail.text).toContain('ongeveer 1 minuut.');
  });

  it('says what a code signs, and for how long (models/disclosure §2.7)', () => {
    const { text } = renderMail('confirmation', 'nl', samples.confirmation, context);
    expect(text).toContain('Uw code: 654321');
    expect(text).toContain('Kenmerk van de afspraak: a1b2c3d4e5f6');
    expect(text).toMatch(/De Linde[^]*Groep 3[^]*tien minuten/);
  });

  it('leads from the answer to a remark to the figure, and carries neither (MIR-03)', () => {
    const mail = renderMail('remark-answered', 'nl', samples['remark-answered'], context);
    expect(mail.subject).toBe('Uw melding over een cijfer is beantwoord');
    expect(mail.text).toContain(
      'https://leerkring.example/spiegel?praktijk=01912f4e-0000-7000-8000-00000000000a&maat=VERW&onderdeel=A%26B&vanaf=2025-10-01',
    );
    expect(mail.text).toContain('geeft u gelijk');
    const said = (verdict: 'answered' | 'declined') =>
      renderMail('remark-answered', 'en', { ...samples['remark-answered'], verdict }, context).text;
    expect(said('answered')).toContain('has answered');
    expect(said('declined')).toContain('stays as it is');
  });

  it.each([
    [
      '2027-02-08T08:00:00Z',
      'Morgen: dialoogsessie Dermatologie, di 9 februari 2027',
      'Tomorrow: dialogue session',
    ],
    [
      '2027-02-09T08:00:00Z',
      'Vandaag: dialoogsessie Dermatologie, di 9 februari 2027',
      'Today: dialogue session',
    ],
    // a quarter past midnight, local time, of the day before
    [
      '2027-02-07T23:15:00Z',
      'Morgen: dialoogsessie Dermatologie, di 9 februari 2027',
      'Tomorrow: dialogue session',
    ],
    [
      '2027-02-07T22:45:00Z',
      'Dialoogsessie Dermatologie, di 9 februari 2027',
      'Dialogue session Dermatologie',
    ],
    [
      '2027-02-02T08:00:00Z',
      'Dialoogsessie Dermatologie, di 9 februari 2027',
      'Dialogue session Dermatologie',
    ],
  ])('names the day of a session only from near by: planned at %s (DIA-06)', (issuedAt, nl, en) => {
    const said = (language: 'nl' | 'en') =>
      renderMail('session-practical', language, samples['session-practical'], {
        ...context,
        issuedAt: new Date(issuedAt),
      }).subject;
    expect(said('nl').startsWith(nl)).toBe(true);
    expect(said('en').startsWith(en)).toBe(true);
  });

  it('tells a specialist of a session in words of their own', () => {
    const audience = 'specialist' as const;
    const changed = renderMail('session-changed', 'nl', { ...samples['session-changed'], audience }, context);
    expect(changed.text).not.toMatch(/collega|meld u af/);
    expect(changed.text).toContain('Wat u voorbereidde blijft staan.');
    const off = { ...samples['session-left'], why: 'cancelled' as const, practice: '', audience };
    const left = renderMail('session-left', 'nl', off, context);
    const removed = { ...off, why: 'removed' as const };
    expect(renderMail('session-left', 'nl', removed, context).text).toContain('niet meer als specialist');
    expect(renderMail('session-left', 'en', removed, context).text).toContain('no longer a specialist');
    expect(left.subject).toContain('Gaat niet door');
    expect(left.text).toContain('U hoeft niets meer voor te bereiden.');
    expect(left.calendar?.method).toBe('CANCEL');
    expect(renderMail('session-left', 'en', { ...off, calendar: null }, context).text).not.toContain(
      'calendar',
    );
  });

  it.each(['nl', 'en'] as const)(
    'asks in %s for other words, kindly and without any (DIA-20)',
    (language) => {
      const { text } = renderMail('question-returned', language, samples['question-returned'], context);
      expect(text).toMatch(
        /Dank voor uw vraag namens De Linde|Thank you for your question on behalf of De Linde/,
      );
      expect(text).toContain('https://leerkring.example/taak/TOKEN');
    },
  );

  it('tells a department which date it became, or that there is none (DIA-03)', () => {
    const sample = samples['department-placed'];
    const placed = renderMail('department-placed', 'nl', sample, context);
    expect(placed.text).toContain('U krijgt de vragen vier weken van tevoren.');
    expect(placed.text).toContain('Wanneer: di 9 februari 2027, 19.30 tot');
    const none = renderMail('department-placed', 'en', { ...sample, startsAt: null, endsAt: null }, context);
    expect(none.subject).toBe('Dialogue session Dermatologie: no date this year');
    expect(none.text).not.toContain('questions');
  });

  it('shows the six-digit code beside the sign-in button', () => {
    expect(renderMail('sign-in', 'nl', samples['sign-in'], context).text).toContain('Uw code: 012345');
  });
});

describe('calendar files (feature 12)', () => {
  const file = (template: 'group-published' | 'group-left') =>
    renderMail(template, 'nl', samples[template], context).calendar?.content ?? '';

  it('keeps local time in Europe/Amsterdam with its own VTIMEZONE and yearly rules from 1970', () => {
    const content = file('group-published');
    expect(content).toContain('DTSTART;TZID=Europe/Amsterdam:20270209T193000');
    expect(content).toContain('BEGIN:VTIMEZONE');
    expect(content).toMatch(/DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU/);
    expect(content).not.toContain('RDATE');
  });

  it('stamps in UTC, as RFC 5545 asks, while the meeting keeps its local time', () => {
    expect(file('group-published')).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
  });

  it('carries the stable UID, the sequence and the receiver alone', () => {
    const content = file('group-published').replace(/\r\n[ \t]/g, '');
    expect(content).toContain('METHOD:REQUEST');
    expect(content).toContain('UID:group-1@leerkring');
    expect(content).toContain('SEQUENCE:2');
    expect(content.match(/ATTENDEE/g)).toHaveLength(1);
    expect(content).toContain('noor@praktijk.example');
  });

  it('cancels with the same UID and a higher sequence', () => {
    const content = file('group-left');
    expect(content).toContain('METHOD:CANCEL');
    expect(content).toContain('STATUS:CANCELLED');
    expect(content).toContain('UID:group-1@leerkring');
    expect(content).toContain('SEQUENCE:3');
  });

  it('uses CRLF and lines of at most 75 bytes (RFC 5545)', () => {
    const lines = file('group-published').split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file('group-published').replace(/\r\n/g, '')).not.toContain('\n');
  });
});
