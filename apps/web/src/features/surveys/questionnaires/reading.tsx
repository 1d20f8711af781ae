import { Button } from '@mantine/core';
import { IconArchive, IconCopy, IconPencil, IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QuestionnaireItem, QuestionnaireView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { kindOf } from './draft';
import { KIND_ICON } from './kind-icon';
import { NewQuestionnaire } from './new-questionnaire';
import { PhonePreview } from './phone-preview';
import { useQuestionnaire } from './use-questionnaire';
import classes from './questionnaires.module.css';

interface ReadingProps {
  questionnaire: QuestionnaireView;
  takeFocus: boolean;
}

/** A questionnaire that was reviewed: to read, to send, to copy or to change. */
export function Reading({ questionnaire, takeFocus }: ReadingProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const format = useFormat();
  const changes = useQuestionnaire(questionnaire.id);
  const [copying, setCopying] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const { reviewed, archived, origin } = questionnaire;
  const change = useMutation({
    mutationFn: () => {
      if (!reviewed) throw new Error('Only a questionnaire that was reviewed is opened for reading');
      return changes.saveDraft(null, reviewed.content);
    },
  });
  if (!reviewed) return null;
  const { content } = reviewed;
  const own = origin === 'own';
  const by =
    own && reviewed.reviewer && reviewed.reviewedAt
      ? t('reading.reviewed', {
          number: reviewed.number,
          name: reviewed.reviewer,
          date: format.day(reviewed.reviewedAt),
        })
      : t('reading.builtIn');
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('title'), to: '/evaluaties' },
          { label: t('questionnaires'), to: '/evaluaties/vragenlijsten' },
          { label: words(content.title) },
        ]}
        title={words(content.title)}
        takeFocus={takeFocus}
        lead={`${t('questionnaire.items', { count: content.items.length })}, ${format.minutes(content.minutes)}. ${
          archived ? t('reading.archived') : by
        }`}
        action={
          <>
            <Button variant="default" leftSection={<IconCopy size={18} />} onClick={() => setCopying(true)}>
              {t('questionnaire.copy')}
            </Button>
            {own && !archived && (
              <Button
                variant="default"
                leftSection={<IconPencil size={18} />}
                loading={change.isPending}
                onClick={() => change.mutate()}
              >
                {t('questionnaire.change')}
              </Button>
            )}
            {!archived && (
              <Button
                component={Link}
                to={`/evaluaties/nieuw?vragenlijst=${questionnaire.id}`}
                leftSection={<IconSend size={18} />}
              >
                {t('questionnaire.send')}
              </Button>
            )}
          </>
        }
      />
      {change.error && <ErrorState error={change.error} onRetry={() => change.mutate()} />}
      <div className={classes.desk}>
        <div className={classes.main}>
          <Panel title={t('editor.items', { count: content.items.length })}>
            <p className={classes.introduction}>{words(content.introduction)}</p>
            <ol className={classes.readItems}>
              {content.items.map((item, i) => (
                <ReadItem key={item.key} item={item} place={i + 1} onShow={() => setAt(item.key)} />
              ))}
            </ol>
          </Panel>
          {own && !archived && <Archive questionnaire={questionnaire} changes={changes} />}
        </div>
        <div className={classes.phoneSide} data-shown>
          <PhonePreview content={content} at={at} />
        </div>
      </div>
      <NewQuestionnaire
        questionnaires={[questionnaire]}
        from={questionnaire.id}
        opened={copying}
        onClose={() => setCopying(false)}
      />
    </>
  );
}

interface ReadItemProps {
  item: QuestionnaireItem;
  place: number;
  onShow: () => void;
}

function ReadItem({ item, place, onShow }: ReadItemProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const Icon = KIND_ICON[kindOf(item)];
  const answers =
    item.type === 'scale'
      ? t('reading.scale', {
          min: item.min,
          max: item.max,
          low: words(item.lowLabel),
          high: words(item.highLabel),
        })
      : item.type === 'choice'
        ? item.options.map((option) => words(option.text)).join(' · ')
        : t('kind.text');
  return (
    <li>
      {item.section && <p className={classes.heading}>{words(item.section)}</p>}
      <button type="button" className={classes.opener} onClick={onShow}>
        <span className={classes.place}>{place}</span>
        <Icon size={18} stroke={1.7} className="lk-icon" aria-hidden />
        <span className={classes.text}>
          {words(item.text)}
          <span className={classes.kind}>
            {answers}
            {item.condition && ` · ${t('editor.conditional')}`}
          </span>
        </span>
      </button>
    </li>
  );
}

interface ArchiveProps {
  questionnaire: QuestionnaireView;
  changes: ReturnType<typeof useQuestionnaire>;
}

/** Puts it away: no new evaluation can take it. */
function Archive({ questionnaire, changes }: ArchiveProps) {
  const { t } = useTranslation('surveys');
  const [asked, setAsked] = useState(false);
  const archive = useMutation({
    mutationFn: () => changes.archive(questionnaire.version),
    onSuccess: () => {
      setAsked(false);
      showToast(t('archived.toast'));
    },
  });
  return (
    <div>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconArchive size={17} />}
        onClick={() => setAsked(true)}
      >
        {t('archive')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          archive.reset();
          setAsked(false);
        }}
        onConfirm={() => archive.mutate()}
        title={t('archive.title')}
        confirm={t('archive')}
        danger
        busy={archive.isPending}
        error={archive.error}
      >
        <p>{t('archive.text')}</p>
      </ConfirmDialog>
    </div>
  );
}
