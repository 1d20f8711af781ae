import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MeetingAttendanceView, MeetingPresence, PracticeAttendanceView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { SaveState } from '../../../components/save-state';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { type PresenceWish, useAttendanceChanges } from './attendance-data';
import { wishOf } from './attendance-state';
import { PeopleEditor } from './people-editor';
import { PresenceChoice } from './presence-choice';
import { ReplacedForm } from './replaced-form';
import classes from './attendance.module.css';

interface AttendanceRowProps {
  meeting: MeetingAttendanceView;
  practice: PracticeAttendanceView;
}

/** One practice: one press says whether it was there and is kept at once. */
export function AttendanceRow({ meeting, practice }: AttendanceRowProps) {
  const { t } = useTranslation('meeting-attendance');
  const changes = useAttendanceChanges(meeting.meetingId);
  const part = useId();
  const choice = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<'replaced' | 'people' | null>(null);
  const { practiceId, state } = practice;
  // it opened because somebody chose it: who it was is what comes next
  useEffect(() => {
    if (open === 'replaced') panel.current?.querySelector('input')?.focus();
  }, [open]);
  const record = useMutation({
    mutationFn: (wish: PresenceWish) => changes.record(practiceId, practice.version, wish),
    onError: (error) => {
      // the row shows what counts now, and no longer what was about to be said
      if (asProblem(error).code === 'conflict.stale') setOpen(null);
    },
    onSuccess: (now) => {
      const version = now.practices.find((one) => one.practiceId === practiceId)?.version ?? 0;
      showToast(t('saved', { practice: practice.practice }), {
        undo: () => changes.record(practiceId, version, wishOf(practice, meeting.minutes)),
      });
    },
  });
  const choose = (chosen: MeetingPresence) => {
    record.reset();
    setOpen(chosen === 'replaced' ? 'replaced' : null);
    if (chosen !== 'replaced') record.mutate({ state: chosen });
  };
  /** The focus goes to what was just kept, else to what counts: a radio is drawn as chosen only a moment later. */
  const close = (chosen?: MeetingPresence) => {
    flushSync(() => setOpen(null));
    const radios = [...(choice.current?.querySelectorAll('input') ?? [])];
    (
      radios.find(({ value }) => value === chosen) ??
      radios.find(({ checked }) => checked) ??
      radios[0]
    )?.focus();
  };
  const instead = state === 'replaced' ? practice.people : [];
  const asked = t('replaced.who', { practice: practice.practice });
  const unnamed = state === 'present' && practice.people.length === 0;
  const words = t(open === 'people' ? 'people.close' : unnamed ? 'people' : 'change');
  // only as long as it is what counts: not after undo, and not after somebody else's word
  const kept =
    record.data?.practices.find((one) => one.practiceId === practiceId)?.version === practice.version;
  const shown = record.isPending ? record.variables.state : open === 'replaced' ? 'replaced' : state;
  return (
    <li className={classes.row} aria-busy={record.isPending}>
      <div className={classes.line}>
        <div className={classes.words}>
          <div className={classes.name}>
            <b>{practice.practice}</b>
            <SaveState savedAt={kept ? record.submittedAt : null} saving={record.isPending} />
          </div>
          <div className={classes.about}>
            <Who practice={practice} />
            {open !== 'replaced' && (state === 'present' || state === 'replaced') && (
              <Button
                className={classes.more}
                variant="subtle"
                size="compact-sm"
                aria-expanded={state === 'present' ? open === 'people' : undefined}
                aria-controls={state === 'present' ? part : undefined}
                aria-label={`${words}: ${practice.practice}`}
                data-print="hide"
                onClick={() =>
                  setOpen(state === 'replaced' ? 'replaced' : open === 'people' ? null : 'people')
                }
              >
                {words}
              </Button>
            )}
          </div>
        </div>
        <div ref={choice} className={classes.choice}>
          <PresenceChoice label={practice.practice} value={shown} onChange={choose} />
        </div>
      </div>
      {record.error ? <Refused error={record.error} practice={practice} /> : null}
      {open === 'replaced' ? (
        <div ref={panel} role="group" onKeyDown={(event) => event.key === 'Escape' && close()}>
          <PeopleEditor
            practice={practice}
            people={instead}
            label={asked}
            length={meeting.minutes}
            busy={record.isPending}
            onChange={(people) => record.mutate({ state: 'replaced', people })}
          >
            <ReplacedForm
              key={practice.replacedBy}
              label={practice.staff.length > 0 ? t('replaced.else') : asked}
              was={practice.replacedBy ?? ''}
              kept={state === 'replaced'}
              send={(replacedBy) => record.mutateAsync({ state: 'replaced', replacedBy })}
              onKept={() => close('replaced')}
              onBack={() => close()}
            />
          </PeopleEditor>
        </div>
      ) : (
        state === 'present' && (
          <div id={part} hidden={open !== 'people'}>
            {open === 'people' && (
              <PeopleEditor
                practice={practice}
                people={practice.people}
                label={t('people')}
                length={meeting.minutes}
                busy={record.isPending}
                onChange={(people) => record.mutate({ state: 'present', people })}
              />
            )}
          </div>
        )
      )}
    </li>
  );
}

/** Under the name: who came, and how that is known. */
function Who({ practice: { state, said, people, replacedBy } }: { practice: PracticeAttendanceView }) {
  const { t } = useTranslation('meeting-attendance');
  const words = [
    ...people.map(({ name, minutes }) => t('person', { name, minutes })),
    ...(replacedBy === null ? [] : [replacedBy]),
    ...(state === 'present' && people.length === 0 ? [t('people.none')] : []),
    ...(state !== null && !said ? [t('measured')] : []),
  ];
  return words.length > 0 && <span>{words.join(' · ')}</span>;
}

/** Somebody else said something of this practice just before: what counts now stands in the row. */
function Refused({ error, practice }: { error: unknown; practice: PracticeAttendanceView }) {
  const { t } = useTranslation('meeting-attendance');
  const { code } = asProblem(error);
  // said beside the field that it is about
  if (code === 'text.identifiers' || code === 'validation.failed') return null;
  if (code !== 'conflict.stale') return <ErrorState error={error} />;
  const [last] = practice.history;
  return (
    <p role="alert" className={classes.stale}>
      {last?.by ? t('stale.by', { by: last.by }) : t('stale')}
    </p>
  );
}
