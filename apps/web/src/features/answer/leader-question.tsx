import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerPageView } from '#libs/contracts';
import { ChoiceCards } from '../../components/choice-cards';
import { looksLikeMail } from '../../lib/mail-address';
import { useMe } from '../../lib/me';
import type { QuestionProps } from './question';
import classes from './answer.module.css';

/** Somebody who is not in the list, as typed so far. */
export interface LeaderDraft {
  name: string;
  email: string;
}

/** The person as the server takes it, or null while name or address is not complete. */
export function leaderOf(draft: LeaderDraft): LeaderDraft | null {
  const name = draft.name.trim();
  const email = draft.email.trim();
  return name && looksLikeMail(email) ? { name, email } : null;
}

interface LeaderQuestionProps extends QuestionProps {
  draft: LeaderDraft | null;
  onDraft: (draft: LeaderDraft | null) => void;
  /** The draft was handed in: what is missing is said now, not while typing. */
  checked: boolean;
  onDraftDone: () => void;
}

const OTHER = 'other';

/** Whether somebody of the practice can lead, and who: chosen from its people, or a new name with an address. */
export function LeaderQuestion(props: LeaderQuestionProps) {
  const { t } = useTranslation('answer');
  const me = useMe();
  const { page, answer, give, draft, onDraft, checked } = props;
  const { canLead, leader } = answer;

  const choose = (value: 'yes' | 'no') => {
    onDraft(null);
    if (value === 'no') return give({ canLead: false, leaderPersonId: null });
    const personId = leader?.personId ?? likely(page, me.person.id);
    // Where there is nobody to choose from, the fields for a name are there at once.
    if (page.leaderChoices.length === 0) onDraft({ name: '', email: '' });
    give(personId ? { canLead: true, leaderPersonId: personId } : { canLead: true });
  };
  const pick = (value: string) => {
    if (value === OTHER) return onDraft({ name: '', email: '' });
    onDraft(null);
    give({ leaderPersonId: value || null });
  };

  return (
    <>
      <ChoiceCards
        legend={t('leader.title')}
        hideLegend
        columns={2}
        value={canLead === null ? null : canLead ? 'yes' : 'no'}
        onChange={choose}
        choices={[
          { value: 'yes', label: t('leader.yes') },
          { value: 'no', label: t('leader.no') },
        ]}
      />
      {canLead && (
        <div className={classes.leader}>
          <NativeSelect
            size="md"
            label={t('leader.who')}
            value={draft ? OTHER : (leader?.personId ?? '')}
            onChange={(event) => pick(event.currentTarget.value)}
          >
            {!leader && !draft && <option value="">{t('leader.choose')}</option>}
            {/* A name that was typed a moment ago is not in the list of the server yet. */}
            {leader?.personId === '' && <option value="">{leader.name}</option>}
            {page.leaderChoices.map((choice) => (
              <option key={choice.personId} value={choice.personId}>
                {choice.name}
              </option>
            ))}
            <option value={OTHER}>{t('leader.other')}</option>
          </NativeSelect>
          {draft && <NewLeader {...props} draft={draft} onDraft={onDraft} checked={checked} />}
        </div>
      )}
    </>
  );
}

function NewLeader({ draft, onDraft, checked, onDraftDone }: LeaderQuestionProps & { draft: LeaderDraft }) {
  const { t } = useTranslation('answer');
  return (
    <form
      className={classes.newLeader}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onDraftDone();
      }}
    >
      <TextInput
        id="leader-name"
        label={t('leader.name')}
        maxLength={120}
        autoComplete="off"
        value={draft.name}
        error={checked && !draft.name.trim() && t('leader.name.wrong')}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        id="leader-email"
        type="email"
        label={t('leader.email')}
        description={t('leader.email.why')}
        maxLength={254}
        autoComplete="off"
        value={draft.email}
        error={checked && !looksLikeMail(draft.email.trim()) && t('leader.email.wrong')}
        onChange={(event) => onDraft({ ...draft, email: event.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {t('leader.add')}
      </Button>
    </form>
  );
}

/** Most often the one who answers, or the only one there is: one click less. */
function likely({ leaderChoices }: AnswerPageView, personId: string): string | null {
  const self = leaderChoices.find((choice) => choice.personId === personId);
  return (self ?? (leaderChoices.length === 1 ? leaderChoices[0] : undefined))?.personId ?? null;
}
