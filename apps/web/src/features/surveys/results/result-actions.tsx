import { Button } from '@mantine/core';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Deferred, type DeferredProps } from '../../../components/deferred';
import { useMay } from '../../../lib/me';
import type { Looked } from './looked';
import { ShareAction } from './share-action';

const Menu = lazy(() => import('./export-menu').then((module) => ({ default: module.ExportMenu })));

/** On paper for everybody; as a file, and shared with the practices, by who manages surveys. */
export function ResultActions({ looked }: { looked: Looked }) {
  const { t } = useTranslation('results');
  const manages = useMay('surveys.manage');
  const { id } = looked.campaign;
  const OfCampaign = useMemo(
    () =>
      function OfCampaign(props: DeferredProps) {
        return <Menu {...props} campaignId={id} />;
      },
    [id],
  );
  if (looked.results.hidden !== null) return null;
  if (!manages)
    return (
      <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    );
  return (
    <>
      <Deferred
        component={OfCampaign}
        target={
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            rightSection={<IconChevronDown size={16} />}
            aria-haspopup="menu"
          >
            {t('export')}
          </Button>
        }
      />
      <ShareAction looked={looked} />
    </>
  );
}
