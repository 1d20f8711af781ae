import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuardedForm } from '../../../components/guarded-form';
import type { Desk } from './use-desk';

/** A question of the organiser's own. */
export function AddQuestion({ desk }: { desk: Desk }) {
  const { t } = useTranslation('dialogue-desk');
  const [text, setText] = useState<string | null>(null);
  if (text === null)
    return (
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconPlus size={17} stroke={1.8} />}
        onClick={() => setText('')}
      >
        {t('add')}
      </Button>
    );
  return (
    <GuardedForm
      id="desk-add"
      takeFocus
      size="sm"
      minRows={3}
      label={t('add.label')}
      submit={t('add.send')}
      value={text}
      onChange={setText}
      maxLength={600}
      send={async (plain, confirmed) => {
        await desk.add(plain, confirmed);
        setText(null);
      }}
      onCancel={() => setText(null)}
    />
  );
}
