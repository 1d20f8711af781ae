import type { HandoutContent } from '#libs/contracts';
import type { Fields } from '../specialist/saver';
import { type Item, idOf } from './items';

/** What is saved apart: the texts of the handout, its contact, and each question by its id. */
export const TEXTS = 'texts';
export const CONTACT = 'contact';

/** The change that the server takes for fields of one thing. */
export function bodyOf(thing: string, fields: Fields): object {
  const { confirmed, ...rest } = fields;
  const yes = confirmed === true ? { confirmed: true } : {};
  const { tips, ...texts } = rest;
  if (thing === TEXTS)
    return { ...texts, ...(typeof tips === 'string' ? { tips: tipsOf(tips) } : {}), ...yes };
  return thing === CONTACT ? { contact: rest, ...yes } : { items: [{ id: thing, ...rest }], ...yes };
}

/** One tip per line. */
export const tipsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the server has in a field; undefined for what is not there. */
export function valueIn(content: HandoutContent, thing: string, field: string): unknown {
  if (thing === TEXTS)
    return field === 'tips' ? content.tips.join('\n') : content[field as keyof HandoutContent];
  if (thing === CONTACT) return content.contact[field as keyof HandoutContent['contact']];
  return itemIn(content, thing)?.[field as keyof Item];
}

export function itemIn(content: HandoutContent, id: string): Item | undefined {
  return content.sections.flatMap(({ items }) => items).find((item) => idOf(item) === id);
}

/** Fields of this change that somebody else changed too since `base`, to something else than we did: with their value. */
export function clashesOf(
  base: HandoutContent,
  theirs: HandoutContent,
  thing: string,
  fields: Fields,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, mine]) => {
      const [was, now] = [valueIn(base, thing, field), valueIn(theirs, thing, field)];
      return field === 'confirmed' || was === now || now === mine ? [] : [[field, now]];
    }),
  );
}

/** The guard of the server names a field `id:answer` or `contact:phone`; here it is the field alone. */
export const fieldOf = (item: string): string => item.slice(item.lastIndexOf(':') + 1);
