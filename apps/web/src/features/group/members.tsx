import { useTranslation } from 'react-i18next';
import type { GroupView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { Verdict } from '../../components/verdict';
import { useFormat } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import classes from './members.module.css';

type Member = GroupView['members'][number];

/** The practices of the group with their town and who to talk to. */
export function Members({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation('group');
  const me = useMe();
  const own = new Set(me.roles.filter((role) => role.until === null).map((role) => role.scopeId));
  return (
    <Panel title={t('members', { count: members.length })} padding="none">
      <ul className={classes.members}>
        {members.map((member) => (
          <li key={member.practiceId} className={classes.member}>
            <div className={classes.practice}>
              <b>{member.name}</b>
              {member.town && <span>{member.town}</span>}
            </div>
            <div className={classes.contact}>{member.contact ?? <i>{t('members.noContact')}</i>}</div>
            <div className={classes.badges}>
              {own.has(member.practiceId) && <Verdict kind="ok">{t('members.you')}</Verdict>}
              {member.leads && <span className={classes.leads}>{t('members.leads')}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who left, with the day: the group's history stays readable (GRP-13). */
export function EarlierMembers({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation('group');
  const format = useFormat();
  if (members.length === 0) return null;
  return (
    <section className={classes.earlier}>
      <h2>{t('earlier')}</h2>
      <ul>
        {members.map((member) => (
          <li key={`${member.practiceId} ${member.until}`}>
            {member.name}
            {member.until && <span>{t('earlier.until', { date: format.date(member.until) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
