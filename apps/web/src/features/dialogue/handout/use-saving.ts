import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { whenRecovered } from '../../../lib/connection';
import { findingsOf } from '../../../lib/guard';
import { useMe } from '../../../lib/me';
import { Problem, asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { type Fields, Saver, type SaverState } from '../specialist/saver';
import { bodyOf, clashesOf, fieldOf } from './fields';
import { handoutDoors, handoutKey, handoutQuery } from './handout-data';

export interface Saving {
  state: SaverState;
  saver: Saver;
}

/** One per person and session as long as the window lives: leaving the page loses nothing that was not saved yet. */
const savers = new Map<string, Saver>();

/** What several people write at once: each field by itself. Who writes over somebody else's words can put them back. */
export function useSaving(id: string): Saving {
  const client = useQueryClient();
  const { person } = useMe();
  const { t } = useTranslation('dialogue-handout');
  const saver = saverOf(`${person.id} ${id}`, id, client, t('clash'));
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.flush(), [saver]);
  return { state, saver };
}

function saverOf(key: string, id: string, client: QueryClient, clash: string): Saver {
  const known = savers.get(key);
  if (known) return known;
  const saver: Saver = new Saver((thing, fields) =>
    send(client, id, thing, fields, (theirs) => {
      showToast(clash, { undo: () => saver.give(thing, theirs) });
    }),
  );
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  saver.subscribe(() => {
    if (saver.unsent) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  });
  whenRecovered(() => saver.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.flush();
  });
  savers.set(key, saver);
  return saver;
}

async function send(
  client: QueryClient,
  id: string,
  thing: string,
  fields: Fields,
  onClash: (theirs: Fields) => void,
): Promise<void> {
  const queryKey = handoutKey(id);
  const base = client.getQueryData<HandoutView>(queryKey) ?? (await client.fetchQuery(handoutQuery(id)));
  const keep = async (handout: HandoutView) => {
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, handout);
  };
  try {
    await keep(await handoutDoors.change(id, base.version, bodyOf(thing, fields)));
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'text.identifiers') throw named(problem);
    if (problem.code !== 'conflict.stale') throw problem;
    const theirs = await client.fetchQuery({ ...handoutQuery(id), staleTime: 0 });
    const clashes = clashesOf(base.content, theirs.content, thing, fields);
    const saved = await handoutDoors
      .change(id, theirs.version, bodyOf(thing, fields))
      .catch((again: unknown) => {
        throw named(asProblem(again));
      });
    await keep(saved);
    if (Object.keys(clashes).length > 0) onClash(clashes);
  }
}

/** What the guard found, by the names that fields have here. */
function named(problem: Problem): Problem {
  const { code, status, details, requestId } = problem;
  const findings = findingsOf(problem).map((finding) => ({ ...finding, item: fieldOf(finding.item) }));
  return findings.length === 0 ? problem : new Problem(code, status, { ...details, findings }, requestId);
}
