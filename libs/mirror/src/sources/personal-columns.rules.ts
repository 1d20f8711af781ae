import type { ExtractField, Words } from '#libs/contracts';
import { parseDutchDate, words } from '#libs/tabular';
import { countTypes, scanText } from '#libs/textguard';

/** Headings of what belongs to a person or is free text; a figure never needs it. Matched on whole words. */
const HEADINGS: readonly { words: readonly RegExp[]; reason: Words }[] = [
  {
    words: [/^bsn$/, /^burgerservicenummer$/, /^sofinummer$/, /^nhs ?number$/, /^nhsnumber$/],
    reason: { nl: 'Dit lijkt een burgerservicenummer.', en: 'This looks like a citizen service number.' },
  },
  {
    words: [/^geboorte/, /^geb ?datum$/, /^birth/, /^dob$/, /^date of birth$/],
    reason: { nl: 'Dit lijkt een geboortedatum.', en: 'This looks like a date of birth.' },
  },
  {
    words: [/^e?mail/, /^telefoon/, /^tel$/, /^phone/, /^mobiel/, /^iban$/],
    reason: { nl: 'Dit lijken contactgegevens.', en: 'These look like contact details.' },
  },
  {
    words: [
      /^patientnummer$/,
      /^patient ?(id|nr|no|number|naam|name|code)$/,
      /^dossier/,
      /^voornaam$/,
      /^achternaam$/,
      /^voorletters$/,
      /^surname$/,
      /^first ?name$/,
      /^last ?name$/,
    ],
    reason: { nl: 'Dit gaat over één patiënt.', en: 'This is about one patient.' },
  },
  {
    words: [
      /^opmerking/,
      /^toelichting/,
      /^notitie/,
      /^vrije ?tekst$/,
      /^commentaar$/,
      /^vraagstelling$/,
      /^reden/,
      /^journaal/,
      /^comment/,
      /^remark/,
      /^notes?$/,
      /^free ?text$/,
      /^anamnese$/,
      /^brieftekst$/,
    ],
    reason: { nl: 'Dit lijkt vrije tekst.', en: 'This looks like free text.' },
  },
];
const LONG = 120;
const MANY_WORDS = 9;
/** A name of a practice may hold a doctor's name; it is only compared with the register, never kept. */
const ORGANISATION =
  /praktijk|huisarts|medisch|centrum|gezondheid|surgery|practice|medical|health|clinic|zorg|apotheek|ccg|team|commissioning/i;

/** Why a column with this heading is never read, or null. */
export function personalHeading(heading: string): Words | null {
  const own = words(heading);
  const tries = [own.join(' '), ...own, ...own.slice(1).map((word, at) => `${own[at]} ${word}`)];
  return (
    HEADINGS.find((one) => one.words.some((pattern) => tries.some((text) => pattern.test(text))))?.reason ??
    null
  );
}

/**
 * Why a column with these values is never read, or null: identifiers of people, dates of birth, names, sentences.
 * @param field what it would be read as; names of practices and items may look like people's
 */
export function personalContent(values: readonly string[], field: ExtractField | null): Words | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return null;
  const share = (test: (value: string) => boolean): number => filled.filter(test).length / filled.length;
  const several = (part: number): boolean =>
    part * filled.length >= Math.min(2, filled.length) && part >= 0.02;
  if (share((value) => value.length > LONG) > 0 || share((value) => words(value).length >= MANY_WORDS) > 0.2)
    return { nl: 'Hier staan zinnen in.', en: 'This holds sentences.' };
  if (several(share(isBsnLike)) && share(isBsnLike) >= 0.5)
    return {
      nl: 'Hier staan nummers in die een burgerservicenummer kunnen zijn.',
      en: 'This holds numbers that may be citizen service numbers.',
    };
  if (share(isBirthLike) >= 0.6 && spread(filled) >= 15)
    return {
      nl: 'Hier staan datums in die over een mensenleven lopen.',
      en: 'This holds dates that span a lifetime.',
    };
  const scans = filled.map((value) => scanText(value));
  const blocked = scans.filter((scan) => scan.verdict === 'block').length / filled.length;
  // digits alone are judged above: an item or practice code may look like a phone number by accident
  if (several(blocked) && share((value) => /[\p{L}@]/u.test(value)) > 0.02)
    return { nl: 'Hier staan gegevens van personen in.', en: 'This holds details of persons.' };
  if (field !== null && field !== 'practice-name' && field !== 'item-name') return null;
  const named = scans.filter(
    (scan, at) => (countTypes(scan.spans).NAME ?? 0) > 0 && !ORGANISATION.test(filled[at]!),
  );
  if (named.length / filled.length >= 0.5 && field === null)
    return { nl: 'Hier staan namen van personen in.', en: 'This holds names of persons.' };
  return null;
}

/** Whether a text names a person or a number of one: such an item is not read. */
export function isPersonal(text: string): boolean {
  return isBsnLike(text) || scanText(text).verdict === 'block';
}

function isBsnLike(value: string): boolean {
  const digits = value.replace(/[ .]/g, '');
  if (!/^\d{9}$/.test(digits) || /^0{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (at === 8 ? -1 : 9 - at);
  return sum % 11 === 0;
}

const isBirthLike = (value: string): boolean =>
  parseDutchDate(value).ok && value.replace(/\D/g, '').length >= 6;

/** Years between the first and the last date, when they are not all the same few days of the month. */
function spread(values: readonly string[]): number {
  const dates = values.flatMap((value) => {
    const parsed = parseDutchDate(value);
    return parsed.ok ? [parsed.value] : [];
  });
  if (new Set(dates.map((date) => date.slice(8))).size < 5) return 0;
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return Math.max(...years) - Math.min(...years);
}
