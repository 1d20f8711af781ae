import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ReferralWeekView, type Role, referralsRoom } from '#libs/contracts';
import { useProblemText } from '../../components/problem-text';
import { useMe } from '../../lib/me';
import { useRoomVersion } from '../../lib/socket';
import { showToast } from '../../lib/toast';
import { referralsKey, weekKey } from './referrals-data';

const AT_PRACTICE: readonly Role[] = ['practice-holder', 'practice-contact', 'practice-employee'];

/** The practices that the reader works for, by name. */
export function useOwnPractices(): { id: string; name: string }[] {
  const { roles } = useMe();
  return useMemo(() => {
    const found = new Map<string, string>();
    for (const { role, scopeKind, scopeId, scopeName, until } of roles)
      if (scopeKind === 'practice' && scopeId && until === null && AT_PRACTICE.includes(role))
        found.set(scopeId, scopeName ?? '');
    return [...found]
      .map(([id, name]) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  }, [roles]);
}

/** The practice that is looked at: of the address where somebody works for more than one. Null for who works for none. */
export function usePractice(): {
  id: string | null;
  name: string;
  /** A page of the same practice. */
  to: (path: string) => string;
} {
  const practices = useOwnPractices();
  const [params] = useSearchParams();
  const asked = params.get('praktijk');
  const practice = practices.find(({ id }) => id === asked) ?? practices[0];
  const id = practice?.id ?? null;
  const several = practices.length > 1;
  return useMemo(
    () => ({
      id,
      name: practice?.name ?? '',
      to: (path) => (several && id ? `${path}${path.includes('?') ? '&' : '?'}praktijk=${id}` : path),
    }),
    [id, practice?.name, several],
  );
}

/** What is done here, each with its way back; open pages of colleagues follow by themselves. */
export function useReferrals(id: string) {
  const client = useQueryClient();
  const words = useProblemText();
  useRoomVersion(referralsRoom(id), { keys: [referralsKey(id)] });
  return {
    /** Everything of this practice is read again. */
    refresh: () => client.invalidateQueries({ queryKey: referralsKey(id) }),
    /** A week that came with an answer. */
    keep: (week: ReferralWeekView) => client.setQueryData(weekKey(id, week.week), week),
    /** Does it and says so, with the way back; or says why not. @returns whether it was done */
    act: async (
      call: () => Promise<unknown>,
      said?: string,
      undo?: () => Promise<unknown>,
    ): Promise<boolean> => {
      try {
        await call();
        if (said)
          showToast(said, {
            undo: undo && (() => undo().then(() => client.invalidateQueries({ queryKey: referralsKey(id) }))),
          });
        return true;
      } catch (error) {
        showToast(words(error), { kind: 'failed' });
        return false;
      } finally {
        await client.invalidateQueries({ queryKey: referralsKey(id) });
      }
    },
  };
}
