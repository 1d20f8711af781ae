import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PracticeView } from '#libs/contracts';
import type { Column } from '../../components/data-table';
import { HelpTip } from '../../components/help-tip';
import classes from './practices.module.css';

/** The columns of the register; their ids are the orders that the server knows. */
export function usePracticeColumns(): readonly Column<PracticeView>[] {
  const { t } = useTranslation('practices');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('field.name'),
        value: (practice) => practice.name,
        hideable: false,
        cell: (practice) => (
          <Anchor component={Link} to={`/praktijken/${practice.id}`} className={classes.name}>
            {practice.name}
          </Anchor>
        ),
      },
      {
        id: 'agb',
        header: t('field.agb'),
        help: <HelpTip term="agb" label={t('field.agb')} />,
        value: (practice) => practice.agb,
        cell: (practice) => <span className="lk-num">{practice.agb}</span>,
      },
      { id: 'town', header: t('field.town'), value: (practice) => practice.town },
      {
        id: 'district',
        header: t('field.district'),
        help: <HelpTip term="hagro" label={t('field.district')} />,
        value: (practice) => practice.district,
      },
      {
        id: 'listSize',
        header: t('field.listSize'),
        align: 'right',
        value: (practice) => practice.listSize,
      },
      { id: 'startQuarter', header: t('field.startQuarter'), value: (practice) => practice.startQuarter },
      { id: 'consultant', header: t('field.consultant'), value: (practice) => practice.consultant },
      {
        id: 'contact',
        header: t('field.contact'),
        sortable: false,
        value: (practice) => practice.contact?.name ?? null,
      },
      {
        id: 'startWave',
        header: t('field.startWave'),
        value: (practice) => practice.startWave,
        hidden: true,
      },
      {
        id: 'motivation',
        header: t('field.motivation'),
        align: 'right',
        value: (practice) => practice.motivation,
        hidden: true,
      },
    ],
    [t],
  );
}
