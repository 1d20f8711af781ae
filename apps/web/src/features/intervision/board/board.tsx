import { useTranslation } from 'react-i18next';
import type { BoardGroupView, EffectView, ProposalView } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import type { BoardActions } from './board-actions';
import { GroupCard } from './group-card';
import { groupOf, memberOf } from './picking';
import { PracticeRow, type SeatView } from './practice-row';
import { useBoardInput } from './use-board-input';
import type { PickingState } from './use-picking';
import classes from './group-card.module.css';

// Menus are fetched when the first one opens; the board is there earlier for it.
const GroupMenu = later(async () => (await import('./group-menu')).GroupMenu);
const PracticeMenu = later(async () => (await import('./practice-menu')).PracticeMenu);

export interface BoardProps {
  proposal: ProposalView;
  state: PickingState;
  actions: BoardActions;
  /** The practice in the panel beside the board. */
  chosen: string | null;
  onChoose: (practiceId: string) => void;
  /** A click or tap, on a screen without room for the panel. */
  onOpen: (practiceId: string) => void;
  narrow: boolean;
}

/**
 * The groups as cards. One row is in the tab order; arrows go through the rows. Enter picks a practice up, arrows then
 * choose where it goes, Enter puts it down. The mouse drags, or clicks where the practice goes.
 */
export function Board(props: BoardProps) {
  const { t } = useTranslation('board');
  const { proposal, state, actions, chosen } = props;
  const { picking, change, preview, effect } = state;
  const { root, handlers, reachable, menu, closeMenu } = useBoardInput(props);
  const editable = proposal.state === 'ready';

  const row = (seat: SeatView, groupId: string | null) => (
    <PracticeRow
      key={seat.practiceId}
      seat={seat}
      reachable={seat.practiceId === reachable}
      chosen={seat.practiceId === chosen}
      picked={seat.practiceId === picking?.practiceId}
      target={picking?.target?.kind === 'practice' && picking.target.practiceId === seat.practiceId}
      leaving={groupId !== null && (preview.get(groupId)?.leaving.has(seat.practiceId) ?? false)}
      editable={editable}
      menu={
        menu?.kind === 'practice' && menu.id === seat.practiceId ? (
          <PracticeMenu
            name={seat.name}
            member={memberOf(proposal.board, seat.practiceId)}
            group={groupOf(proposal.board, seat.practiceId)}
            practiceId={seat.practiceId}
            actions={actions}
            onWhy={props.narrow ? () => props.onOpen(seat.practiceId) : null}
            onClose={closeMenu}
          />
        ) : null
      }
    />
  );
  const isTarget = (groupId: string | null) =>
    picking?.target?.kind === 'group' && picking.target.groupId === groupId && change !== null;
  const card = (group: BoardGroupView) => (
    <GroupCard
      key={group.id}
      group={group}
      preview={preview.get(group.id)}
      delta={change && effect?.allowed ? deltaOf(effect, group.id) : null}
      target={isTarget(group.id)}
      editable={editable}
      menu={
        menu?.kind === 'group' && menu.id === group.id ? (
          <GroupMenu group={group} actions={actions} onClose={closeMenu} />
        ) : null
      }
      rows={group.members.map((member) =>
        row({ practiceId: member.practiceId, name: member.name, member }, group.id),
      )}
    />
  );
  return (
    <div ref={root} className={classes.board} aria-label={t('board')} role="region" {...handlers}>
      {proposal.left.length > 0 && <LeftOut proposal={proposal} target={isTarget(null)} row={row} />}
      {proposal.board.map(card)}
    </div>
  );
}

const deltaOf = (effect: EffectView, groupId: string): number | null =>
  effect.groups.find((one) => one.groupId === groupId)?.delta ?? null;

interface LeftOutProps {
  proposal: ProposalView;
  target: boolean;
  row: (seat: SeatView, groupId: null) => React.ReactNode;
}

/** Practices without a group: never dropped silently, each with the reason. */
function LeftOut({ proposal, target, row }: LeftOutProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const count = proposal.left.length;
  return (
    <section
      className={`${classes.card} ${classes.left}`}
      data-left
      data-target={target || undefined}
      aria-label={t('left', { count })}
    >
      <h3 className={classes.theme}>{t('left', { count })}</h3>
      <p className={classes.when}>{t('left.lead')}</p>
      <div role="grid" aria-label={t('left', { count })} className={classes.leftRows}>
        {proposal.left.map((left) => (
          <div key={left.practiceId} role="rowgroup">
            {row({ practiceId: left.practiceId, name: left.name, member: null }, null)}
            <p className={classes.reason}>{words(left.reason)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
