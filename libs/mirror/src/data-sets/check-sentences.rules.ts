import type { CheckCode, ExtractCheckView, Words } from '#libs/contracts';
import { fillSentence } from '#libs/tabular';

/** One finding, and several. */
const SENTENCES: Record<CheckCode, { one: Words; more: Words }> = {
  gap: {
    one: {
      nl: 'Bij één praktijk ontbreekt een periode, of een deel ervan, die andere praktijken wel hebben.',
      en: 'One practice lacks a period, or part of one, that other practices have.',
    },
    more: {
      nl: '{count} keer ontbreekt bij een praktijk een periode, of een deel ervan, die andere praktijken wel hebben.',
      en: '{count} times a practice lacks a period, or part of one, that other practices have.',
    },
  },
  jump: {
    one: {
      nl: 'Eén aantal is meer dan 20 % anders dan de periode ervoor of de vorige aanlevering.',
      en: 'One number differs by more than 20 % from the period before or the previous data set.',
    },
    more: {
      nl: '{count} aantallen zijn meer dan 20 % anders dan de periode ervoor of de vorige aanlevering.',
      en: '{count} numbers differ by more than 20 % from the period before or the previous data set.',
    },
  },
  'small-list': {
    one: {
      nl: 'Eén praktijk heeft minder dan 750 ingeschreven patiënten; haar cijfers zeggen weinig.',
      en: 'One practice has fewer than 750 registered patients; its figures say little.',
    },
    more: {
      nl: '{count} praktijken hebben minder dan 750 ingeschreven patiënten; hun cijfers zeggen weinig.',
      en: '{count} practices have fewer than 750 registered patients; their figures say little.',
    },
  },
  'extract-dates-differ': {
    one: {
      nl: 'Bij één praktijk zijn de cijfers op een andere dag uit het systeem gehaald.',
      en: 'The figures of one practice were taken from its system on another day.',
    },
    more: {
      nl: 'Bij {count} praktijken zijn de cijfers op een andere dag uit het systeem gehaald.',
      en: 'The figures of {count} practices were taken from their systems on another day.',
    },
  },
  duplicates: {
    one: { nl: 'Eén rij staat er dubbel in en is geweigerd.', en: 'One row occurs twice and was refused.' },
    more: {
      nl: '{count} rijen staan er dubbel in en zijn geweigerd.',
      en: '{count} rows occur twice and were refused.',
    },
  },
  'unknown-practices': {
    one: {
      nl: 'Eén praktijk in het bestand staat niet in het register; haar rijen zijn geweigerd.',
      en: 'One practice in the file is not in the register; its rows were refused.',
    },
    more: {
      nl: '{count} praktijken in het bestand staan niet in het register; hun rijen zijn geweigerd.',
      en: '{count} practices in the file are not in the register; their rows were refused.',
    },
  },
  'practices-missing': {
    one: {
      nl: 'Eén praktijk stond in de vorige aanlevering en ontbreekt nu.',
      en: 'One practice was in the previous data set and is missing now.',
    },
    more: {
      nl: '{count} praktijken stonden in de vorige aanlevering en ontbreken nu.',
      en: '{count} practices were in the previous data set and are missing now.',
    },
  },
  'no-list-size': {
    one: {
      nl: 'Er is geen aantal ingeschreven patiënten, ook niet in een andere aanlevering over deze periode.',
      en: 'There are no numbers of registered patients, nor in another data set about this period.',
    },
    more: {
      nl: 'Er is geen aantal ingeschreven patiënten, ook niet in een andere aanlevering over deze periode.',
      en: 'There are no numbers of registered patients, nor in another data set about this period.',
    },
  },
  'late-period': {
    one: {
      nl: 'De laatste periode is lager dan verwacht; waarschijnlijk komt er nog registratie bij.',
      en: 'The last period is lower than expected; registrations are probably still to come.',
    },
    more: {
      nl: 'De laatste perioden zijn lager dan verwacht; waarschijnlijk komt er nog registratie bij.',
      en: 'The last periods are lower than expected; registrations are probably still to come.',
    },
  },
  'total-differs': {
    one: {
      nl: 'Eén totaal in het bestand is niet de som van zijn delen; de delen zijn gebruikt.',
      en: 'One total in the file is not the sum of its parts; the parts were used.',
    },
    more: {
      nl: '{count} totalen in het bestand zijn niet de som van hun delen; de delen zijn gebruikt.',
      en: '{count} totals in the file are not the sum of their parts; the parts were used.',
    },
  },
};

const SIZES_ELSEWHERE: Words = {
  nl: 'Het aantal ingeschreven patiënten komt uit een andere aanlevering over deze periode.',
  en: 'The numbers of registered patients come from another data set about this period.',
};

/** What was found once list sizes were approved from elsewhere: their absence in this file stops nothing any more. */
export function withSizesElsewhere(checks: readonly ExtractCheckView[]): ExtractCheckView[] {
  return checks.map((one) =>
    one.code === 'no-list-size' ? { ...one, severity: 'note', sentence: SIZES_ELSEWHERE } : one,
  );
}

/** What was found, in one sentence. */
export function checkWords(code: CheckCode, count: number): Words {
  const words = count === 1 ? SENTENCES[code].one : SENTENCES[code].more;
  return { nl: fillSentence(words.nl, { count }, 'nl'), en: fillSentence(words.en, { count }, 'en') };
}
