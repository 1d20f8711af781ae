import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { FindingNote } from '../../../components/finding-note';
import { findingsOf } from '../../../lib/guard';
import { useMay } from '../../../lib/me';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { ChangeCompany } from './change-company';
import { changesOf, draftOf, isMoved, rebased, type ChangeDraft } from './change-draft';
import { useMeetingChanges } from './meeting-data';
import { linkFits, timesFit } from './times-draft';
import { TimesFields } from './times-fields';
import classes from './meeting.module.css';

/** Everything that can be changed of a meeting before it is over. A change goes to all who are asked. */
export function ChangeForm({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) {
  const { t } = useTranslation(['meeting', 'components']);
  const now = useNow();
  const changes = useMeetingChanges();
  const coordinates = useMay('rounds.manage');
  const [from, setFrom] = useState(meeting);
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const [checked, setChecked] = useState(false);
  const [meanwhile, setMeanwhile] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // the button that was pressed made room for this form
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = useMutation({
    mutationFn: (confirmed: boolean) => changes.change(meeting, { ...wanted, confirmed }),
    onSuccess: () => {
      showToast(t('change.saved'));
      onDone();
    },
  });
  // a colleague saved while this form is open; one's own save closes it
  if (from.version !== meeting.version && !save.isPending && !save.isSuccess) {
    setFrom(meeting);
    setDraft(rebased(draft, draftOf(from), draftOf(meeting)));
    setMeanwhile(true);
  }
  const start = draftOf(from);
  const wanted = changesOf(draft, start);
  const moved = isMoved(draft, start);
  const set = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part });
  const { title, location, link, mandatory, company } = draft;
  const { organiserPracticeId } = meeting;
  const alone = organiserPracticeId !== null && company.size === 0;
  const fits = title.trim() !== '' && linkFits(link) && !alone && (!moved || timesFit(draft, now));
  const findings = findingsOf(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(wanted).length === 0) onDone();
    else if (fits) save.mutate(false);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={classes.form}>
      <TimesFields value={draft} onChange={set} checked={checked && moved} />
      <TextInput
        label={t('facts.title')}
        value={title}
        maxLength={120}
        error={checked && title.trim() === '' ? t('facts.title.missing') : null}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t('where')}
        description={t('facts.where.hint')}
        value={location}
        maxLength={200}
        onChange={(event) => set({ location: event.currentTarget.value })}
      />
      <TextInput
        label={t('facts.link')}
        type="url"
        value={link}
        maxLength={1000}
        error={checked && !linkFits(link) ? t('facts.link.wrong') : null}
        onChange={(event) => set({ link: event.currentTarget.value })}
      />
      {coordinates && (
        <Switch
          label={t('facts.mandatory')}
          description={t('facts.mandatory.why')}
          checked={mandatory}
          onChange={(event) => set({ mandatory: event.currentTarget.checked })}
        />
      )}
      {organiserPracticeId !== null && (
        <ChangeCompany
          meeting={meeting}
          organiserPracticeId={organiserPracticeId}
          chosen={company}
          onChange={(chosen) => set({ company: chosen })}
        />
      )}
      {checked && alone && (
        <p role="alert" className={classes.wrong}>
          {t('new.who.missing')}
        </p>
      )}
      {findings.map((finding) => (
        <FindingNote
          key={finding.item}
          text={finding.item === 'title' ? title : location}
          finding={finding}
          busy={save.isPending}
          onTake={(text) => {
            save.reset();
            set(finding.item === 'title' ? { title: text } : { location: text });
          }}
          onKeep={() => save.mutate(true)}
        />
      ))}
      {save.error && findings.length === 0 ? <ErrorState error={save.error} /> : null}
      <p className={classes.hint}>
        <span role="status">{meanwhile && `${t('change.meanwhile')} `}</span>
        {t(organiserPracticeId === null ? 'change.hint' : 'change.hint.extra')}
      </p>
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
