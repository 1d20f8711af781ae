import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Anchor, Button, Group, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { FindingNote } from '../../../../components/finding-note';
import { Panel } from '../../../../components/panel';
import { WholeInput } from '../../../../components/whole-input';
import { findingsOf } from '../../../../lib/guard';
import { useFormat } from '../../../../lib/i18n';
import { showToast } from '../../../../lib/toast';
import { focusOnce } from '../focus-once';
import { type FactsDraft, changesOf, draftOf, wrongIn } from './facts-draft';
import type { SessionChanges } from './use-session';
import classes from '../sessions.module.css';

interface FactsProps {
  session: DialogueSessionView;
  changes: SessionChanges;
}

/** What is known of the session, changed in place. */
export function FactsPanel({ session, changes }: FactsProps) {
  const { t } = useTranslation('dialogue-sessions');
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const done = () => {
    flushSync(() => setEditing(false));
    edit.current?.focus();
  };
  return (
    <Panel
      title={t('facts')}
      right={
        !editing &&
        session.state !== 'cancelled' && (
          <Button ref={edit} size="compact-md" variant="default" onClick={() => setEditing(true)}>
            {t('facts.change')}
          </Button>
        )
      }
    >
      {editing ? (
        <FactsForm session={session} changes={changes} onDone={done} />
      ) : (
        <Facts session={session} />
      )}
    </Panel>
  );
}

function Facts({ session }: { session: DialogueSessionView }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const none = <span className="lk-muted">{t('facts.none')}</span>;
  const { introduction, meetingLink, places, talkOn, activityId, accreditedHours } = session;
  return (
    <dl className={classes.facts}>
      <div data-wide>
        <dt>{t('facts.introduction')}</dt>
        <dd className={classes.text}>{introduction ?? none}</dd>
      </div>
      <div data-wide>
        <dt>{t('facts.meetingLink')}</dt>
        <dd>
          {meetingLink ? (
            <Anchor href={meetingLink} target="_blank" rel="noreferrer" className={classes.url}>
              {meetingLink}
            </Anchor>
          ) : (
            none
          )}
        </dd>
      </div>
      <div>
        <dt>{t('facts.places')}</dt>
        <dd>{places ?? t('facts.places.all')}</dd>
      </div>
      <div>
        <dt>{t('facts.talkOn')}</dt>
        <dd>{talkOn ? format.localDate(talkOn) : none}</dd>
      </div>
      <div>
        <dt>{t('facts.moderated')}</dt>
        <dd>{t(session.moderated ? 'facts.moderated.yes' : 'facts.moderated.no')}</dd>
      </div>
      <div>
        <dt>{t('facts.accreditation')}</dt>
        <dd>
          {activityId || accreditedHours !== null
            ? [
                activityId,
                accreditedHours === null ? null : t('facts.hours', { hours: format.number(accreditedHours) }),
              ]
                .filter(Boolean)
                .join(' · ')
            : none}
        </dd>
      </div>
    </dl>
  );
}

function FactsForm({ session, changes, onDone }: FactsProps & { onDone: () => void }) {
  const { t } = useTranslation(['dialogue-sessions', 'components']);
  const [draft, setDraft] = useState(() => draftOf(session));
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<FactsDraft>) => setDraft((known) => ({ ...known, ...change }));
  const wrong = wrongIn(draft);
  const save = useMutation({
    mutationFn: (confirmed: boolean) => changes.change({ ...changesOf(draft, session), confirmed }),
    onSuccess: () => {
      showToast(t('saved'));
      onDone();
    },
  });
  const findings = findingsOf(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.length === 0) save.mutate(false);
  };
  const fault = (field: (typeof wrong)[number]) =>
    checked && wrong.includes(field) ? t(`facts.wrong.${field}`) : null;
  const newLink = draft.meetingLink.trim() !== (session.meetingLink ?? '') && session.counts.registered > 0;
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('facts.title')}
        value={draft.title}
        maxLength={120}
        error={fault('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
        ref={focusOnce}
      />
      <Textarea
        label={t('facts.introduction')}
        description={t('facts.introduction.why')}
        rows={4}
        maxLength={2000}
        value={draft.introduction}
        onChange={(event) => set({ introduction: event.currentTarget.value })}
      />
      <TextInput
        label={t('facts.meetingLink')}
        description={
          newLink
            ? t('facts.meetingLink.mails', { count: session.counts.registered })
            : t('facts.meetingLink.why')
        }
        type="url"
        value={draft.meetingLink}
        maxLength={1000}
        error={fault('meetingLink')}
        onChange={(event) => set({ meetingLink: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        <WholeInput
          label={t('facts.places')}
          description={t('facts.places.why')}
          value={draft.places}
          error={fault('places')}
          onChange={(places) => set({ places })}
        />
        <TextInput
          type="date"
          label={t('facts.talkOn')}
          description={t('facts.talkOn.why')}
          value={draft.talkOn}
          onChange={(event) => set({ talkOn: event.currentTarget.value })}
        />
        <TextInput
          label={t('facts.activityId')}
          value={draft.activityId}
          maxLength={40}
          onChange={(event) => set({ activityId: event.currentTarget.value })}
        />
        <TextInput
          label={t('facts.accreditedHours')}
          inputMode="decimal"
          value={draft.accreditedHours}
          maxLength={5}
          error={fault('accreditedHours')}
          onChange={(event) => set({ accreditedHours: event.currentTarget.value })}
        />
      </div>
      <Switch
        label={t('facts.moderated.label')}
        description={t('facts.moderated.why')}
        checked={draft.moderated}
        onChange={(event) => set({ moderated: event.currentTarget.checked })}
      />
      {findings.map((finding) => (
        <FindingNote
          key={finding.item}
          text={finding.item === 'title' ? draft.title : draft.introduction}
          finding={finding}
          busy={save.isPending}
          onTake={(text) => {
            save.reset();
            set(finding.item === 'title' ? { title: text } : { introduction: text });
          }}
          onKeep={() => save.mutate(true)}
        />
      ))}
      {save.error && findings.length === 0 ? <ErrorState error={save.error} /> : null}
      <Group gap={10}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
