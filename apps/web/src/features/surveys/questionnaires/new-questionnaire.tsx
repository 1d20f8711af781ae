import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { QuestionnaireSummaryView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useWords } from '../../../lib/i18n';
import { questionnaireDoors, questionnaireKey, questionnairesQuery } from '../survey-data';
import shared from '../surveys.module.css';
import classes from './questionnaires.module.css';

interface NewQuestionnaireProps {
  questionnaires: readonly QuestionnaireSummaryView[];
  /** The one to copy, when it was opened from there. */
  from?: string;
  opened: boolean;
  onClose: () => void;
}

/** A questionnaire of the region's own: empty, or as a copy to change. */
export function NewQuestionnaire({ questionnaires, from = '', opened, onClose }: NewQuestionnaireProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [source, setSource] = useState(from);
  const [title, setTitle] = useState({ nl: '', en: '' });
  const ready = title.nl.trim() !== '' && title.en.trim() !== '';
  const create = useMutation({
    mutationFn: () =>
      questionnaireDoors.create({
        ...(source && { from: source }),
        title: { nl: title.nl.trim(), en: title.en.trim() },
      }),
    onSuccess: async (made) => {
      client.setQueryData(questionnaireKey(made.id), made);
      void client.invalidateQueries({ queryKey: questionnairesQuery.queryKey });
      onClose();
      await navigate(`/evaluaties/vragenlijsten/${made.id}`);
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        create.reset();
        onClose();
      }}
      onConfirm={() => create.mutate()}
      title={t(from ? 'questionnaire.copy.title' : 'questionnaire.new')}
      confirm={t('questionnaire.new.submit')}
      disabled={!ready}
      busy={create.isPending}
      error={create.error}
    >
      <div className={classes.dialog}>
        <NativeSelect
          size="md"
          label={t('questionnaire.new.from')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          data={[
            { value: '', label: t('questionnaire.new.empty') },
            ...questionnaires.map((one) => ({ value: one.id, label: words(one.title) })),
          ]}
        />
        <div className={shared.two}>
          {(['nl', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              lang={language}
              label={t(`editor.title.${language}`)}
              value={title[language]}
              maxLength={160}
              onChange={(event) => setTitle({ ...title, [language]: event.currentTarget.value })}
            />
          ))}
        </div>
        <p className="lk-muted">{t('questionnaire.new.text')}</p>
      </div>
    </ConfirmDialog>
  );
}
