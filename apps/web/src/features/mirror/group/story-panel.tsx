import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { Panel } from '../../../components/panel';
import { SaveState } from '../../../components/save-state';
import { asProblem } from '../../../lib/problem';
import type { Kept } from '../../../lib/use-kept';
import type { PreparationDraft } from '../figures-data';
import { GuardedText } from '../remarks/guarded-text';
import classes from './group.module.css';

const LONGEST = 2000;

interface StoryPanelProps {
  kept: Kept<PreparationDraft>;
  mayPrepare: boolean;
}

/** The story before the figures: what the numbers cannot say, and what the group wants to know. Saved by itself. */
export function StoryPanel({ kept, mayPrepare }: StoryPanelProps) {
  const { t } = useTranslation('group-figures');
  const { draft } = kept;
  const [allowed, setAllowed] = useState<string | null>(null);
  const texts = draft.story + draft.question;
  if (!mayPrepare)
    return (
      <Panel title={t('story')}>
        <Told draft={draft} />
      </Panel>
    );
  const change = (part: Partial<PreparationDraft>) => {
    const next = { ...draft, ...part };
    kept.set({ ...next, confirmed: allowed === next.story + next.question });
  };
  const keep = () => {
    setAllowed(texts);
    kept.set({ ...draft, confirmed: true });
  };
  return (
    <Panel
      title={t('story')}
      right={
        <SaveState savedAt={kept.savedAt} saving={kept.saving || kept.dirty} failed={kept.error !== null} />
      }
    >
      <p className={classes.why} data-print="hide">
        {t('story.why')}
      </p>
      <div className={classes.paper}>
        <Told draft={draft} />
      </div>
      <div className={classes.fields} data-print="hide">
        <GuardedField
          label={t('story.label')}
          value={draft.story}
          onChange={(story) => change({ story })}
          minRows={5}
          maxLength={LONGEST}
          kept={allowed === texts}
          onKeep={keep}
        />
        <GuardedText
          label={t('question')}
          description={t('question.help')}
          value={draft.question}
          onChange={(question) => change({ question })}
          maxLength={LONGEST}
          kept={allowed === texts}
          onKeep={keep}
        />
      </div>
      <KeptNotice kept={kept} />
    </Panel>
  );
}

/** The story and the question as they are read. */
function Told({ draft }: { draft: PreparationDraft }) {
  const { t } = useTranslation('group-figures');
  return (
    <>
      <p className={draft.story ? classes.story : 'lk-muted'}>{draft.story || t('story.none')}</p>
      {draft.question && (
        <>
          <h3 className={classes.label}>{t('question')}</h3>
          <p className={classes.story}>{draft.question}</p>
        </>
      )}
    </>
  );
}

/** Why it is not kept, with the way on. */
function KeptNotice({ kept }: { kept: Kept<PreparationDraft> }) {
  const { t } = useTranslation('group-figures');
  if (kept.stale)
    return (
      <div role="alert" className={classes.stale}>
        <IconUsers size={20} stroke={1.8} className="lk-icon" aria-hidden />
        <div>
          <strong>{t('stale.title')}</strong>
          <p>{t('stale.text')}</p>
          <div className={classes.buttons}>
            <Button size="sm" onClick={kept.takeTheirs}>
              {t('stale.theirs')}
            </Button>
            <Button size="sm" variant="default" onClick={kept.keepMine}>
              {t('stale.mine')}
            </Button>
          </div>
        </div>
      </div>
    );
  if (kept.error === null) return null;
  return (
    <div className={classes.error}>
      {/* What the guard refuses is refused again: the way on stands at the text. */}
      <ErrorState
        error={kept.error}
        onRetry={asProblem(kept.error).code === 'remark.patient-data' ? undefined : () => void kept.saveNow()}
      />
    </div>
  );
}
