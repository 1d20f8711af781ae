import { Anchor, Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureContent, MeasureVersionView, MeasureView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { Verdict } from '../../../components/verdict';
import { useWords } from '../../../lib/i18n';
import { KeptNotice } from '../../../components/kept-notice';
import { useKept } from '../../../lib/use-kept';
import shared from '../manage/manage.module.css';
import { MANAGE, useManageCrumbs } from '../manage/manage-head';
import { ArithmeticFields } from './arithmetic-fields';
import { numbersRight, problemsOf } from './measure-problems';
import { DiscardDraft } from './discard-draft';
import { ReviewDialog } from './review-dialog';
import { TextFields } from './text-fields';
import { useMeasure } from './use-measure';
import classes from './measures.module.css';

export type Edit = (change: Partial<MeasureContent>) => void;

/** The draft of a region's own measure: kept while it is typed, reviewed by somebody else. */
export function Editor({ measure, version }: { measure: MeasureView; version: MeasureVersionView }) {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const words = useWords();
  const crumbs = useManageCrumbs();
  const changes = useMeasure(measure);
  const [reviewing, setReviewing] = useState(false);
  const kept = useKept<MeasureContent, number>({
    server: () => version.content,
    version: version.version,
    valid: numbersRight,
    save: async (content, based) => {
      const saved = await changes.saveDraft(based, content);
      return saved.draft?.version ?? based;
    },
  });
  const content = kept.draft;
  const settled = !kept.dirty && !kept.saving;
  const problems = problemsOf(content);
  const edit: Edit = (change) => kept.set({ ...content, ...change });
  const title = words(content.title) || content.title.nl || t('unnamed');
  return (
    <>
      <PageHead
        crumbs={[
          ...crumbs,
          { label: t('mirror-data:measures.title'), to: `${MANAGE}/maten` },
          { label: title },
        ]}
        title={title}
        lead={t('editor.lead', { code: measure.code, number: version.number })}
        action={
          <>
            <DiscardDraft measure={measure} version={version} changes={changes} settled={settled} />
            <Button leftSection={<IconUserCheck size={18} />} onClick={() => setReviewing(true)}>
              {t('review')}
            </Button>
          </>
        }
      />
      <p className={classes.state}>
        <Verdict kind="changed">{t(measure.current ? 'draft.next' : 'draft')}</Verdict>
        <SaveState savedAt={kept.savedAt} saving={kept.saving} failed={kept.error !== null} />
        {measure.current && (
          <Anchor component={Link} to={`/definities/${measure.code}/${measure.current.number}`}>
            {t('editor.current', { number: measure.current.number })}
          </Anchor>
        )}
      </p>
      <div className={shared.stack}>
        <KeptNotice kept={kept} />
        {problems.length > 0 && (
          <div className={shared.notice} data-tone="warn">
            <div>
              <b>{t('problems.title')}</b>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{t(`problem.${problem}`)}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <ArithmeticFields content={content} edit={edit} />
        <TextFields content={content} edit={edit} />
      </div>
      <ReviewDialog
        version={version}
        open={problems.length}
        changes={changes}
        settled={settled}
        opened={reviewing}
        onClose={() => setReviewing(false)}
      />
    </>
  );
}
