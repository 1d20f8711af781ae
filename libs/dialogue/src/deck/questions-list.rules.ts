import type { PaperBlock, PaperSpec } from '#libs/documents';
import { dateTimeWords } from '#libs/notifications';
import type { BoardQuestion } from '../questions/board.queries.js';
import { isPrepared, type PlannedPart } from '../specialist/preparation.rules.js';
import type { SessionDeck } from './session-deck.rules.js';
import { sessionWords, type SessionWords } from './session-words.template.js';

/** The questions on paper, for who prepares with a pen (journeys D4): per category in order, with what was noted so far. */
export function questionsList(session: SessionDeck): PaperSpec {
  const words = sessionWords(session.language);
  const all = session.parts.flatMap(({ questions }) => questions);
  const practices = new Set(all.flatMap(({ practiceIds }) => practiceIds)).size;
  let asked = 0;
  const parts = session.parts.flatMap((part) => {
    const before = asked;
    asked += part.questions.length;
    return part.questions.length > 0 ? partBlocks(part, before, words) : [];
  });
  return {
    language: session.language,
    title: words.listTitle(session.department),
    subtitle: dateTimeWords(session.startsAt.toISOString(), session.language),
    organisation: session.region,
    madeAt: session.madeAt,
    blocks: [
      {
        kind: 'paragraph',
        text:
          all.length > 0 ? words.listLead(words.counted.questions(all.length), practices) : words.listEmpty,
      },
      ...parts,
    ],
  };
}

function partBlocks(part: PlannedPart, before: number, words: SessionWords): PaperBlock[] {
  const name = part.name.trim() || (part.kind === 'department' ? words.ownPart : words.loose);
  return [
    { kind: 'heading', level: 1, text: `${name} (${words.counted.minutes(part.minutes)})` },
    ...part.questions.flatMap((question, index) => questionBlocks(question, before + index + 1, words)),
  ];
}

function questionBlocks(question: BoardQuestion, number: number, words: SessionWords): PaperBlock[] {
  const { answer } = question;
  const told = [
    words.askedBy(question.practiceIds.length),
    ...(question.late ? [words.notes.late.replace(/\.$/, '')] : []),
    ...(answer.timing ? [words.timing[answer.timing]] : []),
  ];
  const noted = [
    { name: words.columns.tooEarly, value: answer.tooEarly.trim() },
    { name: words.columns.onTime, value: answer.onTime.trim() },
    { name: words.columns.tooLate, value: answer.tooLate.trim() },
    { name: words.notes.answer, value: answer.note.trim() },
  ].filter(({ value }) => value !== '');
  const written: PaperBlock[] = noted.length > 0 ? [{ kind: 'definitions', rows: noted }] : [];
  return [
    { kind: 'heading', level: 2, text: `${number}. ${question.text}` },
    { kind: 'paragraph', tone: 'quiet', text: told.join(' · ') },
    ...(isPrepared(answer) ? written : [{ kind: 'paragraph' as const, text: words.circle }]),
  ];
}
