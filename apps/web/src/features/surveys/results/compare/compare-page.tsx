import { NativeSelect } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CampaignSummaryView } from '#libs/contracts';
import { EmptyState } from '../../../../components/empty-state';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { Panel } from '../../../../components/panel';
import { useFormat, useWords } from '../../../../lib/i18n';
import { campaignsQuery } from '../../survey-data';
import { PartChoice } from '../part-choice';
import { gradeOf, scalesOf } from '../questions';
import { type ComparisonSide, comparisonQuery, resultsQuery } from '../results-data';
import { useLooked } from '../looked';
import { Comparison } from './comparison';
import classes from './compare.module.css';

/** Two groups on one question: parts of this campaign, or of another one that asked the same. */
export default function ComparePage() {
  const { t } = useTranslation('results');
  const words = useWords();
  const { campaign, results } = useLooked();
  const { side, item: chosen, set } = useWish(campaign.id);
  const scales = scalesOf(campaign.content);
  const item = scales.find(({ key }) => key === chosen) ?? gradeOf(campaign.content);
  const others = useQuery(campaignsQuery);
  const campaigns = closedWith(others.data ?? [], campaign.id);
  const [a, b] = [side('a'), side('b')];
  const ready = comparable(a, b);
  const found = useQuery({
    ...comparisonQuery(campaign.id, { item: item?.key ?? '', a, b }),
    enabled: ready && item !== null,
  });
  if (!item) return null;
  return (
    <>
      <Panel>
        <div className={classes.form}>
          {scales.length > 1 && (
            <NativeSelect
              label={t('item')}
              value={item.key}
              onChange={(event) => set({ vraag: event.currentTarget.value })}
              data={scales.map((one) => ({ value: one.key, label: words(one.text) }))}
            />
          )}
          <div className={classes.sides}>
            <fieldset className={classes.side}>
              <legend>{t('compare.a')}</legend>
              <div>
                <p className={classes.label}>{t('compare.campaign')}</p>
                <p className={classes.own}>{words(campaign.title)}</p>
              </div>
              <PartChoice
                label={t('compare.part')}
                cuts={results.cuts}
                value={a.cut ?? null}
                disabled={results.cuts.length === 0}
                onChange={(cut) => set({ adeel: cut })}
              />
            </fieldset>
            <OtherSide
              side={b}
              campaigns={campaigns}
              own={{ id: campaign.id, title: words(campaign.title), cuts: results.cuts }}
              onChange={({ campaignId, cut }) =>
                set({ b: campaignId === campaign.id ? null : campaignId, bdeel: cut ?? null })
              }
            />
          </div>
        </div>
      </Panel>
      <div className={classes.found} aria-live="polite">
        {!ready ? (
          <EmptyState
            icon={IconArrowsLeftRight}
            title={t('compare.choose')}
            text={t('compare.choose.text')}
          />
        ) : found.data ? (
          <Comparison found={found.data} item={item} />
        ) : found.error ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={1} height={240} />
        )}
      </div>
    </>
  );
}

/** What is compared stands in the address. */
function useWish(own: string) {
  const [params, setParams] = useSearchParams();
  return {
    item: params.get('vraag'),
    side: (name: 'a' | 'b'): ComparisonSide => {
      const cut = params.get(`${name}deel`);
      const campaignId = (name === 'b' ? params.get('b') : null) ?? own;
      return { campaignId, ...(cut ? { cut } : {}) };
    },
    set: (change: Record<string, string | null>) =>
      setParams(
        (before) => {
          for (const [name, value] of Object.entries(change)) {
            if (value) before.set(name, value);
            else before.delete(name);
          }
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

/**
 * Within one campaign two parts of the same division: a part beside the whole that holds it, or beside a part of another
 * division, would compare people with themselves.
 */
const comparable = (a: ComparisonSide, b: ComparisonSide): boolean => {
  if (a.campaignId !== b.campaignId) return true;
  if (!a.cut || !b.cut || a.cut === b.cut) return false;
  return a.cut.split(':')[0] === b.cut.split(':')[0];
};

const closedWith = (all: readonly CampaignSummaryView[], own: string): CampaignSummaryView[] =>
  all
    .filter((one) => one.state === 'closed' || one.id === own)
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''));

interface OtherSideProps {
  side: ComparisonSide;
  campaigns: readonly CampaignSummaryView[];
  own: { id: string; title: string; cuts: Parameters<typeof PartChoice>[0]['cuts'] };
  onChange: (side: ComparisonSide) => void;
}
function OtherSide({ side, campaigns, own, onChange }: OtherSideProps) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const ours = side.campaignId === own.id;
  const theirs = useQuery({ ...resultsQuery(side.campaignId), enabled: !ours });
  const cuts = ours ? own.cuts : (theirs.data?.cuts ?? []);
  const list = campaigns.length > 0 ? campaigns : null;
  return (
    <fieldset className={classes.side}>
      <legend>{t('compare.b')}</legend>
      <NativeSelect
        label={t('compare.campaign')}
        value={side.campaignId}
        onChange={(event) => onChange({ campaignId: event.currentTarget.value })}
        data={
          list
            ? list.map((one) => ({
                value: one.id,
                label: one.closedAt
                  ? `${words(one.title)} (${format.shortDate(one.closedAt)})`
                  : words(one.title),
              }))
            : [{ value: own.id, label: own.title }]
        }
      />
      <PartChoice
        label={t('compare.part')}
        cuts={cuts}
        value={side.cut ?? null}
        disabled={cuts.length === 0}
        onChange={(cut) => onChange({ campaignId: side.campaignId, ...(cut ? { cut } : {}) })}
      />
    </fieldset>
  );
}
