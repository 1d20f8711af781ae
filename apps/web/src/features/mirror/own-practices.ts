import type { Role } from '#libs/contracts';
import { useMe } from '../../lib/me';

const AT_PRACTICE: readonly Role[] = ['practice-holder', 'practice-contact', 'practice-employee'];

/** The practices the reader works for: their own figures are for their own people only (MIR-06). By name. */
export function useOwnPractices(): { id: string; name: string }[] {
  const { roles } = useMe();
  const found = new Map<string, string>();
  for (const { role, scopeKind, scopeId, scopeName } of roles)
    if (scopeKind === 'practice' && scopeId && AT_PRACTICE.includes(role))
      found.set(scopeId, scopeName ?? '');
  return [...found]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}
