import '@mantine/core/styles/Input.css';
import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../lib/i18n';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

/** What the round is called, and why it is there: the first thing a practice reads. */
export function AboutSection({ round, kind, changes, manual }: SectionProps) {
  const { t } = useTranslation('rounds');
  const words = useWords();
  const section = useSection({
    server: { name: round.name, introduction: round.introduction ?? '' },
    essence: ({ name, introduction }) => [name.trim(), introduction.trim()],
    valid: (draft) => draft.name.trim() !== '',
    save: ({ name, introduction }) =>
      changes.change({ name: name.trim(), introduction: introduction.trim() || null }),
    auto: !manual,
  });
  const { draft, set } = section;
  const missing = draft.name.trim() === '' ? t('about.name.missing') : null;
  return (
    <EditorSection
      title={t('about')}
      lead={`${words(kind.name)}. ${words(kind.purpose)}`}
      section={section}
      manual={manual}
      blocked={missing}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('about.name')}
          value={draft.name}
          maxLength={120}
          error={missing}
          onChange={(event) => set({ ...draft, name: event.currentTarget.value })}
        />
        <Textarea
          label={t('about.introduction')}
          description={t('about.introduction.text')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2000}
          value={draft.introduction}
          onChange={(event) => set({ ...draft, introduction: event.currentTarget.value })}
        />
        {round.scopeRule && (
          <p className="lk-muted">
            <b>{t('about.scope')}</b> {words(round.scopeRule)}
          </p>
        )}
      </div>
    </EditorSection>
  );
}
