import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementVersionView, GroupAgreementView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useFormat } from '../../../lib/i18n';
import { versionsQuery } from './agreement-data';
import classes from './agreement.module.css';

/** Who wrote which version when, and what it changed; fetched when it is opened. */
export function AgreementHistory({ agreement: { groupId, version } }: { agreement: GroupAgreementView }) {
  const { t } = useTranslation('meeting-agreement');
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = useQuery({ ...versionsQuery(groupId, version), enabled: opened });
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.summary}>{t('history')}</summary>
      {data ? (
        <ol className={classes.versions}>
          {data.versions.map((one) => (
            <Version key={one.version} version={one} />
          ))}
        </ol>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        opened && <LoadingState rows={2} height={40} />
      )}
    </details>
  );
}

function Version({ version }: { version: AgreementVersionView }) {
  const { t } = useTranslation('meeting-agreement');
  const format = useFormat();
  const { because, writtenAt, writtenBy, added, removed, accepted } = version;
  const first = version.version === 1;
  return (
    <li>
      <p className={classes.versionHead}>
        <b>{t('version', { version: version.version })}</b>
        <span>
          {[
            format.date(writtenAt),
            because === 'joined' ? t('version.joined') : writtenBy,
            t('version.accepted', { count: accepted }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {!first && added.length + removed.length > 0 && (
        <ul className={classes.changes}>
          {removed.map((point) => (
            <li key={point}>
              <span className={classes.word}>{t('version.removed')}</span> <s>{point}</s>
            </li>
          ))}
          {added.map((point) => (
            <li key={point}>
              <span className={classes.word}>{t('version.added')}</span> {point}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
