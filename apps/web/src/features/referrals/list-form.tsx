import { Button, FileButton, Textarea } from '@mantine/core';
import { IconShieldCheck, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ReferralField, ReferralPreviewView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { showToast } from '../../lib/toast';
import { PreviewPanel } from './preview-panel';
import { type Added, type Mapping, referralDoors, settingsQuery } from './referrals-data';
import classes from './referrals.module.css';
import { usePractice, useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt';

type Source = ({ kind: 'text'; text: string } | { kind: 'file'; file: File }) & { mapping?: Mapping };

/** The week's list: pasted or as a file, cleaned on the way in, shown as what would be kept, then kept (REF-03). */
export function ListForm({ id, week }: { id: string; week: string }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  const navigate = useNavigate();
  const { refresh } = useReferrals(id);
  const settings = useQuery(settingsQuery(id));
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const preview = useMutation({
    mutationFn: (source: Source) =>
      source.kind === 'text'
        ? referralDoors.preview(id, source.text, source.mapping)
        : referralDoors.previewFile(id, source.file, source.mapping),
  });
  const add = useMutation({
    mutationFn: ({ referrals, mapping }: { referrals: Added[]; mapping: Mapping }) =>
      referralDoors.add(id, week, { referrals, source: 'list', mapping }),
    onSuccess: async ({ batchId, count }) => {
      showToast(t('list.kept', { count }), { undo: () => referralDoors.takeBack(id, batchId).then(refresh) });
      await refresh();
      await navigate(to(`/verwijzingen/week/${week}`));
    },
  });
  // choosing columns reads the same list again: what was read before stays until then
  const [shown, setShown] = useState<ReferralPreviewView | null>(null);
  const source = preview.variables;
  if (preview.data && preview.data !== shown) setShown(preview.data);
  /** Each field has one column. A choice that is made before the last one was read goes with it. */
  const remapped = (heading: string, field: ReferralField | null): Mapping => {
    const before = { ...(shown && mappingOf(shown)), ...(preview.isPending && source?.mapping) };
    const others = Object.entries(before).map(([of, was]) => [of, was === field ? null : was] as const);
    return { ...Object.fromEntries(others), [heading]: field };
  };
  if (shown && source && settings.data)
    return (
      <PreviewPanel
        preview={shown}
        people={settings.data.people.filter(({ takesPart }) => takesPart)}
        week={week}
        busy={add.isPending}
        error={add.error ?? preview.error}
        reading={preview.isPending}
        onKeep={(referrals) => add.mutate({ referrals, mapping: mappingOf(shown) })}
        onMap={(heading, field) => preview.mutate({ ...source, mapping: remapped(heading, field) })}
        onBack={() => {
          preview.reset();
          setShown(null);
        }}
      />
    );
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) preview.mutate({ kind: 'file', file });
  };
  return (
    <Panels>
      <Panel title={t('list.of', { week: weekNumber(week) })}>
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') preview.mutate({ kind: 'text', text });
          }}
        >
          <p className={classes.row}>
            <IconShieldCheck size={22} className="lk-icon" color="var(--lk-accent)" aria-hidden />
            <span className={classes.grow}>{t('list.promise')}</span>
          </p>
          <Textarea
            label={t('list.paste')}
            description={t('list.pasteHelp')}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
            minRows={6}
            maxRows={16}
            autosize
            autoComplete="off"
            spellCheck={false}
            maxLength={200_000}
          />
          <div>
            <Button type="submit" loading={preview.isPending} disabled={text.trim() === ''}>
              {t('list.preview')}
            </Button>
          </div>
          <div
            className={classes.drop}
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <p>{t('list.drop')}</p>
            <FileButton accept={ACCEPTED} onChange={(file) => file && preview.mutate({ kind: 'file', file })}>
              {(props) => (
                <Button {...props} variant="default" size="sm" leftSection={<IconUpload size={16} />}>
                  {t('list.choose')}
                </Button>
              )}
            </FileButton>
          </div>
          {preview.error && <ErrorState error={preview.error} />}
        </form>
      </Panel>
    </Panels>
  );
}

/** Which heading was taken for what: kept for the next list. */
const mappingOf = (preview: ReferralPreviewView): Mapping =>
  Object.fromEntries(
    preview.columns.flatMap(({ heading, field, dropped }) =>
      dropped === null || dropped === 'unused' ? [[heading, field]] : [],
    ),
  );
