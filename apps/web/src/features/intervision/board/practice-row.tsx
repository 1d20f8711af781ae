import { ActionIcon, VisuallyHidden } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCalendarOff,
  IconCalendarQuestion,
  IconDotsVertical,
  IconMessageCircle,
  IconPinFilled,
} from '@tabler/icons-react';
import { type ReactNode, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardMemberView } from '#libs/contracts';
import classes from './group-card.module.css';

export interface SeatView extends Pick<BoardMemberView, 'practiceId' | 'name'> {
  /** Null for who has no place yet. */
  member: BoardMemberView | null;
}
interface PracticeRowProps {
  seat: SeatView;
  /** The one row of the board that Tab reaches. */
  reachable: boolean;
  /** Shown in the panel beside the board. */
  chosen: boolean;
  picked: boolean;
  /** Would trade places with the practice that is picked up. */
  target: boolean;
  leaving: boolean;
  /** False on a board that can only be read. */
  editable: boolean;
  /** The open menu of this row, instead of its button. */
  menu: ReactNode;
}

/** One practice on the board. Clicks, keys and drags are handled by the board as a whole. */
export const PracticeRow = memo(function PracticeRow(props: PracticeRowProps) {
  const { t } = useTranslation('board');
  const { seat, reachable, picked, leaving } = props;
  const { practiceId, name, member } = seat;
  const tabIndex = reachable ? 0 : -1;
  const rank = member
    ? member.rank === null
      ? t('rank.none.label')
      : t('rank.label', { rank: member.rank })
    : null;
  const more = [
    rank,
    member?.leader && t('member.leader'),
    member?.attendance === 'maybe' && t('member.maybe'),
    member?.attendance === 'no' && t('member.no'),
    member?.pinned && t('member.pinned'),
    picked && t('member.picked'),
  ].filter(Boolean);
  return (
    <div role="row" className={classes.row} data-leaving={leaving || undefined}>
      <div role="gridcell" className={classes.cell}>
        <button
          type="button"
          className={classes.practice}
          data-practice={practiceId}
          data-chosen={props.chosen || undefined}
          data-picked={picked || undefined}
          data-target={props.target || undefined}
          aria-pressed={picked}
          tabIndex={tabIndex}
          draggable={props.editable}
        >
          {leaving && <IconArrowLeft size={15} stroke={2.3} className="lk-icon" />}
          <span className={classes.name}>{name}</span>
          {member?.pinned && <IconPinFilled size={13} className={classes.pin} />}
          {member?.leader && <IconMessageCircle size={15} stroke={1.9} className={classes.good} />}
          {member?.attendance === 'maybe' && (
            <IconCalendarQuestion size={15} stroke={1.9} className={classes.warn} />
          )}
          {member?.attendance === 'no' && <IconCalendarOff size={15} stroke={1.9} className={classes.warn} />}
          {member && <Rank rank={member.rank} />}
          {more.length > 0 && <VisuallyHidden>{`, ${more.join(', ')}`}</VisuallyHidden>}
        </button>
      </div>
      <div role="gridcell" className={classes.more} hidden={!props.editable}>
        {props.menu ?? (
          <ActionIcon
            variant="transparent"
            size={24}
            color="gray"
            className={classes.dots}
            data-menu={practiceId}
            aria-label={t('menu.of', { name })}
            aria-haspopup="menu"
            tabIndex={tabIndex}
          >
            <IconDotsVertical size={16} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
});

/** A practice that would come in; only drawn, the real row is still in its own group. */
export function ComingRow({ name }: { name: string }) {
  return (
    <div className={classes.coming} aria-hidden>
      <IconArrowRight size={15} stroke={2.3} className="lk-icon" />
      <span className={classes.name}>{name}</span>
    </div>
  );
}

function Rank({ rank }: { rank: number | null }) {
  const { t } = useTranslation('board');
  const text =
    rank === null
      ? '–'
      : rank === 1
        ? t('rank.1')
        : rank === 2
          ? t('rank.2')
          : rank === 3
            ? t('rank.3')
            : t('rank.more', { rank });
  return (
    // The hidden words of the row say it in full.
    <span className={classes.rank} data-late={(rank !== null && rank > 1) || undefined} aria-hidden>
      {text}
    </span>
  );
}
