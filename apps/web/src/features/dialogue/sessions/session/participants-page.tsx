import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../../components/loading-state';
import { loadWords } from '../../../../lib/i18n';
import { SessionFrame } from './session-frame';

const Participants = lazy(async () => {
  const [module] = await Promise.all([
    import('../../attendance/participants-section'),
    loadWords(['dialogue-practice']),
  ]);
  return { default: module.ParticipantsSection };
});

/** Who comes and who was there. */
export default function ParticipantsPage() {
  const { t } = useTranslation('dialogue-sessions');
  return (
    <SessionFrame part={t('part.participants')}>
      {(session) => (
        <Suspense fallback={<LoadingState rows={6} height={56} />}>
          <Participants session={session} />
        </Suspense>
      )}
    </SessionFrame>
  );
}
