import { useTranslation } from 'react-i18next';
import { KeysHelp as Help } from '../../../../components/keys-help';

const KEYS = ['enter', 'p', 's', 'space', 'help'] as const;

/** Which key does what. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('dialogue-live');
  return (
    <Help
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      keys={KEYS.map((key) => ({ key: t(`keys.${key}`), does: t(`keys.${key}.does`) }))}
    />
  );
}
