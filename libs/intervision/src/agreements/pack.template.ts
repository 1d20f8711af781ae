import type { ActionItemView, Language, MeetingPackView, MethodView, PackCheck } from '#libs/contracts';
import type { PaperBlock, PaperSpec } from '#libs/documents';
import { dateTimeWords, dateWords, fromToWords } from '#libs/notifications';
import { endOfDay } from '../actions/action-dates.rules.js';

const WORDS = {
  nl: {
    title: (group: string) => `Voorbereiding ${group}`,
    when: 'Wanneer',
    where: 'Waar',
    theme: 'Thema',
    case: 'Brengt een casus in',
    nobody: 'nog niemand',
    met: (n: number) =>
      n === 0 ? 'De groep komt voor het eerst bij elkaar.' : `De groep kwam ${n} keer bij elkaar.`,
    members: 'Wie er komt',
    columns: ['Praktijk', 'Contactpersoon', 'In de groep sinds', 'Afspraken'],
    accepted: 'akkoord',
    open: 'nog niet',
    agreement: 'Groepsafspraken',
    none: 'De groep heeft nog geen afspraken. Begin daarmee. Een voorstel:',
    state: (n: number, of: number) => `${n} van ${of} praktijken akkoord.`,
    actions: 'Acties van vorige keer',
    actionColumns: ['Wat', 'Wie', 'Wanneer', 'Stand'],
    noActions: 'Er staan geen acties open.',
    done: 'gedaan',
    late: 'te laat',
    todo: 'open',
    dropped: 'vervallen',
    story: 'Het verhaal van de groep',
    question: 'De vraag van de groep',
    figures: 'Cijfers',
    method: 'Draaiboek',
    step: ['Stap', 'Minuten', 'Wat de groep doet', 'Tip'],
    minutes: (n: number) => `${n} minuten`,
    checks: 'Klaar?',
    check: {
      case: 'Een praktijk brengt een casus of vraag in.',
      method: 'De werkvorm past bij de tijd en bij de groep.',
      room: 'De plek of de videoverbinding is geregeld.',
      figures: 'De cijfers zijn gekozen en ik begrijp ze.',
      agreement: 'De afspraken liggen klaar om samen te lezen.',
    } satisfies Record<PackCheck, string>,
    file: 'voorbereiding',
  },
  en: {
    title: (group: string) => `Preparation ${group}`,
    when: 'When',
    where: 'Where',
    theme: 'Theme',
    case: 'Brings a case',
    nobody: 'nobody yet',
    met: (n: number) =>
      n === 0
        ? 'The group meets for the first time.'
        : `The group has met ${n === 1 ? 'once' : `${n} times`}.`,
    members: 'Who comes',
    columns: ['Practice', 'Contact', 'In the group since', 'Agreement'],
    accepted: 'accepted',
    open: 'not yet',
    agreement: 'Group agreement',
    none: 'The group has no agreement yet. Start with that. A proposal:',
    state: (n: number, of: number) => `${n} of ${of} practices accepted.`,
    actions: 'Actions of last time',
    actionColumns: ['What', 'Who', 'When', 'State'],
    noActions: 'No actions are open.',
    done: 'done',
    late: 'late',
    todo: 'open',
    dropped: 'dropped',
    story: 'The story of the group',
    question: 'The question of the group',
    figures: 'Figures',
    method: 'Script',
    step: ['Step', 'Minutes', 'What the group does', 'Tip'],
    minutes: (n: number) => `${n} minutes`,
    checks: 'Ready?',
    check: {
      case: 'A practice brings a case or a question.',
      method: 'The method fits the time and the group.',
      room: 'The place or the video link is arranged.',
      figures: 'The figures are chosen and I understand them.',
      agreement: 'The agreement is at hand to read together.',
    } satisfies Record<PackCheck, string>,
    file: 'preparation',
  },
} as const;

/** What goes on paper besides what the page shows: figures as another feature writes them down, with their origin (SES-05). */
export interface PackPaper {
  pack: Omit<MeetingPackView, 'figures' | 'note'>;
  story: string;
  question: string;
  figures: readonly PaperBlock[];
  /** The method whose script is printed; null prints none. */
  method: MethodView | null;
  language: Language;
  madeAt: Date;
}

export const packFileName = (pack: Pick<MeetingPackView, 'startsAt'>, language: Language): string =>
  `${[WORDS[language].file, pack.startsAt?.slice(0, 10)].filter(Boolean).join('-')}.pdf`;

