import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DisclosureMode, MeasureContent, ProvenanceCard, SourceQuality } from '#libs/contracts';
import { extractDatesDiffer } from '../figures/comparability.rules.js';
import { CARD_SENTENCES, unitWords } from './card-words.rules.js';
import { OWN_RELEASE } from './figure-id.rules.js';

/** The versions of what computes; raised with every change that can change a number. */
export const CODE_VERSIONS = {
  import: '1.0.0',
  aggregate: '1.0.0',
  standardise: '1.0.0',
  suppress: '1.0.0',
  label: '1.0.0',
  publish: '1.0.0',
} as const;

/** RFC 8785: one way to write a value, so that whoever has the value has the hash. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values can be written canonically.');
  return text;
}

/** The bytes behind a figure that is served as JSON: what its card's artefact hash is over. */
export const artefactBytes = (body: unknown): Buffer => Buffer.from(canonicalJson(body), 'utf8');

const hex = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex');

/** `sha256:` and the hash over the card without its own hash (models/mirror §2). */
export function cardHash(card: Omit<ProvenanceCard, 'cardHash'> & { cardHash?: string }): string {
  const { cardHash: _own, ...rest } = card;
  return `sha256:${hex(canonicalJson(rest))}`;
}

/** The card is whole, and it is about these bytes. */
export function verifyCard(card: ProvenanceCard, bytes: Uint8Array): boolean {
  return (
    cardHash(card) === card.cardHash &&
    card.artefact.bytes === bytes.byteLength &&
    card.artefact.sha256 === hex(bytes)
  );
}

/** A data set as a card needs it. */
export interface CardSource {
  id: string;
  system: string;
  supplier: string;
  quality: SourceQuality;
  qualityNote: string | null;
  latePercent: number | null;
  limitations: string[];
  extractAt: string;
  rows: number;
  refusedRows: number;
  commitment: string;
  /** What the file's columns were read as; no values. */
  mapping: unknown;
  supersedes: string | null;
  approvedAt: string;
  loadedBy: string | null;
  loadedByRole: string;
  approvedBy: string | null;
  approvedByRole: string;
  /** Different extraction dates of the practices that are shown, or of all of the data set; if known. */
  extractDates: string[];
}

export interface CardFacts {
  figureId: string;
  releaseId: string | null;
  supersedes: string | null;
  measure: { code: string; number: string; content: MeasureContent };
  item: { code: string; name: string };
  period: { from: string; toExclusive: string };
  sources: readonly CardSource[];
  organisation: string;
  mode: DisclosureMode;
  policyVersion: string;
  auditId: string;
  consentId: string | null;
  attackerModels: string[];
  artefact: { bytes: Uint8Array; mediaType: string };
  bands: string[];
  /** It was corrected for age and sex; a definition may ask for what a source cannot give. */
  standardised: boolean;
}

/** A count of rows is a statement too: it goes on a card in tens (models/mirror §2, trap b). */
export const tens = (rows: number): number => Math.round(rows / 10) * 10;

