import type { ExplanationView, Words } from '#libs/contracts';
import {
  explainPractice,
  type BestAlternative,
  type Explanation,
  type ExplainedTerm,
  type Instance,
  type Solution,
} from '#libs/grouping';
import { dateWords } from '#libs/notifications';
import type { Names } from './board.rules.js';
import { percent } from './board.rules.js';

const ORDINALS: Words[] = [
  { nl: 'eerste keus', en: 'first choice' },
  { nl: 'tweede keus', en: 'second choice' },
  { nl: 'derde keus', en: 'third choice' },
];
const ordinal = (rank: number): Words => ORDINALS[rank - 1] ?? { nl: `${rank}e keus`, en: `choice ${rank}` };

/** "+0,8" and "−1,2": points with a sign, as the board shows effects. */
function signed(value: number): Words {
  const text = `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
  return { nl: text.replace('.', ','), en: text };
}

/** The day of an ISO date in both languages, `di 9 februari`. */
function day(instance: Instance, dateId: string): Words {
  const date = instance.dates.find(({ id }) => id === dateId)?.date ?? '';
  return { nl: dateWords(date, 'nl'), en: dateWords(date, 'en') };
}

function termWords(instance: Instance, term: ExplainedTerm, names: Names): Words {
  switch (term.term) {
    case 'theme':
      if (term.value === null) return { nl: 'gaf geen voorkeur op', en: 'gave no preference' };
      return term.rank === null ? { nl: 'niet gekozen', en: 'not chosen' } : ordinal(term.rank);
    case 'attendance': {
      const on = day(instance, term.date);
      if (term.answer === 'available') return { nl: `kan op ${on.nl}`, en: `can come on ${on.en}` };
      return term.answer === 'maybe'
        ? { nl: `kan op ${on.nl} als het moet`, en: `can come on ${on.en} if needed` }
        : { nl: `kan niet op ${on.nl}`, en: `cannot come on ${on.en}` };
    }
    case 'continuity': {
      if (term.value === null)
        return {
          nl: 'heeft geen eerdere partners in deze ronde',
          en: 'has no earlier partners in this round',
        };
      const here = term.partnersHere.length;
      const who =
        here > 0 && here <= 3 ? `: ${term.partnersHere.map((id) => names[id] ?? '').join(', ')}` : '';
      return {
        nl: `${here} van de ${term.partnersKnown} eerdere partners${who}`,
        en: `${here} of the ${term.partnersKnown} earlier partners${who}`,
      };
    }
    case 'motivation': {
      if (term.value === null) return { nl: 'gaf geen motivatie op', en: 'gave no motivation' };
      if (term.level === null || term.own === term.level)
        return { nl: 'past bij de groep', en: 'fits the group' };
      return {
        nl: `${term.own}, de groep zit op ${term.level}`,
        en: `${term.own}, the group is at ${term.level}`,
      };
    }
  }
}

const BLOCKERS: Record<Exclude<BestAlternative['blocker'], null>, Words> = {
  NO_SUCH_GROUP: { nl: 'er is geen groep met dat thema', en: 'there is no group on that theme' },
  DATE: { nl: 'de datum van die groep past niet', en: 'the date of that group does not fit' },
  THEME: { nl: 'het thema mag voor deze praktijk niet', en: 'the theme is not allowed for this practice' },
  FULL: { nl: 'die groep is vol', en: 'that group is full' },
  TOO_SMALL: { nl: 'de eigen groep wordt dan te klein', en: 'its own group would become too small' },
  FORBIDDEN_PAIR: {
    nl: 'daar zit een praktijk waarmee zij niet samen mag',
    en: 'it may not sit with a practice there',
  },
  LEADER_LOST: {
    nl: 'een groep houdt dan geen gespreksleider over',
    en: 'a group would be left without a discussion leader',
  },
  DISTRICT: {
    nl: 'er komen dan te veel praktijken uit één wijk bij elkaar',
    en: 'too many practices of one district would sit together',
  },
  PARTNER_CANNOT: { nl: 'niemand uit die groep kan ruilen', en: 'nobody in that group can trade places' },
  COST: { nl: 'de groepen samen worden er minder goed van', en: 'the groups together would be worse' },
  NOT_POSSIBLE: { nl: 'het past niet', en: 'it does not fit' },
};

function whyNotFirst(instance: Instance, { firstChoice }: Explanation): Words | null {
  if (!firstChoice || firstChoice.got) return null;
  const theme = instance.themes.find(({ id }) => id === firstChoice.theme)?.name ?? '';
  if (firstChoice.cost !== null) {
    const worth = signed(-firstChoice.cost);
    return {
      nl: `${theme} kan wel, maar dat scheelt de groepen samen ${worth.nl} punt.`,
      en: `${theme} is possible, but it changes the groups together by ${worth.en} points.`,
    };
  }
  const list = firstChoice.blockers.map(({ code, count }) => ({ words: BLOCKERS[code], count }));
  const many = list.length > 1 || (list[0]?.count ?? 0) > 1;
  const join = (language: keyof Words): string =>
    list
      .map(({ words, count }) => (many ? `${words[language]} (${count} ×)` : words[language]))
      .join(language === 'nl' ? ' en ' : ' and ');
  return { nl: `${theme} kon niet: ${join('nl')}.`, en: `${theme} was not possible: ${join('en')}.` };
}

function alternative(
  instance: Instance,
  practiceId: string,
  best: BestAlternative | null,
  names: Names,
): ExplanationView['alternative'] {
  if (!best) return null;
  const theme = instance.themes.find(({ id }) => id === best.theme)?.name ?? '';
  const on = day(instance, best.date);
  const swap = best.with === null ? null : (names[best.with] ?? '');
  const what: Words = swap
    ? {
        nl: `Ruilen met ${swap} in groep ${best.group} (${theme}, ${on.nl})`,
        en: `Trading places with ${swap} in group ${best.group} (${theme}, ${on.en})`,
      }
    : {
        nl: `Naar groep ${best.group} (${theme}, ${on.nl})`,
        en: `To group ${best.group} (${theme}, ${on.en})`,
      };
  const gain = signed(best.gain);
  if (!best.possible || best.others === null) {
    const blocker = BLOCKERS[best.blocker ?? 'NOT_POSSIBLE'];
    return {
      sentence: {
        nl: `${what.nl} is voor deze praktijk ${gain.nl} punt, maar kan niet: ${blocker.nl}.`,
        en: `${what.en} would be ${gain.en} points for this practice, but is not possible: ${blocker.en}.`,
      },
      change: null,
    };
  }
  const others = signed(best.others);
  return {
    sentence: {
      nl: `${what.nl} kan: ${gain.nl} punt voor deze praktijk, ${others.nl} voor de anderen samen.`,
      en: `${what.en} is possible: ${gain.en} points for this practice, ${others.en} for the others together.`,
    },
    change:
      best.with === null
        ? { kind: 'move', practiceId, groupId: best.group }
        : { kind: 'swap', a: practiceId, b: best.with },
  };
}

/** Why a practice is where it is, for the organiser: it may name others. Every move and swap was really tried (features 20). */
export function explanationOf(
  instance: Instance,
  solution: Solution,
  practiceId: string,
  names: Names,
): ExplanationView {
  const explained = explainPractice(instance, solution, practiceId, { audience: 'organiser', names });
  return {
    practiceId,
    name: names[practiceId] ?? '',
    groupId: explained.group,
    sentence: { nl: explained.sentence, en: explained.sentenceEn },
    terms: explained.terms.map((term) => ({
      term: term.term,
      value: term.value === null ? null : percent(term.value),
      words: termWords(instance, term, names),
    })),
    whyNotFirst: whyNotFirst(instance, explained),
    alternative: alternative(instance, practiceId, explained.bestAlternative, names),
  };
}
