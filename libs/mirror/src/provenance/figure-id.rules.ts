/** `fig_` or `rel_` and a uuid without dashes, as ids stand on cards. */
export const publicId = (kind: 'fig' | 'rel' | 'imp', id: string): string =>
  `${kind}_${id.replaceAll('-', '').toLowerCase()}`;

/** The release on the card of an own figure: there is none, nothing was released. */
export const OWN_RELEASE = 'rel_ownfigure';

/** What an own figure is of. Own figures are computed and stored nowhere, so their id says it all. */
export interface OwnFigureKey {
  practiceId: string;
  measureVersionId: string;
  item: string;
  /** First day of the twelve months. */
  from: string;
}

const OWN = /^fig_own([0-9a-f]{32})([0-9a-f]{32})(\d{6})([0-9a-f]*)$/;
const RELEASED = /^fig_([0-9a-f]{32})$/;

/** The same figure keeps its id when its data are corrected (models/mirror §2, trap d). */
export const ownFigureId = ({ practiceId, measureVersionId, item, from }: OwnFigureKey): string =>
  `fig_own${bare(practiceId)}${bare(measureVersionId)}${from.slice(0, 7).replace('-', '')}${Buffer.from(item).toString('hex')}`;

/** What a public figure id points at, or null when it is none. */
export function readFigureId(
  id: string,
): { kind: 'own'; key: OwnFigureKey } | { kind: 'released'; id: string } | null {
  const released = RELEASED.exec(id);
  if (released) return { kind: 'released', id: uuid(released[1] as string) };
  const own = OWN.exec(id);
  if (!own) return null;
  const [, practice, version, month, item] = own as unknown as [string, string, string, string, string];
  if (item.length % 2 === 1 || item.length > 200) return null;
  return {
    kind: 'own',
    key: {
      practiceId: uuid(practice),
      measureVersionId: uuid(version),
      item: Buffer.from(item, 'hex').toString(),
      from: `${month.slice(0, 4)}-${month.slice(4)}-01`,
    },
  };
}

const bare = (id: string): string => id.replaceAll('-', '').toLowerCase();
const uuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
