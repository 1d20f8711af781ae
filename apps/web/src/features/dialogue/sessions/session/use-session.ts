import { useQueryClient } from '@tanstack/react-query';
import type { DialogueSessionView, SessionStepView } from '#libs/contracts';
import { type SessionChange, sessionDoors, sessionKey, sessionQuery, sessionsQuery } from '../sessions-data';

/** What the organiser does to a session. Each answer is how it stands now. */
export function useSessionChanges({ id, version }: Pick<DialogueSessionView, 'id' | 'version'>) {
  const client = useQueryClient();
  const send = async (call: Promise<DialogueSessionView>) => {
    try {
      const session = await call;
      client.setQueryData(sessionQuery(id).queryKey, session);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      return session;
    } catch (error) {
      // The page shows what happened meanwhile, beside why this did not.
      void client.invalidateQueries({ queryKey: sessionKey(id) });
      throw error;
    }
  };
  /** As the step stands now, also when it is called later, by an undo. */
  const versionOf = ({ id: stepId, version: known }: SessionStepView) =>
    client.getQueryData(sessionQuery(id).queryKey)?.steps.find((step) => step.id === stepId)?.version ??
    known;
  return {
    change: (body: SessionChange) => send(sessionDoors.change(id, version, body)),
    cancel: () => send(sessionDoors.cancel(id, version)),
    addSpecialist: (who: { name: string; email: string }) => send(sessionDoors.addSpecialist(id, who)),
    removeSpecialist: (personId: string) => send(sessionDoors.removeSpecialist(id, personId)),
    move: (step: SessionStepView, dueAt: string) =>
      send(sessionDoors.step(id, step.id, versionOf(step), { dueAt, state: 'planned' })),
    skip: (step: SessionStepView) =>
      send(sessionDoors.step(id, step.id, versionOf(step), { state: 'stopped' })),
    plan: (step: SessionStepView) =>
      send(sessionDoors.step(id, step.id, versionOf(step), { state: 'planned' })),
    doNow: (step: SessionStepView) => send(sessionDoors.doNow(id, step.id, versionOf(step))),
  };
}
export type SessionChanges = ReturnType<typeof useSessionChanges>;
