/** Ends of Dutch street names. */
const STREET =
  /.(?:straat|straatje|laan|weg|plein|dijk|kade|gracht|singel|steeg|dreef|plantsoen|boulevard|allee|hof|park|pad|markt|wal|akker|erf|oord|donk|brink|brug|horst|weide|gaarde|vaart|zoom|baan|haven|poort|meent|ring|burg|veld|kamp|berg|hoek|tuin|straatweg|dam|lei|rade|kwartier)$/;
/** Ends that hardly any other word has: believed without a capital. */
const SURE = /(?:straat|straatje|laan|plein|gracht|kade|singel|steeg|dreef|plantsoen|straatweg)$/;
/** Words with such an end that are no street. */
const NO_STREET =
  /^(?:luchtweg|luchtwegen|urineweg|galweg|onderweg|snelweg|zorgpad|stappenpad|keuzepad|leerpad|klantpad|patientpad|monitoring|ring|bijwerking|.{0,20}(?:ering|eling|eging|ening|aking|ating|orting|iking|oring|ering|ssing|nning|tting|rking|ling|ding|ning|ting|king|ping|sing|zing|ving|ging|ming|fing|hing)|diagnostiekstraat|teststraat|prikstraat|vaccinatiestraat|bloedbaan|geleidingsbaan|loopbaan|gezichtsveld|werkveld|speelveld|vakgebied|amsterdam|rotterdam|schiedam|zaandam|edam|volendam|veendam|appingedam|madam|middelburg|tilburg|limburg|nijkerk|voorburg|leidschendam|culemborg|gerechtshof|onderhoek|invalshoek|hoek|kamp|berg|veld|burg|dam|erf|oord|wal|tuin|brug|baan|ijsbaan|rijbaan|haven|zwembad|hartpad|longpad|ketenpad|zorgplein|bouwplein|werkplein|leerplein|luchtvaart|scheepvaart|ruimtevaart|bewijs|zoom|weide|weekmarkt|arbeidsmarkt|zorgmarkt|huizenmarkt|lei|toegangspoort)$/;
/** Names of streets that consist of the kind of street alone. */
const ALONE =
  /^(?:markt|brink|plein|singel|kade|gracht|dijk|laan|hof|dam|achterom|voorstraat|kerkpad|haven|wal|park)$/;

/** A word that ends like a street. */
export function hasStreetEnding(word: string): boolean {
  return word.length > 4 && STREET.test(word) && !NO_STREET.test(word);
}

/** A word that can only be a street. */
export function isSureStreet(word: string): boolean {
  return word.length > 6 && SURE.test(word) && !NO_STREET.test(word);
}

/** Markt, Brink, Plein: a street by itself, or the head of one (Laan van Meerdervoort). */
export function isStreetNoun(word: string): boolean {
  return ALONE.test(word) || word === 'straat' || word === 'weg' || word === 'pad';
}
