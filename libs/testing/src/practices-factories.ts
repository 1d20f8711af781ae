import type { Role } from '#libs/contracts';
import type { Actor, Database } from '#libs/platform';
import { makeActor } from './factories.js';

/** One more line of a practice list; what is not given is a valid practice of its own. */
export interface ListedPractice {
  agb: string;
  name?: string;
  street?: string;
  postcode?: string;
  town?: string;
  district?: string;
  listSize?: number | string;
  holder?: string;
  email?: string;
  contact?: string;
  contactEmail?: string;
}

const HEADINGS =
  'AGB-code;Praktijknaam;Adres;Postcode;Plaats;HAGRO;Ingeschreven patiënten;Praktijkhouder;E-mail praktijkhouder;Contactpersoon MTVP;E-mail contactpersoon';
// names that resemble each other as little as places do, so that no row is taken for its neighbour
const NAMES = [
  'Wielewaal',
  'Zonnehof',
  'Koppel',
  'Brink',
  'Liendert',
  'Overhees',
  'Birkt',
  'Vathorst',
  'Eemoever',
  'Kattenbroek',
];

/** A practice list as a Dutch Excel writes it: UTF-8 with byte order mark, `;`, CRLF. */
export function practiceList(practices: readonly ListedPractice[]): Buffer {
  const lines = practices.map((practice, index) => {
    const digits = practice.agb.replace(/\D/g, '');
    const name = practice.name ?? `Praktijk ${NAMES[index % NAMES.length]}`;
    return [
      practice.agb,
      name,
      practice.street ?? `Dorpsstraat ${Number(digits) % 1000}`,
      practice.postcode ?? '3811 AB',
      practice.town ?? 'Vlierdam',
      practice.district ?? 'HAGRO Vlierdam',
      String(practice.listSize ?? 2400),
      practice.holder ?? `Houder ${practice.agb}`,
      practice.email ?? `houder@${digits}.example`,
      practice.contact ?? `Contact ${practice.agb}`,
      practice.contactEmail ?? `mtvp@${digits}.example`,
    ].join(';');
  });
  return Buffer.from(`\ufeff${[HEADINGS, ...lines].join('\r\n')}\r\n`, 'utf8');
}

/** One person with a role at a practice, as the actor that its requests would carry. */
export function makeStaff(
  database: Database,
  regionId: string,
  practiceId: string,
  role: Extract<Role, 'practice-holder' | 'practice-contact' | 'practice-employee' | 'practice-consultant'>,
  values: { name?: string; email?: string } = {},
): Promise<Actor & { personId: string }> {
  return makeActor(database, regionId, role, { scopeId: practiceId, ...values });
}
