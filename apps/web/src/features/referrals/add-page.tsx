import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { mondayOf, weekOf } from '#libs/contracts';
import { LoadingState } from '../../components/loading-state';
import { SegmentedPages } from './segmented-pages';
import { OfPractice, ReferralsHead } from './referrals-head';
import { today } from './week-words';

// one of the two is what somebody came for
const ListForm = lazy(() => import('./list-form').then((module) => ({ default: module.ListForm })));
const NoteForm = lazy(() => import('./note-form').then((module) => ({ default: module.NoteForm })));

/** Puts in the week's list, or one note after a consultation. */
export default function AddPage() {
  const { t } = useTranslation('referrals');
  const [params, setParams] = useSearchParams();
  const note = params.get('soort') === 'notitie';
  const asked = params.get('week') ?? '';
  const week = mondayOf(asked) ? asked : weekOf(today());
  const title = t(note ? 'note.title' : 'list.add');
  return (
    <>
      <ReferralsHead
        title={title}
        lead={t(note ? 'note.lead' : 'list.lead')}
        crumbs={[{ label: t('add.title') }]}
      />
      <SegmentedPages
        label={t('add.title')}
        value={note ? 'notitie' : 'lijst'}
        choices={[
          { value: 'lijst', label: t('add.list') },
          { value: 'notitie', label: t('add.note') },
        ]}
        onChange={(kind) => {
          const next = new URLSearchParams(params);
          next.set('soort', kind);
          setParams(next, { replace: true });
        }}
      />
      <OfPractice>
        {(id) => (
          <Suspense fallback={<LoadingState rows={2} height={120} />}>
            {note ? <NoteForm id={id} week={week} /> : <ListForm id={id} week={week} />}
          </Suspense>
        )}
      </OfPractice>
    </>
  );
}
