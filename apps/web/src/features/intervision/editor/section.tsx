import { Button, Group } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Panel } from '../../../components/panel';
import { SaveState } from '../../../components/save-state';
import type { Section } from './use-section';
import classes from './editor.module.css';

interface EditorSectionProps<Draft> {
  id?: string;
  title: string;
  lead?: ReactNode;
  section: Section<Draft>;
  /** Practices are answering: a change goes out with the button. */
  manual: boolean;
  /** Why it cannot be kept now. */
  blocked?: string | null;
  children: ReactNode;
}

/** A part of the set-up, with how it stands with keeping it. */
export function EditorSection<Draft>(props: EditorSectionProps<Draft>) {
  const { t } = useTranslation(['rounds', 'components']);
  const { section, manual, blocked } = props;
  const note = useId();
  return (
    <Panel
      title={<span id={props.id}>{props.title}</span>}
      right={
        <SaveState
          savedAt={section.dirty ? null : section.savedAt}
          saving={section.saving}
          failed={section.error !== null}
        />
      }
    >
      {props.lead && <p className={classes.lead}>{props.lead}</p>}
      {props.children}
      {section.error !== null && (
        <div className={classes.error}>
          <ErrorState
            error={section.error}
            onRetry={section.stale ? undefined : () => void section.saveNow()}
          />
          {section.stale && (
            <Group mt="sm" gap={10}>
              <Button size="sm" onClick={section.revert}>
                {t('stale.theirs')}
              </Button>
              <Button size="sm" variant="default" onClick={() => void section.saveNow()}>
                {t('stale.mine')}
              </Button>
            </Group>
          )}
        </div>
      )}
      {section.dirty && blocked && (
        <p id={note} className={classes.blocked} role="status">
          {blocked}
        </p>
      )}
      {section.dirty && manual && !section.stale && (
        <Group mt="md" gap={10}>
          <Button
            size="sm"
            loading={section.saving}
            disabled={Boolean(blocked)}
            aria-describedby={blocked ? note : undefined}
            onClick={() => void section.saveNow()}
          >
            {t('save')}
          </Button>
          <Button size="sm" variant="default" onClick={section.revert}>
            {t('components:undo')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
