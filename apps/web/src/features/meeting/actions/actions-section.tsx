import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useNow } from '../../../lib/now';
import { hasOpened } from '../page/meeting-words';
import { outcomesQuery } from './actions-data';
import { ActionsPart } from './actions-part';
import { NotesSection } from './notes-section';
import { OutcomesSection } from './outcomes-section';

/**
 * What was agreed, written down, and may go further, on the page of a meeting. For who belongs to it (SES-02). Until the meeting opens there is
 * nothing to write down or to share: then only what is there already is shown. What waits for the reader's own word comes first.
 */
export function ActionsSection({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting-actions');
  const now = useNow();
  const { id, state, may } = meeting;
  const { data } = useQuery({ ...outcomesQuery(id), enabled: may.takePart });
  const [asked, setAsked] = useState<boolean | null>(null);
  // decided once: a section does not move away under the answer that is given in it
  if (data && asked === null)
    setAsked(
      data.outcomes.some((one) => one.state === 'asking' && one.own.some(({ answer }) => answer === null)),
    );
  if (!may.takePart) return null;
  const early = !hasOpened(meeting, now);
  const outcomes = state !== 'polling' && <OutcomesSection key="outcomes" meetingId={id} early={early} />;
  return [
    asked && outcomes,
    <Panel key="actions" title={t('actions')}>
      <ActionsPart meetingId={id} />
    </Panel>,
    state !== 'polling' && <NotesSection key="notes" meetingId={id} early={early} />,
    !asked && outcomes,
  ];
}
