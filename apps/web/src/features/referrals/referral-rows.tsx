import { Button, NativeSelect } from '@mantine/core';
import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  REFERRAL_KINDS,
  type ReferralKind,
  type ReferralWeekView,
  type ReviewedReferralView,
} from '#libs/contracts';
import { Panel } from '../../components/panel';
import { TogglePill } from './pills';
import { Judgements, ReferralFacts } from './referral-facts';
import { type ItemChange, referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';

/** Everything of the week, as it stands. */
export function ReferralRows({ id, week }: { id: string; week: ReferralWeekView }) {
  const { t } = useTranslation('referrals');
  return (
    <Panel title={t('list.title')} right={<span className="lk-muted">{week.referrals.length}</span>}>
      <ul className={classes.list}>
        {week.referrals.map((referral) => (
          <Item key={referral.id} id={id} week={week} referral={referral} />
        ))}
      </ul>
    </Panel>
  );
}

function Item({
  id,
  week,
  referral,
}: {
  id: string;
  week: ReferralWeekView;
  referral: ReviewedReferralView;
}) {
  const { t } = useTranslation('referrals');
  const { act } = useReferrals(id);
  const [editing, setEditing] = useState(false);
  const change = (body: ItemChange) =>
    void act(() => referralDoors.change(id, referral.id, body, referral.version));
  const remove = () => {
    const { gpId, kind, specialism, reason, timeOut } = referral;
    void act(
      () => referralDoors.remove(id, referral.id),
      t('list.removed'),
      () =>
        referralDoors.add(id, week.week, {
          referrals: [{ gpId, kind, specialism, reason, timeOut }],
          source: 'note',
          confirmed: true,
        }),
    );
  };
  return (
    <li>
      <div className={classes.tight}>
        <div className={classes.rowCard}>
          <ReferralFacts referral={referral} />
          <div className={classes.row}>
            <Button
              size="sm"
              variant="subtle"
              px={8}
              aria-pressed={referral.remarkable}
              aria-label={t('list.remarkable', { what: referral.specialism })}
              title={t('list.remarkable', { what: referral.specialism })}
              onClick={() => change({ remarkable: !referral.remarkable })}
            >
              {referral.remarkable ? <IconStarFilled size={18} /> : <IconStar size={18} />}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              px={8}
              aria-expanded={editing}
              aria-label={t('list.edit', { what: referral.specialism })}
              title={t('list.edit', { what: referral.specialism })}
              onClick={() => setEditing(!editing)}
            >
              <IconPencil size={18} />
            </Button>
          </div>
        </div>
        {editing && (
          <div className={classes.fields}>
            <NativeSelect
              size="sm"
              label={t('gp')}
              value={referral.gpId}
              onChange={({ currentTarget: { value } }) => change({ gpId: value })}
              data={[
                ...(week.people.some(({ personId }) => personId === referral.gpId)
                  ? []
                  : [{ value: referral.gpId, label: referral.gp }]),
                ...week.people.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
            />
            <NativeSelect
              size="sm"
              label={t('kind')}
              value={referral.kind}
              onChange={({ currentTarget: { value } }) => change({ kind: value as ReferralKind })}
              data={REFERRAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
            <TogglePill
              label={t('timeOut')}
              on={referral.timeOut}
              onChange={(timeOut) => change({ timeOut })}
            />
            <Button size="sm" variant="subtle" leftSection={<IconTrash size={16} />} onClick={remove}>
              {t('list.remove')}
            </Button>
          </div>
        )}
        <Judgements referral={referral} />
        {referral.conclusion && (
          <p>
            <b>{t('conclusion')}:</b> {referral.conclusion}
          </p>
        )}
      </div>
    </li>
  );
}
