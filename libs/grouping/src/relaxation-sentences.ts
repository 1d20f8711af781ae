import type { RuleFamily } from './instance.js';
import type { Names, Sentence } from './names.js';
import type { RelaxationChange } from './relaxed-instance.js';

/** What a family of rules is called inside a sentence. */
export const FAMILY_NAMES: Record<RuleFamily, Sentence> = {
  MIN_SIZE: { nl: 'de kleinste groepsgrootte', en: 'the smallest group size' },
  MAX_SIZE: { nl: 'de grootste groepsgrootte', en: 'the largest group size' },
  LEADERS: { nl: 'het aantal gespreksleiders', en: 'the number of discussion leaders' },
  DATES: { nl: 'de datums waarop praktijken kunnen', en: 'the dates on which practices can attend' },
  ABSENCE: { nl: 'de toegestane afwezigheid', en: 'the allowed absence' },
  FORBIDDEN_PAIRS: {
    nl: 'de praktijken die niet samen mogen',
    en: 'the practices that may not sit together',
  },
  THEMES: { nl: "de uitgesloten thema's", en: 'the excluded themes' },
  CAPACITY: { nl: 'het grootste aantal groepen per thema of datum', en: 'the most groups per theme or date' },
  DISTRICT: { nl: 'het grootste aantal praktijken uit één wijk', en: 'the most practices from one district' },
};

function listed(parts: string[], and: string): string {
  const shown = parts.length > 6 ? [...parts.slice(0, 5), String(parts.length - 5)] : parts;
  const last = shown.length - 1;
  if (parts.length > 6)
    return `${shown.slice(0, last).join(', ')} ${and} ${shown[last]} ${and === 'en' ? 'andere' : 'others'}`;
  return last < 1 ? (shown[0] ?? '') : `${shown.slice(0, last).join(', ')} ${and} ${shown[last]}`;
}

/** A change as advice: what to do so that everybody has a place. */
export function changeText(names: Names, change: RelaxationChange): Sentence {
  const advice = (nl: string, en: string): Sentence => ({
    nl: `Iedereen krijgt een plaats als ${nl}.`,
    en: `Everybody gets a place if ${en}.`,
  });
  switch (change.kind) {
    case 'min-size':
      return advice(
        `een groep ook uit ${change.to} in plaats van ${change.from} praktijken mag bestaan`,
        `a group may also have ${change.to} instead of ${change.from} practices`,
      );
    case 'max-size':
      return advice(
        `een groep uit ${change.to} in plaats van ${change.from} praktijken mag bestaan`,
        `a group may have ${change.to} instead of ${change.from} practices`,
      );
    case 'absence':
      return advice(
        `in een groep ${change.to} in plaats van ${change.from} praktijken afwezig mogen zijn`,
        `${change.to} instead of ${change.from} practices of a group may be absent`,
      );
    case 'district':
      return advice(
        `er ${change.to} in plaats van ${change.from} praktijken uit één wijk in een groep mogen`,
        `${change.to} instead of ${change.from} practices from one district may share a group`,
      );
    case 'leaders': {
      const who = names.list(change.practices);
      return advice(
        `${who.nl} ook een gespreksleider ${change.practices.length === 1 ? 'levert' : 'leveren'}`,
        `${who.en} also ${change.practices.length === 1 ? 'offers' : 'offer'} a discussion leader`,
      );
    }
    case 'dates': {
      const parts = (language: 'nl' | 'en', on: string) =>
        change.answers.map(
          ({ practice, date }) => `${names.practice(practice)} ${on} ${names.date(date)[language]}`,
        );
      return advice(
        `${listed(parts('nl', 'op'), 'en')} ${change.answers.length === 1 ? 'kan' : 'kunnen'}`,
        `${listed(parts('en', 'on'), 'and')} can attend`,
      );
    }
    case 'pairs': {
      const parts = (and: string) =>
        change.pairs.map(({ a, b }) => `${names.practice(a)} ${and} ${names.practice(b)}`);
      return advice(
        `${listed(parts('met'), 'en')} wel in één groep ${change.pairs.length === 1 ? 'mag' : 'mogen'}`,
        `${listed(parts('with'), 'and')} may share a group`,
      );
    }
    case 'themes': {
      const parts = (at: string) =>
        change.seats.map(({ practice, theme }) => `${names.practice(practice)} ${at} ${names.theme(theme)}`);
      return advice(
        `${listed(parts('bij'), 'en')} ${change.seats.length === 1 ? 'mag' : 'mogen'} zitten`,
        `${listed(parts('at'), 'and')} may be placed`,
      );
    }
    case 'capacity': {
      const nl = [
        ...change.themes.map(({ theme, to }) => `${names.theme(theme)} ${to} groepen mag hebben`),
        ...change.dates.map(({ date, to }) => `er op ${names.date(date).nl} ${to} groepen mogen zijn`),
      ];
      const en = [
        ...change.themes.map(({ theme, to }) => `${names.theme(theme)} may have ${to} groups`),
        ...change.dates.map(({ date, to }) => `there may be ${to} groups on ${names.date(date).en}`),
      ];
      return advice(listed(nl, 'en'), listed(en, 'and'));
    }
  }
}
