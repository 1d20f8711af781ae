import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { FindingNote } from '../../../components/finding-note';
import { findingsOf } from '../../../lib/guard';
import { useMay } from '../../../lib/me';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { type MeetingFacts, useMeetingChanges } from './meeting-data';
import { linkFits, timesFit } from './times-draft';
import { TimesFields } from './times-fields';
import classes from './meeting.module.css';

const EVENING = { startTime: '19:30', endTime: '21:00' };

/** Everything that can be changed of a meeting before it is over. A change goes to all who are asked. */
export function ChangeForm({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) {
  const { t } = useTranslation(['meeting', 'components']);
  const now = useNow();
  const changes = useMeetingChanges();
  const coordinates = useMay('rounds.manage');
  const [title, setTitle] = useState(meeting.title);
  const [times, setTimes] = useState({
    date: meeting.date ?? '',
    startTime: meeting.startTime ?? EVENING.startTime,
    endTime: meeting.endTime ?? EVENING.endTime,
  });
  const [location, setLocation] = useState(meeting.location ?? '');
  const [link, setLink] = useState(meeting.meetingLink ?? '');
  const [mandatory, setMandatory] = useState(meeting.mandatory);
  const [checked, setChecked] = useState(false);
  const moved =
    times.date !== (meeting.date ?? '') ||
    (times.date !== '' && (times.startTime !== meeting.startTime || times.endTime !== meeting.endTime));
  const save = useMutation({
    mutationFn: (confirmed: boolean) => changes.change(meeting, { ...changed(), confirmed }),
    onSuccess: () => {
      showToast(t('change.saved'));
      onDone();
    },
  });
  const changed = (): MeetingFacts => ({
    ...(title.trim() !== meeting.title && { title: title.trim() }),
    ...(moved && times),
    ...(location.trim() !== (meeting.location ?? '') && { location: location.trim() || null }),
    ...(link.trim() !== (meeting.meetingLink ?? '') && { meetingLink: link.trim() || null }),
    ...(mandatory !== meeting.mandatory && { mandatory }),
  });
  const fits = title.trim() !== '' && linkFits(link) && (!moved || timesFit(times, now));
  const findings = findingsOf(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(changed()).length === 0) onDone();
    else if (fits) save.mutate(false);
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <TimesFields value={times} onChange={setTimes} checked={checked && moved} />
      <TextInput
        label={t('facts.title')}
        value={title}
        maxLength={120}
        error={checked && title.trim() === '' ? t('facts.title.missing') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('where')}
        description={t('facts.where.hint')}
        value={location}
        maxLength={200}
        onChange={(event) => setLocation(event.currentTarget.value)}
      />
      <TextInput
        label={t('facts.link')}
        type="url"
        value={link}
        maxLength={1000}
        error={checked && !linkFits(link) ? t('facts.link.wrong') : null}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      {coordinates && (
        <Switch
          label={t('facts.mandatory')}
          description={t('facts.mandatory.why')}
          checked={mandatory}
          onChange={(event) => setMandatory(event.currentTarget.checked)}
        />
      )}
      {findings.map((finding) => (
        <FindingNote
          key={finding.item}
          text={finding.item === 'title' ? title : location}
          finding={finding}
          busy={save.isPending}
          onTake={(text) => {
            save.reset();
            (finding.item === 'title' ? setTitle : setLocation)(text);
          }}
          onKeep={() => save.mutate(true)}
        />
      ))}
      {save.error && findings.length === 0 ? <ErrorState error={save.error} /> : null}
      <p className={classes.hint}>{t('change.hint')}</p>
      <Group gap={10}>
        <Button type="submit" loading={save.isPending}>
          {t('change.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
