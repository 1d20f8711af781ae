import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { MANDATORY_STATES, type MandatoryPracticeView, type MandatoryYearView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { dutchCsv, saveText } from '../../../lib/csv';
import { useMay } from '../../../lib/me';
import { localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { IntervisionTabs } from '../page/intervision-tabs';
import { mandatoryQuery } from './attendance-data';
import { addressOf, countStates, seenPractices, stateIn, yearsAround } from './mandatory-list';
import { MandatoryTable } from './mandatory-table';
import classes from './mandatory.module.css';

/** The one meeting a year that every practice is at, and the intervision that practices add (GRP-03, GRP-09). Prints on A4. */
export default function MandatoryPage() {
  const { t } = useTranslation('meeting-attendance');
  const region = useMay('rounds.manage');
  const [address, setAddress] = useSearchParams();
  const thisYear = Number(localTime(useNow()).date.slice(0, 4));
  const asked = Number(address.get('jaar'));
  const year = asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const { data, error, refetch } = useQuery(mandatoryQuery(year));
  const set = (name: string, value: string | null) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead
        title={t('year.title', { year })}
        lead={t(region ? 'year.lead.region' : 'year.lead')}
        action={data?.whole && data.practices.length > 0 && <Actions data={data} address={address} />}
      />
      <IntervisionTabs />
      <div className={classes.bar} data-print="hide">
        <NativeSelect
          size="sm"
          label={t('year')}
          value={String(year)}
          onChange={({ currentTarget: { value } }) => set('jaar', Number(value) === thisYear ? null : value)}
          data={yearsAround(thisYear, year).map(String)}
        />
        {data?.whole && <Filters data={data} address={address} set={set} />}
      </div>
      {data ? (
        <Practices key={year} data={data} address={address} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={6} height={76} />
      )}
    </>
  );
}

interface PartProps {
  data: MandatoryYearView;
  address: URLSearchParams;
}

const seen = ({ data, address }: PartProps): MandatoryPracticeView[] =>
  seenPractices(data.practices, stateIn(address.get('stand')), address.get('zoek') ?? '');

function Filters({ data, address, set }: PartProps & { set: (name: string, value: string | null) => void }) {
  const { t } = useTranslation(['meeting-attendance', 'meeting', 'components']);
  const counts = countStates(data.practices);
  const [search, setSearch] = useState(address.get('zoek') ?? '');
  return (
    <>
      <div role="group" aria-label={t('column.state')} className={classes.states}>
        {([null, ...MANDATORY_STATES] as const).map((state) => {
          const here = stateIn(address.get('stand')) === state;
          return (
            <Button
              key={state ?? 'all'}
              size="sm"
              variant={here ? 'light' : 'default'}
              aria-pressed={here}
              onClick={() => set('stand', state && addressOf(state))}
            >
              {t('year.filter', { state: t(`year.${state ?? 'all'}`), count: counts[state ?? 'all'] })}
            </Button>
          );
        })}
      </div>
      <TextInput
        type="search"
        size="sm"
        className={classes.search}
        leftSection={<IconSearch size={16} />}
        label={t('year.search')}
        value={search}
        onChange={({ currentTarget: { value } }) => {
          setSearch(value);
          set('zoek', value.trim() === '' ? null : value);
        }}
      />
    </>
  );
}

function Practices(props: PartProps) {
  const { t } = useTranslation('meeting-attendance');
  const { data, address } = props;
  const shown = seen(props);
  const filtered = shown.length < data.practices.length;
  if (data.practices.length === 0)
    return (
      <EmptyState title={t('year.empty')} text={t(data.whole ? 'year.empty.region' : 'year.empty.own')} />
    );
  if (shown.length === 0 && address.get('stand') === addressOf('not-yet') && !address.get('zoek'))
    return <EmptyState title={t('year.complete')} text={t('year.complete.text')} />;
  return (
    <>
      <p role="status" className={classes.count}>
        {filtered ? t('year.shown', { count: shown.length, total: data.practices.length }) : ''}
      </p>
      {shown.length === 0 ? (
        <Panel>{t('year.none')}</Panel>
      ) : (
        <MandatoryTable year={data.year} practices={shown} whole={data.whole} />
      )}
    </>
  );
}

/** The list as it is seen, for Excel or on paper. */
function Actions(props: PartProps) {
  const { t } = useTranslation(['meeting-attendance', 'meeting', 'components']);
  const { year } = props.data;
  const save = () =>
    saveText(
      `${t('year.file')}-${year}.csv`,
      dutchCsv(
        (
          ['practice', 'town', 'state', 'reason', 'meeting', 'group', 'date', 'extra', 'extra.which'] as const
        ).map((column) => t(`column.${column}`)),
        seen(props).map(({ practice, town, state, reason, meeting, extra }) => [
          practice,
          town,
          t(`year.${state}`),
          reason && t(`reason.${reason}`),
          meeting?.title ?? null,
          meeting?.group ?? null,
          meeting?.date ?? null,
          extra.length,
          extra
            .map(({ title, circle, date }) => [t(`meeting:circle.${circle}`), title, date].join(' '))
            .join(', '),
        ]),
      ),
    );
  return (
    <>
      <Button
        className={classes.print}
        variant="subtle"
        leftSection={<IconPrinter size={18} />}
        onClick={() => window.print()}
      >
        {t('year.print')}
      </Button>
      <Button variant="default" leftSection={<IconDownload size={18} />} onClick={save}>
        {t('components:table.export')}
      </Button>
    </>
  );
}
