import { useTranslation } from 'react-i18next';
import type { ActionItemView, GroupAgreementView, MeetingPackView } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { Fold } from './fold';
import classes from './preparation.module.css';

/** Who comes, who to call, and since when they are in the group. */
export function PackMembers({ pack: { members, groupId } }: { pack: MeetingPackView }) {
  const { t } = useTranslation('meeting-preparation');
  const format = useFormat();
  return (
    <Fold title={t('members')} state={t('members.count', { count: members.length })}>
      <ul className={classes.rows}>
        {members.map(({ practiceId, practice, town, contact, since, accepted }) => (
          <li key={practiceId}>
            <div>
              <b>{practice}</b>
              <span>{[town, contact].filter(Boolean).join(' · ')}</span>
            </div>
            <span className={classes.quiet}>
              {groupId !== null && since && t('members.since', { date: format.localDate(since) })}
              {accepted === false && <Verdict kind="warn">{t('members.open')}</Verdict>}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function PackAgreement({ agreement }: { agreement: GroupAgreementView }) {
  const { t } = useTranslation('meeting-preparation');
  const format = useFormat();
  const { version, accepted, practices, points, members } = agreement;
  const open = members.filter(({ acceptedAt }) => acceptedAt === null).map(({ practice }) => practice);
  return (
    <Fold
      title={t('agreement')}
      state={version === 0 ? t('agreement.none') : t('agreement.state', { accepted, practices })}
    >
      {version === 0 ? (
        <p className={classes.text}>{t('agreement.start')}</p>
      ) : (
        open.length > 0 && (
          <p className={classes.text}>
            {t('agreement.open', { practices: format.list(open), count: open.length })}
          </p>
        )
      )}
      <ol className={classes.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </Fold>
  );
}

/** What was agreed before, and how it stands. */
export function PackActions({ actions }: { actions: readonly ActionItemView[] }) {
  const { t } = useTranslation('meeting-preparation');
  const format = useFormat();
  const open = actions.filter(({ state }) => state === 'open').length;
  const late = actions.filter((action) => action.late).length;
  const state = [
    t(open === 0 ? 'actions.none-open' : 'actions.open', { count: open }),
    ...(late > 0 ? [t('actions.late', { count: late })] : []),
  ].join(', ');
  return (
    <Fold title={t('actions')} state={state} opened={open > 0}>
      {actions.length === 0 ? (
        <p className={classes.text}>{t('actions.none')}</p>
      ) : (
        <ul className={classes.rows}>
          {actions.map((action) => (
            <li key={action.id}>
              <div>
                <p>{action.text}</p>
                <span>{[action.owner, action.ownerPractice].filter(Boolean).join(', ')}</span>
              </div>
              <span className={classes.quiet}>
                {action.state === 'open' ? (
                  <>
                    {t('actions.due', { date: format.localDate(action.dueOn) })}
                    {action.late && <Verdict kind="warn">{t('actions.is-late')}</Verdict>}
                  </>
                ) : (
                  <Verdict kind={action.state === 'done' ? 'ok' : 'same'}>
                    {t(action.state === 'done' ? 'actions.done' : 'actions.dropped')}
                  </Verdict>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
