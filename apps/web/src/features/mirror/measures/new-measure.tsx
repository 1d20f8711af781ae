import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MeasureView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useWords } from '../../../lib/i18n';
import classes from '../manage/manage.module.css';
import { MANAGE } from '../manage/manage-head';
import { codeOf, isCode } from './code-of';
import { measureDoors, measureQuery, measuresKey } from './measures-data';

interface NewMeasureProps {
  measures: readonly MeasureView[];
  /** The one to copy, when it was opened from there. */
  from?: string;
  opened: boolean;
  onClose: () => void;
}

/** A measure of the region's own: a copy to change, because an empty definition is a long form. */
export function NewMeasure({ measures, from, opened, onClose }: NewMeasureProps) {
  const { t } = useTranslation('measures');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const sources = measures.filter((one) => one.current !== null);
  const [source, setSource] = useState(from ?? '');
  const [code, setCode] = useState('');
  const its = source || sources[0]?.code || '';
  const taken = measures.some((one) => one.code === code);
  const create = useMutation({
    mutationFn: () => measureDoors.create({ code, from: its }),
    onSuccess: async (made) => {
      client.setQueryData(measureQuery(made.code).queryKey, made);
      void client.invalidateQueries({ queryKey: measuresKey });
      onClose();
      await navigate(`${MANAGE}/maten/${made.code}`);
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        create.reset();
        onClose();
      }}
      onConfirm={() => create.mutate()}
      title={t('new')}
      confirm={t('new.submit')}
      disabled={!isCode(code) || taken || its === ''}
      busy={create.isPending}
      error={create.error}
    >
      <div className={classes.form}>
        <NativeSelect
          size="md"
          label={t('new.from')}
          description={t('new.from.why')}
          value={its}
          onChange={(event) => setSource(event.currentTarget.value)}
          data={sources.map((one) => ({
            value: one.code,
            label: one.current ? words(one.current.content.title) : one.code,
          }))}
        />
        <TextInput
          label={t('new.code')}
          description={t('new.code.why')}
          value={code}
          autoComplete="off"
          error={taken ? t('new.code.taken') : null}
          onChange={(event) => setCode(codeOf(event.currentTarget.value))}
        />
      </div>
    </ConfirmDialog>
  );
}
