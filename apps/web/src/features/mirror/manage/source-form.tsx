import { Button, Group, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXTRACT_KINDS, type DataSourceView, type ExtractKind, SOURCE_QUALITIES } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { type FieldError, ErrorSummary } from '../../../components/error-summary';
import { type SourceWish, sourceDoors, sourcesKey } from './mirror-data';
import { AliasFields } from './alias-fields';
import { fromAliasRows, limitationsFit, lines, percentOf, toAliasRows } from './source-draft';
import classes from './manage.module.css';

interface SourceFormProps {
  /** Left out for a new one. */
  source?: DataSourceView;
  onDone: (source: DataSourceView) => void;
  onCancel?: () => void;
}

/** Where figures come from, how good they are, and what they do not say: this stands on every provenance card. */
export function SourceForm({ source, onDone, onCancel }: SourceFormProps) {
  const { t } = useTranslation('mirror-data');
  const client = useQueryClient();
  const id = useId();
  const [name, setName] = useState(source?.name ?? '');
  const [system, setSystem] = useState(source?.system ?? '');
  const [supplier, setSupplier] = useState(source?.supplier ?? '');
  const [kind, setKind] = useState<ExtractKind>(source?.kind ?? 'referrals');
  const [quality, setQuality] = useState(source?.quality ?? 'unknown');
  const [note, setNote] = useState(source?.qualityNote ?? '');
  const [late, setLate] = useState(String(source?.latePercent ?? ''));
  const [limits, setLimits] = useState(source?.limitations.join('\n') ?? '');
  const [aliases, setAliases] = useState(() => toAliasRows(source?.aliases ?? {}));
  const [pressed, setPressed] = useState(false);
  const latePercent = percentOf(late);
  const limitations = lines(limits);
  const wrong: FieldError[] = [
    ...(name.trim() ? [] : [{ field: `${id}-name`, text: t('source.wrong.name') }]),
    ...(system.trim() ? [] : [{ field: `${id}-system`, text: t('source.wrong.system') }]),
    ...(supplier.trim() ? [] : [{ field: `${id}-supplier`, text: t('source.wrong.supplier') }]),
    ...(latePercent !== undefined ? [] : [{ field: `${id}-late`, text: t('source.wrong.late') }]),
    ...(limitationsFit(limitations)
      ? []
      : [
          {
            field: `${id}-limits`,
            text: t(limitations.length > 0 ? 'source.wrong.limits.many' : 'source.wrong.limits'),
          },
        ]),
  ];
  const error = (field: string) =>
    pressed ? wrong.find((one) => one.field === `${id}-${field}`)?.text : undefined;
  const save = useMutation({
    mutationFn: () => {
      const body: Omit<SourceWish, 'kind'> = {
        name: name.trim(),
        system: system.trim(),
        supplier: supplier.trim(),
        quality,
        qualityNote: note.trim() || null,
        latePercent: latePercent ?? null,
        limitations,
        aliases: fromAliasRows(aliases),
      };
      return source
        ? sourceDoors.change(source.id, source.version, body)
        : sourceDoors.create({ ...body, kind });
    },
    onSuccess: async (kept) => {
      await client.invalidateQueries({ queryKey: sourcesKey });
      onDone(kept);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (wrong.length === 0) save.mutate();
  };
  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      {pressed && <ErrorSummary errors={wrong} />}
      <TextInput
        id={`${id}-name`}
        label={t('source.name')}
        description={t('source.name.why')}
        value={name}
        maxLength={120}
        error={error('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {source ? (
        <p className={classes.quiet}>{t('source.kind.fixed', { kind: t(`kind.${source.kind}`) })}</p>
      ) : (
        <NativeSelect
          size="md"
          label={t('source.kind')}
          description={t('source.kind.why')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as ExtractKind)}
          data={EXTRACT_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          id={`${id}-system`}
          label={t('source.system')}
          description={t('source.system.why')}
          value={system}
          maxLength={120}
          error={error('system')}
          onChange={(event) => setSystem(event.currentTarget.value)}
        />
        <TextInput
          id={`${id}-supplier`}
          label={t('source.supplier')}
          description={t('source.supplier.why')}
          value={supplier}
          maxLength={120}
          error={error('supplier')}
          onChange={(event) => setSupplier(event.currentTarget.value)}
        />
      </div>
      <div className={classes.pair}>
        <NativeSelect
          size="md"
          label={t('source.quality')}
          description={t('source.quality.why')}
          value={quality}
          onChange={(event) => setQuality(event.currentTarget.value as typeof quality)}
          data={SOURCE_QUALITIES.map((one) => ({ value: one, label: t(`quality.${one}`) }))}
        />
        <TextInput
          id={`${id}-late`}
          label={t('source.late')}
          description={t('source.late.why')}
          inputMode="decimal"
          value={late}
          maxLength={5}
          error={error('late')}
          onChange={(event) => setLate(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('source.note')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Textarea
        id={`${id}-limits`}
        label={t('source.limits')}
        description={t('source.limits.why')}
        autosize
        minRows={3}
        maxRows={8}
        value={limits}
        maxLength={2000}
        error={error('limits')}
        onChange={(event) => setLimits(event.currentTarget.value)}
      />
      <AliasFields rows={aliases} onChange={setAliases} />
      {save.error && <ErrorState error={save.error} />}
      <Group gap={10}>
        <Button type="submit" loading={save.isPending}>
          {t(source ? 'source.save' : 'source.create')}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}
