import { useQueryClient } from '@tanstack/react-query';
import type { QuestionnaireContent, QuestionnaireView } from '#libs/contracts';
import { questionnaireDoors, questionnaireKey, questionnairesQuery } from '../survey-data';

/** The changes of one questionnaire. Each answer is how it stands now. */
export function useQuestionnaire(id: string) {
  const client = useQueryClient();
  const listed = () => void client.invalidateQueries({ queryKey: questionnairesQuery.queryKey });
  const refresh = () => client.invalidateQueries({ queryKey: questionnaireKey(id) });
  const send = async (call: Promise<QuestionnaireView>) => {
    try {
      const questionnaire = await call;
      client.setQueryData(questionnaireKey(id), questionnaire);
      listed();
      return questionnaire;
    } catch (error) {
      // The page shows what the other did, beside what was typed here.
      await refresh();
      throw error;
    }
  };
  return {
    saveDraft: (version: number | null, content: QuestionnaireContent) =>
      send(questionnaireDoors.saveDraft(id, version, content)),
    review: (version: number) => send(questionnaireDoors.review(id, version)),
    archive: (version: number) => send(questionnaireDoors.archive(id, version)),
    /** The caller leaves the page, or asks for it again: what was never reviewed is gone with its draft. */
    discardDraft: async () => {
      await questionnaireDoors.discardDraft(id);
      listed();
    },
    refresh,
  };
}
