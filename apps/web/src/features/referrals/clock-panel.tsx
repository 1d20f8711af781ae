import '@mantine/core/styles/NumberInput.css';
import { Button, NumberInput } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralTimeView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import { referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';

interface ClockPanelProps {
  id: string;
  time: ReferralTimeView;
  /** Own entries are shown, to put them right. */
  entries?: boolean;
}

/** What it costs: a clock to start and stop, and the minutes of this month (REF-10). */
export function ClockPanel({ id, time, entries = false }: ClockPanelProps) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { act } = useReferrals(id);
  const [minutes, setMinutes] = useState<number | string>('');
  return (
    <Panel title={t('time.title')}>
      <div className={classes.stack}>
        <div className={classes.figures}>
          <div>
            <div className={classes.big}>{format.minutes(time.practiceThisMonth)}</div>
            <p className="lk-muted">{t('time.practice')}</p>
          </div>
          <div>
            <div className={classes.big}>{format.minutes(time.mineThisMonth)}</div>
            <p className="lk-muted">{t('time.mine')}</p>
          </div>
        </div>
        {time.runningSince ? (
          <Button
            variant="light"
            leftSection={<IconPlayerStop size={18} />}
            onClick={() => void act(() => referralDoors.stop(id), t('time.stopped'))}
          >
            <Running since={time.runningSince} />
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={18} />}
            onClick={() => void act(() => referralDoors.start(id))}
          >
            {t('time.start')}
          </Button>
        )}
        {entries && (
          <>
            <form
              className={classes.fields}
              onSubmit={(event) => {
                event.preventDefault();
                if (typeof minutes !== 'number' || minutes < 1) return;
                void act(() => referralDoors.addMinutes(id, minutes), t('time.added'));
                setMinutes('');
              }}
            >
              <NumberInput
                size="sm"
                label={t('time.add')}
                value={minutes}
                onChange={setMinutes}
                min={1}
                max={600}
                allowDecimal={false}
                hideControls
                w={150}
              />
              <Button type="submit" size="sm" variant="default">
                {t('time.addButton')}
              </Button>
            </form>
            <ul className={classes.list}>
              {time.entries.map((entry) => (
                <Entry key={`${entry.id}/${entry.version}`} id={id} entry={entry} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}

function Running({ since }: { since: string }) {
  const { t } = useTranslation('referrals');
  const now = useNow();
  return t('time.running', { minutes: Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)) });
}

function Entry({ id, entry }: { id: string; entry: ReferralTimeView['entries'][number] }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { act } = useReferrals(id);
  const [minutes, setMinutes] = useState<number | string>(entry.minutes);
  const save = () => {
    if (typeof minutes === 'number' && minutes !== entry.minutes)
      void act(() => referralDoors.setMinutes(id, entry.id, minutes, entry.version), t('time.changed'));
  };
  return (
    <li>
      <div className={classes.between}>
        <span>{format.localDate(entry.day)}</span>
        <NumberInput
          size="sm"
          w={90}
          aria-label={t('time.of', { day: format.localDate(entry.day) })}
          value={minutes}
          onChange={setMinutes}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
          min={0}
          max={600}
          allowDecimal={false}
          hideControls
        />
      </div>
    </li>
  );
}
