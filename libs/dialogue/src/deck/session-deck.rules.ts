import type { Language, OwnPartView } from '#libs/contracts';
import type { BlockSpec, DeckSpec, SlideSpec } from '#libs/documents';
import { dateWords } from '#libs/notifications';
import { ZONE } from '#libs/platform';
import type { BoardQuestion } from '../questions/board.queries.js';
import type { PlannedPart } from '../specialist/preparation.rules.js';
import { sessionWords, type SessionWords } from './session-words.template.js';

/** Everything that the deck of a session is made of. No practice is named in it: their number is all that is read of them. */
export interface SessionDeck {
  language: Language;
  title: string;
  department: string;
  region: string;
  startsAt: Date;
  /** When the file is made. */
  madeAt: Date;
  parts: readonly PlannedPart[];
  ownPart: Pick<OwnPartView, 'tells' | 'misses' | 'process'>;
  contact: {
    phone: string | null;
    phoneHours: string | null;
    adviceConsult: string | null;
    agreementUrl: string | null;
  };
}

/**
 * The hour as slides (DIA-09): the plan, per category a title and a slide for each question, what the department wants to tell, and how
 * to reach it. Every slide has a title of its own and notes for who speaks.
 */
export function sessionDeck(session: SessionDeck): DeckSpec {
  const words = sessionWords(session.language);
  const count = session.parts.reduce((sum, { questions }) => sum + questions.length, 0);
  const hasOwnPart = session.parts.some(({ kind }) => kind === 'department');
  let asked = 0;
  const parts = session.parts.flatMap((part, place) => {
    const before = asked;
    asked += part.questions.length;
    return partSlides(session, words, { part, place, before, count });
  });
  const slides = [
    ...(session.parts.length > 0 ? [planSlide(session, words)] : []),
    ...parts,
    ...(hasOwnPart ? [] : ownPartSlides(session, words, words.ownPart)),
    ...contactSlides(session, words),
  ];
  return {
    language: session.language,
    title: session.title,
    subtitle: [session.department, dateWords(session.startsAt.toISOString(), session.language)].join(' · '),
    organisation: session.region,
    madeAt: session.madeAt,
    slides: titledApart(slides, session.title),
  };
}

function planSlide(session: SessionDeck, words: SessionWords): SlideSpec {
  const rows = session.parts.map((part) => [
    nameOf(part, words),
    part.questions.length,
    part.minutes,
    fromTo(session, part, words),
  ]);
  return {
    title: words.plan,
    subtitle: fromTo(
      session,
      { from: 0, minutes: session.parts.reduce((sum, { minutes }) => sum + minutes, 0) },
      words,
    ),
    blocks: [
      {
        kind: 'table',
        look: 'open',
        summary: words.planSummary,
        columns: [
          { heading: words.part, share: 6 },
          { heading: words.questions, align: 'end', share: 1.3 },
          { heading: words.minutes, align: 'end', share: 1.3 },
          { heading: words.time, share: 2.4 },
        ],
        rows,
      },
    ],
    notes: words.notes.plan,
  };
}

interface Place {
  part: PlannedPart;
  /** Of the part in the hour, from 0. */
  place: number;
  /** Questions before this part, and in all. */
  before: number;
  count: number;
}

function partSlides(session: SessionDeck, words: SessionWords, at: Place): SlideSpec[] {
  const { part, place } = at;
  const name = nameOf(part, words);
  const told = [
    fromTo(session, part, words),
    words.counted.minutes(part.minutes),
    ...(part.questions.length > 0 ? [words.counted.questions(part.questions.length)] : []),
  ];
  const opening: SlideSpec = {
    look: 'statement',
    kicker: words.partOf(place + 1, session.parts.length),
    title: name,
    subtitle: told.join(' · '),
    blocks: [],
    notes: timeNote(session, words, part),
  };
  return [
    opening,
    ...part.questions.map((question, index) =>
      questionSlide(session, words, at, question, at.before + index + 1),
    ),
    ...(part.kind === 'department' ? ownPartSlides(session, words, name) : []),
  ];
}

