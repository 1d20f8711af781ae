import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#libs/contracts';
import { MarkedText } from '../../../components/finding-note';
import { announce } from '../../../lib/announce';
import type { Finding } from '../../../lib/guard';
import classes from './evaluation-player.module.css';

interface FindingPanelProps {
  /** The text that the spans belong to. */
  text: string;
  finding: Finding;
  confirmed: boolean;
  call: number;
  last: boolean;
  language: Language;
  onTake: (rewrite: string) => void;
  onConfirm: () => void;
}

/** What the guard found: where it stands, how it can be said without, and, where that is allowed, the way to keep it. */
export function FindingPanel(props: FindingPanelProps) {
  const { text, finding, confirmed, call } = props;
  const { t } = useTranslation(['evaluation', 'components'], { lng: props.language });
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const blocked = finding.verdict === 'block';
  const title = t(blocked ? 'finding.block' : 'finding.warn');
  useEffect(() => announce(title), [title]);
  useEffect(() => {
    if (call === 0) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [call]);
  if (confirmed && !blocked) return <p className={classes.confirmed}>{t('finding.confirmed')}</p>;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.finding}
      data-verdict={finding.verdict}
      aria-labelledby={`${id}title`}
    >
      <p id={`${id}title`} className={classes.findingTitle}>
        <IconAlertTriangle size={20} stroke={1.8} className="lk-icon" aria-hidden />
        {title}
      </p>
      <p>{t(blocked ? 'finding.block.text' : 'finding.warn.text')}</p>
      <p className={classes.marked}>
        <MarkedText text={text} spans={finding.spans} language={props.language} />
      </p>
      <p className={classes.or}>{t('components:guard.instead')}</p>
      <p className={classes.rewrite}>{finding.rewrite}</p>
      <div className={classes.findingActions}>
        <Button size="sm" variant="light" onClick={() => props.onTake(finding.rewrite)}>
          {t('components:guard.take')}
        </Button>
        {!blocked && (
          <Button size="sm" variant="default" onClick={props.onConfirm}>
            {t(props.last ? 'finding.confirm.send' : 'components:guard.keep')}
          </Button>
        )}
      </div>
    </section>
  );
}
