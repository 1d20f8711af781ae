import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { WholeInput } from '../../../components/whole-input';
import type { Draft } from './draft';
import type { Edit } from './editor';
import { TwoTexts } from '../../../components/two-texts';
import classes from './questionnaires.module.css';

/** What stands around the questions: the name, the first sentence, and the thanks. */
export function GeneralPanel({ draft, edit }: { draft: Draft; edit: Edit }) {
  const { t } = useTranslation('surveys');
  return (
    <Panel title={t('editor.general')}>
      <div className={classes.fields} data-row="general">
        <TwoTexts
          label={t('editor.title')}
          value={draft.title}
          maxLength={160}
          onChange={(title) => edit((before) => ({ ...before, title }), 'title')}
        />
        <TwoTexts
          label={t('editor.introduction')}
          long
          maxLength={2000}
          value={draft.introduction}
          onChange={(introduction) => edit((before) => ({ ...before, introduction }), 'introduction')}
        />
        <TwoTexts
          label={t('editor.thanks')}
          long
          maxLength={2000}
          value={draft.thanks}
          onChange={(thanks) => edit((before) => ({ ...before, thanks }), 'thanks')}
        />
        <WholeInput
          className={classes.number}
          size="sm"
          label={t('editor.minutes')}
          value={draft.minutes}
          error={Number.isInteger(draft.minutes) ? null : t('editor.number')}
          onChange={(minutes) => edit((before) => ({ ...before, minutes: minutes ?? Number.NaN }), 'minutes')}
        />
      </div>
    </Panel>
  );
}
