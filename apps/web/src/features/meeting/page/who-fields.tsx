import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingCirclesView, MeetingPracticeView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { circlesQuery } from './meeting-data';
import { PracticePick } from './practice-pick';

type Circle = 'district' | 'fto' | 'dto' | 'other';
/** Who calls, and who is asked. */
export interface Company {
  circle: Circle;
  organiserPracticeId: string;
  practiceIds: string[];
}

interface WhoFieldsProps {
  /** Practices that the reader may call others together for. */
  practices: readonly MeetingPracticeView[];
  /** Null as long as nobody is asked. */
  onChange: (company: Company | null) => void;
}

/** For which practice, and with whom: its HAGRO, its FTO or DTO, or practices chosen one by one (GRP-09). */
export function WhoFields({ practices, onChange }: WhoFieldsProps) {
  const { t } = useTranslation('meeting');
  const [practiceId, setPracticeId] = useState(practices.length === 1 ? (practices[0]?.id ?? '') : '');
  return (
    <>
      {practices.length > 1 && (
        <NativeSelect
          size="md"
          label={t('new.organiser')}
          value={practiceId}
          onChange={(event) => {
            onChange(null);
            setPracticeId(event.currentTarget.value);
          }}
          data={[
            { value: '', label: t('new.organiser.choose'), disabled: true },
            ...practices.map(({ id, name, town }) => ({
              value: id,
              label: town ? `${name}, ${town}` : name,
            })),
          ]}
        />
      )}
      {practiceId !== '' && <Circles key={practiceId} practiceId={practiceId} onChange={onChange} />}
    </>
  );
}

function Circles({
  practiceId,
  onChange,
}: {
  practiceId: string;
  onChange: (company: Company | null) => void;
}) {
  const { data, error, refetch } = useQuery(circlesQuery(practiceId));
  if (data) return <Chosen around={data} onChange={onChange} />;
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <LoadingState rows={1} height={140} />
  );
}

function Chosen({
  around,
  onChange,
}: {
  around: MeetingCirclesView;
  onChange: (company: Company | null) => void;
}) {
  const { t } = useTranslation('meeting');
  const [circle, setCircle] = useState<Circle>(around.circles[0]?.circle ?? 'other');
  const among = around.circles.find((one) => one.circle === circle)?.practices ?? around.others;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(around.circles[0]?.practices.map(({ id }) => id)),
  );
  const tell = useEffectEvent(() =>
    onChange(
      chosen.size === 0
        ? null
        : { circle, organiserPracticeId: around.practice.id, practiceIds: [...chosen] },
    ),
  );
  useEffect(() => tell(), [circle, chosen]);
  const choose = (next: Circle) => {
    setCircle(next);
    setChosen(new Set(around.circles.find((one) => one.circle === next)?.practices.map(({ id }) => id)));
  };
  return (
    <>
      <ChoiceCards<Circle>
        legend={t('new.circle')}
        columns={2}
        value={circle}
        onChange={choose}
        choices={[
          ...around.circles.map((one) => ({
            value: one.circle,
            label: t(`circle.${one.circle}`),
            text: `${one.name} · ${t('practices', { count: one.practices.length + 1 })}`,
          })),
          { value: 'other' as const, label: t('new.circle.other'), text: t('new.circle.other.text') },
        ]}
      />
      <PracticePick among={among} chosen={chosen} onChange={setChosen} />
    </>
  );
}
