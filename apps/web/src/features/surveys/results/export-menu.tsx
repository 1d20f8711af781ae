import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { Menu } from '@mantine/core';
import { IconFileTypeCsv, IconPresentation, IconPrinter, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeferredProps } from '../../../components/deferred';
import { exportHref } from './results-data';

const FORMATS = [
  { format: 'xlsx', icon: IconTable },
  { format: 'pptx', icon: IconPresentation },
  { format: 'csv', icon: IconFileTypeCsv },
] as const;

/** What is shown, as a file or on paper. The same display rules hold in every one of them. */
export function ExportMenu({ target, openAtOnce, campaignId }: DeferredProps & { campaignId: string }) {
  const { t } = useTranslation('results');
  return (
    <Menu
      defaultOpened={openAtOnce}
      position="bottom-end"
      shadow="md"
      withinPortal
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, icon: Icon }) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportHref(campaignId, format)}
            download
            leftSection={<Icon size={17} />}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconPrinter size={17} />} onClick={() => setTimeout(() => window.print())}>
          {t('export.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
