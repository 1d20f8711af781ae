import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { ActionIcon, SegmentedControl, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { later } from '../../../lib/later';
import { CardFacts } from './card-facts';
import classes from './card.module.css';

const RemarkActions = later(async () => (await import('../remarks/remark-actions')).RemarkActions);

/** Whose figure the card belongs to. */
export type CardOf = 'own' | 'group' | 'region';

interface CardPanelProps {
  figure: OwnFigureView;
  of: CardOf;
  onOf: (of: CardOf) => void;
  onClose: () => void;
  /** With one: its people can say that the figure is wrong, or add to it. */
  practiceId: string | null;
  ref?: Ref<HTMLElement>;
}

/** Where a figure comes from, beside the figure: nothing is covered, so that both can be read together. */
export function CardPanel({ figure, of, onOf, onClose, practiceId, ref }: CardPanelProps) {
  const { t } = useTranslation(['figures', 'components']);
  const id = useId();
  const there: CardOf[] = [
    'own',
    ...(figure.group ? (['group'] as const) : []),
    ...(figure.region ? (['region'] as const) : []),
  ];
  const shown = there.includes(of) ? of : 'own';
  const card =
    shown === 'group' ? figure.group?.card : shown === 'region' ? figure.region?.card : figure.card;
  return (
    <aside ref={ref} tabIndex={-1} className={classes.panel} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} fz="1.0625rem">
          {t('card.title')}
        </Title>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          size={32}
          aria-label={t('components:close')}
          onClick={onClose}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      {there.length > 1 && (
        <SegmentedControl
          className={classes.whose}
          size="xs"
          fullWidth
          data-print="hide"
          aria-label={t('card.whose')}
          value={shown}
          onChange={(value) => onOf(value as CardOf)}
          data={there.map((value) => ({ value, label: t(`card.of.${value}`) }))}
        />
      )}
      <div className={classes.body}>
        <CardFacts
          card={card ?? figure.card}
          counts={shown === 'own' ? figure.own : null}
          item={figure.item.name}
        />
      </div>
      {practiceId && (
        <RemarkActions key={figure.card.card.figureId} figure={figure} practiceId={practiceId} />
      )}
    </aside>
  );
}
