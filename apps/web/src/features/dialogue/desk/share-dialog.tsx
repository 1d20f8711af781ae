import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDeskView, QuestionSharePreviewView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { MarkedText } from '../../../components/finding-note';
import { LoadingState } from '../../../components/loading-state';
import { showToast } from '../../../lib/toast';
import { deskDoors, sharePreviewQuery } from './desk-data';
import type { Desk } from './use-desk';
import classes from './desk.module.css';

interface ShareDialogProps {
  view: QuestionDeskView;
  desk: Desk;
  opened: boolean;
  onClose: () => void;
}

/** What leaves the building: who gets which questions, and what stays behind and why. */
export function ShareDialog({ view, desk, opened, onClose }: ShareDialogProps) {
  const { t } = useTranslation('dialogue-desk');
  const { data, error: unread } = useQuery({ ...sharePreviewQuery(view.sessionId), enabled: opened });
  const [goes, setGoes] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stay = data?.found.filter(({ id }) => !goes.has(id)) ?? [];
  const count = (data?.questions ?? 0) - stay.length;
  const nothing = !data || data.receivers.length === 0 || (data.again && count === 0);
  const close = () => {
    setGoes(new Set());
    setError(null);
    onClose();
  };
  const share = async () => {
    setBusy(true);
    setError(null);
    try {
      await desk.send(() =>
        deskDoors.share(view.sessionId, { confirmed: [...goes], withheld: stay.map(({ id }) => id) }),
      );
      showToast(t('done.shared', { count }));
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      onConfirm={() => void share()}
      title={t(data?.again ? 'share.title.more' : 'share.title')}
      confirm={t('share.confirm', { count })}
      receivers={data?.receivers.map(({ name, email }) => ({ id: email, name, detail: email }))}
      busy={busy}
      disabled={nothing}
      error={error}
    >
      {unread ? <ErrorState error={unread} /> : null}
      {!data && !unread && <LoadingState rows={2} height={40} />}
      {data && <Preview preview={data} count={count} goes={goes} onGoes={setGoes} />}
    </ConfirmDialog>
  );
}

function Preview(props: {
  preview: QuestionSharePreviewView;
  count: number;
  goes: ReadonlySet<string>;
  onGoes: (ids: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('dialogue-desk');
  const { preview, count, goes } = props;
  const toggle = (id: string) => {
    const next = new Set(goes);
    if (!next.delete(id)) next.add(id);
    props.onGoes(next);
  };
  if (preview.receivers.length === 0) return <p>{t('share.nobody')}</p>;
  return (
    <>
      <p>
        {preview.again && preview.questions === 0
          ? t('share.nothing')
          : t('share.what', { count, practices: t('practices', { count: preview.practices }) })}
      </p>
      <ul className={classes.facts}>
        <li>{t('share.names')}</li>
        {preview.late > 0 && <li>{t('share.late', { count: preview.late })}</li>}
        {preview.loose > 0 && <li>{t('share.loose', { count: preview.loose })}</li>}
        {!preview.again && <li>{t('share.after')}</li>}
      </ul>
      {preview.found.length > 0 && (
        <div className={classes.found}>
          <p>
            <b>{t('share.found', { count: preview.found.length })}</b>
          </p>
          {preview.found.map(({ id, text, finding }) => (
            <div key={id} className={classes.foundOne} data-verdict={finding.verdict}>
              <p>
                <MarkedText text={text} spans={finding.spans} />
              </p>
              {finding.verdict === 'block' ? (
                <p className="lk-muted">{t('share.blocked')}</p>
              ) : (
                <label>
                  <input type="checkbox" checked={goes.has(id)} onChange={() => toggle(id)} />
                  {t('share.warned')}
                </label>
              )}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
