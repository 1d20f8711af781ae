import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox } from '@mantine/core';
import { IconSend, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnLiveView, ParticipantLiveView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { GuardedField } from '../../../../components/guarded-field';
import { announce } from '../../../../lib/announce';
import { whenRecovered } from '../../../../lib/connection';
import { findingsOf } from '../../../../lib/guard';
import { showToast } from '../../../../lib/toast';
import { FollowUpOutbox, type Outgoing } from '../follow-up-outbox';
import { keptInTab } from '../../../../lib/kept-in-tab';
import { liveDoors } from '../live-data';
import classes from '../live.module.css';
import type { LiveHour } from '../use-live-hour';

/** As the server takes it. */
const LONGEST = 500;
/** What a practice may have open at one moment. */
const MOST_OPEN = 5;

interface Draft {
  text: string;
  named: boolean;
}

/** One's own deepening question. What is typed stays on this device until the server has it, exactly once. */
export function AskBox({ hour, view }: { hour: LiveHour<ParticipantLiveView>; view: ParticipantLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const { sessionId, practice } = view;
  const [shelf] = useState(() => ({
    draft: keptInTab<Draft>(`live.${sessionId}.${practice.id}.draft`),
    outgoing: keptInTab<Outgoing>(`live.${sessionId}.${practice.id}.outgoing`),
  }));
  const [draft, setDraft] = useState<Draft>(() => shelf.draft.read() ?? { text: '', named: true });
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const [outbox] = useState(
    () =>
      new FollowUpOutbox<OwnLiveView>(
        (outgoing) => liveDoors(sessionId).ask(outgoing),
        (own) => {
          hour.takeOwn(own);
          shelf.draft.write(null);
          setDraft(({ named }) => ({ text: '', named }));
          showToast(t('ask.sent'));
          announce(t('ask.sent'));
        },
        (outgoing) => shelf.outgoing.write(outgoing),
        shelf.outgoing.read(),
      ),
  );
  const { outgoing, waiting, refused } = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => {
    outbox.reopen();
    const back = () => {
      if (document.visibilityState === 'visible') outbox.flush();
    };
    document.addEventListener('visibilitychange', back);
    const stop = whenRecovered(() => outbox.flush());
    return () => {
      stop();
      document.removeEventListener('visibilitychange', back);
      outbox.close();
    };
  }, [outbox]);

  const change = (next: Partial<Draft>) => {
    const whole = { ...draft, ...next };
    setDraft(whole);
    shelf.draft.write(whole);
    outbox.forget();
  };
  const open = view.ownFollowUps.filter(({ state }) => ['new', 'shown', 'asking'].includes(state)).length;
  const full = open >= MOST_OPEN;
  const text = draft.text.trim();
  const [found] = findingsOf(refused);
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(text === '');
        if (text === '' || full) {
          event.currentTarget.querySelector('textarea')?.focus();
          return;
        }
        outbox.give({
          clientId: crypto.randomUUID(),
          text,
          named: draft.named,
          confirmed: confirmed === draft.text,
        });
      }}
    >
      <GuardedField
        size="md"
        label={<span className={classes.label}>{t('ask.label')}</span>}
        placeholder={t('ask.placeholder')}
        value={draft.text}
        maxLength={LONGEST}
        disabled={outgoing !== null}
        found={found}
        error={empty && text === '' ? t('ask.empty') : null}
        kept={confirmed === draft.text}
        onKeep={() => {
          setConfirmed(draft.text);
          outbox.forget();
        }}
        onChange={(value) => change({ text: value })}
      />
      <p className={classes.hint}>
        <IconShieldCheck size={18} stroke={1.8} className="lk-icon" aria-hidden />
        {t('ask.hint')}
      </p>
      <Checkbox
        label={t('ask.named')}
        checked={draft.named}
        disabled={outgoing !== null}
        onChange={(event) => change({ named: event.currentTarget.checked })}
      />
      {refused !== null && !found && <ErrorState error={refused} />}
      <Button
        type="submit"
        fullWidth
        size="md"
        leftSection={<IconSend size={18} aria-hidden />}
        loading={outgoing !== null && !waiting}
        disabled={full || waiting}
      >
        {waiting ? t('ask.waiting') : t('ask.send')}
      </Button>
      <div role="status" className={classes.small}>
        {waiting
          ? t('ask.kept')
          : full
            ? t('ask.full', { most: MOST_OPEN })
            : view.moderated
              ? t('ask.moderated')
              : ''}
      </div>
    </form>
  );
}
