import type { Blocker, FirstChoice } from './explain.js';
import type { Sentence } from './names.js';

/** "eerste" / "first" up to five, then a number. */
export function ordinal(rank: number): Sentence {
  const nl = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'];
  const en = ['first', 'second', 'third', 'fourth', 'fifth'];
  return { nl: nl[rank - 1] ?? `${rank}e`, en: en[rank - 1] ?? `${rank}th` };
}

/** "1,2" and "1.2": points with one decimal; a small difference is "minder dan 0,1". */
export function points(value: number): Sentence {
  const size = Math.abs(value);
  if (size < 0.05) return { nl: 'minder dan 0,1 punt', en: 'less than 0.1 points' };
  const text = size.toFixed(1);
  return { nl: `${text.replace('.', ',')} ${text === '1.0' ? 'punt' : 'punten'}`, en: `${text} points` };
}

const CLAUSES: Record<Blocker['code'], Sentence> = {
  NO_SUCH_GROUP: { nl: 'er is geen groep met dat thema', en: 'there is no group on that theme' },
  DATE: {
    nl: 'de praktijk kan niet op de datum van die groep',
    en: 'the practice cannot attend on the date of that group',
  },
  THEME: {
    nl: 'het thema is voor de praktijk niet toegestaan',
    en: 'the theme is not allowed for the practice',
  },
  FULL: { nl: 'die groep is vol en ruilen lukt niet', en: 'that group is full and no swap works' },
  TOO_SMALL: { nl: 'de eigen groep wordt dan te klein', en: 'its own group would become too small' },
  FORBIDDEN_PAIR: {
    nl: 'in die groep zit een praktijk waarmee zij niet samen mag',
    en: 'that group holds a practice it may not sit with',
  },
  LEADER_LOST: {
    nl: 'een van de groepen verliest dan haar gespreksleider',
    en: 'one of the groups would lose its discussion leader',
  },
  DISTRICT: {
    nl: 'er zitten dan te veel praktijken uit één wijk in een groep',
    en: 'a group would hold too many practices from one district',
  },
  PARTNER_CANNOT: {
    nl: 'niemand uit die groep kan van plaats ruilen',
    en: 'nobody in that group can trade places',
  },
  COST: {
    nl: 'het kan, maar de groepen samen worden er minder goed van',
    en: 'it is possible, but the groups together would be worse',
  },
  NOT_POSSIBLE: {
    nl: 'plaatsing in die groep was niet mogelijk',
    en: 'a place in that group was not possible',
  },
};

/** Why the first choice was not given, as a clause. With a cost the cost is the reason: it was possible. */
export function blockerText(first: FirstChoice, seated: boolean): Sentence {
  if (first.cost !== null && first.cost > 0 && seated) {
    const cost = points(first.cost);
    return {
      nl: `een plaats daar kost de groepen samen ${cost.nl}`,
      en: `a place there costs the groups together ${cost.en}`,
    };
  }
  if (first.cost !== null && first.cost <= 0) {
    return {
      nl: 'een plaats daar is mogelijk en niet slechter voor de groepen samen',
      en: 'a place there is possible and no worse for the groups together',
    };
  }
  const [main, second] = first.blockers;
  if (!main) return CLAUSES.NO_SUCH_GROUP;
  if (!second) return clause(main);
  return {
    nl: `${clause(main).nl} (${main.count} ×), ${clause(second).nl} (${second.count} ×)`,
    en: `${clause(main).en} (${main.count} ×), ${clause(second).en} (${second.count} ×)`,
  };
}

function clause({ code, count }: Blocker): Sentence {
  if (code === 'DATE' && count > 1) {
    return {
      nl: 'de praktijk kan niet op de datums van die groepen',
      en: 'the practice cannot attend on the dates of those groups',
    };
  }
  return CLAUSES[code];
}
