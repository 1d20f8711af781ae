import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { SectionTabs } from '../../components/section-tabs';
import { useSections } from './use-sections';

interface AdminHeadProps {
  section: 'people' | 'region' | 'mails' | 'log';
  action?: ReactNode;
}

/** The head of the pages of Beheer, with the way between them. */
export function AdminHead({ section, action }: AdminHeadProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/beheer' }, { label: t(`${section}.title`) }]}
        title={t(`${section}.title`)}
        lead={t(`${section}.lead`)}
        action={action}
      />
      <SectionTabs label={t('title')} tabs={useSections()} />
    </>
  );
}
