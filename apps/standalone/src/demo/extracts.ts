import { DateTime } from 'luxon';
import { writeDutchCsv } from '#libs/tabular';
import type { Chance } from './chance.js';

/** A practice as an extract knows it. */
export interface ExtractedPractice {
  agb: string;
  listSize: number;
}

/** Code, name and referrals a month per 1.000 patients. */
const SPECIALISMS: readonly [string, string, number][] = [
  ['0301', 'Oogheelkunde', 3.2],
  ['0302', 'KNO', 2.9],
  ['0303', 'Chirurgie', 2.6],
  ['0304', 'Plastische chirurgie', 0.7],
  ['0305', 'Orthopedie', 2.8],
  ['0306', 'Urologie', 1.4],
  ['0307', 'Gynaecologie', 1.8],
  ['0308', 'Neurochirurgie', 0.15],
  ['0310', 'Dermatologie', 4.1],
  ['0313', 'Interne geneeskunde', 2.9],
  ['0316', 'Kindergeneeskunde', 1.3],
  ['0318', 'Maag-darm-leverziekten', 2.2],
  ['0320', 'Cardiologie', 3.4],
  ['0322', 'Longziekten', 1.3],
  ['0324', 'Reumatologie', 0.7],
  ['0329', 'Psychiatrie', 0.35],
  ['0330', 'Neurologie', 2.5],
];
/** Code, name and requests a quarter per 1.000 patients of middle age. */
const REQUESTS: readonly [string, string, number][] = [
  ['LAB', 'Laboratorium', 160],
  ['RONT', 'Röntgenonderzoek', 22],
  ['ECHO', 'Echografie', 17],
  ['ECG', 'Hartfilmpje', 9],
  ['LONG', 'Longfunctie', 6],
  ['MRI', 'MRI', 3],
];
/** Age band, part of the patients, and how much more or less is asked for them. */
const AGES: readonly [string, number, number][] = [
  ['0-17', 0.19, 0.35],
  ['18-44', 0.34, 0.75],
  ['45-64', 0.27, 1.15],
  ['65+', 0.2, 1.9],
];

/** Whether a count is Poisson or rounded makes no difference to the eye above thirty. */
function poisson(mean: number, chance: Chance): number {
  if (mean > 30) {
    const sum = Array.from({ length: 12 }, () => chance.next()).reduce((a, b) => a + b, -6);
    return Math.max(0, Math.round(mean + sum * Math.sqrt(mean)));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance.next(); product > limit; product *= chance.next()) count += 1;
  return count;
}

/** How much more or less than others a practice does something: mostly within a quarter. */
const habit = (chance: Chance): number =>
  Math.exp((chance.next() + chance.next() + chance.next() - 1.5) * 0.45);

const text = (heading: string) => ({ heading, type: 'text' as const });
const count = (heading: string) => ({ heading, type: 'integer' as const });

/** Two years of referrals by month, up to and without the present one; the way a referral channel hands them over. */
export function referralExtract(
  practices: readonly ExtractedPractice[],
  today: DateTime,
  chance: Chance,
): Buffer {
  const months = Array.from({ length: 24 }, (_, k) => today.startOf('month').minus({ months: 24 - k }));
  const read = DateTime.min(today, today.startOf('month').plus({ days: 4 })).toFormat('dd-MM-yyyy');
  const rows = practices.flatMap(({ agb, listSize }) => {
    const consulting = 0.02 + chance.next() * 0.1;
    return SPECIALISMS.flatMap(([code, name, rate]) => {
      const own = habit(chance);
      return months.map((month, k) => {
        // questions by way of a joint consult take the place of some referrals
        const share = Math.min(0.3, consulting * (0.6 + k / 20));
        const wanted = poisson((rate * own * listSize) / 1000, chance);
        const consults = poisson(wanted * share, chance);
        const referrals = Math.max(0, wanted - Math.round(consults * 0.6));
        const urgent = Math.min(referrals, poisson(referrals * 0.08, chance));
        return [agb, month.toFormat('yyyy-MM'), code, name, referrals, urgent, consults, listSize, read];
      });
    });
  });
  return writeDutchCsv(
    [
      text('Praktijk AGB'),
      text('Maand'),
      text('Specialisme code'),
      text('Specialisme'),
      count('Aantal verwijzingen'),
      count('Waarvan spoed'),
      count('Meedenkconsulten'),
      count('Ingeschreven patiënten'),
      text('Extractiedatum'),
    ],
    rows,
  );
}

/**
 * Two years of requests for diagnostics by quarter and age. Every third practice was read four months earlier.
 * @param mistaken number of practices whose laboratory requests came in twice
 */
export function diagnosticsExtract(
  practices: readonly ExtractedPractice[],
  today: DateTime,
  chance: Chance,
  mistaken = 0,
): Buffer {
  const quarters = Array.from({ length: 8 }, (_, k) => today.startOf('quarter').minus({ quarters: 8 - k }));
  const late = DateTime.min(today, today.startOf('month').plus({ days: 9 }));
  const rows = practices.flatMap(({ agb, listSize }, n) => {
    const read = (n % 3 === 2 ? late.minus({ months: 4 }) : late).toFormat('dd-MM-yyyy');
    return REQUESTS.flatMap(([code, name, rate]) => {
      const own = habit(chance);
      return AGES.flatMap(([age, part, more]) => {
        const listed = Math.round(listSize * part);
        return quarters.map((quarter) => {
          const requests = poisson((rate * own * more * listed) / 1000, chance);
          const twice = code === 'LAB' && n < mistaken ? 2 : 1;
          const period = `${quarter.year}-K${quarter.quarter}`;
          return [agb, period, code, name, age, requests * twice, listed, read];
        });
      });
    });
  });
  return writeDutchCsv(
    [
      text('AGB-code praktijk'),
      text('Kwartaal'),
      text('Onderzoek code'),
      text('Onderzoek'),
      text('Leeftijd'),
      count('Aantal aanvragen'),
      count('Ingeschreven patiënten'),
      text('Uitgelezen op'),
    ],
    rows,
  );
}
