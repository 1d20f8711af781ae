import { Anchor, Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { QuestionnaireSummaryView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import { nextWorkday } from '../../../lib/local-time';
import { campaignDoors, campaignKey, campaignsQuery, questionnairesQuery } from '../survey-data';
import { USUAL_DAYS, rolesFor, truestLevel, usualReminders } from './suggestion';
import classes from './create.module.css';

/** A new evaluation begins with what is asked. The rest is proposed; the next page shows and changes it. */
export default function NewEvaluationPage() {
  const { t } = useTranslation(['surveys', 'components']);
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(questionnairesQuery);
  const usable = data?.filter((one) => !one.archived && one.reviewedVersion);
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/evaluaties' }, { label: t('new') }]}
        title={t('new')}
        lead={t('new.lead')}
      />
      {usable ? (
        <Choice questionnaires={usable} first={search.get('vragenlijst')} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={5} height={72} />
      )}
    </>
  );
}

function Choice({
  questionnaires,
  first,
}: {
  questionnaires: readonly QuestionnaireSummaryView[];
  first: string | null;
}) {
  const { t } = useTranslation(['surveys', 'components']);
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  // one that was reviewed a moment ago may not be in the list yet
  const [chosen, setChosen] = useState(first);
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: async (questionnaire: QuestionnaireSummaryView) => {
      const made = await campaignDoors.create({
        questionnaireId: questionnaire.id,
        anonymity: 'anonymous',
        audience: { kind: 'roles', roles: rolesFor(questionnaire.key), practiceIds: null },
        responseDays: USUAL_DAYS,
        reminderDays: usualReminders(nextWorkday(Date.now()).date),
      });
      const anonymity = truestLevel(made.levels);
      return anonymity === made.anonymity ? made : campaignDoors.change(made.id, made.version, { anonymity });
    },
    onSuccess: async (campaign) => {
      client.setQueryData(campaignKey(campaign.id), campaign);
      void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
      await navigate(`/evaluaties/${campaign.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const questionnaire = questionnaires.find((one) => one.id === chosen);
    setMissing(!questionnaire);
    if (questionnaire) create.mutate(questionnaire);
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Panel>
        <ChoiceCards
          legend={t('new.questionnaire')}
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            setMissing(false);
          }}
          error={missing ? t('new.questionnaire.missing') : null}
          choices={questionnaires.map((one) => ({
            value: one.id,
            label: words(one.title),
            text: `${t('questionnaire.items', { count: one.items })} · ${format.minutes(one.minutes)}`,
          }))}
        />
        <p className={classes.own}>
          {t('new.other')} <Link to="/evaluaties/vragenlijsten">{t('new.other.link')}</Link>
        </p>
      </Panel>
      {create.error && <ErrorState error={create.error} />}
      <Group>
        <Button type="submit" loading={create.isPending}>
          {t('new.submit')}
        </Button>
        <Anchor component={Link} to="/evaluaties">
          {t('components:confirm.cancel')}
        </Anchor>
      </Group>
    </form>
  );
}
