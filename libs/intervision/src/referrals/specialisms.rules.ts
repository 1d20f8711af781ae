import type { ReferralSpecialism } from '#libs/contracts';

/** What lists call a specialism, in small letters without accents → the name under which it is kept. */
const NAMES: readonly (readonly [kept: ReferralSpecialism, ...said: string[]])[] = [
  ['Allergologie', 'allergologie'],
  ['Cardiologie', 'cardiologie', 'cardioloog', 'cardio', 'hartfalenpoli'],
  ['Chirurgie', 'chirurgie', 'chirurg', 'heelkunde', 'mammapoli', 'vaatchirurgie', 'trauma'],
  ['Dermatologie', 'dermatologie', 'dermatoloog', 'derma', 'huidarts', 'teledermatologie'],
  ['Diëtetiek', 'dietetiek', 'dietist'],
  ['Ergotherapie', 'ergotherapie', 'ergotherapeut'],
  ['Fysiotherapie', 'fysiotherapie', 'fysiotherapeut', 'fysio'],
  ['Geriatrie', 'geriatrie', 'geriater', 'ouderengeneeskunde'],
  ['GGZ', 'ggz', 'psychiatrie', 'psychiater', 'psychologie', 'psycholoog', 'gbggz', 'sggz'],
  ['Gynaecologie', 'gynaecologie', 'gynaecoloog', 'gynaeco', 'verloskunde', 'obstetrie'],
  ['Interne geneeskunde', 'interne', 'internist', 'endocrinologie', 'nefrologie', 'hematologie', 'oncologie'],
  ['Kaakchirurgie', 'kaakchirurgie', 'kaakchirurg', 'mka'],
  ['Kindergeneeskunde', 'kindergeneeskunde', 'kinderarts', 'pediatrie'],
  ['Klinische genetica', 'genetica'],
  ['KNO', 'kno', 'keel', 'audiologie'],
  ['Logopedie', 'logopedie', 'logopedist'],
  ['Longgeneeskunde', 'longgeneeskunde', 'longarts', 'longziekten', 'pulmonologie'],
  ['Maag-darm-leverziekten', 'mdl', 'maag', 'gastroenterologie'],
  ['Neurologie', 'neurologie', 'neuroloog'],
  ['Oogheelkunde', 'oogheelkunde', 'oogarts', 'oogziekten'],
  ['Orthopedie', 'orthopedie', 'orthopeed'],
  ['Pijngeneeskunde', 'pijngeneeskunde', 'pijnpoli', 'pijnbestrijding', 'anesthesiologie'],
  ['Plastische chirurgie', 'plastische', 'plastisch'],
  ['Podotherapie', 'podotherapie', 'podotherapeut'],
  ['Reumatologie', 'reumatologie', 'reumatoloog', 'reuma'],
  ['Revalidatie', 'revalidatie', 'revalidatiearts'],
  ['Sportgeneeskunde', 'sportgeneeskunde', 'sportarts'],
  ['Urologie', 'urologie', 'uroloog'],
  ['Beeldvorming', 'rontgen', 'x-thorax', 'mri', 'ct', 'ct-scan', 'echo', 'echografie', 'radiologie', 'dexa'],
  ['Laboratorium', 'lab', 'laboratorium', 'bloedonderzoek', 'pcr', 'bloedprikken'],
  ['Functieonderzoek', 'ecg', 'holter', 'spirometrie', 'longfunctie', 'fundusfoto', 'ergometrie'],
];
const KEPT = new Map(NAMES.flatMap(([kept, ...said]) => said.map((word) => [word, kept] as const)));
/** What is done to find something out, rather than handed over. */
const DIAGNOSTICS: ReadonlySet<string> = new Set(['Beeldvorming', 'Laboratorium', 'Functieonderzoek']);

/** Small letters without accents; the words of a text. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => (word === '' ? [] : [word.replace(/^-+|-+$/g, '')]))
    .filter(Boolean);
}

/** The specialism that a text names, the first one; null when it names none that is known. */
export function specialismIn(text: string): string | null {
  for (const word of plainWords(text)) {
    const kept = KEPT.get(word);
    if (kept) return kept;
  }
  return null;
}

/** Words of a text that name a specialism: they are no names of people. */
export const isSpecialismWord = (word: string): boolean => plainWords(word).every((one) => KEPT.has(one));

export const isDiagnostics = (specialism: string): boolean => DIAGNOSTICS.has(specialism);
