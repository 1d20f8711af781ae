import { useTranslation } from 'react-i18next';
import { KeysHelp } from '../../../components/keys-help';

const KEYS = ['enter', 'right', 'left', 't', 'space', 'minutes', 'help'] as const;

/** Which key does what for who leads. */
export function LiveKeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('meeting-live');
  return (
    <KeysHelp
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      keys={KEYS.map((key) => ({ key: t(`keys.${key}`), does: t(`keys.${key}.does`) }))}
    />
  );
}
