import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { MeasureContent, ProvenanceCard } from '#libs/contracts';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import {
  artefactBytes,
  cardHash,
  provenanceCard,
  tens,
  verifyCard,
  type CardFacts,
  type CardSource,
} from './card.rules.js';
import { CARD_SENTENCES, cardWords } from './card-words.rules.js';
import { dataPackage } from './data-package.rules.js';
import { ownFigureId, publicId, readFigureId } from './figure-id.rules.js';
import { provDocument } from './prov.rules.js';

const fixture = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile(fixture('provenance.schema.json'));
const errors = (card: unknown): unknown => (fits(card) ? [] : fits.errors);

const source: CardSource = {
  id: '01912f4e-0000-7000-8000-000000000001',
  system: 'ZorgDomein',
  supplier: 'Huisartsen Vlierstreek',
  quality: 'good',
  qualityNote: null,
  latePercent: 1.5,
  limitations: ['Brieven per post tellen niet mee.'],
  extractAt: '2026-10-06T02:10:00Z',
  rows: 1284,
  refusedRows: 3,
  commitment: `hmac-sha256:${'a'.repeat(64)}`,
  mapping: { 'Praktijk AGB': 'practice' },
  supersedes: null,
  approvedAt: '2026-11-02T09:00:00Z',
  loadedBy: 'a',
  loadedByRole: 'data-steward',
  approvedBy: 'b',
  approvedByRole: 'region-coordinator',
  extractDates: [],
};
const bytes = artefactBytes({ value: 57 });
const facts = (more: Partial<CardFacts> = {}): CardFacts => ({
  figureId: publicId('fig', '01912f4e-0000-7000-8000-00000000000a'),
  releaseId: publicId('rel', '01912f4e-0000-7000-8000-00000000000b'),
  supersedes: null,
  measure: { code: 'VERW', number: '1.0.0', content: BUILT_IN_MEASURES[0]?.content as MeasureContent },
  item: { code: '0310', name: 'Dermatologie' },
  period: { from: '2025-10-01', toExclusive: '2026-10-01' },
  sources: [source],
  organisation: 'Huisartsen Vlierstreek',
  mode: 'pseudonymous',
  policyVersion: 'sdc-1.0',
  auditId: 'aud_1',
  consentId: null,
  attackerModels: ['outsider', 'each-member'],
  artefact: { bytes, mediaType: 'application/json' },
  bands: ['V65+'],
  standardised: true,
  ...more,
});

