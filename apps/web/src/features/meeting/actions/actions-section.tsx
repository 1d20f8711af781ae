import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { ActionsPart } from './actions-part';
import { NotesSection } from './notes-section';
import { OutcomesSection } from './outcomes-section';

/** What was agreed, written down, and may go further, on the page of a meeting. For who belongs to it (SES-02). */
export function ActionsSection({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting-actions');
  const { id, state, may } = meeting;
  if (!may.takePart) return null;
  return (
    <>
      <Panel title={t('actions')}>
        <ActionsPart meetingId={id} />
      </Panel>
      {state !== 'polling' && (
        <>
          <NotesSection meetingId={id} />
          <OutcomesSection meetingId={id} />
        </>
      )}
    </>
  );
}
