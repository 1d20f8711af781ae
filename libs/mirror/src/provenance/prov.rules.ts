import type { ProvenanceCard } from '#libs/contracts';

/** PROV-JSON (W3C member submission 2013): entities, activities, agents and how they hang together, by id. */
export interface ProvDocument {
  prefix: Record<string, string>;
  entity: Record<string, Record<string, unknown>>;
  activity: Record<string, Record<string, unknown>>;
  agent: Record<string, Record<string, unknown>>;
  wasDerivedFrom: Record<string, Record<string, string>>;
  wasGeneratedBy: Record<string, Record<string, string>>;
  used: Record<string, Record<string, string>>;
  wasAttributedTo: Record<string, Record<string, string>>;
  wasRevisionOf?: Record<string, Record<string, string>>;
}

/**
 * A card in the words of W3C PROV (models/mirror §2): the figure is an entity derived from the extracts, made by one
 * activity per step, attributed to who loaded and who approved, as roles of an organisation.
 */
export function provDocument(card: ProvenanceCard): ProvDocument {
  const id = (name: string): string => `lk:${name}`;
  const figure = id(card.figureId);
  const measure = id(`measure/${card.measure.code}/${card.measure.definitionVersion}`);
  const numbered = <T, R>(items: readonly T[], of: (item: T) => R): Record<string, R> =>
    Object.fromEntries(items.map((item, at) => [`_:n${at + 1}`, of(item)]));
  const step = (at: number): string => id(`${card.figureId}/step/${at}`);
  const last = card.transformations.at(-1);
  const agents = [
    ['importedBy', card.responsibility.importedBy],
    ['approvedBy', card.responsibility.approvedBy],
  ] as const;
  const sources = card.sources.map(({ importId }) => id(importId));
  const inputs = [...sources, measure];
  return {
    prefix: {
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      lk: 'urn:leerkring:',
    },
    entity: {
      [figure]: {
        'prov:type': 'lk:Figure',
        'prov:label': card.measure.title,
        'lk:from': card.period.from,
        'lk:toExclusive': card.period.toExclusive,
        'lk:sha256': card.artefact.sha256,
        'lk:cardHash': card.cardHash,
      },
      [measure]: {
        'prov:type': 'lk:MeasureVersion',
        'prov:label': card.measure.title,
        'lk:numerator': card.measure.numerator,
        'lk:denominator': card.denominator.definition,
      },
      ...Object.fromEntries(
        card.sources.map((source) => [
          id(source.importId),
          {
            'prov:type': 'lk:Extract',
            'prov:label': `${source.system} (${source.supplier})`,
            'prov:generatedAtTime': { $: source.extractAt, type: 'xsd:dateTime' },
            'lk:commitment': source.commitment,
          },
        ]),
      ),
      ...(card.supersedes !== null && { [id(card.supersedes)]: { 'prov:type': 'lk:Replaced' } }),
    },
    activity: Object.fromEntries(
      card.transformations.map((one) => [
        step(one.step),
        {
          'prov:type': `lk:${one.activity}`,
          'lk:code': `${one.code} ${one.codeVersion}`,
          'lk:parameters': one.parametersHash,
        },
      ]),
    ),
    agent: Object.fromEntries(
      agents.map(([name, { role, organisation }]) => [
        id(`${card.figureId}/${name}`),
        { 'prov:type': 'prov:Organization', 'prov:label': organisation, 'lk:role': role },
      ]),
    ),
    wasDerivedFrom: numbered(inputs, (used) => ({
      'prov:generatedEntity': figure,
      'prov:usedEntity': used,
    })),
    wasGeneratedBy: last ? { '_:g1': { 'prov:entity': figure, 'prov:activity': step(last.step) } } : {},
    used: numbered(card.transformations, ({ step: at }) => ({
      'prov:activity': step(at),
      'prov:entity': sources[0] as string,
    })),
    wasAttributedTo: numbered(agents, ([name]) => ({
      'prov:entity': figure,
      'prov:agent': id(`${card.figureId}/${name}`),
    })),
    ...(card.supersedes !== null && {
      wasRevisionOf: {
        '_:r1': { 'prov:generatedEntity': figure, 'prov:usedEntity': id(card.supersedes) },
      },
    }),
  };
}