/** The pack on A4 (features 27). What the leader wrote for herself is not on it. */
export function packPaper(given: PackPaper): PaperSpec {
  const { pack, language, madeAt } = given;
  const words = WORDS[language];
  return {
    title: words.title(pack.group),
    language,
    subtitle: [pack.title, pack.startsAt ? dateTimeWords(pack.startsAt, language) : null]
      .filter(Boolean)
      .join(' · '),
    organisation: pack.region,
    madeAt,
    blocks: [
      ...opening(given),
      ...members(given),
      ...agreement(given),
      ...actions(given),
      ...told(given),
      ...script(given),
      { kind: 'heading', level: 1, text: words.checks },
      { kind: 'list', items: Object.values(words.check) },
    ],
  };
}

function opening({ pack, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  const brings = pack.members.find(({ practiceId }) => practiceId === pack.casePracticeId)?.practice;
  const where = [pack.location, pack.meetingLink].filter(Boolean).join('\n');
  const when = pack.startsAt && pack.endsAt && fromToWords(pack.startsAt, pack.endsAt, language);
  return [
    ...(pack.scopeRule ? [{ kind: 'paragraph' as const, text: pack.scopeRule[language] }] : []),
    {
      kind: 'definitions',
      rows: [
        ...(when ? [{ name: words.when, value: when }] : []),
        ...(where ? [{ name: words.where, value: where }] : []),
        ...(pack.theme
          ? [
              {
                name: words.theme,
                value: [pack.theme.name, pack.theme.description].filter(Boolean).join('\n'),
              },
            ]
          : []),
        { name: words.case, value: brings ?? words.nobody },
      ],
    },
    ...(pack.groupId === null
      ? []
      : [{ kind: 'paragraph' as const, text: words.met(pack.metBefore), tone: 'quiet' as const }]),
  ];
}

function members({ pack, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  const rows = pack.members.map(({ practice, town, contact, since, accepted }) => [
    [practice, town].filter(Boolean).join(', '),
    contact ?? '–',
    since ? dateWords(endOfDay(since).toISOString(), language) : '–',
    accepted === null ? '–' : accepted ? words.accepted : words.open,
  ]);
  const shares = [1.4, 1.2, 1.1, 0.8];
  return [
    { kind: 'heading', level: 1, text: words.members },
    {
      kind: 'table',
      columns: words.columns.map((heading, place) => ({ heading, share: shares[place] ?? 1 })),
      rows,
    },
  ];
}

function agreement({ pack: { agreement: kept }, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  if (!kept) return [];
  return [
    { kind: 'heading', level: 1, text: words.agreement },
    {
      kind: 'paragraph',
      tone: 'quiet',
      text: kept.version === 0 ? words.none : words.state(kept.accepted, kept.practices),
    },
    { kind: 'list', items: kept.points, ordered: true },
  ];
}

function actions({ pack, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  if (pack.groupId === null) return [];
  const heading: PaperBlock = { kind: 'heading', level: 1, text: words.actions };
  if (pack.actions.length === 0) return [heading, { kind: 'paragraph', text: words.noActions }];
  const stand = ({ state, late }: ActionItemView): string =>
    state === 'done' ? words.done : state === 'dropped' ? words.dropped : late ? words.late : words.todo;
  const shares = [2.4, 1.3, 1.1, 0.8];
  return [
    heading,
    {
      kind: 'table',
      columns: words.actionColumns.map((column, place) => ({ heading: column, share: shares[place] ?? 1 })),
      rows: pack.actions.map((action) => [
        action.text,
        [action.owner, action.ownerPractice].filter(Boolean).join(', '),
        dateWords(endOfDay(action.dueOn).toISOString(), language),
        stand(action),
      ]),
    },
  ];
}

function told({ story, question, figures, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  const part = (heading: string, text: string): PaperBlock[] =>
    text.trim() === ''
      ? []
      : [
          { kind: 'heading', level: 2, text: heading },
          { kind: 'paragraph', text },
        ];
  const blocks = [...part(words.story, story), ...part(words.question, question), ...figures];
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: words.figures }, ...blocks];
}

function script({ method, language }: PackPaper): PaperBlock[] {
  const words = WORDS[language];
  if (!method) return [];
  const shares = [1, 0.6, 2, 1.8];
  return [
    {
      kind: 'heading',
      level: 1,
      text: `${words.method}: ${method.name[language]}, ${words.minutes(method.minutes)}`,
    },
    {
      kind: 'table',
      columns: words.step.map((heading, place) => ({ heading, share: shares[place] ?? 1 })),
      rows: method.steps.map(({ name, minutes, instruction, tip }) => [
        name[language],
        String(minutes),
        instruction[language],
        tip[language],
      ]),
    },
  ];
}
