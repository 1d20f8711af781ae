import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';

interface BoardHeadProps {
  round: RoundView;
  lead: string;
  action?: ReactNode;
}

/** The head of every screen on the way to groups. */
export function BoardHead({ round, lead, action }: BoardHeadProps) {
  const { t } = useTranslation(['board', 'intervision']);
  return (
    <PageHead
      crumbs={[
        { label: t('intervision:title'), to: '/intervisie' },
        { label: round.name, to: `/intervisie/rondes/${round.id}` },
        { label: t('crumb') },
      ]}
      title={t('title', { round: round.name })}
      lead={lead}
      action={action}
    />
  );
}
