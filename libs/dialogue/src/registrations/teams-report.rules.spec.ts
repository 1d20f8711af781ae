import { describe, expect, it } from '@jest/globals';
import { matchRow, momentIn, readReport, type ReportPerson } from './teams-report.rules.js';

const START = new Date('2027-02-09T18:30:00Z');
const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const ENGLISH = [
  '1. Summary',
  'Meeting title\tDialoogsessie Cardiologie',
  'Attended participants\t2',
  'Start time\t2/9/27, 7:20:01 PM',
  '',
  '2. Participants',
  'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
  'Anna de Wit\t2/9/27, 7:28:00 PM\t2/9/27, 8:31:00 PM\t43m\tanna@linde.example\tanna@linde.example\tPresenter',
  '',
  '3. In-Meeting Activities',
  'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
  'Anna de Wit\t2/9/27, 7:28:00 PM\t2/9/27, 7:50:00 PM\t22m\tanna@linde.example\tPresenter',
  'Anna de Wit\t2/9/27, 8:10:00 PM\t2/9/27, 8:31:00 PM\t21m\tanna@linde.example\tPresenter',
  'Bram Smit (Gast)\t2/9/27, 7:31:00 PM\t2/9/27, 8:30:00 PM\t59m\t\tAttendee',
].join('\r\n');
const DUTCH = [
  'Volledige naam;Tijdstip van deelname;Tijdstip van verlaten;Duur;E-mail;Rol',
  'Anna de Wit;9-2-2027 19:28:00;9-2-2027 20:31:00;1u 3m;anna@linde.example;Deelnemer',
].join('\n');
const iso = (moment: Date | null | undefined) => moment?.toISOString() ?? null;

describe('an attendance report of Teams (feature 30)', () => {
  it('takes single stays from UTF-16 with a summary above, with the line they stand on', async () => {
    const rows = await readReport(utf16(ENGLISH), START);
    expect(
      rows.map(({ row, name, email, joinedAt, leftAt }) => [row, name, email, iso(joinedAt), iso(leftAt)]),
    ).toEqual([
      [12, 'Anna de Wit', 'anna@linde.example', '2027-02-09T18:28:00.000Z', '2027-02-09T18:50:00.000Z'],
      [13, 'Anna de Wit', 'anna@linde.example', '2027-02-09T19:10:00.000Z', '2027-02-09T19:31:00.000Z'],
      [14, 'Bram Smit (Gast)', null, '2027-02-09T18:31:00.000Z', '2027-02-09T19:30:00.000Z'],
    ]);
  });

  it('reads Dutch headings, UTF-8 and semicolons, and UTF-16 without a mark', async () => {
    for (const file of [Buffer.from(DUTCH), Buffer.from(`\ufeff${DUTCH}`), Buffer.from(DUTCH, 'utf16le')]) {
      const [row] = await readReport(file, START);
      expect([row?.name, iso(row?.joinedAt), iso(row?.leftAt)]).toEqual([
        'Anna de Wit',
        '2027-02-09T18:28:00.000Z',
        '2027-02-09T19:31:00.000Z',
      ]);
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'upload.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'upload.unreadable'],
    ['another table', Buffer.from('Naam;Bedrag\nA;1'), 'upload.unreadable'],
  ])('refuses %s', async (_what, file, code) => {
    await expect(readReport(file, START)).rejects.toMatchObject({ code });
  });

  it.each([
    ['9-2-2027 19:28:04', '2027-02-09T18:28:04.000Z'],
    ['09/02/2027 19:28', '2027-02-09T18:28:00.000Z'],
    ['2/9/2027, 7:28:04 PM', '2027-02-09T18:28:04.000Z'],
    ['2/9/27, 7:28:04\u202fPM', '2027-02-09T18:28:04.000Z'],
    ['2/9/2027, 12:05:00 AM', '2027-02-08T23:05:00.000Z'],
    ['2027-02-09T18:28:04Z', '2027-02-09T18:28:04.000Z'],
    ['2027-02-09 19:28:04', '2027-02-09T18:28:04.000Z'],
    ['31-2-2027 19:28', null],
    ['9-2-2027 25:28', null],
    ['straks', null],
    ['', null],
  ])('reads %j as %s', (text, expected) => {
    expect(iso(momentIn(text, START))).toBe(expected);
  });
});

describe('who a line of the report is about', () => {
  const person = (name: string, more: Partial<ReportPerson> = {}): ReportPerson => ({
    personId: name,
    practiceId: 'p',
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@linde.example`,
    registered: false,
    ...more,
  });
  const people = [
    person('Anna de Wit', { registered: true }),
    person('Bram Smit'),
    person('Jan Jansen', { personId: 'one', email: 'jan1@a.example' }),
    person('Jan Jansen', { personId: 'two', email: 'jan2@b.example' }),
    person('Els Bos', { personId: 'here', registered: true }),
    person('Els Bos', { personId: 'elsewhere' }),
  ];
  it.each([
    [{ name: 'Iemand', email: 'ANNA@linde.example' }, 'by-email', 'Anna de Wit'],
    [{ name: 'Wit, Anna de', email: null }, 'by-name', 'Anna de Wit'],
    [{ name: 'Drs. Bram Smit (Extern)', email: 'b@elders.example' }, 'by-name', 'Bram Smit'],
    [{ name: 'Jan Jansen', email: null }, 'ambiguous', undefined],
    [{ name: 'Jan Jansen', email: 'jan2@b.example' }, 'by-email', 'two'],
    [{ name: 'Els Bos', email: null }, 'by-name', 'here'],
    [{ name: 'Anna', email: null }, 'unknown', undefined],
    [{ name: '(Gast)', email: null }, 'unknown', undefined],
  ])('%j: %s %s', (row, verdict, personId) => {
    const match = matchRow(row, people);
    expect(match.verdict).toBe(verdict);
    expect('person' in match ? match.person.personId : undefined).toBe(personId);
  });
});
