import { Anchor, Title } from '@mantine/core';
import {
  IconBook2,
  IconBuildingCommunity,
  IconChartBar,
  IconSpeakerphone,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChangeView } from '#libs/contracts';
import { useFormat, useWords } from '../../lib/i18n';
import classes from './home-page.module.css';

const ICON = {
  'groups-published': IconUsersGroup,
  'practices-imported': IconBuildingCommunity,
  'round-opened': IconSpeakerphone,
  'results-shared': IconChartBar,
  'handout-published': IconBook2,
} as const satisfies Record<ChangeView['kind'], unknown>;

export function ChangedList({ items }: { items: readonly ChangeView[] }) {
  const { t } = useTranslation('home');
  const words = useWords();
  const format = useFormat();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} fz="1.0625rem" mb={16}>
        {t('changed.title')}
      </Title>
      {items.length === 0 && <p className={classes.none}>{t('changed.empty')}</p>}
      <ul className={classes.list} data-dense>
        {items.map((item) => {
          const Icon = ICON[item.kind];
          return (
            <li key={item.id} className={classes.item}>
              <Icon size={20} stroke={1.7} className="lk-icon" aria-hidden />
              <div className={classes.words}>
                {item.href ? (
                  <Anchor component={Link} to={item.href} className={classes.link}>
                    {words(item.title)}
                  </Anchor>
                ) : (
                  <span className={classes.plain}>{words(item.title)}</span>
                )}
                <time dateTime={item.at} className={classes.date}>
                  {format.day(item.at)}
                </time>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
