import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { deck } from '#libs/documents';
import { readPresentation, type ReadPresentation } from '#libs/testing';
import type { QuestionAnswerView } from '#libs/contracts';
import type { BoardQuestion } from '../questions/board.queries.js';
import { plannedHour } from '../specialist/preparation.rules.js';
import { questionsList } from './questions-list.rules.js';
import { sessionDeck, type SessionDeck } from './session-deck.rules.js';

const EMPTY: QuestionAnswerView = {
  timing: null,
  tooEarly: '',
  onTime: '',
  tooLate: '',
  note: '',
  version: 0,
};
const PRACTICE = '0192f0a0-0000-7000-8000-00000000beef';
let made = 0;

function question(text: string, more: Partial<BoardQuestion> = {}): BoardQuestion {
  made += 1;
  return {
    id: `0192f0a0-0000-7000-8000-${String(made).padStart(12, '0')}`,
    categoryId: null,
    text,
    position: made,
    late: false,
    fate: null,
    sharedAt: new Date('2026-03-17T08:00:00Z'),
    practiceIds: [PRACTICE],
    mergedFrom: 1,
    answer: EMPTY,
    ...more,
  };
}
const category = (name: string, questions: BoardQuestion[], more: object = {}) => ({
  id: name,
  name,
  kind: 'questions' as const,
  position: 1,
  minutes: null,
  questions,
  ...more,
});
const session = (board: Parameters<typeof plannedHour>[0], more: Partial<SessionDeck> = {}): SessionDeck => ({
  language: 'nl',
  title: 'Dialoogsessie Dermatologie',
  department: 'Dermatologie',
  region: 'Huisartsen Vlierstreek',
  startsAt: new Date('2026-04-14T17:30:00Z'),
  madeAt: new Date('2026-04-01T10:00:00Z'),
  parts: plannedHour(board, 60),
  ownPart: { tells: '', misses: '', process: '' },
  contact: { phone: null, phoneHours: null, adviceConsult: null, agreementUrl: null },
  ...more,
});

const MOLE = 'Welke moedervlek moet u dezelfde week zien, en welke kan wachten?';
const FULL = session(
  {
    categories: [
      category('Verdachte plekken', [
        question(MOLE, {
          practiceIds: Array.from({ length: 9 }, (_, n) => `${PRACTICE.slice(0, -1)}${n}`),
          mergedFrom: 3,
          answer: {
            timing: 'too-late',
            tooEarly: 'Veranderde plek zonder alarmtekens: eerst foto en meedenkconsult.',
            onTime: 'Twee of meer alarmtekens: zien binnen een week.',
            tooLate: 'Bloeding of snelle groei: bel dezelfde dag.',
            note: 'Neem de ABCDE-regel door.\nLaat twee foto’s zien.',
            version: 4,
          },
        }),
        question('Wanneer volstaat een foto bij het meedenkconsult?', { late: true }),
      ]),
      category(
        'Eczeem bij kinderen',
        [question('Hoe lang smeren ouders door voordat u het kind wilt zien?')],
        {
          minutes: 15,
        },
      ),
      category('Wat wij willen zeggen', [], { kind: 'department', minutes: 10 }),
    ],
    loose: [question('Wie belt de patiënt met de uitslag?', { practiceIds: [] })],
  },
  {
    ownPart: {
      tells: 'De wachttijd is zes weken.\nSpoed kan dezelfde dag.',
      misses: 'Een foto bij de verwijzing.',
      process: '',
    },
    contact: {
      phone: '0123 456 789',
      phoneHours: 'werkdagen 8.00–17.00 uur',
      adviceConsult: 'Via ZorgDomein, antwoord binnen twee werkdagen.',
      agreementUrl: 'https://voorbeeld.example/afspraken/dermatologie',
    },
  },
);

const all = ({ slides }: ReadPresentation): string =>
  slides
    .flatMap(({ objects, notes }) => [...objects.flatMap(({ text, alt }) => [text, alt]), ...notes])
    .join('\n');
const read = async (described: SessionDeck): Promise<ReadPresentation> =>
  readPresentation(await deck(sessionDeck(described)));
