import { Button, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingAttendanceView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { showToast } from '../../../lib/toast';
import { accreditationHref, useAttendanceChanges } from './attendance-data';
import classes from './attendance.module.css';

const ID_LENGTH = 60;

interface AccreditationPartProps {
  meetingId: string;
  accreditation: NonNullable<MeetingAttendanceView['accreditation']>;
  /** Somebody was there by name: there is something to list. */
  anybody: boolean;
}

/** For the coordinator: under which number points are given, and the list of who was there, in the columns of the region. */
export function AccreditationPart({ meetingId, accreditation, anybody }: AccreditationPartProps) {
  const { t } = useTranslation('meeting-attendance');
  const changes = useAttendanceChanges(meetingId);
  const was = accreditation.activityId ?? '';
  const [number, setNumber] = useState(was);
  const save = useMutation({
    mutationFn: () => changes.setActivity(accreditation.version, number.trim() || null),
    onSuccess: (now) =>
      showToast(t('accreditation.saved'), {
        undo: () => changes.setActivity(now.accreditation?.version ?? 0, was || null),
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <section className={classes.foot} aria-label={t('accreditation')} data-print="hide">
      <h3>{t('accreditation')}</h3>
      <form className={classes.replacedLine} onSubmit={submit}>
        <TextInput
          size="sm"
          label={t('accreditation.number')}
          value={number}
          maxLength={ID_LENGTH}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {number.trim() !== was && (
          <Button type="submit" size="sm" loading={save.isPending}>
            {t('save')}
          </Button>
        )}
      </form>
      {save.error ? <ErrorState error={save.error} /> : null}
      {anybody ? (
        <div className={classes.buttons}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={accreditationHref(meetingId, format)}
              download
              variant="default"
              size="sm"
              leftSection={<IconDownload size={17} />}
            >
              {t(`accreditation.${format}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p className="lk-muted">{t('accreditation.nobody')}</p>
      )}
    </section>
  );
}
