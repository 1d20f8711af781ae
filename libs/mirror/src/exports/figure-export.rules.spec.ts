import { describe, expect, it } from '@jest/globals';
import type { CardView, OwnFigureView, ProvenanceCard } from '#libs/contracts';
import { sheetCsv } from '#libs/documents';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import { CARD_SENTENCES, cardWords } from '../provenance/card-words.rules.js';
import { exportPeriod, figuresDeck, figureSheets } from './figure-export.rules.js';

const words = (text: string) => ({ nl: text, en: `${text} (en)` });

function card(id: string): CardView {
  const card: ProvenanceCard = {
    cardVersion: 1,
    figureId: `fig_${id}00000000`,
    releaseId: 'rel_00000000',
    supersedes: null,
    measure: {
      code: 'VERW',
      title: 'Verwijzingen',
      definitionVersion: '1.0.0',
      definitionUrl: '/definities/VERW/1.0.0',
      numerator: 'verwijsbrieven',
      unit: 'per 1.000',
      standardisation: 'none',
      intervalMethod: 'byar',
    },
    period: { from: '2025-10-01', toExclusive: '2026-10-01', complete: true },
    sources: [
      {
        system: 'ZorgDomein',
        supplier: 'zorggroep',
        extractAt: '2026-10-06T00:00:00Z',
        importId: 'imp_1',
        rows: 100,
        commitment: `hmac-sha256:${'0'.repeat(64)}`,
      },
    ],
    denominator: { definition: 'ingeschreven patiënten', referenceDate: '2026-04-01' },
    transformations: [
      {
        step: 1,
        activity: 'import',
        code: 'extract',
        codeVersion: '1',
        parametersHash: `sha256:${'0'.repeat(64)}`,
      },
    ],
    disclosureControl: {
      policyVersion: 'sdc-1.0',
      mode: 'pseudonymous',
      auditId: 'aud_1',
      auditVerdict: 'safe',
    },
    artefact: { sha256: '0'.repeat(64), mediaType: 'application/json', bytes: 10 },
    responsibility: {
      importedBy: { role: 'data-steward', organisation: 'Vlierstreek' },
      approvedBy: { role: 'region-coordinator', organisation: 'Vlierstreek' },
      approvedAt: '2026-10-07T00:00:00Z',
    },
    limitations: ['Brieven per post tellen niet mee.', CARD_SENTENCES.severalSources.nl],
    cardHash: `sha256:${'0'.repeat(64)}`,
  };
  return {
    card,
    words: cardWords(card, BUILT_IN_MEASURES[0]!.content),
    verified: true,
    quality: 'good',
    qualityNote: null,
    reviewBy: null,
    overdue: false,
    correctedAt: null,
  };
}

const view: OwnFigureView = {
  measure: { code: 'VERW', version: '1.0.0', content: BUILT_IN_MEASURES[0]!.content, overdue: false },
  item: { code: '0310', name: 'Dermatologie' },
  period: { from: '2025-10-01', toExclusive: '2026-10-01' },
  sentence: words('Uw praktijk verwijst vaker.'),
  detail: words('57,1 per 1.000'),
  own: { value: 57.13, low: 48, high: 67, numerator: 137, denominator: 2398, expected: null },
  region: { value: 51, figureId: 'fig_b', card: card('b') },
  group: {
    groupId: 'g',
    group: 'Groep 3',
    mode: 'pseudonymous',
    figureId: 'fig_c',
    bars: [
      { label: 'Praktijk A', practice: null, value: 63, own: false },
      { label: 'Uw praktijk', practice: null, value: 57, own: true },
      { label: 'Praktijk B', practice: null, value: null, own: false },
    ],
    middle: null,
    remarks: [],
    card: card('c'),
  },
  noGroup: null,
  trend: { points: [], chart: null, needed: 12, breaks: [], sentence: words('Nog te weinig punten.') },
  breakdown: [],
  caseMix: words('Vergrijzing telt mee.'),
  remarks: [],
  card: card('a'),
};

describe('figures in a file', () => {
  it('say "niet getoond" where the page does, and nothing else about that practice (MIR-07)', () => {
    const [figure] = figureSheets(view, 'nl');
    expect(figure!.rows.map((row) => [row[0], row[1], row[4]])).toEqual([
      ['Uw praktijk', 57, 'Uw praktijk verwijst vaker.'],
      ['Praktijk A', 63, ''],
      ['Praktijk B', null, 'niet getoond'],
      ['Regio', 51, ''],
    ]);
    const csv = sheetCsv(figure!).toString('utf8');
    expect(csv).toContain('Praktijk B;;;;niet getoond');
    expect(csv).not.toMatch(/137|2398/);
  });

  it('carry the card of every figure they hold, with its check (MIR-02)', () => {
    const sheets = figureSheets(view, 'nl');
    const cards = sheets.at(-1)!;
    expect(cards.name).toBe('Herkomstkaart');
    expect(new Set(cards.rows.map(([id]) => id))).toEqual(
      new Set(['a', 'b', 'c'].map((id) => `fig_${id}00000000`)),
    );
    expect(cards.rows.filter(([, what]) => what === 'Controle').map((row) => row[2])).toEqual(
      Array(3).fill('klopt'),
    );
  });

  it('say in English what the card says in Dutch, but not what somebody wrote about a source (MIR-02)', () => {
    const notes = (language: 'nl' | 'en', what: string) =>
      figureSheets(view, language)
        .at(-1)!
        .rows.filter((row) => row[0] === 'fig_a00000000' && row[1] === what)
        .map((row) => row[2]);
    expect(notes('nl', 'Let op')).toEqual([
      'Brieven per post tellen niet mee.',
      'De cijfers komen uit meer dan één bron.',
    ]);
    expect(notes('en', 'Note')).toEqual([
      'Brieven per post tellen niet mee.',
      'The figures come from more than one source.',
    ]);
  });

  it('give margins of the own practice alone: the margin of another gives its size away (disclosure §2.6)', () => {
    const [figure] = figureSheets(view, 'en');
    expect(figure!.rows.filter((row) => row[2] !== null || row[3] !== null).map(([who]) => who)).toEqual([
      'Your practice',
    ]);
  });

  it('become a deck that opens with the story and says where each slide comes from (MIR-05, MIR-02)', () => {
    const made = figuresDeck(
      { title: 'Groep 3', region: 'Vlierstreek', story: 'Wij zagen meer huidklachten.' },
      [view],
      'nl',
      new Date('2026-11-01T00:00:00Z'),
    );
    expect(made.slides.map(({ title }) => title)).toEqual([
      'Eerst het verhaal',
      `${view.measure.content.title.nl}: Dermatologie`,
    ]);
    expect(made.slides[1]!.provenance).toMatchObject({
      source: 'ZorgDomein (zorggroep), uitgelezen op 6 oktober 2026',
      period: 'oktober 2025 t/m september 2026',
    });
    expect(made.slides[1]!.blocks[0]).toMatchObject({
      kind: 'bars',
      categories: ['Praktijk A', 'Uw praktijk', 'Praktijk B', 'Regio'],
      series: [{ values: [63, 57, null, 51] }],
    });
  });

  it.each([
    ['2025-01-01', '2026-01-01', 'januari 2025 t/m december 2025'],
    ['2025-12-01', '2026-01-01', 'december 2025 t/m december 2025'],
  ])('call the period from %s up to %s %s', (from, toExclusive, text) => {
    expect(exportPeriod({ from, toExclusive }, 'nl')).toBe(text);
  });
});
