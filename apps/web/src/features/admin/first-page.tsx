import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useSections } from './use-sections';

/** The first section this person may see. */
export default function AdminPage() {
  const { t } = useTranslation('admin');
  const first = useSections()[0];
  return first ? <Navigate to={first.to} replace /> : <PageHead title={t('title')} lead={t('notAllowed')} />;
}
