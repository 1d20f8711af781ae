import { describe, expect, it } from '@jest/globals';
import type { HandoutContent } from '#libs/contracts';
import { handoutFileName, handoutPaper, withLinks } from './handout-paper.template.js';

const content: HandoutContent = {
  title: 'Naslagwerk Dermatologie',
  introduction: 'Voor wie er niet bij was.',
  sections: [
    {
      title: 'Huid',
      items: [
        {
          questionId: 'a',
          followUpId: null,
          question: 'Wanneer verwijs ik?',
          practices: 4,
          timing: 'too-late',
          tooEarly: 'Zonder foto',
          onTime: '',
          tooLate: 'Na een jaar',
          answer: 'Lees https://example.org/huid.',
          hidden: false,
        },
        {
          questionId: 'b',
          followUpId: null,
          question: 'Weggelaten',
          practices: 1,
          timing: null,
          tooEarly: '',
          onTime: '',
          tooLate: '',
          answer: '',
          hidden: true,
        },
      ],
    },
  ],
  tells: '',
  misses: 'Een foto.\n\nEen brief.',
  process: '',
  tips: ['Bel gerust.'],
  contact: {
    phone: '030-123 45',
    phoneHours: '8–17',
    adviceConsult: '',
    agreementUrl: 'https://example.org',
  },
};
const paper = (more: { edition?: number; content?: HandoutContent } = {}) =>
  handoutPaper(
    {
      department: 'Dermatologie',
      region: 'Vlierstreek',
      startsAt: '2026-04-13T17:30:00Z',
      edition: 1,
      publishedAt: '2026-04-20T10:00:00Z',
      files: [{ name: 'foto.pdf' }],
      content,
      ...more,
    },
    new Date('2026-04-20T10:00:00Z'),
  );

describe('a handout on paper', () => {
  it('holds questions, answers, columns, tips, contact and attachments, and nothing that was left out (DIA-14, DIA-18)', () => {
    const { blocks, title, organisation, language } = paper();
    expect({ title, organisation, language }).toEqual({
      title: 'Naslagwerk Dermatologie',
      organisation: 'Vlierstreek',
      language: 'nl',
    });
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, block.text]] : []))).toEqual([
      [1, 'Tips'],
      [1, 'Huid'],
      [2, 'Wanneer verwijs ik?'],
      [1, 'Wat de vakgroep mist'],
      [1, 'Overleggen'],
      [1, 'Bijlagen'],
    ]);
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [['Zonder foto', '–', 'Na een jaar']],
    });
    const text = JSON.stringify(blocks);
    expect(text).toContain('Gevraagd door 4 praktijken');
    expect(text).toContain('vaak te laat');
    expect(text).toContain('tel:03012345');
    expect(text).not.toContain('Weggelaten');
  });

  it('says which version it is from the second on', () => {
    expect(paper().subtitle).not.toContain('versie');
    expect(paper({ edition: 2 }).subtitle).toContain('versie 2');
  });

  it('leaves out what is empty', () => {
    const contact = { phone: '', phoneHours: '', adviceConsult: '', agreementUrl: '' };
    const { blocks } = paper({ content: { ...content, tips: [], misses: '', contact } });
    expect(JSON.stringify(blocks)).not.toMatch(/Tips|mist|Overleggen/);
  });
});

it('finds web addresses in a text without the sign that ends its sentence', () => {
  expect(withLinks('Zie https://a.example/b?c=1. Klaar')).toEqual([
    { text: 'Zie ' },
    { text: 'https://a.example/b?c=1', href: 'https://a.example/b?c=1' },
    { text: '. Klaar' },
  ]);
});

it.each([
  ['Kindergeneeskunde & zó', 'naslagwerk-kindergeneeskunde-zo-2026-04-13.pdf'],
  ['"; rm -rf', 'naslagwerk-rm-rf-2026-04-13.pdf'],
  ['漢字', 'naslagwerk-2026-04-13.pdf'],
])('names the file of %s without spaces or signs', (department, name) => {
  expect(handoutFileName(department, '2026-04-13T17:30:00Z', 'pdf')).toBe(name);
});
