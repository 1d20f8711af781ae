import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrivacyTestView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import { announce } from '../../../../lib/announce';
import { useFormat, useWords } from '../../../../lib/i18n';
import { dataSetDoors } from '../mirror-data';
import classes from '../manage.module.css';
import own from './data-set.module.css';

/** "What could be derived?": the gate tries it before anything is shown, and says what it would hide (D7). */
export function PrivacyPanel({ id }: { id: string }) {
  const { t } = useTranslation('mirror-data');
  const test = useMutation({
    mutationFn: () => dataSetDoors.privacyTest(id),
    onSuccess: () => announce(t('privacy.done')),
  });
  return (
    <Panel title={t('privacy')}>
      <div className={classes.stack}>
        <p className={classes.quiet}>{t('privacy.text')}</p>
        {test.error && <ErrorState error={test.error} onRetry={() => test.mutate()} />}
        {test.data && <Outcome test={test.data} />}
        <div>
          <Button
            variant="default"
            loading={test.isPending}
            leftSection={<IconShieldCheck size={18} />}
            onClick={() => test.mutate()}
          >
            {t(test.data ? 'privacy.again' : 'privacy.start')}
          </Button>
        </div>
        {test.isPending && (
          <p className={classes.quiet} role="status">
            {t('privacy.busy')}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Outcome({ test }: { test: PrivacyTestView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const words = useWords();
  const refused = test.audiences.filter(({ outcome }) => outcome === 'refused').length;
  return (
    <>
      <p className={own.sentence}>
        {refused === 0 ? t('privacy.safe') : t('privacy.refused', { count: refused })}
      </p>
      <div className={own.scroll} role="region" tabIndex={0} aria-label={t('privacy')}>
        <table className={own.table}>
          <thead>
            <tr>
              <th scope="col">{t('privacy.audience')}</th>
              <th scope="col">{t('privacy.outcome')}</th>
              <th scope="col" data-number>
                {t('privacy.shown')}
              </th>
              <th scope="col" data-number>
                {t('privacy.hidden')}
              </th>
            </tr>
          </thead>
          <tbody>
            {test.audiences.map((one) => (
              <tr key={one.group?.id ?? one.audience}>
                <td>
                  {one.group?.name ?? t(`audience.${one.audience}`)}
                  {one.reason && <span className={own.cellNote}>{words(one.reason)}</span>}
                </td>
                <td>
                  <Verdict kind={one.outcome === 'safe' ? 'ok' : one.outcome === 'refused' ? 'bad' : 'warn'}>
                    {t(`outcome.${one.outcome}`)}
                  </Verdict>
                </td>
                <td data-number>{format.number(one.shown)}</td>
                <td data-number>{format.number(one.hidden)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
