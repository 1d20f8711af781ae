import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconReplace } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DataSetView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { asProblem } from '../../../../lib/problem';
import { showToast } from '../../../../lib/toast';
import { MANAGE } from '../manage-head';
import { dataSetDoors, keepDataSet, privacyTestQuery, releasesKey } from '../mirror-data';
import { WhyDialog } from '../why-dialog';
import { whatWasTested } from './privacy-test';

type Act = 'approve' | 'refuse' | 'withdraw';
/** The state in which an act can be done. */
const IN: Record<Act, DataSetView['state']> = { approve: 'checked', refuse: 'checked', withdraw: 'approved' };

/** What can be done with a delivery in the state it is in. What is not possible is not offered. */
export function Decision({ set, onStale }: { set: DataSetView; onStale: () => void }) {
  const { t } = useTranslation('mirror-data');
  const client = useQueryClient();
  const [asked, setAsked] = useState<Act | null>(null);
  const compared = set.source.kind !== 'list-sizes';
  const test = useQuery({ ...privacyTestQuery(set.id), enabled: compared && set.state === 'checked' }).data;
  const decide = useMutation({
    mutationFn: (asked: { act: 'approve' } | { act: 'refuse' | 'withdraw'; why: string }) =>
      asked.act === 'approve'
        ? dataSetDoors.approve(set.id, set.version)
        : dataSetDoors[asked.act](set.id, set.version, asked.why),
    onSuccess: (next, { act }) => {
      keepDataSet(client, next);
      void client.invalidateQueries({ queryKey: releasesKey });
      void client.invalidateQueries({ queryKey: ['home'] });
      setAsked(null);
      showToast(t(`decided.${act}`));
    },
    onError: (error) => {
      if (asProblem(error).status === 409) onStale();
    },
  });
  const stopped =
    decide.error !== null &&
    asProblem(decide.error).code === 'data-set.not-checked' &&
    Array.isArray(asProblem(decide.error).details['checks']);
  const close = () => {
    decide.reset();
    setAsked(null);
  };
  const dialog = (act: Act) => ({
    opened: asked === act,
    onClose: close,
    busy: decide.isPending,
    error: decide.error,
    // Somebody else was first while this was open.
    disabled: set.state !== IN[act],
  });
  const overtaken = asked !== null && set.state !== IN[asked] && <p role="alert">{t('decided.already')}</p>;
  return (
    <>
      {set.state === 'checked' && (
        <>
          <Button variant="default" onClick={() => setAsked('refuse')}>
            {t('refuse')}
          </Button>
          {set.mayApprove && (
            <Button leftSection={<IconCheck size={18} />} onClick={() => setAsked('approve')}>
              {t('approve')}
            </Button>
          )}
        </>
      )}
      {set.state === 'approved' && (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} />}
            onClick={() => setAsked('withdraw')}
          >
            {t('withdraw')}
          </Button>
          <Button
            component={Link}
            to={`${MANAGE}/inlezen?vervangt=${set.id}`}
            variant="default"
            leftSection={<IconReplace size={18} />}
          >
            {t('replace')}
          </Button>
        </>
      )}
      <ConfirmDialog
        {...dialog('approve')}
        error={stopped ? null : decide.error}
        onConfirm={() => decide.mutate({ act: 'approve' })}
        title={t('approve.title')}
        confirm={t('approve')}
      >
        {compared ? (
          <>
            <p>{t('approve.who')}</p>
            <ul>
              <li>{t('approve.own')}</li>
              <li>{t('approve.group')}</li>
              <li>{t('approve.staff')}</li>
            </ul>
          </>
        ) : (
          <p>{t('approve.sizes')}</p>
        )}
        <p>{t(set.supersedes ? 'approve.replaces' : 'approve.gate')}</p>
        {test && <p>{t(`approve.test.${whatWasTested(test)}`)}</p>}
        {stopped && <p role="alert">{t('waiting.sizes.text')}</p>}
        {overtaken}
      </ConfirmDialog>
      <WhyDialog
        {...dialog('refuse')}
        onConfirm={(why) => decide.mutate({ act: 'refuse', why })}
        title={t('refuse.title')}
        confirm={t('refuse')}
        danger
      >
        <p>{t('refuse.text')}</p>
        {overtaken}
      </WhyDialog>
      <WhyDialog
        {...dialog('withdraw')}
        onConfirm={(why) => decide.mutate({ act: 'withdraw', why })}
        title={t('withdraw.title')}
        confirm={t('withdraw')}
        danger
      >
        <p>{t('withdraw.text')}</p>
        {overtaken}
      </WhyDialog>
    </>
  );
}
