import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { Menu } from '@mantine/core';
import {
  IconFileTypeCsv,
  IconPackage,
  IconPhoto,
  IconPresentation,
  IconPrinter,
  IconTable,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeferredProps } from '../../components/deferred';

const ICON = {
  xlsx: IconTable,
  csv: IconFileTypeCsv,
  pptx: IconPresentation,
  datapackage: IconPackage,
} as const;

interface SaveMenuProps extends DeferredProps {
  files: readonly { kind: keyof typeof ICON; href: string }[];
  /** Null: there is no drawing on the screen. */
  onImage: (() => Promise<void>) | null;
}

/** What is shown, as a picture, a file or on paper. The same display rules hold in every one of them. */
export function SaveMenu({ target, openAtOnce, files, onImage }: SaveMenuProps) {
  const { t } = useTranslation('figures');
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
        {onImage && (
          <Menu.Item leftSection={<IconPhoto size={17} />} onClick={() => void onImage()}>
            {t('save.image')}
          </Menu.Item>
        )}
        {files.map(({ kind, href }) => {
          const Icon = ICON[kind];
          return (
            <Menu.Item key={kind} component="a" href={href} download leftSection={<Icon size={17} />}>
              {t(`save.${kind}`)}
            </Menu.Item>
          );
        })}
        <Menu.Item leftSection={<IconPrinter size={17} />} onClick={() => setTimeout(() => window.print())}>
          {t('save.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
