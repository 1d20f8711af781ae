import { Button } from '@mantine/core';
import { IconFlagCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type MeetingScreen, meetingRoom } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { useRoomVersion } from '../../../lib/socket';
import { ActionsSection } from '../actions/actions-section';
import { AttendanceSection } from '../attendance/attendance-section';
import { meetingKey, meetingQuery } from '../page/meeting-data';
import { NextPanel } from '../page/next-panel';
import { Texts } from './answers';
import classes from './live.module.css';
import type { Shelf } from './shelf';
import { readAtEnd } from './step-state';

/** After the end: thanks, what was agreed, and what comes. */
export function Ended({ view, shelf }: { view: MeetingScreen; shelf: Shelf }) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const { task } = useMe();
  useRoomVersion(meetingRoom(view.meetingId), { keys: [meetingKey(view.meetingId)] });
  const { data: meeting } = useQuery(meetingQuery(view.meetingId));
  const unsaved = shelf.unsaved();
  const answers = readAtEnd(view);
  const noted = view.steps
    .filter(({ writes }) => writes === 'notes')
    .flatMap(({ id, name }) =>
      (view.inputs.find(({ stepId }) => stepId === id)?.texts ?? []).map((one) => ({ ...one, step: name })),
    );
  return (
    <div className={classes.closing}>
      <section className={classes.card}>
        <IconFlagCheck size={32} stroke={1.6} aria-hidden className={classes.accent} />
        <h2 className={classes.stepTitle}>{t('ended.title')}</h2>
        <p>{t('ended.text')}</p>
        <p>{t('ended.evaluation')}</p>
        <div>
          <Button component={Link} to={`/bijeenkomst/${view.meetingId}`} variant="default">
            {t('toMeeting')}
          </Button>
        </div>
      </section>
      {unsaved.length > 0 && (
        <section className={classes.card} aria-labelledby="unsaved">
          <h2 id="unsaved">{t('unsaved.title')}</h2>
          <p className={classes.small}>{t('unsaved.text')}</p>
          {unsaved.map(({ stepId, text }) => {
            const step = view.steps.find(({ id }) => id === stepId);
            return (
              <div key={stepId}>
                <p className={classes.small}>{step ? words(step.name) : ''}</p>
                <p className={classes.said}>{text}</p>
              </div>
            );
          })}
        </section>
      )}
      {noted.length > 0 && (
        <section className={classes.card} aria-labelledby="noted">
          <h2 id="noted">{t('notes.title')}</h2>
          {noted.map(({ id, text, step }) => (
            <div key={id}>
              {noted.length > 1 && <p className={classes.small}>{words(step)}</p>}
              <p className={classes.said}>{text}</p>
            </div>
          ))}
        </section>
      )}
      {answers?.inputs && (
        <section className={classes.card} aria-labelledby="answers">
          <h2 id="answers">
            {t('own.earlier', { title: t('answers.title'), step: words(answers.step.name) })}
          </h2>
          <Texts texts={answers.inputs.texts} />
        </section>
      )}
      {meeting && (
        <>
          {view.audience === 'leader' && <AttendanceSection meeting={meeting} />}
          <ActionsSection meeting={meeting} />
          {meeting.groupId && (
            <NextPanel groupId={meeting.groupId} next={meeting.next} plans={meeting.may.manage && !task} />
          )}
        </>
      )}
    </div>
  );
}
