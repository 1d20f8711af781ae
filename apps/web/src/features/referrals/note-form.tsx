import { Autocomplete, Button, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { REFERRAL_KINDS, REFERRAL_SPECIALISMS, type ReferralKind } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { GuardedField } from '../../components/guarded-field';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { findingsOf, isHeld } from '../../lib/guard';
import { useMe } from '../../lib/me';
import { showToast } from '../../lib/toast';
import { Pills, TogglePill } from './pills';
import { referralDoors, settingsQuery } from './referrals-data';
import classes from './referrals.module.css';
import { usePractice, useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

/** As many as a thumb reaches on one screen. */
const NEAR = 8;

/** After a consultation, on the phone: what, where to, kept. Also what was not referred (REF-06, 11). */
export function NoteForm({ id, week }: { id: string; week: string }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  const me = useMe();
  const { refresh } = useReferrals(id);
  const settings = useQuery(settingsQuery(id));
  const [kind, setKind] = useState<ReferralKind>('referral');
  const [specialism, setSpecialism] = useState('');
  const [reason, setReason] = useState('');
  const [timeOut, setTimeOut] = useState(false);
  const [gp, setGp] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (!settings.data)
    return settings.error ? <ErrorState error={settings.error} /> : <LoadingState rows={2} />;
  const people = settings.data.people.filter(({ takesPart }) => takesPart);
  const mine = people.some(({ personId }) => personId === me.person.id);
  const gpId = gp ?? (mine ? me.person.id : people[0]?.personId);
  const [finding] = findingsOf(error).filter(({ item }) => item.startsWith('reason'));

  const save = async (confirmed: boolean) => {
    if (busy || !gpId || isHeld(reason, confirmed)) return;
    setBusy(true);
    try {
      const { batchId } = await referralDoors.add(id, week, {
        referrals: [{ gpId, kind, specialism: specialism.trim(), reason: reason.trim(), timeOut }],
        source: 'note',
        confirmed,
      });
      setSpecialism('');
      setReason('');
      setTimeOut(false);
      setKept(null);
      setError(null);
      showToast(t('note.saved'), {
        undo: () => referralDoors.takeBack(id, batchId).then(refresh),
      });
      await refresh();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void save(kept === reason);
        }}
      >
        <Pills
          label={t('note.kind')}
          value={kind}
          onChange={setKind}
          choices={REFERRAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Pills
          label={t('note.where')}
          value={specialism}
          onChange={setSpecialism}
          choices={REFERRAL_SPECIALISMS.slice(0, NEAR).map((value) => ({
            value: value as string,
            label: value,
          }))}
        />
        <Autocomplete
          size="sm"
          aria-label={t('note.other')}
          placeholder={t('note.other')}
          value={specialism}
          onChange={setSpecialism}
          data={[...REFERRAL_SPECIALISMS]}
          maxLength={60}
          maw={360}
        />
        <div>
          <Button
            type="submit"
            leftSection={<IconCheck size={18} />}
            loading={busy}
            disabled={specialism.trim() === '' && reason.trim() === ''}
          >
            {t('note.save')}
          </Button>
        </div>
        <GuardedField
          label={t('note.reason')}
          description={t('note.reasonHelp')}
          value={reason}
          maxLength={160}
          found={finding}
          kept={kept === reason}
          onKeep={() => setKept(reason)}
          onChange={(next) => {
            setError(null);
            setReason(next);
          }}
        />
        <div className={classes.row}>
          <TogglePill label={t('note.timeOut')} on={timeOut} onChange={setTimeOut} />
        </div>
        {!mine && (
          <NativeSelect
            size="sm"
            maw={360}
            label={t('gp')}
            value={gpId ?? ''}
            onChange={({ currentTarget: { value } }) => setGp(value)}
            data={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        )}
        {error !== null && !finding && <ErrorState error={error} />}
        <p className={`lk-muted ${classes.small}`}>
          <Link to={to(`/verwijzingen/week/${week}`)}>{t('note.week', { week: weekNumber(week) })}</Link>
        </p>
      </form>
    </Panel>
  );
}
