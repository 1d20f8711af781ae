import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import shared from '../surveys.module.css';

/** What was asked of whom, and what was promised. */
export function AboutPanel({ campaign, manages }: { campaign: CampaignView; manages: boolean }) {
  const { t } = useTranslation(['surveys', 'app']);
  const words = useWords();
  const format = useFormat();
  const { audience, anonymity, unreachable, department, questionnaireVersion } = campaign;
  const title = words(campaign.questionnaire);
  const who =
    audience.kind === 'attendees'
      ? t('about.attendees')
      : format.list(audience.roles.map((role) => t(`app:role.${role}`)));
  return (
    <Panel title={t('about')}>
      <dl className={shared.facts}>
        <div>
          <dt>{t('about.questionnaire')}</dt>
          <dd>
            {manages ? (
              <Anchor component={Link} to={`/evaluaties/vragenlijsten/${campaign.questionnaireId}`}>
                {title}
              </Anchor>
            ) : (
              title
            )}{' '}
            <span className="lk-muted">{t('about.version', { number: questionnaireVersion.number })}</span>
          </dd>
        </div>
        {department && campaign.subjectKind === 'session' && (
          <div>
            <dt>{t('about.department')}</dt>
            <dd>{department}</dd>
          </div>
        )}
        <div>
          <dt>{t('about.who')}</dt>
          <dd>
            {who}
            {audience.kind === 'roles' && audience.practiceIds !== null && (
              <span className="lk-muted">
                {` · ${t('about.practices', { count: audience.practiceIds.length })}`}
              </span>
            )}
          </dd>
        </div>
        {unreachable.length > 0 && (
          <div>
            <dt>{t('about.unreachable')}</dt>
            <dd>{format.list(unreachable.map((one) => one.name))}</dd>
          </div>
        )}
        <div>
          <dt>{t('about.promise')}</dt>
          <dd>
            {/* The words are those to who made the promise. */}
            <b>{t(`level.${anonymity}`)}</b> {manages && t(`level.${anonymity}.text`)}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
