import { ActionIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDotsVertical,
  IconPinFilled,
  IconShieldCheck,
  IconUserPin,
} from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardGroupView } from '#libs/contracts';
import { Delta } from '../../../components/delta';
import { useFormat, useWords } from '../../../lib/i18n';
import type { GroupPreview } from './picking';
import { ComingRow } from './practice-row';
import classes from './group-card.module.css';

interface GroupCardProps {
  group: BoardGroupView;
  preview: GroupPreview | undefined;
  /** Effect of the change on this group; null while there is none. */
  delta: number | null;
  /** Would receive the practice that is picked up. */
  target: boolean;
  /** False on a board that can only be read. */
  editable: boolean;
  menu: ReactNode;
  rows: ReactNode;
}

/** A group: what it talks about, when, who leads, who is in, and whether every rule holds. */
export function GroupCard(props: GroupCardProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { group, preview, delta } = props;
  const heading = useId();
  return (
    <section
      className={classes.card}
      data-group={group.id}
      data-touched={preview ? true : undefined}
      data-target={props.target || undefined}
      aria-labelledby={heading}
    >
      <div className={classes.top}>
        <span className={classes.size}>
          {t('group.size', { number: group.number, count: group.members.length })}
        </span>
        <span className={classes.marks}>
          {group.pinned && (
            <IconPinFilled size={14} className={classes.pin} role="img" aria-label={t('group.pinned')} />
          )}
          {group.leaderPinned && (
            <IconUserPin
              size={15}
              stroke={2}
              className={classes.pin}
              role="img"
              aria-label={t('group.leaderPinned')}
            />
          )}
          {delta !== null && <Delta value={delta} />}
          {props.editable &&
            (props.menu ?? (
              <ActionIcon
                variant="transparent"
                size={24}
                color="gray"
                data-group-menu={group.id}
                aria-label={t('menu.of', { name: t('group', { number: group.number }) })}
                aria-haspopup="menu"
              >
                <IconDotsVertical size={16} />
              </ActionIcon>
            ))}
        </span>
      </div>
      <h3 id={heading} className={classes.theme}>
        {group.theme}
      </h3>
      <p className={classes.when}>
        {/* The year is that of the round: left out, day and leader fit on one line. */}
        {[format.day(group.date, group.date), group.leaderName].filter(Boolean).join(' · ')}
      </p>
      <div
        role="grid"
        aria-label={t('group.practices', { number: group.number, theme: group.theme })}
        className={classes.rows}
      >
        {props.rows}
      </div>
      {preview?.coming.map((one) => (
        <ComingRow key={one.practiceId} name={one.name} />
      ))}
      <Rules group={group} />
    </section>
  );
}

function Rules({ group }: { group: BoardGroupView }) {
  const { t } = useTranslation('board');
  const words = useWords();
  const maybe = group.members.filter((member) => member.attendance === 'maybe').length;
  const absent = group.members.filter((member) => member.attendance === 'no').length;
  const broken = group.violations.length > 0;
  const text = broken
    ? group.violations.map(words).join(' ')
    : absent > 0
      ? t('rules.absent', { count: absent })
      : maybe > 0
        ? t('rules.maybe', { count: maybe })
        : t('rules.ok');
  const careful = broken || absent > 0;
  const Icon = careful ? IconAlertTriangle : IconShieldCheck;
  return (
    <p className={classes.foot} data-careful={careful || undefined}>
      <Icon size={15} stroke={1.9} className="lk-icon" aria-hidden />
      {text}
    </p>
  );
}
