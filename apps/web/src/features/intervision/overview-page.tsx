import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useMay } from '../../lib/me';
import { MyGroups } from '../group/my-groups';
import { IntervisionTabs } from '../meeting/page/intervision-tabs';
import { RoundsList } from './rounds-list';

/** For the coordinator the rounds; for people of a practice their groups. */
export default function IntervisionPage() {
  const { t } = useTranslation('intervision');
  const manages = useMay('rounds.manage');
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(manages ? 'lead' : 'lead.practice')}
        action={
          manages && (
            <>
              <Button component={Link} to="niet-samen" variant="default">
                {t('pairs.link')}
              </Button>
              <Button component={Link} to="rondes/nieuw" leftSection={<IconPlus size={18} />}>
                {t('new')}
              </Button>
            </>
          )
        }
      />
      <IntervisionTabs />
      {manages ? <RoundsList /> : <MyGroups />}
    </>
  );
}
