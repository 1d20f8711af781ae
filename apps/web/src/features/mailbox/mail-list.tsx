import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { MailView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import classes from './mailbox.module.css';

export function MailList({ mails, openId }: { mails: readonly MailView[]; openId: string | null }) {
  const { t } = useTranslation('mailbox');
  const format = useFormat();
  const now = useNow();
  return (
    <Panel padding="none">
      <nav aria-label={t('list')}>
        <ul className={classes.list}>
          {mails.map((mail) => (
            <li key={mail.id} data-open={mail.id === openId || undefined}>
              <NavLink to={`/mailbox/${mail.id}`} className={classes.row} preventScrollReset>
                <span className={classes.subject}>{mail.subject}</span>
                <span className={classes.meta}>
                  <span>{t('to', { name: mail.to.name || mail.to.email })}</span>
                  <span>
                    {mail.state === 'sent'
                      ? format.ago(mail.sentAt ?? mail.dueAt, now)
                      : t(`state.${mail.state}`)}
                  </span>
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </Panel>
  );
}
