import { Button } from '@mantine/core';
import { IconCircleCheck, IconClock, IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupPreparationView, OpenModeView } from '#libs/contracts';
import { HelpTip } from '../../../components/help-tip';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { WhenOpened } from '../../../components/when-opened';
import { useFormat, useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useMe } from '../../../lib/me';
import { AgreedWords } from './agreed-words';
import { SignDialog, WithdrawDialog } from './signing-dialogs';
import classes from './open-mode.module.css';

const ProposeDialog = later(async () => (await import('./propose-dialog')).ProposeDialog);

const ICON = { none: IconLock, pseudonymous: IconEyeOff, open: IconEye } as const;

/** In which way the figures stand here, and what the practices agreed, signed or took back (SES-07, MIR-06). */
export function ModePanel({ view }: { view: GroupPreparationView }) {
  const { t } = useTranslation(['group-figures', 'figures']);
  const words = useWords();
  const { mode, openMode } = view;
  const current = openMode && openMode.state !== 'ended' ? openMode : null;
  const count = useCount(view);
  return (
    <Panel title={t('mode')} right={<HelpTip term="hygiene" label={t('mode.term')} />}>
      <Verdict kind={mode === 'open' ? 'ok' : 'same'} icon={ICON[mode]}>
        {t(`mode.name.${mode}`)}
      </Verdict>
      <p className={classes.text}>
        {mode === 'none' ? t('mode.none') : t(`figures:mode.${mode}`, { count })}
      </p>
      {openMode?.state === 'ended' && openMode.endedBecause && (
        <p className={classes.ended}>{words(openMode.endedBecause)}</p>
      )}
      {current && <Agreement mode={current} />}
      {!current && mode !== 'none' && <Propose view={view} />}
    </Panel>
  );
}

/** How many practices are compared: as far as a figure or an agreement says so. */
function useCount(view: GroupPreparationView): number {
  const compared = view.figures.map((figure) => figure.view?.group?.bars.length ?? 0);
  return Math.max(0, view.openMode?.scope.members.length ?? 0, ...compared);
}

function Propose({ view }: { view: GroupPreparationView }) {
  const { t } = useTranslation('group-figures');
  const { roles } = useMe();
  const [asking, setAsking] = useState(false);
  if (
    !view.mayPrepare ||
    !roles.some((role) => role.role === 'practice-holder' || role.role === 'discussion-leader')
  )
    return null;
  return (
    <div className={classes.propose} data-print="hide">
      <p className={classes.text}>{t('propose.text')}</p>
      <Button variant="default" size="sm" onClick={() => setAsking(true)}>
        {t('propose')}
      </Button>
      <WhenOpened opened={asking}>
        <ProposeDialog view={view} opened={asking} onClose={() => setAsking(false)} />
      </WhenOpened>
    </div>
  );
}

function Agreement({ mode }: { mode: OpenModeView }) {
  const { t } = useTranslation('group-figures');
  const format = useFormat();
  const [asking, setAsking] = useState<{ act: 'sign' | 'withdraw'; practiceId: string } | null>(null);
  const signed = mode.signatures.filter((one) => one.signedAt).length;
  const name = (id: string) => mode.signatures.find((one) => one.practiceId === id)?.practice ?? '';
  const several = mode.maySign.length + mode.mayWithdraw.length > 1;
  return (
    <div className={classes.agreement} data-print="hide">
      <p className={classes.progress}>
        {mode.state === 'active'
          ? t('agreed.until', { date: format.localDate(mode.scope.endsOn) })
          : t('agreed.progress', { signed, total: mode.signatures.length })}
      </p>
      <ul className={classes.signatures}>
        {mode.signatures.map((one) => (
          <li key={one.practiceId} data-signed={one.signedAt !== null || undefined}>
            {one.signedAt ? (
              <IconCircleCheck size={18} stroke={1.8} className="lk-icon" aria-hidden />
            ) : (
              <IconClock size={18} stroke={1.7} className="lk-icon" aria-hidden />
            )}
            <span>
              {one.practice}
              <span className={classes.when}>
                {one.signedAt ? t('agreed.signed', { date: format.date(one.signedAt) }) : t('agreed.waiting')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <details className={classes.scope}>
        <summary>{t('agreed.what')}</summary>
        <AgreedWords mode={mode} />
      </details>
      <div className={classes.acts} data-print="hide">
        {mode.maySign.map((id) => (
          <Button key={id} size="sm" fullWidth onClick={() => setAsking({ act: 'sign', practiceId: id })}>
            {several ? t('sign.for', { practice: name(id) }) : t('sign')}
          </Button>
        ))}
        {mode.mayWithdraw.map((id) => (
          <Button
            key={id}
            size="sm"
            fullWidth
            variant="default"
            onClick={() => setAsking({ act: 'withdraw', practiceId: id })}
          >
            {several ? t('withdraw.for', { practice: name(id) }) : t('withdraw')}
          </Button>
        ))}
      </div>
      <SignDialog
        mode={mode}
        practiceId={asking?.act === 'sign' ? asking.practiceId : null}
        onClose={() => setAsking(null)}
      />
      <WithdrawDialog
        mode={mode}
        practiceId={asking?.act === 'withdraw' ? asking.practiceId : null}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}
