import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { DateAnswer, Language, StayWish } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Database, found, type Actor } from '#libs/platform';
import { writeDutchCsv, writeXlsx, type CellValue, type ColumnSpec } from '#libs/tabular';
import { canManageRounds } from '../intervision.policy.js';
import { ParticipantsQueries, type AnswerRow } from '../rounds/participants.queries.js';
import type { RoundDate } from '../rounds/round-date.entity.js';
import { answerPageOf, RoundsQueries } from '../rounds/rounds.queries.js';
import { ZONE } from '../rounds/rounds.rules.js';
import { MOST_RANKED } from './answers.rules.js';

const WORDS = {
  nl: {
    sheet: 'Antwoorden',
    practice: 'Praktijk',
    agb: 'AGB-code',
    district: 'HAGRO',
    state: 'Stand',
    choice: 'Keus',
    excluded: 'Liever niet',
    motivation: 'Motivatie (1-5)',
    stay: 'Bij partners blijven',
    canLead: 'Kan een groep leiden',
    leader: 'Gespreksleider',
    via: 'Gegeven via',
    submitted: 'Verstuurd op',
    states: {
      unanswered: 'geen antwoord',
      started: 'begonnen',
      submitted: 'verstuurd',
      'without-answer': 'doet mee zonder antwoord',
      'not-taking-part': 'doet niet mee',
    },
    dates: { yes: 'ja', maybe: 'als het moet', no: 'nee' } satisfies Record<DateAnswer, string>,
    stays: { yes: 'ja', neutral: 'maakt niet uit', no: 'liever niet' } satisfies Record<StayWish, string>,
    vias: { link: 'link', account: 'account', phone: 'telefoon' },
  },
  en: {
    sheet: 'Answers',
    practice: 'Practice',
    agb: 'AGB code',
    district: 'District',
    state: 'State',
    choice: 'Choice',
    excluded: 'Rather not',
    motivation: 'Motivation (1-5)',
    stay: 'Stay with partners',
    canLead: 'Can lead a group',
    leader: 'Discussion leader',
    via: 'Given by',
    submitted: 'Sent on',
    states: {
      unanswered: 'no answer',
      started: 'started',
      submitted: 'sent',
      'without-answer': 'takes part without answer',
      'not-taking-part': 'does not take part',
    },
    dates: { yes: 'yes', maybe: 'if needed', no: 'no' } satisfies Record<DateAnswer, string>,
    stays: { yes: 'yes', neutral: 'no preference', no: 'rather not' } satisfies Record<StayWish, string>,
    vias: { link: 'link', account: 'account', phone: 'phone' },
  },
};

export interface AnswersFile {
  name: string;
  type: string;
  body: Buffer;
}

/** All answers of a round as a file for the coordinator (XCT-05). Every export is in the audit log. */
@Injectable()
export class AnswersExportService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rounds: RoundsQueries,
    private readonly participants: ParticipantsQueries,
  ) {}

  async file(actor: Actor, roundId: string, format: 'xlsx' | 'csv'): Promise<AnswersFile> {
    allow(canManageRounds(actor));
    const { round, columns, rows } = await this.database.transaction(actor, async () => {
      found((await this.rounds.visible(actor, roundId)) || null, 'round');
      const round = await this.rounds.one(roundId);
      const { themes, dates } = await this.rounds.contents(roundId);
      const answers = await this.participants.answers(roundId, answerPageOf(themes, dates));
      const live = dates.filter((date) => !date.archivedAt);
      const themeNames = new Map(themes.map((theme) => [theme.id, theme.name]));
      this.audit.record(actor, {
        event: 'round.answers-exported',
        action: 'R',
        subjectKind: 'round',
        subjectId: roundId,
        detail: { format, practices: answers.length },
      });
      return {
        round: round.name,
        columns: columnsOf(actor.language, live),
        rows: answers.map((row) => cellsOf(actor.language, row, live, themeNames)),
      };
    });
    const name = `${WORDS[actor.language].sheet.toLowerCase()}-${slug(round)}.${format}`;
    if (format === 'csv')
      return { name, type: 'text/csv; charset=utf-8', body: writeDutchCsv(columns, rows) };
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await writeXlsx({ sheets: [{ name: WORDS[actor.language].sheet, columns, rows }] }),
    };
  }
}

function columnsOf(language: Language, dates: RoundDate[]): ColumnSpec[] {
  const words = WORDS[language];
  const text = (heading: string): ColumnSpec => ({ heading, type: 'text' });
  return [
    text(words.practice),
    text(words.agb),
    text(words.district),
    text(words.state),
    ...Array.from({ length: MOST_RANKED }, (_, index) => text(`${words.choice} ${index + 1}`)),
    text(words.excluded),
    ...dates.map(({ date, startTime }) => text(`${date.split('-').reverse().join('-')} ${startTime}`)),
    { heading: words.motivation, type: 'integer' },
    text(words.stay),
    { heading: words.canLead, type: 'boolean' },
    text(words.leader),
    text(words.via),
    { heading: words.submitted, type: 'date' },
  ];
}

function cellsOf(
  language: Language,
  row: AnswerRow,
  dates: RoundDate[],
  themes: ReadonlyMap<string, string>,
): CellValue[] {
  const words = WORDS[language];
  const named = (themeId: string | undefined): CellValue => (themeId ? themes.get(themeId) : null);
  return [
    row.name,
    row.agb,
    row.district,
    words.states[row.state],
    ...Array.from({ length: MOST_RANKED }, (_, index) => named(row.ranked[index])),
    row.excluded.map((themeId) => themes.get(themeId)).join(', ') || null,
    // an empty cell is "not answered", which is not "no"
    ...dates.map((date) => {
      const answer = row.dates[date.id];
      return answer ? words.dates[answer] : null;
    }),
    row.motivation,
    row.stay ? words.stays[row.stay] : null,
    row.canLead,
    row.leader,
    row.via ? words.vias[row.via] : null,
    row.submittedAt ? localDay(row.submittedAt) : null,
  ];
}

const localDay = (instant: string): string => DateTime.fromISO(instant, { zone: ZONE }).toISODate() as string;

/** A file name without spaces or accents (journeys D8). */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'ronde';