function questionSlide(
  session: SessionDeck,
  words: SessionWords,
  { part, count }: Place,
  question: BoardQuestion,
  number: number,
): SlideSpec {
  const { answer, mergedFrom } = question;
  const told = [
    words.askedBy(question.practiceIds.length),
    ...(answer.timing ? [words.timing[answer.timing]] : []),
  ];
  const notes = [
    answer.note.trim() && `${words.notes.answer}: ${answer.note.trim()}`,
    mergedFrom > 1 && words.notes.merged(mergedFrom),
    question.late && words.notes.late,
    timeNote(session, words, part),
  ];
  return {
    look: 'statement',
    kicker: `${nameOf(part, words)} · ${words.questionOf(number, count)}`,
    title: question.text,
    subtitle: told.join(' · '),
    blocks: timingBlocks(question, words),
    notes: notes.filter(Boolean).join('\n'),
  };
}

/** Three columns as soon as one of them holds something: an empty one then tells something too. */
function timingBlocks({ answer }: BoardQuestion, words: SessionWords): BlockSpec[] {
  const cells = [answer.tooEarly, answer.onTime, answer.tooLate].map((text) => text.trim());
  if (cells.every((text) => text === '')) return [];
  const { tooEarly, onTime, tooLate } = words.columns;
  return [
    {
      kind: 'table',
      look: 'open',
      summary: words.columnsSummary,
      columns: [tooEarly, onTime, tooLate].map((heading) => ({ heading, share: 1, align: 'start' as const })),
      rows: [cells.map((text) => text || '–')],
    },
  ];
}

function ownPartSlides(session: SessionDeck, words: SessionWords, under: string): SlideSpec[] {
  const { ownPart } = session;
  return (['tells', 'misses', 'process'] as const).flatMap((field): SlideSpec[] =>
    ownPart[field].trim() === ''
      ? []
      : [
          {
            title: words.own[field],
            subtitle: under,
            blocks: [{ kind: 'text', text: ownPart[field] }],
            notes: words.contactLead(session.department),
          },
        ],
  );
}

/** The ways in that are known (DIA-18, DIA-19); no slide without any. */
function contactSlides({ contact, department }: SessionDeck, words: SessionWords): SlideSpec[] {
  const phone = [contact.phone, contact.phoneHours].map((text) => text?.trim()).filter(Boolean);
  const ways = [
    [words.phone, phone.join(', ')],
    [words.adviceConsult, contact.adviceConsult?.trim() ?? ''],
    [words.agreement, contact.agreementUrl?.trim() ?? ''],
  ].filter(([, how]) => how !== '');
  if (ways.length === 0) return [];
  const told = words.contactLead(department);
  return [
    {
      title: words.contact,
      subtitle: told,
      blocks: [
        {
          kind: 'table',
          look: 'open',
          summary: told,
          columns: [
            { heading: words.contactColumns.what, share: 1 },
            { heading: words.contactColumns.how, share: 2 },
          ],
          rows: ways as string[][],
        },
      ],
      notes: told,
    },
  ];
}

const nameOf = ({ name, kind }: PlannedPart, words: SessionWords): string =>
  name.trim() || (kind === 'department' ? words.ownPart : words.loose);

function timeNote(session: SessionDeck, words: SessionWords, part: PlannedPart): string {
  const from = clock(session, part.from, words);
  return words.notes.part(nameOf(part, words), words.counted.minutes(part.minutes), from);
}

function fromTo(
  session: SessionDeck,
  { from, minutes }: { from: number; minutes: number },
  words: SessionWords,
): string {
  return `${clock(session, from, words)} – ${clock(session, from + minutes, words)}`;
}

/** `19.45` or `19:45`, so many minutes after the start. */
function clock({ startsAt }: SessionDeck, minutes: number, words: SessionWords): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(startsAt.getTime() + minutes * 60_000));
  return words.locale === 'nl-NL' ? time.replace(':', '.') : time;
}

/** Letters of a title that decide whether a reader can tell two apart: about what a heading shows before it is shortened. */
const READ = 60;

/** No two slides with the same title (WCAG, and the list of slides): who comes again, or begins alike at length, gets a number in front. */
function titledApart(slides: readonly SlideSpec[], first: string): SlideSpec[] {
  const known = new Map<string, number>([[keyOf(first), 1]]);
  return slides.map((slide) => {
    const key = keyOf(slide.title);
    const times = (known.get(key) ?? 0) + 1;
    known.set(key, times);
    if (times === 1) return slide;
    let number = times;
    while (known.has(keyOf(`${number}. ${slide.title}`))) number += 1;
    const title = `${number}. ${slide.title}`;
    known.set(keyOf(title), 1);
    return { ...slide, title };
  });
}

const keyOf = (title: string): string =>
  [...title.replace(/\s+/g, ' ').trim().toLowerCase()].slice(0, READ).join('');
