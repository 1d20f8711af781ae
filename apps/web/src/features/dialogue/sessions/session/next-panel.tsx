import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueSessionView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat, useWords } from '../../../../lib/i18n';
import { useNow } from '../../../../lib/now';
import classes from '../sessions.module.css';

/** What comes next by itself, and what waits for a decision. */
export function NextPanel({ session }: { session: DialogueSessionView }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const words = useWords();
  const now = useNow();
  const late = session.steps.filter(({ state }) => state === 'late');
  const next = session.steps.find(({ state }) => state === 'planned');
  return (
    <Panel
      title={t('next')}
      right={
        <Anchor component={Link} to={`/dialoog/${session.id}/tijdlijn`} fz="0.9375rem">
          {t('next.all')}
        </Anchor>
      }
    >
      <ul className={classes.next}>
        {late.map((step) => (
          <li key={step.id} data-late>
            <IconAlertTriangle size={20} className="lk-icon" aria-hidden />
            <div>
              <b>{t('next.late', { step: t(`step.${step.kind}`) })}</b>
              <p>{t('next.late.text', { date: format.day(step.dueAt, now) })}</p>
            </div>
          </li>
        ))}
        {next && (
          <li>
            <IconClock size={20} className="lk-icon" aria-hidden />
            <div>
              <b>
                {t(`step.${next.kind}`)}: {format.day(next.dueAt, now)}, {format.time(next.dueAt)}
              </b>
              <p>{words(next.sentence)}</p>
            </div>
          </li>
        )}
        {!next && late.length === 0 && <li>{t('next.none')}</li>}
      </ul>
    </Panel>
  );
}