describe('a provenance card', () => {
  it('fits the schema that it names, in every mode (MIR-02)', () => {
    for (const mode of ['own', 'pseudonymous', 'open', 'aggregate'] as const)
      expect([mode, errors(provenanceCard(facts({ mode })))]).toEqual([mode, []]);
    expect(
      errors(provenanceCard(facts({ mode: 'own', releaseId: null, standardised: false, bands: [] }))),
    ).toEqual([]);
    expect(errors(fixture('provenance.example.json'))).toEqual([]);
  });

  it('has a hash by RFC 8785 that finds every changed byte, of the card and of what it is about (models/mirror §2)', () => {
    const card = provenanceCard(facts());
    expect(verifyCard(card, bytes)).toBe(true);
    expect(verifyCard(card, artefactBytes({ value: 58 }))).toBe(false);
    const shuffled = Object.fromEntries(Object.entries(card).reverse()) as unknown as ProvenanceCard;
    expect(verifyCard(shuffled, bytes)).toBe(true);
    const changed = (change: (one: ProvenanceCard) => void): boolean => {
      const copy = structuredClone(card);
      change(copy);
      return verifyCard(copy, bytes);
    };
    expect([
      changed((one) => (one.limitations = ['Geen enkele beperking.'])),
      changed((one) => (one.sources[0]!.rows += 10)),
      changed((one) => (one.responsibility.approvedBy.organisation = 'Iemand anders')),
      changed((one) => (one.artefact.sha256 = 'f'.repeat(64))),
      changed((one) => (one.supersedes = 'rel_00000001')),
    ]).toEqual([false, false, false, false, false]);
    // the published example was hashed by others
    const example = fixture('provenance.example.json') as ProvenanceCard;
    expect(cardHash(example)).toBe(example.cardHash);
  });

  it('rounds rows to tens, names roles and no person, and takes keyed commitments only (models/mirror §2)', () => {
    const card = provenanceCard(facts());
    expect(card.sources[0]).toMatchObject({ rows: 1280, rejectedRows: 0 });
    expect([4, 5, 14, 0].map(tens)).toEqual([0, 10, 10, 0]);
    expect(card.responsibility).toEqual({
      importedBy: { role: 'data-steward', organisation: 'Huisartsen Vlierstreek' },
      approvedBy: { role: 'region-coordinator', organisation: 'Huisartsen Vlierstreek' },
      approvedAt: '2026-11-02T09:00:00Z',
    });
    const plain = { ...card, sources: [{ ...card.sources[0], commitment: `sha256:${'a'.repeat(64)}` }] };
    expect(errors(plain)).not.toEqual([]);
  });

  it('says that a period is not complete, and when extracts are of different moments (field B5)', () => {
    const early = {
      ...source,
      extractAt: '2026-09-20T00:00:00Z',
      extractDates: ['2026-09-20', '2026-03-01'],
    };
    const card = provenanceCard(facts({ sources: [early] }));
    expect(card.period.complete).toBe(false);
    expect(card.limitations.some((text) => text.includes('meer dan een kwartaal'))).toBe(true);
    expect(provenanceCard(facts()).period.complete).toBe(true);
    expect(provenanceCard(facts()).limitations.some((text) => text.includes('kwartaal'))).toBe(false);
  });

  it('shows no margin of others, and every step that was taken', () => {
    const card = provenanceCard(facts());
    expect(card.measure.intervalMethod).toBe('none');
    expect(card.transformations.map(({ activity }) => activity)).toEqual([
      'import',
      'aggregate',
      'standardise',
      'suppress',
      'label',
      'publish',
    ]);
    expect(provenanceCard(facts({ mode: 'own' })).transformations.map(({ activity }) => activity)).toEqual([
      'import',
      'aggregate',
      'standardise',
    ]);
  });
});

describe('the words of a card', () => {
  const content = BUILT_IN_MEASURES[0]?.content as MeasureContent;
  const differing = { ...source, extractDates: ['2026-09-20', '2026-03-01'] };

  it('are there in both languages, and the card and its hash stay as they were (MIR-02)', () => {
    const sources = [differing, { ...differing, id: '01912f4e-0000-7000-8000-000000000002', system: 'HIS' }];
    const card = provenanceCard(facts({ sources, standardised: false }));
    const before = structuredClone(card);
    const words = cardWords(card, content);
    expect(card).toEqual(before);
    expect(verifyCard(card, bytes)).toBe(true);
    expect(words).toMatchObject({
      title: { nl: card.measure.title, en: `${content.title.en}: Dermatologie` },
      numerator: content.numeratorWords,
      denominator: content.denominatorWords,
      unit: { nl: 'per 1.000 ingeschreven patiënten', en: 'per 1,000 registered patients' },
    });
    expect(words.limitations.map(({ nl }) => nl)).toEqual(card.limitations);
    // only what somebody wrote about the source is the same in both
    expect(words.limitations.filter(({ nl, en }) => nl === en).map(({ nl }) => nl)).toEqual(
      source.limitations,
    );
    for (const known of ['notCorrected', 'datesDiffer', 'severalSources'] as const)
      expect(words.limitations).toContainEqual(CARD_SENTENCES[known]);
  });

  it('of every built-in measure differ between the languages', () => {
    for (const { code, content: one } of BUILT_IN_MEASURES) {
      const card = provenanceCard(
        facts({ measure: { code, number: '1.0.0', content: one }, item: { code: '*', name: 'alles samen' } }),
      );
      const { title, numerator, denominator } = cardWords(card, one);
      expect([code, title.en]).toEqual([code, `${one.title.en}: everything together`]);
      for (const { nl, en } of [numerator, denominator]) expect([code, en]).not.toEqual([code, nl]);
    }
  });

  it('of an old card, whose definition or sentences are not known any more, stay readable as they stand', () => {
    const old = { ...provenanceCard(facts()), limitations: ['Een zin van vroeger.'] };
    expect(cardWords(old, null)).toMatchObject({
      title: { nl: old.measure.title, en: old.measure.title },
      numerator: { en: old.measure.numerator },
      limitations: [{ nl: 'Een zin van vroeger.', en: 'Een zin van vroeger.' }],
    });
    expect(cardWords({ ...old, measure: { ...old.measure, title: 'Anders' } }, content).title).toEqual({
      nl: 'Anders',
      en: 'Anders',
    });
  });
});

