import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import { questionnairesQuery } from '../survey-data';
import type { CampaignDraft, DraftFault } from './draft';
import classes from './create.module.css';
import shared from '../surveys.module.css';

export interface DraftSectionProps {
  draft: CampaignDraft;
  set: (draft: CampaignDraft) => void;
  faults: readonly DraftFault[];
}

/** What is asked, and under which name people see it. */
export function AboutSection({ draft, set, faults }: DraftSectionProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const questionnaires = useQuery(questionnairesQuery).data ?? [];
  const bad = faults.includes('title');
  return (
    <Panel title={t('about')}>
      <div className={classes.fields}>
        <NativeSelect
          size="md"
          label={t('about.questionnaire')}
          value={draft.questionnaireId}
          onChange={(event) => {
            const questionnaireId = event.currentTarget.value;
            const before = questionnaires.find((one) => one.id === draft.questionnaireId)?.title;
            const after = questionnaires.find((one) => one.id === questionnaireId)?.title;
            // The name follows as long as nobody gave it one of its own.
            const follows = before?.nl === draft.title.nl && before.en === draft.title.en;
            set({ ...draft, questionnaireId, title: follows && after ? after : draft.title });
          }}
          data={questionnaires
            .filter((one) => one.id === draft.questionnaireId || (one.reviewedVersion && !one.archived))
            .map((one) => ({ value: one.id, label: words(one.title) }))}
        />
        <p className={classes.look}>
          <Link to={`/evaluaties/vragenlijsten/${draft.questionnaireId}`}>{t('about.look')}</Link>
        </p>
        <div className={shared.two} role="group" aria-label={t('about.title')}>
          <TextInput
            label={t('about.title.nl')}
            lang="nl"
            value={draft.title.nl}
            maxLength={160}
            error={bad && !draft.title.nl.trim() ? t('about.title.missing') : null}
            onChange={(event) => set({ ...draft, title: { ...draft.title, nl: event.currentTarget.value } })}
          />
          <TextInput
            label={t('about.title.en')}
            lang="en"
            value={draft.title.en}
            maxLength={160}
            error={bad && !draft.title.en.trim() ? t('about.title.missing') : null}
            onChange={(event) => set({ ...draft, title: { ...draft.title, en: event.currentTarget.value } })}
          />
        </div>
      </div>
    </Panel>
  );
}
