import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireSummaryView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { Panels } from '../../../components/panels';
import { Row, RowList, RowTitle } from '../../../components/row-list';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { questionnairesQuery } from '../survey-data';
import { NewQuestionnaire } from './new-questionnaire';
import classes from '../surveys.module.css';

/** Questionnaires: the region's own, and those that came with Leerkring. */
export default function QuestionnairesPage() {
  const { t } = useTranslation('surveys');
  const { data, error, refetch } = useQuery(questionnairesQuery);
  const manages = useMay('surveys.manage');
  const [making, setMaking] = useState(false);
  const [archived, setArchived] = useState(false);
  const shown = (data ?? []).filter((one) => !one.archived);
  const away = (data ?? []).filter((one) => one.archived);
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/evaluaties' }, { label: t('questionnaires') }]}
        title={t('questionnaires')}
        lead={t('questionnaires.lead')}
        action={
          manages && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setMaking(true)}>
              {t('questionnaire.new')}
            </Button>
          )
        }
      />
      {data ? (
        <Panels>
          <Rows
            title={t('questionnaires.own')}
            none={t('questionnaires.own.none')}
            questionnaires={shown.filter((one) => one.origin === 'own')}
          />
          <Rows
            title={t('questionnaires.builtIn')}
            questionnaires={shown.filter((one) => one.origin === 'built-in')}
          />
          {away.length > 0 &&
            (archived ? (
              <Rows title={t('questionnaires.archived')} questionnaires={away} />
            ) : (
              <div>
                <Button variant="subtle" size="sm" onClick={() => setArchived(true)}>
                  {t('questionnaires.archived.show', { count: away.length })}
                </Button>
              </div>
            ))}
        </Panels>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={5} height={76} />
      )}
      <NewQuestionnaire questionnaires={shown} opened={making} onClose={() => setMaking(false)} />
    </>
  );
}

interface RowsProps {
  title: string;
  /** What to say when there are none; without it the panel stays away. */
  none?: string;
  questionnaires: readonly QuestionnaireSummaryView[];
}

function Rows({ title, none, questionnaires }: RowsProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const format = useFormat();
  if (questionnaires.length === 0)
    return none ? (
      <Panel title={title}>
        <p className={classes.none}>{none}</p>
      </Panel>
    ) : null;
  return (
    <Panel title={title} padding="none">
      <RowList>
        {questionnaires.map((one) => (
          <Row key={one.id}>
            <RowTitle
              to={`/evaluaties/vragenlijsten/${one.id}`}
              title={words(one.title) || t('questionnaire.unnamed')}
            >
              {one.hasDraft && (
                <Verdict kind="changed">
                  {t(one.reviewedVersion ? 'questionnaire.draft.next' : 'questionnaire.draft')}
                </Verdict>
              )}
            </RowTitle>
            <p className="lk-muted">
              {t('questionnaire.items', { count: one.items })} · {format.minutes(one.minutes)}
              {one.origin === 'own' && one.reviewedVersion && (
                <>{` · ${t('about.version', { number: one.reviewedVersion.number })}`}</>
              )}
            </p>
          </Row>
        ))}
      </RowList>
    </Panel>
  );
}
