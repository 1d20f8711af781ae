import type { CampaignTurnout, TurnoutCount } from '../campaigns/campaign.entity.js';
import { MINIMUM_PRACTICES, MINIMUM_RESPONSES } from '../results/display.rules.js';

/** Invitations that are alike, counted. */
export interface InvitedCell {
  role: string;
  theme: string | null;
  practiceId: string | null;
  invited: number;
  answered: number;
}

function count(cells: readonly InvitedCell[]): TurnoutCount {
  const answering = cells.filter((cell) => cell.answered > 0);
  return {
    invited: cells.reduce((sum, cell) => sum + cell.invited, 0),
    answered: cells.reduce((sum, cell) => sum + cell.answered, 0),
    practices: new Set(answering.map((cell) => cell.practiceId)).size,
  };
}

/** What can be counted from invitations, and from nothing else, once a campaign is closed. */
export function countTurnout(cells: readonly InvitedCell[]): CampaignTurnout {
  const by = (key: (cell: InvitedCell) => string | null): Record<string, TurnoutCount> =>
    Object.fromEntries(
      [...new Set(cells.map(key))]
        .filter((value) => value !== null)
        .sort()
        .map((value) => [value, count(cells.filter((cell) => key(cell) === value))]),
    );
  return { whole: count(cells), roles: by((cell) => cell.role), themes: by((cell) => cell.theme) };
}

/** The labels that may stay on opened ballots. */
export interface BallotLabels {
  roles: ReadonlySet<string>;
  themes: ReadonlySet<string>;
}

/**
 * Which roles and themes stay on the ballots when they are opened. A label that few share is a name: the one practice employee of a
 * campaign would be found by her role, however well the ballots were shuffled. So every combination of labels that is left on
 * ballots is shared by at least MINIMUM_RESPONSES of them, of MINIMUM_PRACTICES practices, those without any label included.
 * Where roles and themes together cannot be told, whichever of the two says more about more ballots stays.
 */
export function tellableLabels(cells: readonly InvitedCell[]): BallotLabels {
  const answering = cells.filter((cell) => cell.answered > 0);
  const all = {
    roles: new Set(answering.map((cell) => cell.role)),
    themes: new Set(answering.flatMap((cell) => cell.theme ?? [])),
  };
  const roles = thinned(answering, { roles: all.roles, themes: new Set() });
  const themes = thinned(answering, { roles: new Set(), themes: all.themes });
  const both = thinned(answering, { roles: roles.roles, themes: themes.themes });
  const told = ({ roles: r, themes: t }: BallotLabels): number =>
    count(answering.filter((cell) => r.has(cell.role))).answered +
    count(answering.filter((cell) => cell.theme !== null && t.has(cell.theme))).answered;
  return [both, roles, themes].reduce((best, one) => (told(one) > told(best) ? one : best));
}

/** Takes labels away, the rarest of the smallest combination first, until every combination that is left is large enough. */
function thinned(cells: readonly InvitedCell[], labels: BallotLabels): BallotLabels {
  const roles = new Set(labels.roles);
  const themes = new Set(labels.themes);
  while (roles.size + themes.size > 0) {
    const groups = new Map<string, InvitedCell[]>();
    for (const cell of cells) {
      const theme = cell.theme !== null && themes.has(cell.theme) ? cell.theme : null;
      const key = JSON.stringify([roles.has(cell.role) ? cell.role : null, theme]);
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    }
    const smallest = [...groups]
      .map(([key, group]) => ({ key, ...count(group) }))
      .filter((group) => group.answered < MINIMUM_RESPONSES || group.practices < MINIMUM_PRACTICES)
      .reduce<{ key: string; answered: number } | null>(
        (least, group) => (least && least.answered <= group.answered ? least : group),
        null,
      );
    if (!smallest) break;
    const [role, theme] = JSON.parse(smallest.key) as [string | null, string | null];
    // ballots without any label that are too few need company: the rarest label of all joins them
    const alone = role === null && theme === null;
    const held = (has: (cell: InvitedCell) => boolean): number => count(cells.filter(has)).answered;
    const candidates = [
      ...[...roles]
        .filter((label) => alone || label === role)
        .map((label) => ({ from: roles, label, held: held((cell) => cell.role === label) })),
      ...[...themes]
        .filter((label) => alone || label === theme)
        .map((label) => ({ from: themes, label, held: held((cell) => cell.theme === label) })),
    ];
    const rarest = candidates.reduce((a, b) => (b.held < a.held ? b : a));
    rarest.from.delete(rarest.label);
  }
  return { roles, themes };
}
