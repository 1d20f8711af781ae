import type { ComponentProps } from 'react';
import { Link, NavLink, useLocation } from 'react-router';

interface AreaLinkProps extends Omit<ComponentProps<typeof Link>, 'className'> {
  className?: string | undefined;
  end?: boolean;
  /** Where pages of the area lie that are not under its own path. */
  also?: string | undefined;
}

/** The link to an area, marked as current on all of its pages. */
export function AreaLink({ also, end, ...link }: AreaLinkProps) {
  const { pathname } = useLocation();
  if (also && pathname.startsWith(also)) return <Link {...link} aria-current="true" />;
  return <NavLink {...link} end={end} />;
}
