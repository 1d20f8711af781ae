import type { DateAnswer, RoundRules, Words } from '#libs/contracts';
import type { Relaxation, RelaxationChange } from '#libs/grouping';
import { newId } from '#libs/platform';
import type { StoredRelaxation } from './forming-run.entity.js';
import type { RoundSource } from './instance.rules.js';

/** One change to a round's rules, caps or answers, small enough to be taken back. */
export type SourceChange =
  | { kind: 'rules'; rules: Partial<RoundRules> }
  | { kind: 'can-lead'; practiceId: string; canLead: boolean | null }
  /** `answer: null` makes the date unanswered again. */
  | { kind: 'date'; practiceId: string; dateId: string; answer: DateAnswer | null }
  | { kind: 'themes'; practiceId: string; ranked: string[]; excluded: string[] }
  | { kind: 'theme-cap'; themeId: string; maxGroups: number | null }
  | { kind: 'date-cap'; dateId: string; maxGroups: number | null }
  /** A forbidden pair ends, or holds again. */
  | { kind: 'pair'; a: string; b: string; apart: boolean }
  | { kind: 'all'; changes: SourceChange[] };

/** No more ways out than a person can weigh. */
const MOST_RELAXATIONS = 3;

/** What accepting a way out changes in what is stored. */
export function sourceChange(source: RoundSource, change: RelaxationChange): SourceChange {
  const { rules } = source;
  switch (change.kind) {
    case 'min-size':
      return { kind: 'rules', rules: { groupSize: { ...rules.groupSize, min: change.to } } };
    case 'max-size':
      return { kind: 'rules', rules: { groupSize: { ...rules.groupSize, max: change.to } } };
    case 'absence':
      return { kind: 'rules', rules: { maxAbsentPerGroup: change.to } };
    case 'district':
      return { kind: 'rules', rules: { maxPerDistrict: change.to } };
    case 'leaders':
      return all(change.practices.map((practiceId) => ({ kind: 'can-lead', practiceId, canLead: true })));
    case 'dates':
      return all(
        change.answers.map(({ practice, date }) => ({
          kind: 'date',
          practiceId: practice,
          dateId: date,
          answer: 'yes',
        })),
      );
    case 'pairs':
      return all(change.pairs.map(({ a, b }) => ({ kind: 'pair', a, b, apart: false })));
    case 'themes':
      return all(
        [...new Set(change.seats.map(({ practice }) => practice))].map((practiceId) => {
          const answer = source.practices.find(({ id }) => id === practiceId)?.answer;
          const extra = change.seats
            .filter(({ practice }) => practice === practiceId)
            .map(({ theme }) => theme);
          const ranked = answer?.ranked ?? [];
          const wanted =
            rules.requireRankedTheme && ranked.length > 0 ? extra.filter((id) => !ranked.includes(id)) : [];
          return {
            kind: 'themes',
            practiceId,
            ranked: [...ranked, ...wanted],
            excluded: (answer?.excluded ?? []).filter((id) => !extra.includes(id)),
          };
        }),
      );
    case 'capacity':
      return all([
        ...change.themes.map(({ theme, to }): SourceChange => ({
          kind: 'theme-cap',
          themeId: theme,
          maxGroups: to,
        })),
        ...change.dates.map(({ date, to }): SourceChange => ({
          kind: 'date-cap',
          dateId: date,
          maxGroups: to,
        })),
      ]);
  }
}

const all = (changes: SourceChange[]): SourceChange =>
  changes.length === 1 ? (changes[0] as SourceChange) : { kind: 'all', changes };

function title(change: RelaxationChange): Words {
  const count = (n: number, nl: [string, string], en: [string, string]): Words => ({
    nl: `${n} ${n === 1 ? nl[0] : nl[1]}`,
    en: `${n} ${n === 1 ? en[0] : en[1]}`,
  });
  switch (change.kind) {
    case 'min-size':
    case 'max-size': {
      const size = count(change.to, ['praktijk', 'praktijken'], ['practice', 'practices']);
      return { nl: `Sta groepen van ${size.nl} toe`, en: `Allow groups of ${size.en}` };
    }
    case 'absence': {
      const size = count(
        change.to,
        ['afwezige praktijk', 'afwezige praktijken'],
        ['absent practice', 'absent practices'],
      );
      return { nl: `Sta ${size.nl} per groep toe`, en: `Allow ${size.en} per group` };
    }
    case 'district':
      return {
        nl: `Sta ${change.to} praktijken uit één wijk toe`,
        en: `Allow ${change.to} practices from one district`,
      };
    case 'leaders': {
      const size = count(
        change.practices.length,
        ['extra gespreksleider', 'extra gespreksleiders'],
        ['more discussion leader', 'more discussion leaders'],
      );
      return { nl: `Vraag ${size.nl}`, en: `Ask ${size.en}` };
    }
    case 'dates': {
      const asked = new Set(change.answers.map(({ practice }) => practice)).size;
      const size = count(asked, ['praktijk', 'praktijken'], ['practice', 'practices']);
      return { nl: `Vraag ${size.nl} om toch te komen`, en: `Ask ${size.en} to come after all` };
    }
    case 'pairs':
      return { nl: 'Laat praktijken toch samen', en: 'Let practices sit together after all' };
    case 'themes':
      return { nl: 'Sta een ander thema toe', en: 'Allow another theme' };
    case 'capacity':
      return { nl: 'Sta meer groepen per thema of datum toe', en: 'Allow more groups per theme or date' };
  }
}

/** The best ways out, cheapest first, as they are stored with the run; each says what it costs. */
export function storedRelaxations(source: RoundSource, found: readonly Relaxation[]): StoredRelaxation[] {
  const points = (value: number | null): number => Math.round((value ?? 0) * 10) / 10;
  return found.slice(0, MOST_RELAXATIONS).map((relaxation) => ({
    id: newId(),
    family: relaxation.family,
    title: title(relaxation.change),
    sentence: { nl: relaxation.sentence, en: relaxation.sentenceEn },
    unassignedAfter: relaxation.unassignedAfter,
    cost: {
      theme: points(relaxation.cost.preference),
      attendance: points(relaxation.cost.attendance),
      continuity: points(relaxation.cost.continuity),
      motivation: points(relaxation.cost.motivation),
      worst: points(relaxation.cost.worst),
    },
    change: sourceChange(source, relaxation.change),
  }));
}