describe('the id of a figure', () => {
  it('of an own figure says which, and comes back whole', () => {
    const key = {
      practiceId: '01912f4e-0000-7000-8000-00000000000c',
      measureVersionId: '01912f4e-0000-7000-8000-00000000000d',
      item: 'échographie *',
      from: '2025-10-01',
    };
    const id = ownFigureId(key);
    expect(id).toMatch(/^fig_[a-z0-9]{8,}$/);
    expect(readFigureId(id)).toEqual({ kind: 'own', key });
    expect(readFigureId(ownFigureId({ ...key, item: '' }))).toEqual({
      kind: 'own',
      key: { ...key, item: '' },
    });
  });

  it('of a released figure is its uuid, and anything else is none', () => {
    const id = '01912f4e-0000-7000-8000-00000000000a';
    expect(readFigureId(publicId('fig', id))).toEqual({ kind: 'released', id });
    for (const wrong of ['', 'x', id, 'fig_1', 'fig_own', `${publicId('fig', id)}0`, "fig_'; --"])
      expect(readFigureId(wrong)).toBeNull();
  });
});

describe('what travels with a figure', () => {
  it('is its provenance in the words of PROV, every reference to something declared (models/mirror §2)', () => {
    const card = provenanceCard(facts({ supersedes: 'rel_00000001' }));
    const prov = provDocument(card);
    const known = new Set([
      ...Object.keys(prov.entity),
      ...Object.keys(prov.activity),
      ...Object.keys(prov.agent),
    ]);
    const relations = [
      prov.wasDerivedFrom,
      prov.wasGeneratedBy,
      prov.used,
      prov.wasAttributedTo,
      prov.wasRevisionOf ?? {},
    ];
    for (const relation of relations)
      for (const one of Object.values(relation))
        for (const end of Object.values(one)) expect([end, known.has(end)]).toEqual([end, true]);
    expect(Object.keys(prov.wasDerivedFrom)).toHaveLength(2);
    expect(JSON.stringify(prov)).not.toContain('1284');
  });

  it('is a data package with hashes, columns and the cards themselves (models/mirror §2)', () => {
    const card = provenanceCard(facts());
    const file = Buffer.from('Maat;Waarde\r\nVERW;57\r\n');
    const made = dataPackage({
      name: 'spiegel-vlierstreek',
      title: 'Verwijzingen',
      created: '2026-11-02T09:00:00Z',
      resources: [
        {
          name: 'cijfers',
          path: 'cijfers.csv',
          bytes: file,
          fields: [
            { name: 'Maat', type: 'string' },
            { name: 'Waarde', type: 'number' },
          ],
        },
      ],
      cards: [card, card],
    });
    expect(made).toMatchObject({
      profile: 'tabular-data-package',
      sources: [{ title: 'ZorgDomein (Huisartsen Vlierstreek)' }],
      resources: [
        {
          bytes: file.byteLength,
          hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          dialect: { delimiter: ';' },
          schema: {
            fields: [{ name: 'Maat' }, { name: 'Waarde', decimalChar: ',' }],
            missingValues: ['', ':'],
          },
        },
      ],
      provenance: [card, card],
    });
  });
});
