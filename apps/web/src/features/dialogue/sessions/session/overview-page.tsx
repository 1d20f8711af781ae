import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { PanelColumns } from '../../../../components/panels';
import { CancelDialog } from './cancel-dialog';
import { CountsPanel } from './counts-panel';
import { FactsPanel } from './facts-panel';
import { MoveDialog } from './move-dialog';
import { NextPanel } from './next-panel';
import { SessionFrame } from './session-frame';
import { SpecialistsPanel } from './specialists-panel';
import { useSessionChanges } from './use-session';
import classes from '../sessions.module.css';

/** One session for its organiser: how it stands, what comes next, and its facts. */
export default function OverviewPage() {
  return <SessionFrame part={null}>{(session) => <Overview session={session} />}</SessionFrame>;
}

function Overview({ session }: { session: DialogueSessionView }) {
  const { t } = useTranslation('dialogue-sessions');
  const changes = useSessionChanges(session);
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const { id, state } = session;
  return (
    <>
      <PanelColumns
        side={
          <>
            <SpecialistsPanel session={session} changes={changes} />
            {state !== 'cancelled' && (
              <Panel title={t('files')}>
                <div className={classes.buttons}>
                  <Button
                    component="a"
                    href={`/api/dialogue-sessions/${id}/deck.pptx`}
                    variant="default"
                    leftSection={<IconPresentation size={18} />}
                  >
                    {t('act.deck')}
                  </Button>
                  <Button
                    component="a"
                    href={`/api/dialogue-sessions/${id}/calendar.ics`}
                    variant="default"
                    leftSection={<IconCalendarPlus size={18} />}
                  >
                    {t('act.calendar')}
                  </Button>
                </div>
              </Panel>
            )}
            {state === 'planned' && (
              <div className={classes.buttons}>
                <Button variant="default" onClick={() => setOpen('move')}>
                  {t('move')}
                </Button>
                <Button variant="subtle" color="brick" onClick={() => setOpen('cancel')}>
                  {t('cancel')}
                </Button>
              </div>
            )}
          </>
        }
      >
        {state !== 'cancelled' && <NextPanel session={session} />}
        <CountsPanel session={session} />
        <FactsPanel key={id} session={session} changes={changes} />
      </PanelColumns>
      <MoveDialog
        session={session}
        changes={changes}
        opened={open === 'move'}
        onClose={() => setOpen(null)}
      />
      <CancelDialog
        session={session}
        changes={changes}
        opened={open === 'cancel'}
        onClose={() => setOpen(null)}
      />
    </>
  );
}
