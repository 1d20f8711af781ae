import { EXTRACT_FIELDS, type ExtractField, type ExtractKind } from '#libs/contracts';

/** Index of a heading → field. */
export type Mapping = Record<number, ExtractField>;

/** An extract of list sizes counts nothing but patients. */
const COUNTED: readonly ExtractField[] = ['item', 'item-name', 'count', 'urgent', 'consults'];

/** The fields that an extract of this kind can have, in the order of the choice list. */
export function fieldsOf(kind: ExtractKind): ExtractField[] {
  return EXTRACT_FIELDS.filter((field) => kind !== 'list-sizes' || !COUNTED.includes(field));
}

/** Puts a field at a heading; a field belongs to one column, so it leaves the one it stood at. */
export function chosen(
  mapping: Mapping,
  heading: number,
  field: ExtractField | null,
): { mapping: Mapping; movedFrom: number | null } {
  let movedFrom: number | null = null;
  const next: Mapping = {};
  for (const [key, its] of Object.entries(mapping)) {
    const index = Number(key);
    if (index === heading) continue;
    if (field !== null && its === field) movedFrom = index;
    else next[index] = its;
  }
  if (field !== null) next[heading] = field;
  return { mapping: next, movedFrom };
}

/** The fields that still need a column before the file can be read; the server asks for the same. */
export function missingFields(kind: ExtractKind, mapping: Mapping): ExtractField[] {
  const there = new Set(Object.values(mapping));
  const missing: ExtractField[] = [];
  if (!there.has('practice') && !there.has('practice-name')) missing.push('practice');
  // List sizes without a period are those of the month of the extract.
  if (!there.has('period') && !(kind === 'list-sizes' && there.has('extract-at'))) missing.push('period');
  if (kind === 'list-sizes' && !there.has('listed')) missing.push('listed');
  if (kind !== 'list-sizes' && !there.has('count')) missing.push('count');
  return missing;
}
