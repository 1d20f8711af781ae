import { Button } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { type RefObject, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { Deferred, type DeferredProps } from '../../../components/deferred';
import type { FigureWish } from '../figures-data';
import { useAddress } from '../looking-bar';

const Menu = lazy(() => import('./save-figure').then((module) => ({ default: module.SaveFigure })));

interface SaveActionProps {
  figure: OwnFigureView;
  wish: FigureWish;
  drawing: RefObject<HTMLDivElement | null>;
}

/** The button; what it opens is fetched after the page stands. */
export function SaveAction({ figure, wish, drawing }: SaveActionProps) {
  const { t } = useTranslation('figures');
  const { tables } = useAddress();
  const { practice, measure, item, from, group } = wish;
  const menu = useMemo(
    () =>
      function OfFigure(props: DeferredProps) {
        const asked = { practice, measure, item, from, group };
        return <Menu {...props} figure={figure} wish={asked} drawing={drawing} tables={tables} />;
      },
    [figure, practice, measure, item, from, group, drawing, tables],
  );
  return (
    <Deferred
      component={menu}
      target={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          rightSection={<IconChevronDown size={16} />}
          aria-haspopup="menu"
        >
          {t('save')}
        </Button>
      }
    />
  );
}
