import type { AgendaPlaceView, AgendaProposalView, DateFit, Language, Words } from '#libs/contracts';
import { dateWords, listWords } from '#libs/notifications';
import { bestAssignment, crowd, fitOn, MOST_COMPARED, type Placed } from './assignment.rules.js';

export interface ProposedDate {
  id: string;
  /** Local, `2027-03-04`. */
  date: string;
}
export interface ProposedDepartment {
  id: string;
  name: string;
  points: number;
  practices: number;
  fits: Record<string, DateFit>;
}

const inBoth = (say: (language: Language) => string): Words => ({ nl: say('nl'), en: say('en') });
const dayWords = (date: string, language: Language): string => dateWords(`${date}T12:00:00Z`, language);
const names = (rows: readonly { name: string }[], language: Language): string =>
  listWords(
    rows.map(({ name }) => name),
    language,
  );
const days = (rows: readonly ProposedDate[], language: Language): string =>
  listWords(
    rows.map(({ date }) => dayWords(date, language)),
    language,
  );

/** Why this department is on this date, in one or two sentences. */
function reasonOf(
  place: Placed,
  places: readonly Placed[],
  dates: readonly ProposedDate[],
  departments: readonly ProposedDepartment[],
): Words {
  const own = departments.find(({ id }) => id === place.departmentId) as ProposedDepartment;
  const wanted = inBoth((language) =>
    language === 'nl'
      ? ` ${own.practices === 1 ? '1 praktijk koos' : `${own.practices} praktijken kozen`} deze vakgroep.`
      : ` ${own.practices === 1 ? '1 practice' : `${own.practices} practices`} chose this department.`,
  );
  const why = inBoth((language) => whyFit(place, places, dates, departments, language));
  return own.practices > 0 ? { nl: why.nl + wanted.nl, en: why.en + wanted.en } : why;
}

function whyFit(
  place: Placed,
  places: readonly Placed[],
  dates: readonly ProposedDate[],
  departments: readonly ProposedDepartment[],
  language: Language,
): string {
  const nl = language === 'nl';
  const own = departments.find(({ id }) => id === place.departmentId) as ProposedDepartment;
  const suiting = dates.filter(({ id }) => own.fits[id] === 'yes');
  if (place.fit === 'yes') {
    if (suiting.length === 1) return nl ? 'De enige datum die past.' : 'The only date that suits.';
    const alone = departments.every((one) => one.id === own.id || fitOn(one, place.dateId) === null);
    if (alone && departments.length > 1)
      return nl ? 'Past, en alleen deze vakgroep kan dan.' : 'Suits, and only this department can then.';
    return nl ? 'Deze datum past.' : 'This date suits.';
  }
  if (place.fit === 'unknown')
    return nl ? 'Nog geen antwoord over deze datum.' : 'No answer yet about this date.';
  const better = suiting.find(({ id }) => places.some(({ dateId }) => dateId === id));
  const holder = departments.find(
    ({ id }) => id === places.find(({ dateId }) => dateId === better?.id)?.departmentId,
  );
  if (!better || !holder) return nl ? 'Kan als het moet.' : 'Possible if needed.';
  return nl
    ? `Kan als het moet: ${dayWords(better.date, 'nl')} past beter, maar is voor ${holder.name}.`
    : `Possible if needed: ${dayWords(better.date, 'en')} suits better, but is for ${holder.name}.`;
}

/** What stands in the way of a date for everybody, and what to do about it. Null when there is nothing. */
function clashOf(
  places: readonly Placed[],
  dates: readonly ProposedDate[],
  departments: readonly ProposedDepartment[],
): Words | null {
  const unplaced = departments.filter(({ id }) => !places.some(({ departmentId }) => departmentId === id));
  const empty = dates.filter(({ id }) => !places.some(({ dateId }) => dateId === id));
  const never = unplaced.filter((one) => dates.every(({ id }) => fitOn(one, id) === null));
  if (never.length > 0)
    return {
      nl: `${names(never, 'nl')} ${never.length === 1 ? 'kan' : 'kunnen'} op geen van de datums. Spreek een andere datum af en zet die erbij, of vraag een andere vakgroep.`,
      en: `${names(never, 'en')} cannot come on any of the dates. Agree on another date and add it, or ask another department.`,
    };
  const [first] = unplaced;
  if (first) {
    const { departmentIds, dateIds } = crowd(first.id, places, dates, departments);
    const who = departments.filter(({ id }) => departmentIds.includes(id));
    const when = dates.filter(({ id }) => dateIds.includes(id));
    if (when.length === dates.length)
      return {
        nl: `Er zijn ${departments.length} vakgroepen en ${dates.length} ${dates.length === 1 ? 'datum' : 'datums'}. Zet een datum erbij, of laat ${first.name} dit jaar weg.`,
        en: `There are ${departments.length} departments and ${dates.length} ${dates.length === 1 ? 'date' : 'dates'}. Add a date, or leave out ${first.name} this year.`,
      };
    return {
      nl: `${names(who, 'nl')} kunnen alleen op ${days(when, 'nl')}. Vraag een van hen om een andere datum, of zet een datum erbij.`,
      en: `${names(who, 'en')} can only come on ${days(when, 'en')}. Ask one of them for another date, or add a date.`,
    };
  }
  if (empty.length === 0) return null;
  return {
    nl: `${days(empty, 'nl')} ${empty.length === 1 ? 'blijft' : 'blijven'} leeg. Vraag nog een vakgroep, of haal de datum weg.`,
    en: `${days(empty, 'en')} ${empty.length === 1 ? 'stays' : 'stay'} empty. Ask one more department, or take the date away.`,
  };
}

/** "Alle 4 vakgroepen hebben een datum, 3 op een datum die past." */
function readingOf(places: readonly Placed[], departments: readonly ProposedDepartment[]): Words {
  const suiting = places.filter(({ fit }) => fit === 'yes').length;
  const all = places.length === departments.length;
  return {
    nl: `${all ? `Alle ${departments.length}` : `${places.length} van de ${departments.length}`} vakgroepen hebben een datum, ${suiting} op een datum die past. Alle verdelingen zijn vergeleken: beter kan niet.`,
    en: `${all ? `All ${departments.length}` : `${places.length} of ${departments.length}`} departments have a date, ${suiting} on a date that suits. All assignments were compared: none is better.`,
  };
}

/**
 * The proposal for the year board (DIA-03), with its reasons.
 * @param dates the earliest first
 * @param departments those that are asked; null comes back for none, or for more than can be compared
 */
export function proposalOf(
  dates: readonly ProposedDate[],
  departments: readonly ProposedDepartment[],
): AgendaProposalView | null {
  if (dates.length === 0 || departments.length === 0 || departments.length > MOST_COMPARED) return null;
  const places = bestAssignment(dates, departments);
  const views: AgendaPlaceView[] = places.map((place) => ({
    dateId: place.dateId,
    yearDepartmentId: place.departmentId,
    fit: place.fit,
    reason: reasonOf(place, places, dates, departments),
  }));
  return {
    places: views,
    best: true,
    clash: clashOf(places, dates, departments),
    emptyDateIds: dates.flatMap(({ id }) => (places.some(({ dateId }) => dateId === id) ? [] : [id])),
    unplacedIds: departments.flatMap(({ id }) =>
      places.some(({ departmentId }) => departmentId === id) ? [] : [id],
    ),
    reading: readingOf(places, departments),
  };
}
