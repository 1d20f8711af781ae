/** Two questions that may be the same. */
export interface AlikePair {
  a: string;
  b: string;
  /** 0..1; from `LIKELY` on worth proposing. */
  likeness: number;
}

/** Measured on invented questions (likeness.rules.spec.ts): above it most proposals are right, below it most are not. */
export const LIKELY = 0.28;
/** More would be a list that nobody reads. */
const MOST_PAIRS = 60;

/** What a question consists of besides its subject: question words, small words, and what every question to a specialist says. */
const STOP = new Set(
  `de het een en of maar want dus als dan dat die dit deze er hier daar ook nog al toch wel niet geen meer minder zo te om in op aan bij van voor
  met door over onder naar uit tot tussen sinds tijdens zonder na per is zijn was waren wordt worden werd ben bent heb hebt heeft hebben had
  hadden kan kunt kunnen kon konden mag mogen moet moeten moest zal zult zullen zou zouden wil wilt willen ga gaat gaan doe doet doen gedaan
  laat laten krijgt krijgen komt komen blijft blijven ik u je jij wij we ze zij hij hem haar hun ons onze mijn uw zich men iemand iets alle
  alles elke ieder iedere wat wie waar waarom wanneer hoe hoeveel hoelang hoevaak welk welke waarvoor waarmee waarbij waarop bijvoorbeeld
  graag liefst eigenlijk precies vooral vaak soms altijd nooit eerst nu straks later snel lang langer even eens zelf alleen samen anders andere
  ander goed goede beter beste mogelijk zinvol zin nodig verstandig handig raadzaam gewenst ongeveer minimaal maximaal
  patient patiente patienten mens mensen iemand huisarts huisartsen huisartsenpraktijk praktijk praktijken wijzelf specialist specialisten vakgroep
  ziekenhuis poli polikliniek afdeling collega collegas arts artsen dokter
  verwijzen verwijst verwijs verwezen verwijzing verwijzingen doorverwijzen insturen ingestuurd sturen stuur instuurt presenteren
  vraag vragen advies adviseren adviseert adviseer raad raden raadt aanraden mening visie beleid advies criteria criterium indicatie indicaties
  reden redenen moment termijn manier wijze geval gevallen rol plaats behandelen behandeling behandelt behandeld behandelingen
  volgens betreft rondom omtrent bekend verdacht verdenking verdachte starten start begin beginnen gestart geven geeft gegeven zien ziet gezien
  denken denkt vinden vindt weten maken maakt gebruiken gebruikt gebruik`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words of the profession for one and the same thing, by their stems. */
const SAME: Record<string, string> = Object.fromEntries(
  [
    ['moedervlek', 'naevus', 'nevus', 'naevi', 'moedervlekj'],
    ['bloeddruk', 'hypertensie', 'tensie', 'rr'],
    ['antistolling', 'bloedverdunner', 'doac', 'noac', 'antistollingsmiddel', 'bloedverdunn'],
    ['boezemfibrilleren', 'atriumfibrilleren', 'af', 'boezemfibriller', 'atriumfibriller'],
    ['ecg', 'hartfilmpj', 'hartfilm'],
    ['hartfalen', 'hartfal', 'decompensatie', 'decompensatio'],
    ['basaalcelcarcinoom', 'bcc', 'basalioom', 'basaliom'],
    ['eczeem', 'eczem', 'dermatitis'],
    ['zalf', 'zalv', 'creme', 'crem', 'smeersel'],
    ['teledermatologie', 'meekijkconsult', 'meedenkconsult', 'teleconsult', 'telederm'],
    ['kind', 'kinder'],
    ['oudere', 'ouder', 'bejaard', 'oud'],
    ['zwanger', 'zwangerschap'],
    ['statine', 'statin', 'cholesterolverlager', 'cholesterolverlag'],
    ['wacht', 'wachttijd', 'wachtlijst', 'toegangstijd'],
    ['spoed', 'acuut', 'acut', 'urgent', 'dezelfde dag'],
    ['foto', 'beeld', 'plaatj'],
    ['lab', 'laboratorium', 'laboratoriumonderzoek', 'bloedonderzoek', 'labonderzoek'],
  ].flatMap(([one, ...others]) => others.map((other) => [other, one as string])),
);

/** Lower case, without accents and without signs. */
function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word));
}

const VOWELS = 'aeiou';
/**
 * A light Dutch stem: plural and inflection off, spelling mended (`vlekken` → `vlek`, `klachten` → `klacht`, `lijsten` → `lijst`,
 * `bloeddrukken` → `bloeddruk`, `allergieën` → `allergie`). Wrong for some words in the same way each time, which is all that counts here.
 */
