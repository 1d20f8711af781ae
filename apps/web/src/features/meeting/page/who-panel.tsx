import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import classes from './meeting.module.css';

/** The practices that are asked to be there. */
export function WhoPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  return (
    <Panel title={t('practices', { count: meeting.members.length })}>
      <ul className={classes.members}>
        {meeting.members.map(({ practiceId, name, town }) => (
          <li key={practiceId}>
            <div>
              <b>{name}</b>
              {town && <span>{town}</span>}
            </div>
            {meeting.ownPracticeIds.includes(practiceId) && <Verdict kind="ok">{t('who.you')}</Verdict>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
