import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardChange, ProposalView, RoundView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat, useWords } from '../../../lib/i18n';
import { effectQuery } from '../round-data';
import type { Ask } from './board-actions';
import { useChangeWords } from './change-words';
import { groupOf, nameOf } from './picking';
import { DeltaList } from './score-deltas';
import classes from './effect.module.css';

interface ChangeDialogProps {
  ask: Ask;
  proposal: ProposalView;
  round: RoundView;
  onClose: () => void;
  onConfirm: (change: BoardChange) => void;
}

/** Choosing from a list instead of on the board; the effect is there before it is done, as on the board. */
export function ChangeDialog({ ask, proposal, round, onClose, onConfirm }: ChangeDialogProps) {
  const { t } = useTranslation(['board', 'components']);
  const words = useWords();
  const say = useChangeWords(proposal);
  const [change, setChange] = useState<BoardChange | null>(null);
  const effect = useQuery({
    ...effectQuery(proposal.roundId, proposal, change ?? { kind: 'move', practiceId: '', groupId: null }),
    enabled: change !== null,
  });
  const shown = change ? (effect.data ?? null) : null;
  const title =
    ask.kind === 'move' || ask.kind === 'swap'
      ? t(`ask.${ask.kind}`, { name: nameOf(proposal, ask.practiceId) })
      : t(`ask.${ask.kind}`, { group: say.group(ask.groupId) });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      classNames={{ title: classes.modalTitle }}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      <div className={classes.fields}>
        {ask.kind === 'retype' ? (
          <TypeFields groupId={ask.groupId} proposal={proposal} round={round} onChange={setChange} />
        ) : (
          <OneField ask={ask} proposal={proposal} onChange={setChange} />
        )}
        <div role="status" className={classes.result}>
          {change && !effect.error && (!shown || shown.allowed) && (
            <DeltaList deltas={shown?.deltas ?? null} />
          )}
          {shown && !shown.allowed && (
            <div className={classes.blocked}>
              <IconAlertTriangle size={18} stroke={2} className="lk-icon" aria-hidden />
              <div>
                {shown.violations.map((sentence) => (
                  <p key={sentence.nl}>{words(sentence)}</p>
                ))}
              </div>
            </div>
          )}
          {shown?.allowed && say.leaders(shown).map((text) => <p key={text}>{text}</p>)}
        </div>
        {effect.error && <ErrorState error={effect.error} />}
      </div>
      <Group justify="flex-end" gap={10} mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('components:confirm.cancel')}
        </Button>
        <Button
          disabled={!shown?.allowed}
          onClick={() => {
            if (change) onConfirm(change);
          }}
        >
          {t('ask.do')}
        </Button>
      </Group>
    </Modal>
  );
}

interface OneFieldProps {
  ask: Exclude<Ask, { kind: 'retype' }>;
  proposal: ProposalView;
  onChange: (change: BoardChange | null) => void;
}

/** The group to go to, the practice to trade with, or the practice that leads. */
function OneField({ ask, proposal, onChange }: OneFieldProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const [value, setValue] = useState('');
  const own = ask.kind === 'leader' ? null : groupOf(proposal.board, ask.practiceId);
  const choose = (id: string) => {
    setValue(id);
    if (!id) return onChange(null);
    if (ask.kind === 'move') onChange({ kind: 'move', practiceId: ask.practiceId, groupId: id });
    if (ask.kind === 'swap') onChange({ kind: 'swap', a: ask.practiceId, b: id });
    if (ask.kind === 'leader') onChange({ kind: 'leader', groupId: ask.groupId, practiceId: id });
  };
  const groups = proposal.board.filter((group) => group.id !== own?.id);
  const name = (number: number, theme: string) => `${t('group', { number })} · ${theme}`;
  const leaders =
    proposal.board.find((group) => ask.kind === 'leader' && group.id === ask.groupId)?.members ?? [];
  return (
    <NativeSelect
      size="md"
      label={t(`ask.${ask.kind}.label`)}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{t('ask.choose')}</option>
      {ask.kind === 'move' &&
        groups.map((group) => (
          <option key={group.id} value={group.id}>
            {`${name(group.number, group.theme)} · ${format.day(group.date)}`}
          </option>
        ))}
      {ask.kind === 'swap' &&
        groups.map((group) => (
          <optgroup key={group.id} label={name(group.number, group.theme)}>
            {group.members.map((member) => (
              <option key={member.practiceId} value={member.practiceId}>
                {member.name}
              </option>
            ))}
          </optgroup>
        ))}
      {ask.kind === 'leader' &&
        leaders
          .filter((member) => member.canLead && !member.leader)
          .map((member) => (
            <option key={member.practiceId} value={member.practiceId}>
              {member.name}
            </option>
          ))}
    </NativeSelect>
  );
}

interface TypeFieldsProps {
  groupId: string;
  proposal: ProposalView;
  round: RoundView;
  onChange: (change: BoardChange | null) => void;
}

/** Another theme or another date for the whole group. */
function TypeFields({ groupId, proposal, round, onChange }: TypeFieldsProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const group = proposal.board.find((one) => one.id === groupId);
  const [theme, setTheme] = useState(group?.themeId ?? '');
  const [date, setDate] = useState(group?.dateId ?? '');
  const choose = (themeId: string, dateId: string) => {
    setTheme(themeId);
    setDate(dateId);
    const same = themeId === group?.themeId && dateId === group?.dateId;
    onChange(same ? null : { kind: 'retype', groupId, themeId, dateId });
  };
  return (
    <>
      <NativeSelect
        size="md"
        label={t('ask.retype.theme')}
        value={theme}
        onChange={(event) => choose(event.currentTarget.value, date)}
        data={round.themes
          .filter((one) => !one.archived || one.id === theme)
          .map((one) => ({ value: one.id, label: one.name }))}
      />
      <NativeSelect
        size="md"
        label={t('ask.retype.date')}
        value={date}
        onChange={(event) => choose(theme, event.currentTarget.value)}
        data={round.dates
          .filter((one) => !one.archived || one.id === date)
          .map((one) => ({ value: one.id, label: format.date(one.date) }))}
      />
    </>
  );
}
