import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OwnQuestionView, PracticeQuestionsView } from '#libs/contracts';
import { showToast } from '../../../lib/toast';
import { type At, practiceDoors, practiceQuestionsQuery } from './practice-data';

/** What a practice does with questions; each answer is how they stand now. */
export function useQuestions(at: At) {
  const client = useQueryClient();
  const { t } = useTranslation('dialogue-practice');
  const { queryKey } = practiceQuestionsQuery(at);
  const send = async (call: Promise<PracticeQuestionsView>) => {
    try {
      const questions = await call;
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, questions);
      return questions;
    } catch (error) {
      void client.invalidateQueries({ queryKey });
      throw error;
    }
  };
  const select = (id: string, confirmed: boolean) => send(practiceDoors.select(at, id, confirmed));
  return {
    ask: async (text: string, confirmed: boolean) => {
      await send(practiceDoors.ask(at, text, confirmed));
      showToast(t('done.asked'));
    },
    reword: ({ id, version }: OwnQuestionView, text: string, confirmed: boolean) =>
      send(practiceDoors.reword(at, id, version, text, confirmed)),
    takeBack: async ({ id, fate }: OwnQuestionView) => {
      await send(practiceDoors.takeBack(at, id));
      showToast(t(fate.kind === 'proposed' ? 'done.declined' : 'done.takenBack'), {
        // its words were read and accepted when it was asked
        undo: () => select(id, true),
      });
    },
    select,
    endorse: (id: string, on: boolean) => send(practiceDoors.endorse(at, id, on)),
    makeInbox: () => send(practiceDoors.makeInbox(at)),
    closeInbox: () => send(practiceDoors.closeInbox(at)),
  };
}
export type QuestionDoors = ReturnType<typeof useQuestions>;
