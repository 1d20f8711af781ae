import { createContext, useContext } from 'react';
import type { MeView, Permission } from '#libs/contracts';

export const MeContext = createContext<MeView | null>(null);

/** Who is signed in. Only for pages behind `SignedIn`. */
export function useMe(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for pages of somebody who is signed in');
  return me;
}

/** True when this person holds at least one of the permissions: what is not allowed is not shown. */
export function useMay(...permissions: Permission[]): boolean {
  const me = useMe();
  return permissions.some((permission) => me.permissions.includes(permission));
}
