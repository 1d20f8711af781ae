import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { RoundView } from '#libs/contracts';
import { PageHead } from '../../components/page-head';
import classes from './rounds.module.css';

interface RoundHeadProps {
  round: RoundView;
  lead: ReactNode;
  action?: ReactNode;
}

/** The head of a round's pages, with the way between them. */
export function RoundHead({ round, lead, action }: RoundHeadProps) {
  const { t } = useTranslation('intervision');
  const base = `/intervisie/rondes/${round.id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/intervisie' }, { label: round.name }]}
        title={round.name}
        lead={lead}
        action={action}
      />
      <nav aria-label={t('tabs')} data-print="hide">
        <ul className={classes.tabs}>
          <li>
            <NavLink to={base} end>
              {t('tab.setup')}
            </NavLink>
          </li>
          {round.state !== 'draft' && (
            <>
              <li>
                <NavLink to={`${base}/antwoorden`}>
                  {t('tab.answers', { answered: round.answered, count: round.participants })}
                </NavLink>
              </li>
              <li>
                <NavLink to={`${base}/indeling`}>{t('tab.board')}</NavLink>
              </li>
            </>
          )}
          {round.state === 'published' && (
            <li>
              <NavLink to={`${base}/groepen`}>{t('tab.groups')}</NavLink>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}
