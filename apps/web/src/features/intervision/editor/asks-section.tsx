import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROUND_ASKS, type RoundAsk } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

interface Asks {
  asks: RoundAsk[];
  reminderDays: number[];
}

/** The questions of the answer page, each with the reason a practice reads, and when reminders go out. */
export function AsksSection({ round, kind, changes, manual }: SectionProps) {
  const { t } = useTranslation('rounds');
  const words = useWords();
  const section = useSection<Asks>({
    server: { asks: round.asks, reminderDays: round.reminderDays },
    valid: true,
    save: (draft) => changes.change(draft),
    auto: !manual,
  });
  const { draft, set } = section;
  const toggle = (ask: RoundAsk, on: boolean) =>
    set({ ...draft, asks: ROUND_ASKS.filter((one) => (one === ask ? on : draft.asks.includes(one))) });
  return (
    <EditorSection title={t('asks')} lead={t('asks.lead')} section={section} manual={manual}>
      <div className={classes.asks} role="group" aria-label={t('asks')}>
        {ROUND_ASKS.map((ask) => (
          <Checkbox
            key={ask}
            label={t(`ask.${ask}`)}
            description={words(kind.explanations[`ask.${ask}`])}
            checked={draft.asks.includes(ask)}
            // Practices may have answered it: a question can still be added, not taken away.
            disabled={manual && round.asks.includes(ask)}
            onChange={(event) => toggle(ask, event.currentTarget.checked)}
          />
        ))}
      </div>
      {manual && <p className={classes.gone}>{t('asks.open')}</p>}
      <Reminders days={draft.reminderDays} onChange={(reminderDays) => set({ ...draft, reminderDays })} />
    </EditorSection>
  );
}

function Reminders({ days, onChange }: { days: readonly number[]; onChange: (days: number[]) => void }) {
  const { t } = useTranslation('rounds');
  const [text, setText] = useState(days.join(', '));
  const parsed = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const wrong = parsed.length > 6 || parsed.some((day) => !Number.isInteger(day) || day < 1 || day > 60);
  return (
    <TextInput
      mt="md"
      maw={420}
      label={t('reminders')}
      description={t('reminders.text')}
      inputMode="numeric"
      value={text}
      error={wrong ? t('reminders.fault') : null}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const list = next
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number);
        if (list.length <= 6 && list.every((day) => Number.isInteger(day) && day >= 1 && day <= 60))
          onChange([...new Set(list)].sort((a, b) => b - a));
      }}
    />
  );
}
