import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeetingPackView, PACK_CHECKS, type PackCheck } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { NoteField } from '../../../components/note-field';
import { Panel } from '../../../components/panel';
import { SaveState } from '../../../components/save-state';
import { findingsOf } from '../../../lib/guard';
import { asProblem } from '../../../lib/problem';
import { useKept } from '../../../lib/use-kept';
import { type NoteDraft, usePackChanges } from './pack-data';
import classes from './preparation.module.css';

const LONGEST = 5000;

/** What has to be ready, who brings a case, and a note for the leader alone. Saved by itself. */
export function ReadyPanel({ pack }: { pack: MeetingPackView }) {
  const { t } = useTranslation('meeting-preparation');
  const changes = usePackChanges(pack.meetingId);
  const { note } = pack;
  const kept = useKept<NoteDraft, number>({
    server: () => ({ text: note.text, ticked: note.ticked, confirmed: false }),
    version: note.version,
    save: async (draft, based) => {
      try {
        return await changes.note(draft, based);
      } catch (error) {
        // Whoever chooses between two versions must be able to read the other one.
        if (asProblem(error).code === 'conflict.stale') await changes.again();
        throw error;
      }
    },
  });
  const { draft } = kept;
  const [allowed, setAllowed] = useState<string | null>(null);
  const set = (part: Partial<NoteDraft>) => {
    const next = { ...draft, ...part };
    kept.set({ ...next, confirmed: allowed === next.text });
  };
  const tick = (check: PackCheck, on: boolean) =>
    set({ ticked: PACK_CHECKS.filter((one) => (one === check ? on : draft.ticked.includes(one))) });
  const findings = findingsOf(kept.error);
  return (
    <>
      <Panel title={t('ready')}>
        <Stack gap={12}>
          {PACK_CHECKS.map((check) => (
            <Checkbox
              key={check}
              label={t(`check.${check}`)}
              checked={draft.ticked.includes(check)}
              onChange={(event) => tick(check, event.currentTarget.checked)}
            />
          ))}
        </Stack>
        <Case pack={pack} />
      </Panel>
      <div data-print="hide">
        <Panel
          title={t('note')}
          right={
            <SaveState
              savedAt={kept.savedAt ?? note.savedAt}
              saving={kept.saving || kept.dirty}
              failed={kept.error !== null}
            />
          }
        >
          <NoteField
            label={t('note.label')}
            description={t('note.only')}
            value={draft.text}
            maxLength={LONGEST}
            minRows={4}
            found={findings[0]}
            onChange={(text) => set({ text })}
            onKeep={() => {
              setAllowed(draft.text);
              kept.set({ ...draft, confirmed: true });
            }}
          />
          {kept.stale ? (
            <div role="alert" className={classes.stale}>
              <p>{t('note.stale')}</p>
              <div className={classes.buttons}>
                <Button size="sm" onClick={kept.takeTheirs}>
                  {t('note.theirs')}
                </Button>
                <Button size="sm" variant="default" onClick={kept.keepMine}>
                  {t('note.mine')}
                </Button>
              </div>
            </div>
          ) : kept.error !== null && findings.length === 0 ? (
            <ErrorState error={kept.error} onRetry={() => void kept.saveNow()} />
          ) : null}
        </Panel>
      </div>
    </>
  );
}

function Case({ pack: { meetingId, casePracticeId, members } }: { pack: MeetingPackView }) {
  const { t } = useTranslation('meeting-preparation');
  const changes = usePackChanges(meetingId);
  const choose = useMutation({ mutationFn: (id: string) => changes.bringsCase(id || null) });
  const shown = choose.isPending ? choose.variables : (casePracticeId ?? '');
  return (
    <div className={classes.case}>
      <NativeSelect
        label={t('case')}
        value={shown}
        onChange={(event) => choose.mutate(event.currentTarget.value)}
        data={[
          { value: '', label: t('case.nobody') },
          ...members.map(({ practiceId, practice }) => ({ value: practiceId, label: practice })),
        ]}
      />
      {choose.error ? <ErrorState error={choose.error} /> : null}
    </div>
  );
}
