import { Button, Progress } from '@mantine/core';
import { IconPlayerStop, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivacyTestView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { announce } from '../../../../lib/announce';
import { useFormat, useWords } from '../../../../lib/i18n';
import { dataSetDoors, privacyTestQuery } from '../mirror-data';
import { PrivacyOutcomes } from './privacy-outcomes';
import { countOf, fractionOf, isOpen, lookedAt } from './privacy-test';
import classes from '../manage.module.css';
import own from './data-set.module.css';

interface PrivacyPanelProps {
  id: string;
  /** Whether the figures still wait for approval; afterwards it only says what was found. */
  waits: boolean;
  /** The last word over the socket on how far it is. */
  told: number;
}

/** "What could be derived?": the gate tries it before anything is shown, and says what it would hide (D7). Goes on when the page closes. */
export function PrivacyPanel({ id, waits, told }: PrivacyPanelProps) {
  const { t } = useTranslation('mirror-data');
  const { data: test, error, refetch } = useQuery(privacyTestQuery(id));
  const client = useQueryClient();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const keep = (next: PrivacyTestView) => {
    client.setQueryData(privacyTestQuery(id).queryKey, next);
    // The button that was pressed gives way to the other one: the focus stays here.
    box.current?.focus();
    announce(next.reason ? words(next.reason) : t('privacy.waiting'));
  };
  const start = useMutation({ mutationFn: () => dataSetDoors.privacyTest(id), onSuccess: keep });
  const stop = useMutation({ mutationFn: () => dataSetDoors.stopPrivacyTest(id), onSuccess: keep });
  useEnd(test);
  if (!waits && (!test || test.state === 'none')) return null;
  return (
    <Panel title={t('privacy')}>
      <div className={classes.stack} ref={box} tabIndex={-1}>
        <p className={classes.quiet}>{t('privacy.text')}</p>
        {error && !test && <ErrorState error={error} onRetry={() => void refetch()} />}
        {start.error && <ErrorState error={start.error} />}
        {stop.error && <ErrorState error={stop.error} />}
        {test && isOpen(test) && <Going test={test} told={told} />}
        {waits && test && (
          <div className={classes.actions}>
            {isOpen(test) ? (
              <Button
                variant="default"
                loading={stop.isPending}
                leftSection={<IconPlayerStop size={18} />}
                onClick={() => stop.mutate()}
              >
                {t('privacy.stop')}
              </Button>
            ) : (
              <Button
                variant="default"
                loading={start.isPending}
                leftSection={<IconShieldCheck size={18} />}
                onClick={() => start.mutate()}
              >
                {t(test.state === 'none' ? 'privacy.start' : 'privacy.again')}
              </Button>
            )}
          </div>
        )}
        {test && test.state !== 'none' && <Found test={test} />}
      </div>
    </Panel>
  );
}

/** Says the end of a test that this page saw going on. */
function useEnd(test: PrivacyTestView | undefined): void {
  const { t } = useTranslation('mirror-data');
  const before = useRef<PrivacyTestView['state'] | null>(null);
  const state = test?.state ?? null;
  useEffect(() => {
    const went = before.current === 'waiting' || before.current === 'running';
    before.current = state;
    if (went && state === 'done') announce(t('privacy.done'));
    if (went && state === 'failed') announce(t('privacy.failed'), 'assertive');
  }, [state, t]);
}

function Going({ test, told }: { test: PrivacyTestView; told: number }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const now = lookedAt(test);
  const part = now ? fractionOf(test, told) : test.fraction;
  const doing = now
    ? t('privacy.looking', {
        name: now.one.group?.name ?? t(`audience.${now.one.audience}`),
        place: now.place,
        of: now.of,
      })
    : t('privacy.waiting');
  return (
    <div>
      <Progress value={Math.max(part, 0.02) * 100} animated striped={!now} aria-label={t('privacy')} />
      <p className={classes.under}>
        {doing} {now && <span className="lk-num">{format.percent(part)}</span>}
      </p>
      <p className={classes.quiet}>{t('privacy.goesOn')}</p>
    </div>
  );
}

function Found({ test }: { test: PrivacyTestView }) {
  const { t } = useTranslation('mirror-data');
  const words = useWords();
  const format = useFormat();
  const refused = countOf(test, 'refused');
  const unfinished = countOf(test, 'unfinished');
  const seen = countOf(test, 'safe', 'coarsened', 'refused', 'unfinished');
  return (
    <>
      {test.reason && (
        <p className={own.sentence} role={test.state === 'failed' ? 'alert' : undefined}>
          {words(test.reason)} {seen > 0 && t('privacy.kept')}
        </p>
      )}
      {test.state === 'done' && refused === 0 && unfinished === 0 && (
        <p className={own.sentence}>{t('privacy.safe')}</p>
      )}
      {refused > 0 && <p className={own.sentence}>{t('privacy.refused', { count: refused })}</p>}
      {unfinished > 0 && <p className={own.sentence}>{t('privacy.unfinished', { count: unfinished })}</p>}
      <PrivacyOutcomes audiences={test.audiences} />
      {test.askedBy && test.askedAt && (
        <p className={classes.quiet}>
          {t('privacy.asked', { name: test.askedBy, date: format.dateTime(test.askedAt) })}
        </p>
      )}
    </>
  );
}
