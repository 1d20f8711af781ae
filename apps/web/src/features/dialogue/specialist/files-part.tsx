import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { ActionIcon, Anchor, Button, Checkbox, FileButton, Title } from '@mantine/core';
import { IconFile, IconPresentation, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFileView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { findingsOf } from '../../../lib/guard';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { fileDoors, fileHref, specialistQuery } from './specialist-data';
import classes from './specialist.module.css';

const ACCEPTED = '.pptx,.ppt,.pdf,.docx,.png,.jpg,.jpeg';
const MOST_BYTES = 25 * 1024 * 1024;
const MOST_FILES = 10;

interface FilesPartProps {
  sessionId: string;
  files: SessionFileView[];
  disabled: boolean;
}

/** Own slides and attachments: chosen or dropped, taken away with a way back. */
export function FilesPart({ sessionId, files, disabled }: FilesPartProps) {
  const { t } = useTranslation(['dialogue-specialist', 'components']);
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const again = () => client.invalidateQueries({ queryKey: specialistQuery(sessionId).queryKey });
  const add = useMutation({
    mutationFn: ({ file, confirmed }: { file: File; confirmed: boolean }) =>
      fileDoors.add(sessionId, file, confirmed),
    onSettled: again,
  });
  const full = files.length >= MOST_FILES;
  const choose = (file: File | null | undefined) => {
    if (!file || add.isPending || disabled || full) return;
    setRefused(file.size > MOST_BYTES ? t('files.tooBig') : null);
    if (file.size <= MOST_BYTES) add.mutate({ file, confirmed: false });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  const findings = findingsOf(add.error);
  const warned = findings.length > 0 && findings.every(({ verdict }) => verdict === 'warn');
  return (
    <section id="dias" className={classes.part} aria-labelledby="dias-titel" data-print="hide">
      <Title order={2} id="dias-titel" fz="1.1875rem">
        {t('files.title')}
      </Title>
      <p className={classes.lead}>{t('files.lead')}</p>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
            <FileRow key={file.id} sessionId={sessionId} file={file} disabled={disabled} onDone={again} />
          ))}
        </ul>
      )}
      {refused && <p role="alert">{refused}</p>}
      {add.error && (
        <div className={classes.refused}>
          <ErrorState error={add.error} title={t('files.failed')} />
          {warned && add.variables && (
            <Button
              size="sm"
              variant="default"
              onClick={() => add.mutate({ ...add.variables, confirmed: true })}
            >
              {t('components:guard.keep')}
            </Button>
          )}
        </div>
      )}
      {!disabled && !full && (
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
          <FileButton accept={ACCEPTED} onChange={choose}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconUpload size={17} />}
              >
                {t('files.choose')}
              </Button>
            )}
          </FileButton>
          <span className={classes.quiet} role="status">
            {add.isPending ? t('files.busy') : t('files.kinds')}
          </span>
        </div>
      )}
      {full && <p className={classes.quiet}>{t('files.full')}</p>}
    </section>
  );
}

function FileRow(props: {
  sessionId: string;
  file: SessionFileView;
  disabled: boolean;
  onDone: () => Promise<unknown>;
}) {
  const { t } = useTranslation('dialogue-specialist');
  const format = useFormat();
  const { sessionId, file, disabled, onDone } = props;
  const Icon = file.kind === 'slides' ? IconPresentation : IconFile;
  const tell = (work: Promise<unknown>) =>
    work.catch(() => showToast(t('files.notChanged'), { kind: 'failed' })).finally(() => void onDone());
  const remove = async () => {
    await fileDoors.remove(sessionId, file.id);
    showToast(t('files.removed', { name: file.name }), {
      undo: async () => {
        await fileDoors.change(sessionId, file.id, { archived: false });
        await onDone();
      },
    });
  };
  return (
    <li className={classes.file}>
      <Icon size={22} stroke={1.6} className="lk-icon" aria-hidden />
      <div className={classes.fileWords}>
        <Anchor href={fileHref(sessionId, file.id)} download>
          {file.name}
        </Anchor>
        <span className={classes.quiet}>{format.bytes(file.size)}</span>
      </div>
      <Checkbox
        size="sm"
        checked={file.inHandout}
        disabled={disabled}
        label={t('files.inHandout')}
        aria-label={t('files.inHandout.label', { name: file.name })}
        onChange={(event) =>
          void tell(fileDoors.change(sessionId, file.id, { inHandout: event.currentTarget.checked }))
        }
      />
      {!disabled && (
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('files.remove', { name: file.name })}
          onClick={() => void tell(remove())}
        >
          <IconTrash size={18} stroke={1.7} />
        </ActionIcon>
      )}
    </li>
  );
}
