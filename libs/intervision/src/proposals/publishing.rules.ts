import type { PublishPreviewView, Words } from '#libs/contracts';
import { explain, type Instance, type Solution } from '#libs/grouping';
import type { RepairPlan } from '../groups/group.rules.js';
import type { PracticeAddressee } from './proposals.queries.js';

/**
 * Why each practice is in its group, in words for that practice: never another's motivation, never a forbidden pair, never
 * a name beside its own (models: grouping §3.5).
 */
export function reasonsForMembers(
  instance: Instance,
  solution: Solution,
  names: Readonly<Record<string, string>>,
): Map<string, Words> {
  const explained = explain(instance, solution, undefined, { audience: 'participant', names });
  return new Map(
    explained.map(({ practice, sentence, sentenceEn }) => [practice, { nl: sentence, en: sentenceEn }]),
  );
}

/** What one practice will be told when a proposal is published. */
export interface Notice {
  practiceId: string;
  kind: 'published' | 'changed' | 'left';
}

/** Who hears what: every member of a first publication, and only who is touched by a repair. */
export function notices(plan: RepairPlan): Notice[] {
  const said = (kind: Notice['kind'], ids: readonly string[]): Notice[] =>
    ids.map((practiceId) => ({ practiceId, kind }));
  return [
    ...plan.founded.flatMap(({ members }) => said('published', members)),
    ...plan.changed.flatMap(({ joined, left, stayed }) => [
      ...said('published', joined),
      ...said('changed', stayed),
      ...said('left', left),
    ]),
    ...plan.ended.flatMap(({ members }) => said('left', members)),
  ];
}

const WHAT: Record<Notice['kind'], Words> = {
  published: {
    nl: 'mail met groep, thema, datum, leden en uitleg, met agendabestand',
    en: 'mail with group, theme, date, members and explanation, with calendar file',
  },
  changed: {
    nl: 'mail over de verandering in de groep, met bijgewerkt agendabestand',
    en: 'mail about the change in the group, with updated calendar file',
  },
  left: {
    nl: 'mail dat de praktijk de groep verlaat; de afspraak verdwijnt uit de agenda',
    en: 'mail that the practice leaves the group; the meeting disappears from the calendar',
  },
};

/** What leaves the building, named before it is sent. */
export function previewOf(options: {
  groups: number;
  notices: readonly Notice[];
  names: Readonly<Record<string, string>>;
  addressees: readonly PracticeAddressee[];
  left: readonly string[];
  stale: boolean;
  roundOpen: boolean;
}): PublishPreviewView {
  const { notices: said, names } = options;
  const peopleOf = (id: string): PracticeAddressee[] =>
    options.addressees.filter(({ practiceId }) => practiceId === id);
  const practices = [...new Set(said.map(({ practiceId }) => practiceId))];
  const warnings: Words[] = [];
  if (options.stale)
    warnings.push({
      nl: 'Er zijn antwoorden veranderd nadat dit voorstel is gemaakt.',
      en: 'Answers changed after this proposal was made.',
    });
  if (options.left.length > 0)
    warnings.push({
      nl: `Zonder groep ${options.left.length === 1 ? 'blijft' : 'blijven'}: ${options.left.map((id) => names[id] ?? '').join(', ')}.`,
      en: `Left without a group: ${options.left.map((id) => names[id] ?? '').join(', ')}.`,
    });
  if (options.roundOpen)
    warnings.push({
      nl: 'De ronde is nog open. Sluit de ronde voordat u publiceert.',
      en: 'The round is still open. Close it before you publish.',
    });
  return {
    groups: options.groups,
    practices: practices.length,
    mails: said.reduce((sum, { practiceId }) => sum + peopleOf(practiceId).length, 0),
    recipients: said
      .filter(({ practiceId }) => peopleOf(practiceId).length > 0)
      .map(({ practiceId, kind }) => ({
        practice: names[practiceId] ?? '',
        names: peopleOf(practiceId).map(({ name }) => name),
        what: WHAT[kind],
      })),
    unreachable: practices
      .filter((id) => peopleOf(id).length === 0)
      .map((id) => ({ practiceId: id, name: names[id] ?? '' })),
    warnings,
  };
}
