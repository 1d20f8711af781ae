import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../../components/loading-state';
import { loadWords } from '../../../../lib/i18n';
import { later } from '../../../../lib/later';
import { SessionFrame } from './session-frame';

const Participants = later(
  async () => {
    const [module] = await Promise.all([
      import('../../attendance/participants-section'),
      loadWords(['dialogue-practice']),
    ]);
    return module.ParticipantsSection;
  },
  <LoadingState rows={6} height={56} />,
);

/** Who comes and who was there. */
export default function ParticipantsPage() {
  const { t } = useTranslation('dialogue-sessions');
  return (
    <SessionFrame part={t('part.participants')}>
      {(session) => <Participants session={session} />}
    </SessionFrame>
  );
}
