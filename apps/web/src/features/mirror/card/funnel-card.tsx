import { ActionIcon, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunnelView } from '#libs/contracts';
import { CardFacts } from './card-facts';
import classes from './card.module.css';

/** Where the figures of the region come from. */
export function FunnelCard({ view, onClose }: { view: FunnelView; onClose: () => void }) {
  const { t } = useTranslation(['figures', 'components']);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <aside ref={panel} tabIndex={-1} className={classes.panel} data-flow aria-labelledby={id}>
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
      <CardFacts card={view.card} counts={null} item={view.item.name} />
    </aside>
  );
}
