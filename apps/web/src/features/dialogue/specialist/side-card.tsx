import { Button, Progress } from '@mantine/core';
import {
  IconArrowDown,
  IconBook2,
  IconChecklist,
  IconFileTypePdf,
  IconPresentation,
  IconScreenShare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SpecialistView } from '#libs/contracts';
import { SaveState } from '../../../components/save-state';
import { usePhone } from '../../../lib/screen';
import type { SaverState } from './saver';
import { deckHref, paperHref } from './specialist-data';
import classes from './specialist.module.css';

interface SideCardProps {
  page: SpecialistView;
  prepared: number;
  total: number;
  saver: SaverState;
  onNext: () => void;
}

/** How far the preparation is, whether it is kept, and the ways on: paper, slides, the screen of the hour, the handout. */
export function SideCard({ page, prepared, total, saver, onNext }: SideCardProps) {
  const { t } = useTranslation('dialogue-specialist');
  const phone = usePhone();
  const progress = t('progress', { done: prepared, count: total });
  const waiting = Object.keys(saver.local).length > 0;
  const saved = (
    <SaveState
      savedAt={saver.savedAt}
      saving={saver.saving || (waiting && Object.keys(saver.findings).length === 0 && !saver.stopped)}
      failed={Object.keys(saver.findings).length > 0 || saver.stopped !== null}
    />
  );
  const bar = (
    <Progress value={total ? (prepared / total) * 100 : 0} size={phone ? 4 : 6} aria-label={progress} />
  );
  const next = total > 0 && (
    <Button leftSection={<IconArrowDown size={17} />} onClick={onNext}>
      {t(phone ? 'next.short' : 'next')}
    </Button>
  );
  const links = <Ways page={page} total={total} />;
  if (phone)
    return (
      <>
        <section className={classes.ways} aria-label={t('ways')}>
          {links}
        </section>
        {total > 0 && (
          <section className={classes.bar} aria-label={t('state')} data-print="hide">
            {bar}
            <div className={classes.barRow}>
              <div className={classes.barWords}>
                <b>{progress}</b>
                {saved}
              </div>
              {next}
            </div>
          </section>
        )}
      </>
    );
  return (
    <div className={classes.side}>
      <section className={classes.card} aria-label={t('state')}>
        {total > 0 && (
          <>
            <p className={classes.progress}>{progress}</p>
            {bar}
            <div className={classes.action}>{next}</div>
          </>
        )}
        <p className={classes.quiet}>{t('byItself')}</p>
        {saved}
      </section>
      <section className={classes.ways} aria-label={t('ways')}>
        {links}
      </section>
    </div>
  );
}

function Ways({ page, total }: { page: SpecialistView; total: number }) {
  const { t } = useTranslation('dialogue-specialist');
  const { session, handout } = page;
  const common = { variant: 'default', fullWidth: true, justify: 'start' } as const;
  return (
    <>
      {(handout === 'checking' || handout === 'checked') && (
        <Button
          {...common}
          component={Link}
          to={`/naslagwerk/${session.id}?nakijken=1`}
          variant="light"
          leftSection={<IconChecklist size={18} />}
        >
          {t('ways.check')}
        </Button>
      )}
      {handout === 'published' && (
        <Button
          {...common}
          component={Link}
          to={`/naslagwerk/${session.id}`}
          leftSection={<IconBook2 size={18} />}
        >
          {t('ways.read')}
        </Button>
      )}
      {total > 0 && (
        <>
          <Button
            {...common}
            component="a"
            href={deckHref(session.id)}
            download
            leftSection={<IconPresentation size={18} />}
          >
            {t('ways.deck')}
          </Button>
          <Button
            {...common}
            component="a"
            href={paperHref(session.id)}
            download
            leftSection={<IconFileTypePdf size={18} />}
          >
            {t('ways.paper')}
          </Button>
        </>
      )}
      {session.state !== 'ended' && session.state !== 'cancelled' && (
        <Button
          {...common}
          component={Link}
          to={`/live/${session.id}/scherm`}
          leftSection={<IconScreenShare size={18} />}
        >
          {t('ways.screen')}
        </Button>
      )}
      {session.meetingLink && session.state !== 'ended' && session.state !== 'cancelled' && (
        <a className={classes.meeting} href={session.meetingLink} target="_blank" rel="noreferrer">
          {t('ways.meeting')}
        </a>
      )}
    </>
  );
}
