import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ChoiceCards } from '../../../components/choice-cards';
import { ErrorState } from '../../../components/error-state';
import { FindingNote } from '../../../components/finding-note';
import { findingsOf } from '../../../lib/guard';
import { useMay } from '../../../lib/me';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { useHeldMeeting } from '../attendance/attendance-data';
import { type NewMeeting, useMeetingChanges } from './meeting-data';
import { linkFits, timesFit, timesHeld } from './times-draft';
import { TimesFields } from './times-fields';
import classes from './meeting.module.css';

interface PlanFormProps {
  /** What it is called unless somebody says otherwise. */
  title: string;
  /** Outside a group: what was held already can be kept too (GRP-09). */
  extra: boolean;
  /** Begins with asking for a date. */
  polls: boolean;
  /** Whose meeting; null as long as that was not chosen. */
  whose: Pick<NewMeeting, 'groupId' | 'circle' | 'organiserPracticeId' | 'practiceIds'> | null;
  /** Said when it was not chosen. */
  missing: string;
}
type How = 'choose' | 'poll' | 'held';

/** When, where and what about; with a date the invitations go out at once. */
export function PlanForm({ title: suggested, extra, polls, whose, missing }: PlanFormProps) {
  const { t } = useTranslation(['meeting', 'meeting-attendance', 'components']);
  const now = useNow();
  const navigate = useNavigate();
  const changes = useMeetingChanges();
  const register = useHeldMeeting();
  const [how, setHow] = useState<How>(polls ? 'poll' : 'choose');
  const [title, setTitle] = useState(suggested);
  const [times, setTimes] = useState({ date: '', startTime: '19:30', endTime: '21:00' });
  const [location, setLocation] = useState('');
  const [link, setLink] = useState('');
  const coordinates = useMay('rounds.manage');
  const [mandatory, setMandatory] = useState(false);
  const [checked, setChecked] = useState(false);
  const plan = useMutation({
    mutationFn: (confirmed: boolean) => {
      const said = {
        ...whose,
        title: title.trim(),
        location: location.trim() || null,
        ...(mandatory && { mandatory }),
        confirmed: confirmed || title.trim() === suggested,
      };
      return how === 'held'
        ? register({ ...said, ...times })
        : changes.plan({ ...said, ...(how === 'choose' && times), meetingLink: link.trim() || null });
    },
    onSuccess: ({ id, state }) => {
      if (state === 'closed') {
        showToast(t('meeting-attendance:held.done'));
        void navigate(`/bijeenkomst/${id}`);
        return;
      }
      showToast(t(state === 'planned' ? 'new.done' : 'new.done.poll'));
      void navigate(
        state === 'planned' ? `/bijeenkomst/${id}` : `/intervisie/datumprikker/nieuw?bijeenkomst=${id}`,
      );
    },
  });
  const findings = findingsOf(plan.error);
  const fitsTimes = { poll: true, choose: timesFit(times, now), held: timesHeld(times, now) };
  const fits = whose !== null && title.trim() !== '' && linkFits(link) && fitsTimes[how];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (fits) plan.mutate(false);
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <ChoiceCards<How>
        legend={t('new.date')}
        columns={extra ? 3 : 2}
        value={how}
        onChange={setHow}
        choices={[
          { value: 'choose', label: t('next.choose'), text: t('new.date.choose.text') },
          { value: 'poll', label: t('next.poll'), text: t('new.date.poll.text') },
          ...(extra
            ? [
                {
                  value: 'held' as const,
                  label: t('meeting-attendance:held'),
                  text: t('meeting-attendance:held.text'),
                },
              ]
            : []),
        ]}
      />
      {how !== 'poll' && (
        <TimesFields value={times} onChange={setTimes} checked={checked} held={how === 'held'} />
      )}
      <TextInput
        label={t('facts.title')}
        description={how === 'held' ? undefined : t('facts.title.hint')}
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
      {how !== 'held' && (
        <TextInput
          label={t('facts.link')}
          type="url"
          value={link}
          maxLength={1000}
          error={checked && !linkFits(link) ? t('facts.link.wrong') : null}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      )}
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
          busy={plan.isPending}
          onTake={(text) => {
            plan.reset();
            (finding.item === 'title' ? setTitle : setLocation)(text);
          }}
          onKeep={() => plan.mutate(true)}
        />
      ))}
      {checked && whose === null && (
        <p role="alert" className={classes.wrong}>
          {missing}
        </p>
      )}
      {plan.error && findings.length === 0 ? <ErrorState error={plan.error} /> : null}
      <p className={classes.hint}>
        {how === 'held'
          ? t('meeting-attendance:held.hint')
          : t(how === 'choose' ? 'new.hint' : 'new.hint.poll')}
      </p>
      <Group gap={10}>
        <Button type="submit" loading={plan.isPending}>
          {how === 'held' ? t('meeting-attendance:held.save') : t(how === 'choose' ? 'new.plan' : 'new.poll')}
        </Button>
        <Button component={Link} to="/intervisie/bijeenkomsten" variant="default">
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