/** What holds for every deck, whatever is in it. */
function sound(result: ReadPresentation): void {
  expect(result.problems).toEqual([]);
  expect(result.width / result.height).toBeCloseTo(16 / 9, 3);
  const titles = result.slides.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  for (const { title, objects } of result.slides) {
    expect(title).not.toBe('');
    for (const { x, y, w, h } of objects) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(result.width + 1000);
      expect(y + h).toBeLessThanOrEqual(result.height + 1000);
    }
  }
}

describe('the deck of a session', () => {
  let result: ReadPresentation;
  beforeAll(async () => {
    const file = await deck(sessionDeck(FULL));
    mkdirSync('test-output', { recursive: true });
    writeFileSync('test-output/dialogue-deck.pptx', file);
    result = await readPresentation(file);
  });

  it('breaks no rule of the format or of accessibility, and every slide has a title of its own (DIA-09, B9)', () => {
    sound(result);
    expect(result.slides.map(({ title }) => title)).toEqual([
      'Dialoogsessie Dermatologie',
      'Zo verdelen wij het uur',
      'Verdachte plekken',
      MOLE,
      'Wanneer volstaat een foto bij het meedenkconsult?',
      'Eczeem bij kinderen',
      'Hoe lang smeren ouders door voordat u het kind wilt zien?',
      'Overige vragen',
      'Wie belt de patiënt met de uitslag?',
      'Wat wij willen zeggen',
      'Wat wij kwijt willen',
      'Wat wij missen in de communicatie',
      'Zo bereikt u ons',
    ]);
  });

  it('plans the hour in a table: questions, minutes and local times that follow each other (DIA-11)', () => {
    const table = result.slides[1]!.objects.find(({ name }) => name.startsWith('Tabel'));
    const cells = table?.text.split('\n') ?? [];
    const rows = Array.from({ length: cells.length / 4 }, (_, row) =>
      cells.slice(row * 4, row * 4 + 4).join(' | '),
    );
    expect(rows).toEqual([
      'Onderdeel | Vragen | Minuten | Tijd',
      'Verdachte plekken | 2 | 23 | 19.30 – 19.53',
      'Eczeem bij kinderen | 1 | 15 | 19.53 – 20.08',
      'Overige vragen | 1 | 12 | 20.08 – 20.20',
      'Wat wij willen zeggen | 0 | 10 | 20.20 – 20.30',
    ]);
    expect(table?.alt).toContain('Per onderdeel het aantal vragen');
  });

  it('shows a question with its number of practices and the three columns, and keeps the answer for the speaker (DIA-12)', () => {
    const { objects, notes } = result.slides[3]!;
    const texts = objects.map(({ text }) => text);
    expect(texts).toContain('Verdachte plekken · Vraag 1 van 4');
    expect(texts).toContain('Gevraagd door 9 praktijken · vaak te laat verwezen');
    expect(texts).toContain(
      'Te vroeg\nOp tijd\nTe laat\nVeranderde plek zonder alarmtekens: eerst foto en meedenkconsult.\nTwee of meer alarmtekens: zien binnen een week.\nBloeding of snelle groei: bel dezelfde dag.',
    );
    expect(notes).toEqual([
      'Antwoord: Neem de ABCDE-regel door.',
      'Laat twee foto’s zien.',
      'Samengevoegd uit 3 vragen.',
      'Verdachte plekken: 23 minuten, vanaf 19.30.',
    ]);
    const late = result.slides[4]!;
    expect(late.objects.some(({ name }) => name.startsWith('Tabel'))).toBe(false);
    expect(late.notes).toContain('Nagekomen vraag.');
    expect(result.slides[8]!.objects.map(({ text }) => text)).toContain('Toegevoegd door de organisatie');
  });

  it('gives every slide behind the cover notes for who speaks', () => {
    for (const { notes } of result.slides.slice(1)) expect(notes.length).toBeGreaterThan(0);
  });

  it('tells how the department is reached (DIA-18, DIA-19)', () => {
    expect(
      result.slides
        .at(-1)!
        .objects.map(({ text }) => text)
        .join('\n'),
    ).toContain('0123 456 789, werkdagen 8.00–17.00 uur');
  });

  it('holds no id of a practice or of a question (DIA-08)', () => {
    expect(all(result)).not.toMatch(/0192f0a0|beef/i);
    expect(JSON.stringify(sessionDeck(FULL))).not.toMatch(/0192f0a0|beef/i);
    expect(JSON.stringify(questionsList(FULL))).not.toMatch(/0192f0a0|beef/i);
  });

  it('speaks the language of its reader', async () => {
    const english = await read({ ...FULL, language: 'en' });
    sound(english);
    expect(english.slides[1]?.title).toBe('How we divide the hour');
    expect(all(english)).toContain('Asked by 9 practices · often referred too late');
    expect(all(english)).toContain('19:30 – 19:53');
    expect(all(english)).not.toMatch(/\b(Vraag|Onderdeel|praktijken|Te vroeg)\b/);
  });
});

