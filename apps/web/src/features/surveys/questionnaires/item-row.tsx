import { ActionIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconCopy,
  IconGripVertical,
  IconRouteAltLeft,
  IconX,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireProblem } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { type Draft, type Row, kindOf } from './draft';
import type { Edit } from './editor';
import { ItemForm } from './item-form';
import { KIND_ICON } from './kind-icon';
import classes from './questionnaires.module.css';

export type RowAct = 'open' | 'up' | 'down' | 'copy' | 'remove';
interface ItemRowProps {
  row: Row;
  draft: Draft;
  index: number;
  problems: readonly QuestionnaireProblem[];
  open: boolean;
  onOpen: () => void;
  edit: Edit;
  onMove: (step: 1 | -1) => void;
  onCopy: () => void;
  onRemove: () => void;
  drag: { dragged: boolean; over: boolean; start: () => void; end: () => void; drop: () => void };
}

/** One question: closed a line that can be moved, open its form. */
export function ItemRow(props: ItemRowProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const body = useId();
  const { row, draft, index, problems, open, drag } = props;
  const { item } = row;
  const Icon = KIND_ICON[kindOf(item)];
  const place = index + 1;
  const text = words(item.text) || t('editor.item.new');
  return (
    <li
      data-row={row.id}
      className={classes.item}
      data-open={open || undefined}
      data-dragged={drag.dragged || undefined}
      onDragOver={(event) => drag.over && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drag.drop();
      }}
    >
      {item.section && !open && <p className={classes.heading}>{words(item.section)}</p>}
      {/* Only the head is dragged: in the form below one selects text. */}
      <div
        className={classes.head}
        draggable={draft.rows.length > 1}
        onDragStart={drag.start}
        onDragEnd={drag.end}
      >
        <IconGripVertical size={16} className={classes.grip} aria-hidden />
        <button
          type="button"
          data-act="open"
          className={classes.opener}
          aria-expanded={open}
          aria-controls={body}
          onClick={props.onOpen}
        >
          <span className={classes.place}>{place}</span>
          <Icon size={18} stroke={1.7} className="lk-icon" aria-hidden />
          <span className={classes.text}>
            {text}
            <span className={classes.kind}>
              {t(`kind.${kindOf(item)}`)}
              {item.condition && (
                <>
                  {' · '}
                  <IconRouteAltLeft size={14} aria-hidden /> {t('editor.conditional')}
                </>
              )}
            </span>
          </span>
          {problems.length > 0 && (
            <span className={classes.fault}>
              <IconAlertTriangle size={15} stroke={2} className="lk-icon" aria-hidden />
              {t('editor.faults', { count: problems.length })}
            </span>
          )}
          <IconChevronDown size={18} className={classes.chevron} aria-hidden />
        </button>
        <span className={classes.acts}>
          <Act
            act="up"
            icon={IconArrowUp}
            label={t('editor.up', { place })}
            off={index === 0}
            onPress={() => props.onMove(-1)}
          />
          <Act
            act="down"
            icon={IconArrowDown}
            label={t('editor.down', { place })}
            off={place === draft.rows.length}
            onPress={() => props.onMove(1)}
          />
          <Act act="copy" icon={IconCopy} label={t('editor.copy', { place })} onPress={props.onCopy} />
          <Act act="remove" icon={IconX} label={t('editor.remove', { place })} onPress={props.onRemove} />
        </span>
      </div>
      <div id={body} hidden={!open}>
        {open && <ItemForm row={row} draft={draft} problems={problems} edit={props.edit} />}
      </div>
    </li>
  );
}

interface ActProps {
  act: RowAct;
  icon: typeof IconX;
  label: string;
  off?: boolean;
  onPress: () => void;
}

function Act({ act, icon: Icon, label, off = false, onPress }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      data-act={act}
      aria-label={label}
      disabled={off}
      onClick={onPress}
    >
      <Icon size={18} />
    </ActionIcon>
  );
}
