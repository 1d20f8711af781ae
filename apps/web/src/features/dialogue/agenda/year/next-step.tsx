import { Button } from '@mantine/core';
import { IconBell, IconCalendarQuestion, IconMessages, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueYearView } from '#libs/contracts';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import { taskDoors, yearQuery } from '../agenda-data';
import { AskDialog } from './ask-dialog';
import { RemindDialog } from './remind-dialog';
import { VoteDialog } from './vote-dialog';

/** The one thing that comes next, and the reminder beside it. Settling stands with the board itself. */
export function NextStep({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const [open, setOpen] = useState<'vote' | 'ask' | 'remind' | null>(null);
  const close = () => setOpen(null);
  const now = useNow();
  const passed = year.voteUntil !== null && Date.parse(year.voteUntil) <= now;
  const silent = year.state === 'voting' ? year.practices - year.votes : waiting(year);
  const remind = silent > 0 && !(year.state === 'voting' && passed) && (
    <Button variant="default" leftSection={<IconBell size={18} />} onClick={() => setOpen('remind')}>
      {t('remind')}
    </Button>
  );
  return (
    <>
      {year.state === 'draft' && (
        <Button
          leftSection={<IconSend size={18} />}
          disabled={year.departments.length === 0}
          onClick={() => setOpen('vote')}
        >
          {t('vote.open')}
        </Button>
      )}
      {year.state === 'voting' && (
        <>
          {remind}
          <Button leftSection={<IconCalendarQuestion size={18} />} onClick={() => setOpen('ask')}>
            {t('ask.open')}
          </Button>
        </>
      )}
      {year.state === 'asking' && (year.passedOnAt ? remind : <PassOnSelf year={year} />)}
      {year.state === 'confirmed' && (
        <Button component={Link} to="/dialoog" leftSection={<IconMessages size={18} />}>
          {t('to.sessions')}
        </Button>
      )}
      <VoteDialog year={year} opened={open === 'vote'} onClose={close} />
      {year.state === 'voting' && <AskDialog year={year} opened={open === 'ask'} onClose={close} />}
      <RemindDialog year={year} opened={open === 'remind'} onClose={close} />
    </>
  );
}

const waiting = (year: DialogueYearView): number =>
  year.departments.filter((one) => one.invited && one.answeredAt === null).length;

/** The organiser passes the dates on when the coordinating specialist does not come to it. */
function PassOnSelf({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const client = useQueryClient();
  const pass = useMutation({
    mutationFn: () => taskDoors.passOn(year.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: yearQuery(year.id).queryKey });
      showToast(t('passed.toast'));
    },
    onError: () => showToast(t('failed'), { kind: 'failed' }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={18} />}
      loading={pass.isPending}
      onClick={() => pass.mutate()}
    >
      {t('pass.self')}
    </Button>
  );
}
