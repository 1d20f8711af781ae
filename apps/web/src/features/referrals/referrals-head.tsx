import { NativeSelect } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { PageHead, type Crumb } from '../../components/page-head';
import { SectionTabs } from '../../components/section-tabs';
import { useOwnPractices, usePractice } from './use-referrals';

interface ReferralsHeadProps {
  title: string;
  lead?: ReactNode;
  /** After the area itself; without it the tabs are shown. */
  crumbs?: readonly Crumb[];
  action?: ReactNode;
}

/** Title and way between the pages; for who works for more practices, which one. */
export function ReferralsHead({ title, lead, crumbs, action }: ReferralsHeadProps) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        crumbs={crumbs ? [{ label: t('title'), to: to('/verwijzingen') }, ...crumbs] : []}
        action={action}
      />
      {!crumbs && (
        <SectionTabs
          label={t('title')}
          tabs={[
            { to: to('/verwijzingen'), label: t('tab.week'), end: true },
            { to: to('/verwijzingen/verloop'), label: t('tab.course') },
            { to: to('/verwijzingen/acties'), label: t('tab.actions') },
            { to: to('/verwijzingen/instellen'), label: t('tab.settings') },
          ]}
        />
      )}
      <WhichPractice />
    </>
  );
}

function WhichPractice() {
  const { t } = useTranslation('referrals');
  const practices = useOwnPractices();
  const { id } = usePractice();
  const [, setParams] = useSearchParams();
  if (practices.length < 2) return null;
  return (
    <NativeSelect
      size="sm"
      mb="md"
      maw={360}
      label={t('practice')}
      value={id ?? ''}
      onChange={({ currentTarget: { value } }) => setParams({ praktijk: value }, { replace: true })}
      data={practices.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

/** A page of the practice; who works for none is told whose it is. */
export function OfPractice({ children }: { children: (id: string) => ReactNode }) {
  const { t } = useTranslation('referrals');
  const { id } = usePractice();
  if (id) return <div key={id}>{children(id)}</div>;
  return <EmptyState icon={IconStethoscope} title={t('none.title')} text={t('none.text')} />;
}
