import { Button } from '@mantine/core';
import { IconFlag, IconMessageCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FigureRemarkView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useProblemText } from '../../../components/problem-text';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { figureDoors, figuresKey } from '../figures-data';
import classes from './remarks.module.css';

const STATE: Record<FigureRemarkView['state'], VerdictKind> = {
  open: 'warn',
  answered: 'ok',
  accepted: 'ok',
  declined: 'same',
  withdrawn: 'same',
};

interface RemarksPanelProps {
  remarks: readonly FigureRemarkView[];
  /** What other practices of the group say about the same figure. */
  groupRemarks?: readonly FigureRemarkView[];
}

/** What practices say about this figure, with where it stands; nothing is shown where nobody said anything. */
export function RemarksPanel({ remarks, groupRemarks = [] }: RemarksPanelProps) {
  const { t } = useTranslation('figures');
  const known = new Set(remarks.map((remark) => remark.id));
  const all = [...remarks, ...groupRemarks.filter((remark) => !known.has(remark.id))];
  if (all.length === 0) return null;
  return (
    <Panel title={t('remarks')} padding="none">
      <RemarkList remarks={all} />
    </Panel>
  );
}

export function RemarkList({ remarks }: { remarks: readonly FigureRemarkView[] }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {remarks.map((remark) => {
        const Icon = remark.kind === 'dispute' ? IconFlag : IconMessageCircle;
        return (
          <li key={remark.id}>
            <Icon size={20} stroke={1.7} className="lk-icon" aria-hidden />
            <div>
              <p className={classes.head}>
                <b>
                  {remark.own
                    ? t(`remark.own.${remark.kind}`)
                    : remark.practice
                      ? t(`remark.named.${remark.kind}`, { practice: remark.practice })
                      : t(`remark.other.${remark.kind}`)}
                </b>
                {(remark.kind === 'dispute' || remark.state !== 'open') && (
                  <Verdict kind={STATE[remark.state]}>{t(`remark.state.${remark.state}`)}</Verdict>
                )}
              </p>
              {remark.text && <p className={classes.text}>{remark.text}</p>}
              {remark.answer && (
                <p className={classes.answer}>
                  <span className="lk-muted">{t('remark.answer')}</span> {remark.answer}
                </p>
              )}
              <p className={classes.when}>
                <time dateTime={remark.at}>{format.date(remark.at)}</time>
                {remark.mayWithdraw && <Withdraw remark={remark} />}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Withdraw({ remark }: { remark: FigureRemarkView }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const problemText = useProblemText();
  const withdraw = useMutation({
    mutationFn: () => figureDoors.withdrawRemark(remark),
    onSuccess: () => showToast(t('remark.withdrawn')),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
    onSettled: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      data-print="hide"
      loading={withdraw.isPending}
      onClick={() => withdraw.mutate()}
    >
      {t('remark.withdraw')}
    </Button>
  );
}
