import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../../components/page-head';
import { Steps } from '../../../../components/steps';
import { useManageCrumbs } from '../manage-head';

interface LoadHeadProps {
  title: string;
  lead: ReactNode;
  /** 0: source, 1: file, 2: columns, 3: reading and checking. */
  step: number;
  action?: ReactNode;
}

/** The head of every step, with where one is. */
export function LoadHead({ title, lead, step, action }: LoadHeadProps) {
  const { t } = useTranslation('mirror-data');
  return (
    <>
      <PageHead
        takeFocus={step > 0}
        crumbs={[...useManageCrumbs(), { label: t('load') }]}
        title={title}
        lead={lead}
        action={action}
      />
      <Steps steps={[t('step.source'), t('step.file'), t('step.columns'), t('step.check')]} active={step} />
    </>
  );
}
