import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailContentView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Verdict } from '../../components/verdict';
import { api, view } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { usePhone } from '../../lib/screen';
import classes from './mailbox.module.css';

/** One mail: who gets it and when, its content in a sandbox, its attachments. */
export function MailPane({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) =>
      view<MailContentView>(api.GET('/api/mailbox/{id}', { params: { path: { id } }, signal })),
  });
  if (data) return <Mail mail={data} />;
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <LoadingState rows={1} height={420} />
  );
}

function Mail({ mail }: { mail: MailContentView }) {
  const { t } = useTranslation('mailbox');
  const format = useFormat();
  const phone = usePhone();
  const [shown, setShown] = useState<'html' | 'text'>('html');
  return (
    <Panel>
      <div className={classes.head}>
        <div className={classes.words}>
          <Title order={phone ? 1 : 2} fz="1.1875rem">
            {mail.subject}
          </Title>
          <p className={classes.meta}>
            <span>{t('toFull', { name: mail.to.name, email: mail.to.email })}</span>
            <span>{format.dateTime(mail.sentAt ?? mail.dueAt)}</span>
            {mail.state !== 'sent' && (
              <Verdict kind={mail.state === 'failed' ? 'bad' : 'same'}>{t(`state.${mail.state}`)}</Verdict>
            )}
          </p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('view')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'html' as const, label: t('view.html') },
            { value: 'text' as const, label: t('view.text') },
          ]}
        />
      </div>
      {shown === 'html' ? <MailFrame mail={mail} /> : <pre className={classes.text}>{mail.text}</pre>}
      {mail.attachments.length > 0 && <Attachments files={mail.attachments} />}
    </Panel>
  );
}

/** The server sends the mail with a policy of its own: inline styles yes, scripts and loading from elsewhere no. */
function MailFrame({ mail }: { mail: MailContentView }) {
  const { t } = useTranslation('mailbox');
  return (
    <iframe
      className={classes.frame}
      title={t('frame', { subject: mail.subject })}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
      src={`/api/mailbox/${encodeURIComponent(mail.id)}/html`}
    />
  );
}

function Attachments({ files }: { files: MailContentView['attachments'] }) {
  const { t } = useTranslation('mailbox');
  return (
    <section aria-label={t('attachments')}>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.fileName}>
            <IconPaperclip size={16} aria-hidden className="lk-icon" />
            <a
              href={`data:${file.contentType};charset=utf-8,${encodeURIComponent(file.content)}`}
              download={file.fileName}
            >
              {file.fileName}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
