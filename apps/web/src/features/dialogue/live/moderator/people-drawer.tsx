import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Switch.css';
import { Button, Drawer, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LivePersonView, ModeratorLiveView } from '#libs/contracts';
import { useProblemText } from '../../../../components/problem-text';
import { showToast } from '../../../../lib/toast';
import { liveDoors } from '../live-data';
import shared from '../live.module.css';
import type { Steering } from '../use-steering';
import classes from './moderator.module.css';

interface PeopleDrawerProps {
  view: ModeratorLiveView;
  opened: boolean;
  onClose: () => void;
  steering: Steering;
}

/** Who is here, who is expected, and who was put out. */
export function PeopleDrawer({ view, opened, onClose, steering }: PeopleDrawerProps) {
  const { t } = useTranslation(['dialogue-live', 'components']);
  const problemText = useProblemText();
  const doors = liveDoors(view.sessionId);
  const move = useMutation({
    mutationFn: ({ person, out }: { person: LivePersonView; out: boolean }) =>
      out ? doors.remove(person.personId) : doors.readmit(person.personId),
    onSuccess: (_nothing, { person, out }) => {
      if (out)
        showToast(t('people.removed', { name: person.name }), { undo: () => doors.readmit(person.personId) });
    },
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  const group = (title: string, people: LivePersonView[]) =>
    people.length > 0 && (
      <section className={classes.peopleGroup}>
        <h3 className={classes.peopleTitle}>{title}</h3>
        <ul className={shared.rows}>
          {people.map((person) => (
            <li key={person.personId}>
              <div className={shared.grow}>
                <p>{person.name}</p>
                <p className={shared.meta}>{person.practice ?? t('people.specialist')}</p>
              </div>
              {(person.here || person.removed) && (
                <Button
                  size="compact-md"
                  variant="subtle"
                  {...(person.removed ? {} : { color: 'gray', c: 'dimmed' })}
                  aria-label={t(person.removed ? 'people.readmit.label' : 'people.remove.label', {
                    name: person.name,
                  })}
                  onClick={() => move.mutate({ person, out: !person.removed })}
                >
                  {t(person.removed ? 'people.readmit' : 'people.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  const out = view.people.filter(({ removed }) => removed);
  const here = view.people.filter((one) => one.here && !one.removed);
  const away = view.people.filter((one) => !one.here && !one.removed);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={t('people.title')}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      {group(t('people.here', { count: here.length }), here)}
      {group(t('people.away', { count: away.length }), away)}
      {group(t('people.out', { count: out.length }), out)}
      {view.clock.state !== 'ended' && (
        <Switch
          mt="lg"
          label={t('steer.label')}
          description={t('steer.help')}
          checked={view.specialistSteers}
          onChange={() => steering.act(view.specialistSteers ? 'steer-alone' : 'let-steer')}
        />
      )}
      {view.people.length === 0 && <p className={shared.small}>{t('people.none')}</p>}
    </Drawer>
  );
}
