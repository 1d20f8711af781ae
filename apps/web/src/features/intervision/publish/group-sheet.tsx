import { useTranslation } from 'react-i18next';
import type { GroupView } from '#libs/contracts';
import { useFormat, useWords } from '../../../lib/i18n';
import { useNow } from '../../../lib/now';
import { meetingsOf } from '../../group/group-data';
import classes from './groups.module.css';

/** One group on one A4: what, when, where, who leads, who is in and how to reach them. */
export function GroupSheet({ group }: { group: GroupView }) {
  const { t } = useTranslation('intervision');
  const format = useFormat();
  const words = useWords();
  const { shown } = meetingsOf(group, useNow());
  const members = group.members.filter((member) => member.until === null);
  return (
    <article className={classes.sheet}>
      <p className={classes.over}>{`${group.region} · ${group.round}`}</p>
      <h1>{group.name}</h1>
      <p className={classes.theme}>{group.theme.name}</p>
      {group.theme.description && <p>{group.theme.description}</p>}
      {group.scopeRule && <p>{words(group.scopeRule)}</p>}
      <dl>
        <dt>{t('sheet.when')}</dt>
        <dd>
          {shown?.startsAt && shown.endsAt
            ? `${format.date(shown.startsAt)}, ${format.period(shown.startsAt, shown.endsAt)}`
            : t('sheet.noDate')}
        </dd>
        <dt>{t('sheet.where')}</dt>
        <dd>{shown?.location ?? t('sheet.noPlace')}</dd>
        <dt>{t('sheet.leader')}</dt>
        <dd>
          {group.leader
            ? [group.leader.person, group.leader.practice].filter(Boolean).join(', ')
            : t('group.noLeader')}
        </dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sheet.practice')}</th>
            <th scope="col">{t('sheet.town')}</th>
            <th scope="col">{t('sheet.contact')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.practiceId}>
              <td>{member.leads ? t('sheet.leads', { name: member.name }) : member.name}</td>
              <td>{member.town}</td>
              <td>{member.contact}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
