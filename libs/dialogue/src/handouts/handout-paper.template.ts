import type { HandoutContent, HandoutView, ReferralTiming } from '#libs/contracts';
import type { Inline, InlineRun, PaperBlock, PaperSpec } from '#libs/documents';
import { dateWords } from '#libs/notifications';
import { isUnanswered, readable, type HandoutItem } from './handout.rules.js';

/** What the specialist says of when is referred, in words; the mark `other` says nothing by itself. */
const TIMING: Record<Exclude<ReferralTiming, 'other'>, string> = {
  'too-early': 'Huisartsen verwijzen hier vaak te vroeg.',
  'on-time': 'Huisartsen verwijzen hier meestal op tijd.',
  'too-late': 'Huisartsen verwijzen hier vaak te laat.',
};

/** A handout on paper (A4): the same for the PDF and for Word, in Dutch, without the name of any practice. */
export function handoutPaper(
  handout: Pick<HandoutView, 'department' | 'region' | 'startsAt' | 'edition' | 'publishedAt'> & {
    content: HandoutContent;
    files: readonly { name: string }[];
  },
  madeAt: Date,
): PaperSpec {
  const content = readable(handout.content);
  const { contact } = content;
  const later = handout.edition > 1 && handout.publishedAt !== null;
  const blocks: PaperBlock[] = [
    { kind: 'paragraph', text: content.introduction },
    ...tips(content.tips),
    ...content.sections.flatMap(({ title, items }): PaperBlock[] => [
      { kind: 'heading', level: 1, text: title },
      ...items.flatMap(questionBlocks),
    ]),
    ...own('Wat de vakgroep kwijt wil', content.tells),
    ...own('Wat de vakgroep mist', content.misses),
    ...own('Praktische zaken', content.process),
    ...contactBlocks(contact),
    ...(handout.files.length > 0
      ? ([
          { kind: 'heading', level: 1, text: 'Bijlagen' },
          { kind: 'paragraph', text: 'Deze bestanden staan bij het naslagwerk in Leerkring.', tone: 'quiet' },
          { kind: 'list', items: handout.files.map(({ name }) => name) },
        ] as PaperBlock[])
      : []),
  ];
  return {
    title: content.title,
    subtitle: [
      `Dialoogsessie van ${dateWords(handout.startsAt, 'nl')}`,
      later ? `versie ${handout.edition}, ${dateWords(handout.publishedAt as string, 'nl')}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    language: 'nl',
    organisation: handout.region,
    madeAt,
    blocks,
  };
}

/** What a file of a handout is called: no spaces, no signs. */
export function handoutFileName(department: string, startsAt: string, ending: 'pdf' | 'docx'): string {
  const name = department
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return ['naslagwerk', name, startsAt.slice(0, 10)].filter(Boolean).join('-').concat(`.${ending}`);
}

function questionBlocks(item: HandoutItem): PaperBlock[] {
  const columns = [item.tooEarly, item.onTime, item.tooLate];
  const said = item.timing && item.timing !== 'other' ? TIMING[item.timing] : '';
  return [
    { kind: 'heading', level: 2, text: item.question },
    ...(item.followUpId
      ? ([{ kind: 'paragraph', text: 'Verdiepende vraag tijdens de sessie', tone: 'quiet' }] as PaperBlock[])
      : item.practices > 1
        ? ([
            { kind: 'paragraph', text: `Gevraagd door ${item.practices} praktijken`, tone: 'quiet' },
          ] as PaperBlock[])
        : []),
    { kind: 'paragraph', text: said ? [{ text: said, bold: true }] : '' },
    { kind: 'paragraph', text: isUnanswered(item) ? 'Antwoord volgt.' : withLinks(item.answer) },
    ...(columns.some((text) => text !== '')
      ? ([
          {
            kind: 'table',
            columns: [{ heading: 'Te vroeg' }, { heading: 'Op tijd' }, { heading: 'Te laat' }],
            rows: [columns.map((text) => (text === '' ? '–' : text))],
          },
        ] as PaperBlock[])
      : []),
  ];
}

const tips = (lines: readonly string[]): PaperBlock[] =>
  lines.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Tips' },
        { kind: 'list', items: lines.map(withLinks) },
      ];

const own = (title: string, text: string): PaperBlock[] =>
  text.trim() === ''
    ? []
    : [
        { kind: 'heading', level: 1, text: title },
        ...text
          .split(/\n{2,}/)
          .map((paragraph): PaperBlock => ({ kind: 'paragraph', text: withLinks(paragraph) })),
      ];

function contactBlocks({
  phone,
  phoneHours,
  adviceConsult,
  agreementUrl,
}: HandoutContent['contact']): PaperBlock[] {
  const dialled = phone.replaceAll(/[^\d+]/g, '');
  const call: Inline = dialled ? [{ text: phone, href: `tel:${dialled}` }] : phone;
  const rows = [
    { name: 'Telefonische dienst', value: call },
    { name: 'Bereikbaar', value: phoneHours },
    { name: 'Meedenkconsult', value: withLinks(adviceConsult) },
    { name: 'Regionale afspraak', value: [{ text: agreementUrl, href: agreementUrl }] },
  ];
  return [phone, phoneHours, adviceConsult, agreementUrl].every((text) => text === '')
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Overleggen' },
        { kind: 'definitions', rows },
      ];
}

/** Web addresses in a text as links. */
export function withLinks(text: string): InlineRun[] {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .filter((part) => part !== '')
    .map((part) => (/^https?:\/\//.test(part) ? { text: part, href: part } : { text: part }));
}
