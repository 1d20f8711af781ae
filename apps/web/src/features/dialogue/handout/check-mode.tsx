import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HandoutView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { findingsOf } from '../../../lib/guard';
import { useFormat } from '../../../lib/i18n';
import { EditQuestion } from './edit-question';
import { EditTexts } from './edit-texts';
import { Frame } from './frame';
import { handoutDoors, handoutKey } from './handout-data';
import { idOf, isUnanswered } from './items';
import { Contact } from './article';
import { Contents } from './contents';
import { useSaving } from './use-saving';
import classes from './handout.module.css';

/** The specialist reads, corrects in place and says that it is right: one page, five minutes (journey D4). */
export function CheckMode({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const format = useFormat();
  const { sessionId, content } = handout;
  const saving = useSaving(sessionId);
  const { state } = saving;
  const [again, setAgain] = useState(false);
  if (!handout.mayCheck && !again)
    return (
      <Frame>
        <PageHead title={content.title} takeFocus />
        <EmptyState
          title={t('checked.title')}
          text={t('checked.text')}
          action={
            <>
              <Button component={Link} to="." variant="light">
                {t('checked.read')}
              </Button>
              <Button variant="subtle" onClick={() => setAgain(true)}>
                {t('checked.again')}
              </Button>
            </>
          }
        />
      </Frame>
    );
  const open = content.sections
    .flatMap(({ items }) => items)
    .filter((item) => !item.hidden && isUnanswered(item)).length;
  return (
    <Frame aside={<Contents handout={handout} />}>
      <PageHead
        title={t('check.title', { title: content.title })}
        lead={
          handout.checkUntil
            ? t('check.lead.until', { date: format.dateTime(handout.checkUntil) })
            : t('check.lead')
        }
      />
      {open > 0 && <p className={classes.notice}>{t('check.open', { count: open })}</p>}
      {state.stopped && <ErrorState error={state.stopped} />}
      {content.sections.map((section, at) => (
        <section key={at} id={`deel-${at + 1}`} className={classes.edits}>
          <h2>{section.title}</h2>
          {section.items.map((item) => (
            <EditQuestion key={idOf(item)} item={item} saving={saving} />
          ))}
        </section>
      ))}
      <div className={classes.edits}>
        <EditTexts handout={handout} saving={saving} />
        <section id="overleggen" className={classes.edit}>
          <h2>{t('part.contact')}</h2>
          <Contact contact={content.contact} />
        </section>
      </div>
      <Right
        handout={handout}
        waiting={state.saving || saving.saver.unsent}
        saved={<SaveState savedAt={state.savedAt} saving={state.saving} failed={state.stopped !== null} />}
        onDone={() => setAgain(false)}
      />
    </Frame>
  );
}

function Right(props: { handout: HandoutView; waiting: boolean; saved: ReactNode; onDone: () => void }) {
  const { t } = useTranslation('dialogue-handout');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [kept, setKept] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { sessionId } = props.handout;
  const [found] = findingsOf(error);
  const right = async () => {
    setBusy(true);
    setError(null);
    try {
      const body = note.trim() === '' ? {} : { note, confirmed: kept === note };
      client.setQueryData(handoutKey(sessionId), await handoutDoors.check(sessionId, body));
      props.onDone();
      window.scrollTo({ top: 0 });
    } catch (failure) {
      setError(failure);
      if (findingsOf(failure).length > 0) field.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={classes.note}>
        <GuardedField
          ref={field}
          maxRows={6}
          label={t('check.note')}
          value={note}
          maxLength={3000}
          found={found}
          kept={kept === note}
          onKeep={() => {
            setKept(note);
            setError(null);
          }}
          onChange={(text) => {
            setNote(text);
            setError(null);
          }}
        />
      </div>
      <section className={classes.right} aria-label={t('check.right')}>
        {error && !found ? <ErrorState error={error} /> : null}
        <div className={classes.rightRow}>
          {props.saved}
          <Button
            size="md"
            leftSection={<IconCheck size={20} />}
            loading={busy}
            disabled={props.waiting}
            onClick={() => void right()}
          >
            {t('check.right')}
          </Button>
        </div>
      </section>
    </>
  );
}