export function stem(word: string): string {
  let root = word;
  if (root.length > 5) root = root.replace(/(?:heden)$/u, 'heid').replace(/(?:tjes|tje)$/u, '');
  if (root.length > 4) {
    if (/ieen$/u.test(root)) root = root.slice(0, -2);
    else if (/en$/u.test(root)) root = root.slice(0, -2);
    else {
      if (/[^s]s$/u.test(root)) root = root.slice(0, -1);
      if (/[^ei]e$/u.test(root)) root = root.slice(0, -1);
    }
  }
  const last = root.at(-1) ?? '';
  // `vlekk` → `vlek`
  if (root.length > 3 && last === root.at(-2) && !VOWELS.includes(last)) root = root.slice(0, -1);
  // `brev` → `bref`, `lez` → `les`: as they are written at the end of a word
  root = root.replace(/v$/u, 'f').replace(/z$/u, 's');
  // `jaar` and `jar` (from `jaren`) are the same
  return root.replace(/([aeou])\1(?=[^aeiou]$)/u, '$1');
}

/** Stems and pieces of words of one question, with how often each occurs. */
interface Features {
  stems: Map<string, number>;
  pieces: Map<string, number>;
}
const GRAM = 4;

function featuresOf(text: string): Features {
  const stems = new Map<string, number>();
  const pieces = new Map<string, number>();
  for (const word of words(text)) {
    const root = stem(word);
    const name = SAME[root] ?? SAME[word] ?? root;
    stems.set(name, (stems.get(name) ?? 0) + 1);
    // pieces find the same word in a compound: `huidkanker` in `huidkankercontrole`
    const padded = `^${name}`;
    for (let at = 0; at + GRAM <= padded.length; at += 1) {
      const piece = padded.slice(at, at + GRAM);
      pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    }
  }
  return { stems, pieces };
}

/** Vectors of length 1: what few questions say weighs most (idf, smoothed so that few questions do not make every word rare). */
function weighted(all: Map<string, number>[]): Map<string, number>[] {
  const seen = new Map<string, number>();
  for (const one of all) for (const feature of one.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return all.map((one) => {
    const vector = new Map(
      [...one].map(([feature, times]) => [
        feature,
        (1 + Math.log(times)) * Math.log(1 + (all.length + 4) / ((seen.get(feature) as number) + 1)),
      ]),
    );
    const length = Math.hypot(...vector.values()) || 1;
    for (const [feature, weight] of vector) vector.set(feature, weight / length);
    return vector;
  });
}

/** Adds `share` × the cosine of every pair that has a feature in common; `sums` is a triangle in rows of length n. */
function addCosines(vectors: Map<string, number>[], share: number, sums: Float64Array): void {
  const holders = new Map<string, [number, number][]>();
  for (const [row, vector] of vectors.entries())
    for (const [feature, weight] of vector) {
      const known = holders.get(feature) ?? [];
      for (const [other, theirs] of known)
        sums[other * vectors.length + row] =
          (sums[other * vectors.length + row] ?? 0) + share * weight * theirs;
      known.push([row, weight]);
      holders.set(feature, known);
    }
}

/** Of the likeness: whole stems, and pieces of them. */
const STEMS = 0.6;

/**
 * Proposals for merging: pairs of questions that look alike, the surest first (DIA-17). Cosine over weighted stems (0.6) and pieces of four
 * letters (0.4); no list of who asked, no clock, no model: the same questions give the same proposals. Time grows with the pairs that share
 * something; 200 questions took 20 to 40 ms.
 * @param questions id and the words for everybody
 * @param least from which likeness on, 0..1
 */
export function alikePairs(
  questions: readonly { id: string; text: string }[],
  least: number = LIKELY,
): AlikePair[] {
  const features = questions.map(({ text }) => featuresOf(text));
  const n = questions.length;
  const sums = new Float64Array(n * n);
  addCosines(weighted(features.map(({ stems }) => stems)), STEMS, sums);
  addCosines(weighted(features.map(({ pieces }) => pieces)), 1 - STEMS, sums);
  const pairs: AlikePair[] = [];
  for (let a = 0; a < n; a += 1)
    for (let b = a + 1; b < n; b += 1) {
      const likeness = Math.min(1, sums[a * n + b] ?? 0);
      if (likeness >= least)
        pairs.push({
          a: questions[a]!.id,
          b: questions[b]!.id,
          likeness: Math.round(likeness * 1000) / 1000,
        });
    }
  return pairs
    .sort((x, y) => y.likeness - x.likeness || (x.a + x.b < y.a + y.b ? -1 : 1))
    .slice(0, MOST_PAIRS);
}
