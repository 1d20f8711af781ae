import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuardedText } from './guarded-text';
import { useGuardedWords } from './guarded-words';
import type { Desk } from './use-desk';

/** A question of the organiser's own. */
export function AddQuestion({ desk }: { desk: Desk }) {
  const { t } = useTranslation('dialogue-desk');
  const words = useGuardedWords();
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
    <GuardedText
      id="desk-add"
      takeFocus
      words={{ ...words, label: t('add.label'), send: t('add.send') }}
      value={text}
      onChange={setText}
      maxLength={600}
      onSend={async (plain, confirmed) => {
        await desk.add(plain, confirmed);
        setText(null);
      }}
      onCancel={() => setText(null)}
    />
  );
}
