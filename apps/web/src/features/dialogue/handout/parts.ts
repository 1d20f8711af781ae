import type { HandoutContent } from '#libs/contracts';

/** One line of the table of contents. `title` is the handout's own word; without it the kind has one. */
export interface Part {
  kind: 'section' | 'tips' | 'tells' | 'misses' | 'process' | 'contact' | 'files';
  id: string;
  title: string | null;
  questions: number;
}

/** What is in a handout, in the order in which it is read; empty parts are not there. */
export function partsOf(content: HandoutContent, files: number): Part[] {
  const part = (kind: Part['kind'], there: boolean, id: string): Part[] =>
    there ? [{ kind, id, title: null, questions: 0 }] : [];
  const { phone, adviceConsult, agreementUrl } = content.contact;
  return [
    ...part('tips', content.tips.length > 0, 'tips'),
    ...content.sections.map(({ title, items }, at): Part => ({
      kind: 'section',
      id: `deel-${at + 1}`,
      title,
      questions: items.length,
    })),
    ...part('tells', content.tells.trim() !== '', 'vakgroep'),
    ...part('misses', content.misses.trim() !== '', 'gemist'),
    ...part('process', content.process.trim() !== '', 'praktisch'),
    ...part(
      'contact',
      [phone, adviceConsult, agreementUrl].some((text) => text !== ''),
      'overleggen',
    ),
    ...part('files', files > 0, 'bijlagen'),
  ];
}
