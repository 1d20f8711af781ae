import { Anchor, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RoundKindSlug, RoundView } from '#libs/contracts';
import { ChoiceCards } from '../../components/choice-cards';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { useWords } from '../../lib/i18n';
import { kindsQuery, roundsQuery } from './round-data';
import classes from './rounds.module.css';

/** A new round: from what its kind prescribes, or as a copy of an earlier one. */
export default function NewRoundPage() {
  const { t } = useTranslation(['intervision', 'components']);
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const kinds = useQuery(kindsQuery);
  const rounds = useQuery(roundsQuery);
  const [source, setSource] = useState(search.get('kopie') ?? '');
  const [kind, setKind] = useState<RoundKindSlug | null>(null);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: async (chosen: RoundKindSlug | null) => {
      const title = name.trim();
      // A copy has the kind of its source.
      return chosen === null
        ? view<RoundView>(
            api.POST('/api/rounds/{id}/copy', { params: { path: { id: source } }, body: { name: title } }),
          )
        : view<RoundView>(api.POST('/api/rounds', { body: { kind: chosen, name: title } }));
    },
    onSuccess: async (round) => {
      await client.invalidateQueries({ queryKey: roundsQuery.queryKey });
      await navigate(`/intervisie/rondes/${round.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = name.trim() !== '' && (source !== '' || kind !== null);
    setMissing(!complete);
    if (complete) create.mutate(source ? null : kind);
  };
  const noKind = missing && !source && kind === null;
  const noName = missing && name.trim() === '';
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/intervisie' }, { label: t('new.title') }]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      {!kinds.data && !kinds.error && <LoadingState rows={4} height={72} />}
      {kinds.error && <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data && (
        <form onSubmit={submit} className={classes.form} noValidate>
          <Panel>
            <div className={classes.or}>
              {(rounds.data?.length ?? 0) > 0 && (
                <NativeSelect
                  size="md"
                  label={t('new.copy')}
                  description={t('new.copy.text')}
                  value={source}
                  onChange={(event) => setSource(event.currentTarget.value)}
                  data={[
                    { value: '', label: t('new.copy.none') },
                    ...(rounds.data ?? []).map((round) => ({ value: round.id, label: round.name })),
                  ]}
                />
              )}
              {!source && (
                <ChoiceCards
                  legend={t('new.kind')}
                  columns={2}
                  value={kind}
                  onChange={setKind}
                  error={noKind ? t('new.kind.missing') : null}
                  choices={kinds.data.map((one) => ({
                    value: one.slug,
                    label: words(one.name),
                    text: words(one.purpose),
                  }))}
                />
              )}
              <TextInput
                label={t('new.name')}
                description={t('new.name.text')}
                value={name}
                maxLength={120}
                error={noName ? t('new.name.missing') : null}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            </div>
          </Panel>
          {create.error && <ErrorState error={create.error} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              {t('new.submit')}
            </Button>
            <Anchor component={Link} to="/intervisie">
              {t('components:confirm.cancel')}
            </Anchor>
          </Group>
        </form>
      )}
    </>
  );
}
