import { Anchor, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UpcomingView } from '#libs/contracts';
import { DateTile } from '../../components/date-tile';
import { useWords } from '../../lib/i18n';
import classes from './home-page.module.css';

export function UpcomingList({ items }: { items: readonly UpcomingView[] }) {
  const { t } = useTranslation('home');
  const words = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} fz="1.0625rem" mb={16}>
        {t('upcoming.title')}
      </Title>
      {items.length === 0 && <p className={classes.none}>{t('upcoming.empty')}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id} className={classes.item}>
            <DateTile at={item.at} />
            <div className={classes.words}>
              <Anchor component={Link} to={item.href} className={classes.link}>
                {words(item.title)}
              </Anchor>
              <p className={classes.detail}>{words(item.sentence)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