/** The card of a figure: schema urn:spiegel:provenance-card:1. Says nothing that the figure itself does not. */
export function provenanceCard(facts: CardFacts): ProvenanceCard {
  const { measure, period, sources, artefact } = facts;
  const { content } = measure;
  const newest = [...sources].sort((a, b) => b.approvedAt.localeCompare(a.approvedAt))[0];
  if (!newest) throw new Error('A card names at least one data set.');
  const late = Math.max(...sources.map(({ latePercent }) => latePercent ?? -1));
  const card: Omit<ProvenanceCard, 'cardHash'> = {
    cardVersion: 1,
    figureId: facts.figureId,
    releaseId: facts.releaseId ?? OWN_RELEASE,
    supersedes: facts.supersedes,
    measure: {
      code: measure.code,
      title: facts.item.name === '' ? content.title.nl : `${content.title.nl}: ${facts.item.name}`,
      definitionVersion: measure.number,
      definitionUrl: `/definities/${measure.code}/${measure.number}`,
      numerator: content.numeratorWords.nl,
      unit: unitWords(content).nl,
      standardisation: facts.standardised ? content.standardisation : 'none',
      ...(facts.standardised && { referencePopulation: 'regio, zelfde periode' }),
      intervalMethod: facts.mode === 'own' ? content.intervalMethod : 'none',
      ...(facts.mode === 'own' && content.intervalMethod !== 'none' && { confidence: 0.95 }),
    },
    period: {
      ...period,
      complete: sources.every(({ extractAt }) => extractAt.slice(0, 10) >= period.toExclusive),
      ...(late >= 0 && { expectedLateRegistrationPct: late }),
    },
    sources: sources.map((source) => ({
      system: source.system,
      supplier: source.supplier,
      extractAt: source.extractAt,
      importId: `imp_${source.id.replaceAll('-', '')}`,
      rows: tens(source.rows),
      rejectedRows: tens(source.refusedRows),
      commitment: source.commitment,
    })),
    denominator: {
      definition: content.denominatorWords.nl,
      referenceDate: lastQuarterStart(period.toExclusive),
      ...(facts.bands.length > 0 && { bands: facts.bands }),
    },
    transformations: stepsOf(facts),
    disclosureControl: {
      policyVersion: facts.policyVersion,
      mode: facts.mode,
      consentId: facts.consentId,
      auditId: facts.auditId,
      auditVerdict: 'safe',
      attackerModels: facts.attackerModels,
    },
    artefact: {
      sha256: hex(artefact.bytes),
      mediaType: artefact.mediaType,
      bytes: artefact.bytes.byteLength,
    },
    responsibility: {
      importedBy: { role: newest.loadedByRole, organisation: facts.organisation },
      approvedBy: { role: newest.approvedByRole, organisation: facts.organisation },
      approvedAt: newest.approvedAt,
    },
    limitations: limitationsOf(facts),
  };
  return { ...card, cardHash: cardHash(card) };
}

/** Every step from file to figure with the version of its code and a hash of its settings; settings hold no counts. */
function stepsOf(facts: CardFacts): ProvenanceCard['transformations'] {
  const { measure, sources, item, period, mode, policyVersion } = facts;
  const { numerator, denominator, per, standardisation, intervalMethod } = measure.content;
  const steps: [
    ProvenanceCard['transformations'][number]['activity'],
    keyof typeof CODE_VERSIONS,
    unknown,
  ][] = [
    ['import', 'import', sources.map(({ mapping }) => mapping)],
    ['aggregate', 'aggregate', { item: item.code, period, numerator, denominator }],
    ...(facts.standardised
      ? ([['standardise', 'standardise', { standardisation, per, intervalMethod }]] as const).map(
          (one): ['standardise', 'standardise', unknown] => [...one],
        )
      : []),
  ];
  if (mode !== 'own') {
    steps.push(['suppress', 'suppress', { policyVersion, attackerModels: facts.attackerModels }]);
    if (mode !== 'aggregate') steps.push(['label', 'label', { mode }]);
    steps.push(['publish', 'publish', { mode, policyVersion }]);
  }
  return steps.map(([activity, code, parameters], at) => ({
    step: at + 1,
    activity,
    code,
    codeVersion: CODE_VERSIONS[code],
    parametersHash: `sha256:${hex(canonicalJson(parameters))}`,
  }));
}

/** What the figure does not say, in Dutch (`cardWords` has the English): of the sources, of the definition, and of what was found here. */
function limitationsOf({ measure, sources, mode, standardised }: CardFacts): string[] {
  const { content } = measure;
  const found = [
    ...sources.flatMap(({ limitations }) => limitations),
    ...content.limitations.map(({ nl }) => nl),
    ...(content.standardisation !== 'none' && !standardised ? [CARD_SENTENCES.notCorrected.nl] : []),
    ...(mode !== 'own' && extractDatesDiffer(sources.flatMap(({ extractDates }) => extractDates))
      ? [CARD_SENTENCES.datesDiffer.nl]
      : []),
    ...(new Set(sources.map(({ system }) => system)).size > 1 ? [CARD_SENTENCES.severalSources.nl] : []),
  ].filter((text) => text.trim().length >= 10);
  const own = [...new Set(found)];
  return own.length > 0 ? own : [CARD_SENTENCES.outside.nl];
}

function lastQuarterStart(toExclusive: string): string {
  const date = new Date(`${toExclusive}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 3);
  return date.toISOString().slice(0, 10);
}
