import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../../components/choice-cards';
import { Panel } from '../../../components/panel';
import type { DraftSectionProps } from './about-section';
import { PracticesChoice } from './practices-choice';
import { ASKED_ROLES } from './suggestion';
import classes from './create.module.css';

/** Who is asked: by role, in all practices or in some. */
export function AudienceSection({ draft, set, faults }: DraftSectionProps) {
  const { t } = useTranslation(['surveys', 'app']);
  return (
    <Panel title={t('audience')}>
      <div className={classes.fields}>
        <Checkbox.Group
          size="md"
          label={t('audience.roles')}
          value={draft.roles}
          error={faults.includes('roles') ? t('audience.roles.missing') : null}
          onChange={(chosen) => set({ ...draft, roles: ASKED_ROLES.filter((role) => chosen.includes(role)) })}
        >
          <div className={classes.roles}>
            {ASKED_ROLES.map((role) => (
              <Checkbox key={role} value={role} label={t(`app:role.${role}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <ChoiceCards
          legend={t('audience.practices')}
          columns={2}
          value={draft.practiceIds === null ? 'all' : 'some'}
          onChange={(choice) => set({ ...draft, practiceIds: choice === 'all' ? null : [] })}
          choices={[
            { value: 'all', label: t('audience.all') },
            { value: 'some', label: t('audience.some') },
          ]}
        />
        {draft.practiceIds !== null && (
          <PracticesChoice
            chosen={draft.practiceIds}
            missing={faults.includes('practices')}
            onChange={(practiceIds) => set({ ...draft, practiceIds })}
          />
        )}
      </div>
    </Panel>
  );
}
