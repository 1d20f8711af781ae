import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueDateView, DialogueYearView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useWords } from '../../../../lib/i18n';
import { showToast } from '../../../../lib/toast';
import { type DateWish, yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

const MOST_DATES = 12;
const wishOf = ({ date, startTime, endTime }: DateWish): DateWish => ({ date, startTime, endTime });

/** The dates of the year. A holiday is a flag, never a ban. */
export function DatesPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const add = useYearChange(year.id, (version, wish: DateWish) => yearDoors.addDate(year.id, version, wish));
  const remove = useYearChange(
    year.id,
    (version, date: DialogueDateView) => yearDoors.removeDate(year.id, version, date.id),
    (_year, date) =>
      showToast(
        t('date.removed', { date: format.localDate(date.date) }),
        year.state === 'asking' ? {} : { undo: () => add.mutateAsync(wishOf(date)) },
      ),
  );
  const [asked, setAsked] = useState<DialogueDateView | null>(null);
  /** A week after the last one, at the same time. */
  const next = (): DateWish => {
    const last = year.dates.at(-1);
    const day = new Date(`${last?.date ?? `${year.year}-02-01`}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 7);
    const date = day.toISOString().slice(0, 10);
    return {
      date: date.startsWith(String(year.year)) ? date : `${year.year}-12-01`,
      startTime: last?.startTime ?? '19:30',
      endTime: last?.endTime ?? '20:30',
    };
  };
  return (
    <Panel title={t('dates')}>
      <p className={classes.lead}>{t(year.state === 'asking' ? 'dates.lead.asking' : 'dates.lead')}</p>
      {year.dates.length === 0 && <p className="lk-muted">{t('dates.none')}</p>}
      <ul className={classes.dates}>
        {year.dates.map((date) => (
          <DateRow
            key={`${date.id} ${date.date} ${date.startTime} ${date.endTime}`}
            year={year}
            date={date}
            onRemove={() => (year.state === 'asking' ? setAsked(date) : remove.mutate(date))}
          />
        ))}
      </ul>
      {add.error ? <ErrorState error={add.error} /> : null}
      {remove.error && !asked ? <ErrorState error={remove.error} /> : null}
      {year.dates.length < MOST_DATES && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={17} />}
          loading={add.isPending}
          onClick={() => add.mutate(next())}
        >
          {t('date.add')}
        </Button>
      )}
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && remove.mutate(asked, { onSuccess: () => setAsked(null) })}
        title={t('date.remove', { date: asked ? format.localDate(asked.date) : '' })}
        confirm={t('date.remove.confirm')}
        danger
        busy={remove.isPending}
        error={remove.error}
      >
        <p>{t('date.remove.text')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

interface DateRowProps {
  year: DialogueYearView;
  date: DialogueDateView;
  onRemove: () => void;
}

function DateRow({ year, date, onRemove }: DateRowProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  const [draft, setDraft] = useState<DateWish>(() => wishOf(date));
  const save = useYearChange(year.id, (version, wish: DateWish) =>
    yearDoors.changeDate(year.id, version, date.id, wish),
  );
  const inYear = draft.date.startsWith(`${year.year}-`);
  const ordered = draft.startTime < draft.endTime;
  const keep = () => {
    const changed =
      draft.date !== date.date || draft.startTime !== date.startTime || draft.endTime !== date.endTime;
    if (changed && inYear && ordered && !save.isPending) save.mutate(draft);
  };
  const input = (
    field: keyof DateWish,
    label: string,
    type: 'date' | 'time',
    error: string | boolean | null,
  ) => (
    <TextInput
      size="sm"
      type={type}
      label={label}
      value={draft[field]}
      error={error}
      min={type === 'date' ? `${year.year}-01-01` : undefined}
      max={type === 'date' ? `${year.year}-12-31` : undefined}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
      onBlur={keep}
    />
  );
  const name = format.localDate(date.date);
  return (
    <li>
      <div className={classes.dateFields}>
        {input('date', t('date'), 'date', inYear ? null : t('date.otherYear', { year: year.year }))}
        {input('startTime', t('date.from'), 'time', null)}
        {input('endTime', t('date.to'), 'time', ordered ? null : t('date.wrongTimes'))}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className={classes.dateRemove}
          aria-label={t('date.remove.label', { date: name })}
          onClick={onRemove}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      <p className={classes.flags}>
        <span>{name}</span>
        {date.flags.map((flag) => (
          <Verdict key={flag.nl} kind="warn">
            {words(flag)}
          </Verdict>
        ))}
      </p>
      {save.error ? <ErrorState error={save.error} /> : null}
    </li>
  );
}
