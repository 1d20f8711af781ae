import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView, PracticeView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { compareCells, matchesSearch } from '../../../lib/table';
import { practicesQuery } from '../../../lib/practices';
import { participantsQuery } from '../round-data';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

/** Checkboxes that are drawn at once; more is asked for. */
const STEP = 150;

/** Which practices take part. Who comes to an open round is invited at once; who is taken off keeps its answer. */
export function ParticipantsSection(props: SectionProps) {
  const { t } = useTranslation('rounds');
  const practices = useQuery(practicesQuery);
  const participants = useQuery(participantsQuery(props.round.id));
  const error = practices.error ?? participants.error;
  if (practices.data && participants.data)
    return <Participants {...props} practices={practices.data} participants={participants.data} />;
  return (
    <Panel title={t('participants')}>
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => void Promise.all([practices.refetch(), participants.refetch()])}
        />
      ) : (
        <LoadingState rows={2} height={64} />
      )}
    </Panel>
  );
}

interface ParticipantsProps extends SectionProps {
  practices: readonly PracticeView[];
  participants: readonly ParticipantView[];
}

function Participants({ round, changes, manual, practices, participants }: ParticipantsProps) {
  const { t } = useTranslation('rounds');
  const [search, setSearch] = useState('');
  const [district, setDistrict] = useState('');
  const [limit, setLimit] = useState(STEP);
  const server = useMemo(
    () =>
      participants
        .filter((one) => one.state !== 'not-taking-part')
        .map((one) => one.practiceId)
        .sort(),
    [participants],
  );
  const section = useSection<string[]>({
    server,
    valid: true,
    save: (ids) => changes.setParticipants(ids),
    auto: !manual,
  });
  const { draft, set } = section;
  const chosen = new Set(draft);
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(draft);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    set([...next].sort());
  };
  const districts = [...new Set(practices.map((one) => one.district).filter((one) => one !== null))];
  const seen = practices.filter(
    (one) =>
      (!district || one.district === district) &&
      matchesSearch([one.name, one.town, one.agb, one.district], search),
  );
  const seenIds = seen.map((one) => one.id);
  const all = seenIds.length > 0 && seenIds.every((id) => chosen.has(id));
  const added = manual ? draft.filter((id) => !server.includes(id)).length : 0;
  return (
    <EditorSection
      title={t('participants')}
      lead={t(manual ? 'participants.lead.open' : 'participants.lead')}
      section={section}
      manual={manual}
    >
      <div className={classes.filter}>
        <TextInput
          type="search"
          size="sm"
          className={classes.search}
          aria-label={t('participants.search')}
          placeholder={t('participants.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {districts.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={t('participants.district')}
            value={district}
            onChange={(event) => setDistrict(event.currentTarget.value)}
            data={[
              { value: '', label: t('participants.allDistricts') },
              ...districts.sort(compareCells).map((one) => ({ value: one, label: one })),
            ]}
          />
        )}
        <Checkbox
          label={t('participants.all', { count: seen.length })}
          checked={all}
          indeterminate={!all && seenIds.some((id) => chosen.has(id))}
          onChange={(event) => choose(seenIds, event.currentTarget.checked)}
        />
        <b className={classes.total} role="status">
          {t('participants.total', { count: chosen.size, total: practices.length })}
        </b>
      </div>
      <div className={classes.practices} role="group" aria-label={t('participants')}>
        {seen.slice(0, limit).map((one) => (
          <Checkbox
            key={one.id}
            label={one.name}
            description={one.town}
            checked={chosen.has(one.id)}
            onChange={(event) => choose([one.id], event.currentTarget.checked)}
          />
        ))}
      </div>
      {seen.length === 0 && <p className={classes.none}>{t('participants.nothing')}</p>}
      {seen.length > limit && (
        <Button variant="subtle" size="sm" onClick={() => setLimit(limit + STEP)}>
          {t('participants.more', { count: seen.length - limit })}
        </Button>
      )}
      {added > 0 && round.state === 'open' && (
        <p className={classes.blocked}>{t('participants.invites', { count: added })}</p>
      )}
    </EditorSection>
  );
}
