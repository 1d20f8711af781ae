import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceMobile, IconUserCheck } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireProblem, QuestionnaireVersionView, QuestionnaireView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { Verdict } from '../../../components/verdict';
import { announce } from '../../../lib/announce';
import { useWords } from '../../../lib/i18n';
import { KeptNotice } from '../../../components/kept-notice';
import { useKept } from '../../../lib/use-kept';
import { DiscardDraft } from './discard-draft';
import { type Draft, toContent, toDraft } from './draft';
import { GeneralPanel } from './general-panel';
import { type History, changed, redone, startHistory, undone } from './history';
import { ItemsPanel } from './items-panel';
import { PhonePreview } from './phone-preview';
import { ProblemsPanel } from './problems-panel';
import { ReviewDialog } from './review-dialog';
import { focusProblem } from './to-problem';
import { isSendable } from './sendable';
import { useQuestionnaire } from './use-questionnaire';
import classes from './questionnaires.module.css';

/** Changes the draft; `field` names what is typed in, so that typing on is one step back. */
export type Edit = (change: (draft: Draft) => Draft, field?: string) => void;

interface EditorProps {
  questionnaire: QuestionnaireView;
  version: QuestionnaireVersionView;
  takeFocus: boolean;
}

/** The draft of a questionnaire: kept while it is made, with a way back, beside how it looks on a phone. */
export function Editor({ questionnaire, version, takeFocus }: EditorProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const changes = useQuestionnaire(questionnaire.id);
  const kept = useKept<History<Draft>, number>({
    server: () => startHistory(toDraft(version.content)),
    version: version.version,
    valid: (history) => isSendable(toContent(history.now)),
    save: async (history, based) => {
      const saved = await changes.saveDraft(based, toContent(history.now));
      return saved.draft?.version ?? based;
    },
  });
  const history = kept.draft;
  // A message with a way back is pressed later: it changes what is there by then.
  const latest = useRef(history);
  useLayoutEffect(() => {
    latest.current = history;
  }, [history]);
  const put = (next: History<Draft>) => {
    latest.current = next;
    kept.set(next);
  };
  const draft = history.now;
  /** Null: the general part, or nothing. */
  const [open, setOpen] = useState<string | null>(null);
  const [phone, setPhone] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const sendable = isSendable(toContent(draft));
  const edit: Edit = (change, field) => {
    const { current } = latest;
    put(changed(current, change(current.now), field ?? null, Date.now()));
  };
  const back = () => {
    if (history.past.length === 0) return;
    put(undone(history));
    announce(t('editor.undone'));
  };
  const forth = () => {
    if (history.future.length === 0) return;
    put(redone(history));
    announce(t('editor.redone'));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // Inside a field the browser's own way back is the better one.
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (typing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) forth();
    else back();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const jump = (item: string | null, code: QuestionnaireProblem) => {
    const row = draft.rows.find((one) => one.item.key === item);
    flushSync(() => setOpen(row?.id ?? null));
    focusProblem(row?.id ?? null, code);
  };
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('title'), to: '/evaluaties' },
          { label: t('questionnaires'), to: '/evaluaties/vragenlijsten' },
          { label: words(draft.title) || t('questionnaire.unnamed') },
        ]}
        title={words(draft.title) || t('questionnaire.unnamed')}
        takeFocus={takeFocus}
        lead={
          <>
            <Verdict kind="changed">
              {t(questionnaire.reviewedVersion ? 'questionnaire.draft.next' : 'questionnaire.draft')}
            </Verdict>{' '}
            {t(questionnaire.reviewedVersion ? 'editor.lead.next' : 'editor.lead')}
          </>
        }
        action={
          <Button leftSection={<IconUserCheck size={18} />} onClick={() => setReviewing(true)}>
            {t('review')}
          </Button>
        }
      />
      <div className={classes.toolbar}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('editor.undo')}
          title={t('editor.undo')}
          disabled={history.past.length === 0}
          onClick={back}
        >
          <IconArrowBackUp size={19} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('editor.redo')}
          title={t('editor.redo')}
          disabled={history.future.length === 0}
          onClick={forth}
        >
          <IconArrowForwardUp size={19} />
        </ActionIcon>
        <Button
          variant="default"
          size="sm"
          className={classes.phoneSwitch}
          leftSection={<IconDeviceMobile size={17} />}
          aria-pressed={phone}
          onClick={() => setPhone(!phone)}
        >
          {t('preview.short')}
        </Button>
        <span className={classes.saved} role="status">
          {sendable ? (
            <SaveState
              savedAt={kept.dirty ? null : kept.savedAt}
              saving={kept.saving}
              failed={kept.error !== null || kept.stale}
            />
          ) : (
            t('editor.notSendable')
          )}
        </span>
      </div>
      <div className={classes.desk}>
        <div className={classes.main}>
          <KeptNotice kept={kept} />
          <ProblemsPanel draft={draft} problems={questionnaire.problems} onJump={jump} />
          <GeneralPanel draft={draft} edit={edit} />
          <ItemsPanel
            draft={draft}
            problems={questionnaire.problems}
            edit={edit}
            open={open}
            onOpen={setOpen}
          />
          <DiscardDraft questionnaire={questionnaire} changes={changes} />
        </div>
        <div className={classes.phoneSide} data-shown={phone || undefined}>
          <PhonePreview
            content={toContent(draft)}
            at={draft.rows.find((row) => row.id === open)?.item.key ?? null}
          />
        </div>
      </div>
      <ReviewDialog
        questionnaire={questionnaire}
        version={version}
        changes={changes}
        settled={!kept.dirty && !kept.saving}
        opened={reviewing}
        onClose={() => setReviewing(false)}
      />
    </>
  );
}
