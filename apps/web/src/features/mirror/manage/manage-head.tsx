import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Crumb, PageHead } from '../../../components/page-head';
import { SectionTabs } from '../../../components/section-tabs';
import { useMay } from '../../../lib/me';

type Section = 'sets' | 'sources' | 'measures' | 'releases' | 'remarks';
export const MANAGE = '/spiegel/beheer';
const SECTIONS: readonly { to: string; label: Section; needs: 'figures.load' | 'figures.manage' }[] = [
  { to: MANAGE, label: 'sets', needs: 'figures.load' },
  { to: `${MANAGE}/bronnen`, label: 'sources', needs: 'figures.load' },
  { to: `${MANAGE}/maten`, label: 'measures', needs: 'figures.manage' },
  { to: `${MANAGE}/vrijgaven`, label: 'releases', needs: 'figures.manage' },
  { to: `${MANAGE}/meldingen`, label: 'remarks', needs: 'figures.manage' },
];

/** The way up from a page of the data steward, without the page itself. */
export function useManageCrumbs(): Crumb[] {
  const { t } = useTranslation('mirror-data');
  return [
    { label: t('mirror'), to: '/spiegel' },
    { label: t('manage'), to: MANAGE },
  ];
}

/** The head of the pages of the data steward, with the way between them. */
export function ManageHead({ section, action }: { section: Section; action?: ReactNode }) {
  const { t } = useTranslation('mirror-data');
  const may = { 'figures.load': useMay('figures.load'), 'figures.manage': useMay('figures.manage') };
  const tabs = SECTIONS.filter(({ needs }) => may[needs]).map(({ to, label }) => ({
    to,
    label: t(`${label}.title`),
    end: to === MANAGE,
  }));
  return (
    <>
      <PageHead
        crumbs={[...useManageCrumbs().slice(0, 1), { label: t('manage') }]}
        title={t(`${section}.title`)}
        lead={t(`${section}.lead`)}
        action={action}
      />
      {tabs.length > 1 && <SectionTabs label={t('manage')} tabs={tabs} />}
    </>
  );
}
