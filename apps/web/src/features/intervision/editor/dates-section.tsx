import '@mantine/core/styles/NumberInput.css';
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconCalendarEvent, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundDateView } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import {
  type DateDraft,
  type DateFault,
  dateDrafts,
  dateFaults,
  dateWishes,
  newDate,
  withDateIds,
} from './drafts';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

/** The evenings practices can say yes to. A holiday is a flag, never a ban. */
export function DatesSection({ round, changes, manual }: SectionProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const section = useSection<DateDraft[]>({
    server: dateDrafts(round.dates),
    essence: dateWishes,
    valid: (draft) => dateFaults(draft).size === 0,
    save: (draft) => changes.setDates(dateWishes(draft)),
    settle: withDateIds,
    auto: !manual,
  });
  const { draft, set } = section;
  const faults = dateFaults(draft);
  const known = new Map(round.dates.map((date) => [date.id, date]));
  const beyond = draft.some((date) => date.date > round.holidaysKnownUntil);
  return (
    <EditorSection
      title={t('dates')}
      lead={t(manual ? 'dates.lead.open' : 'dates.lead')}
      section={section}
      manual={manual}
      blocked={faults.size > 0 ? t('blocked', { count: faults.size }) : null}
    >
      <ul className={classes.list}>
        {draft.map((date) => (
          <DateRow
            key={date.key}
            date={date}
            kept={date.id ? known.get(date.id) : undefined}
            fault={faults.get(date.key)}
            onChange={(next) => set(draft.map((one) => (one.key === date.key ? next : one)))}
            onRemove={() => set(draft.filter((one) => one.key !== date.key))}
          />
        ))}
      </ul>
      {draft.length === 0 && <p className={classes.none}>{t('dates.none')}</p>}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPlus size={17} />}
        onClick={() => set([...draft, newDate(draft)])}
      >
        {t('dates.add')}
      </Button>
      {beyond && (
        <p className={classes.gone}>{t('dates.beyond', { date: format.date(round.holidaysKnownUntil) })}</p>
      )}
    </EditorSection>
  );
}

interface DateRowProps {
  date: DateDraft;
  /** As the server has it, with its flags; its day may be another than what is typed now. */
  kept: RoundDateView | undefined;
  fault: DateFault | undefined;
  onChange: (date: DateDraft) => void;
  onRemove: () => void;
}

function DateRow({ date, kept, fault, onChange, onRemove }: DateRowProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const words = useWords();
  const typed = /^\d{4}-\d{2}-\d{2}$/.test(date.date);
  const flags = kept?.date === date.date ? kept.flags : [];
  return (
    <li className={classes.item}>
      <div className={classes.dateFields}>
        <TextInput
          size="sm"
          type="date"
          label={t('dates.date')}
          value={date.date}
          error={fault === 'date' || fault === 'twice' ? t(`dates.fault.${fault}`) : null}
          onChange={(event) => onChange({ ...date, date: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={t('dates.from')}
          value={date.startTime}
          error={fault === 'times' ? t('dates.fault.times') : null}
          onChange={(event) => onChange({ ...date, startTime: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={t('dates.to')}
          value={date.endTime}
          error={fault === 'times'}
          onChange={(event) => onChange({ ...date, endTime: event.currentTarget.value })}
        />
        <NumberInput
          size="sm"
          label={t('maxGroups')}
          placeholder={t('noLimit')}
          min={1}
          max={99}
          allowDecimal={false}
          hideControls
          value={date.maxGroups ?? ''}
          onChange={(value) => onChange({ ...date, maxGroups: typeof value === 'number' ? value : null })}
        />
        <p className={classes.flags}>
          {typed && (
            <>
              <IconCalendarEvent size={16} stroke={1.8} className="lk-icon" aria-hidden />
              <span>{format.date(date.date)}</span>
            </>
          )}
          {flags.map((flag) => (
            <Verdict key={`${flag.kind}-${flag.name.nl}`} kind="warn">
              {words(flag.name)}
            </Verdict>
          ))}
        </p>
      </div>
      <div className={classes.itemActs}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('dates.remove', { date: typed ? format.date(date.date) : t('dates.new') })}
          onClick={onRemove}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
    </li>
  );
}
