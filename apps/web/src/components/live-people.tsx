import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Drawer } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivePersonView } from '#libs/contracts';
import { showToast } from '../lib/toast';
import classes from './live-people.module.css';
import { useProblemText } from './problem-text';

interface LivePeopleProps {
  opened: boolean;
  onClose: () => void;
  people: readonly LivePersonView[];
  /** Of who leads: puts somebody out of the room, and lets them in again. */
  doors: { remove: (personId: string) => Promise<void>; readmit: (personId: string) => Promise<void> };
  /** What somebody without a practice is. */
  role: string;
  children?: ReactNode;
}

/** Who is in a live room, who is expected, and who was put out. */
export function LivePeople({ opened, onClose, people, doors, role, children }: LivePeopleProps) {
  const { t } = useTranslation('components');
  const problemText = useProblemText();
  const move = useMutation({
    mutationFn: ({ person, out }: { person: LivePersonView; out: boolean }) =>
      out ? doors.remove(person.personId) : doors.readmit(person.personId),
    onSuccess: (_nothing, { person, out }) => {
      if (out)
        showToast(t('people.removed', { name: person.name }), { undo: () => doors.readmit(person.personId) });
    },
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  const group = (title: string, some: readonly LivePersonView[]) =>
    some.length > 0 && (
      <section className={classes.group}>
        <h3 className={classes.title}>{title}</h3>
        <ul className={classes.rows}>
          {some.map((person) => (
            <li key={person.personId}>
              <div>
                <p>{person.name}</p>
                <p className={classes.meta}>{person.practice ?? role}</p>
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
  const out = people.filter(({ removed }) => removed);
  const here = people.filter((one) => one.here && !one.removed);
  const away = people.filter((one) => !one.here && !one.removed);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={t('people.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {group(t('people.here', { count: here.length }), here)}
      {group(t('people.away', { count: away.length }), away)}
      {group(t('people.out', { count: out.length }), out)}
      {children}
      {people.length === 0 && <p className={classes.meta}>{t('people.none')}</p>}
    </Drawer>
  );
}
