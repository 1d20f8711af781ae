import { NavLink } from 'react-router';
import classes from './section-tabs.module.css';

export interface SectionTab {
  to: string;
  label: string;
  /** For the first of several under one path: current only on its own page. */
  end?: boolean;
}

/** The way between the pages of one area, as links under the heading. */
export function SectionTabs({ label, tabs }: { label: string; tabs: readonly SectionTab[] }) {
  return (
    <nav aria-label={label} data-print="hide">
      <ul className={classes.tabs}>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end}>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
