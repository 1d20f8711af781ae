import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  mondayOf,
  mondayOn,
  REFERRAL_FORMS,
  type ReferralForm,
  type ReferralMomentView,
  type ReferralSettingsView,
  weekOf,
  weeksAfter,
} from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { OfPractice, ReferralsHead } from './referrals-head';
import { type Moment, referralDoors, settingsQuery } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';
import { today, weekNumber } from './week-words';

type SettingsBody = Parameters<typeof referralDoors.settings>[1];

/** What a form begins with. */
const FIRST: Record<ReferralForm, Moment> = {
  weekly: { form: 'weekly', weekday: 2, time: '12:30', remind: true },
  selected: { form: 'selected', weekday: 4, time: '12:30', remind: true },
  daily: { form: 'daily', weekday: null, time: '11:45', remind: false },
};
const ORDER: readonly ReferralForm[] = [
  'weekly',
  'selected',
  'daily',
] satisfies (typeof REFERRAL_FORMS)[number][];
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The rhythm of the practice and who takes part (REF-01, 02); every change is kept at once. */
export default function ReferralSettingsPage() {
  const { t } = useTranslation('referrals');
  return (
    <>
      <ReferralsHead title={t('tab.settings')} lead={t('settings.lead')} />
      <OfPractice>{(id) => <Settings id={id} />}</OfPractice>
    </>
  );
}

/** Shows a change at once and keeps it, one after the other, each on top of the last; with its way back. */
function useSettings(id: string) {
  const { t } = useTranslation('referrals');
  const client = useQueryClient();
  const { act } = useReferrals(id);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = settingsQuery(id);
  return (
    body: SettingsBody,
    shown: (settings: ReferralSettingsView) => ReferralSettingsView,
    back: SettingsBody,
  ) => {
    const send = async (wanted: SettingsBody) => {
      const version = client.getQueryData(queryKey)?.version ?? 0;
      client.setQueryData(queryKey, await referralDoors.settings(id, wanted, version));
    };
    // an answer that is under way knows nothing of it yet
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (settings) => settings && shown(settings));
    line.current = line.current.then(() =>
      act(
        () => send(body),
        t('settings.saved'),
        () => send(back),
      ),
    );
  };
}

function Settings({ id }: { id: string }) {
  const { t } = useTranslation('referrals');
  const save = useSettings(id);
  const { data, error, refetch } = useQuery(settingsQuery(id));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={3} />;
  const setMoments = (moments: Moment[]) =>
    save(
      { moments },
      (settings) => ({
        ...settings,
        moments: moments.map((one) => ({ ...one, fromWeek: one.fromWeek ? mondayOf(one.fromWeek) : null })),
      }),
      { moments: data.moments.map(wish) },
    );
  const others = (form: ReferralForm) => data.moments.filter((one) => one.form !== form).map(wish);
  return (
    <Panels>
      <Panel title={t('settings.forms')}>
        <ul className={classes.list}>
          {ORDER.map((form) => {
            const moment = data.moments.find((one) => one.form === form);
            return (
              <li key={form}>
                <div className={classes.tight}>
                  <Checkbox
                    label={<b>{t(`form.${form}`)}</b>}
                    description={t(`form.${form}.text`)}
                    checked={moment !== undefined}
                    onChange={({ currentTarget: { checked } }) =>
                      setMoments(checked ? [...others(form), first(form)] : others(form))
                    }
                  />
                  {moment && (
                    <MomentFields
                      key={JSON.stringify(moment)}
                      moment={moment}
                      onChange={(change) => setMoments([...others(form), { ...wish(moment), ...change }])}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      </Panel>
      <People settings={data} save={save} />
    </Panels>
  );
}

const first = (form: ReferralForm): Moment => ({
  ...FIRST[form],
  fromWeek: form === 'selected' ? weekOf(mondayOn(today())) : null,
});
const wish = ({ form, weekday, time, fromWeek, remind }: ReferralMomentView): Moment => ({
  form,
  weekday,
  time,
  fromWeek: fromWeek && weekOf(fromWeek),
  remind,
});

function MomentFields({
  moment,
  onChange,
}: {
  moment: ReferralMomentView;
  onChange: (change: Partial<Moment>) => void;
}) {
  const { t } = useTranslation('referrals');
  const monday = mondayOn(today());
  const weeks = [0, 1, 2].map((k) => weekOf(weeksAfter(monday, k)));
  const from = moment.fromWeek ? nextTurn(moment.fromWeek, monday) : null;
  return (
    <div className={classes.fields} style={{ paddingLeft: 32 }}>
      {moment.weekday !== null && (
        <NativeSelect
          size="sm"
          label={t('settings.day')}
          value={String(moment.weekday)}
          onChange={({ currentTarget: { value } }) => onChange({ weekday: Number(value) })}
          data={DAYS.map((day) => ({ value: String(day), label: t(`day.${day}`) }))}
        />
      )}
      <TextInput
        size="sm"
        type="time"
        label={t('settings.time')}
        defaultValue={moment.time}
        onBlur={({ currentTarget: { value } }) => value && value !== moment.time && onChange({ time: value })}
      />
      {from && (
        <NativeSelect
          size="sm"
          label={t('settings.from')}
          value={from}
          onChange={({ currentTarget: { value } }) => onChange({ fromWeek: value })}
          data={weeks.map((week) => ({ value: week, label: t('week.title', { week: weekNumber(week) }) }))}
        />
      )}
      <Checkbox
        mb={8}
        label={t('settings.remind')}
        checked={moment.remind}
        onChange={({ currentTarget: { checked } }) => onChange({ remind: checked })}
      />
    </div>
  );
}

/** The first turn of a three-weekly rhythm that is not over yet, as an ISO week. */
function nextTurn(from: string, monday: string): string {
  let turn = from;
  while (turn < monday) turn = weeksAfter(turn, 3);
  return weekOf(turn);
}

function People({
  settings,
  save,
}: {
  settings: ReferralSettingsView;
  save: ReturnType<typeof useSettings>;
}) {
  const { t } = useTranslation('referrals');
  const taking = settings.people.filter(({ takesPart }) => takesPart).map(({ personId }) => personId);
  const set = (participants: string[]) =>
    save(
      { participants },
      (shown) => ({
        ...shown,
        people: shown.people.map((one) => ({ ...one, takesPart: participants.includes(one.personId) })),
      }),
      { participants: taking },
    );
  return (
    <Panel title={t('settings.people')}>
      <div className={classes.stack}>
        <p className="lk-muted">{t('settings.people.text')}</p>
        {settings.people.map(({ personId, name, takesPart }) => (
          <Checkbox
            key={personId}
            label={name}
            checked={takesPart}
            onChange={({ currentTarget: { checked } }) =>
              set(checked ? [...taking, personId] : taking.filter((one) => one !== personId))
            }
          />
        ))}
      </div>
    </Panel>
  );
}