describe('any session', () => {
  it('without questions has a cover, and nothing that pretends', async () => {
    const empty = await read(session({ categories: [category('Leeg', [])], loose: [] }));
    sound(empty);
    expect(empty.slides.map(({ title }) => title)).toEqual(['Dialoogsessie Dermatologie']);
  });

  it('with one question has a plan, its part and the question', async () => {
    const one = await read(session({ categories: [category('Plekken', [question('Waarom?')])], loose: [] }));
    sound(one);
    expect(one.slides.map(({ title }) => title)).toEqual([
      'Dialoogsessie Dermatologie',
      'Zo verdelen wij het uur',
      'Plekken',
      'Waarom?',
    ]);
  });

  it('with 120 questions loses none of them, and tells twins apart', async () => {
    const questions = Array.from({ length: 120 }, (_, n) =>
      question(n % 3 === 0 ? 'Wanneer verwijs ik?' : `Wat doe ik bij geval ${n} van dit soort klachten?`),
    );
    const categories = Array.from({ length: 6 }, (_, n) =>
      category(`Onderdeel ${n % 2}`, questions.slice(n * 20, n * 20 + 20), { id: String(n) }),
    );
    const many = await read(session({ categories, loose: [] }));
    sound(many);
    const titles = many.slides.map(({ title }) => title).join('\n');
    for (const [n, { text }] of questions.entries()) if (n % 3 !== 0) expect(titles).toContain(text);
    expect(many.slides.filter(({ title }) => title.endsWith('Wanneer verwijs ik?'))).toHaveLength(40);
    expect(titles).toContain('40. Wanneer verwijs ik?');
  });

  it('takes very long, hostile, emoji and right-to-left text (B9)', async () => {
    const long = Array.from({ length: 600 }, (_, n) => `woord${n}`).join(' ');
    const hostile = 'a\u0000b\u202e <b>&"\' ]]> _x0000_ =1+1 👩‍⚕️😀';
    const noted = { ...EMPTY, tooEarly: long, tooLate: hostile, note: long, timing: 'other' as const };
    const questions = [
      question(long, { answer: noted }),
      question(`${long} `, { answer: noted }),
      question(hostile),
      question('متى أحيل المريض إليكم؟'),
      question('😀'.repeat(400)),
    ];
    const odd = session(
      { categories: [category(long, questions)], loose: [] },
      { ownPart: { tells: `${long}\n${hostile}`, misses: 'שלום', process: long }, title: long },
    );
    const result = await read(odd);
    sound(result);
    const text = all(result);
    for (let n = 0; n < 600; n += 1) expect(text).toMatch(new RegExp(`\\bwoord${n}\\b`));
    expect(text).toContain('متى أحيل المريض إليكم؟');
    expect(text).toContain('👩‍⚕️😀');
  });
});

describe('the list of questions on paper (D4)', () => {
  it('numbers the questions through the parts, with what was noted', () => {
    const { title, blocks } = questionsList(FULL);
    expect(title).toBe('Vragen voor Dermatologie');
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Verdachte plekken (23 minuten)',
      `1. ${MOLE}`,
      '2. Wanneer volstaat een foto bij het meedenkconsult?',
      'Eczeem bij kinderen (15 minuten)',
      '3. Hoe lang smeren ouders door voordat u het kind wilt zien?',
      'Overige vragen (12 minuten)',
      '4. Wie belt de patiënt met de uitslag?',
    ]);
    expect(blocks[0]).toMatchObject({ text: expect.stringContaining('4 vragen van 10 praktijken') });
    expect(blocks.filter(({ kind }) => kind === 'definitions')).toHaveLength(1);
  });

  it('says so when nothing was shared', () => {
    const { blocks } = questionsList(session({ categories: [], loose: [] }));
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'Er zijn nog geen vragen gedeeld.' }]);
  });
});
