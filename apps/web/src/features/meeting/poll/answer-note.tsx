import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatePollPracticeView, DatePollView } from '#libs/contracts';
import { GuardedForm } from '../../../components/guarded-form';
import { showToast } from '../../../lib/toast';
import classes from './answer.module.css';
import { useNoteSaver } from './poll-data';

const NOTE_LENGTH = 300;

/** What cannot be said with yes and no; not asked for, so behind a button. */
export function AnswerNote({ poll, practice }: { poll: DatePollView; practice: DatePollPracticeView }) {
  const { t } = useTranslation('meeting-poll');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(practice.note ?? '');
  const save = useNoteSaver(poll.id, practice.practiceId);
  if (!open)
    return (
      <div className={classes.note}>
        {practice.note && <p className={classes.said}>{practice.note}</p>}
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            setText(practice.note ?? '');
            setOpen(true);
          }}
        >
          {t(practice.note ? 'note.change' : 'note.add')}
        </Button>
      </div>
    );
  return (
    <div className={classes.note}>
      <GuardedForm
        id="poll-note"
        label={t('note')}
        description={t('note.hint')}
        value={text}
        onChange={setText}
        maxLength={NOTE_LENGTH}
        optional
        takeFocus
        size="sm"
        submit={t('note.save')}
        send={async (note, confirmed) => {
          await save(note, confirmed);
          showToast(t('note.saved'));
          setOpen(false);
        }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}
