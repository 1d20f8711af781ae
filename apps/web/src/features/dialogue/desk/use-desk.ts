import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView, QuestionCategoryView, QuestionDeskView } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { showToast } from '../../../lib/toast';
import { movedTo } from './board';
import { deskDoors, deskKey } from './desk-data';

/**
 * What the organiser does at the desk, each with its way back. Calls go one after the other, so that quick fingers never overtake
 * themselves; each answer is the whole desk.
 */
export function useDesk(id: string) {
  const { t } = useTranslation('dialogue-desk');
  const client = useQueryClient();
  const words = useProblemText();
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  });
  const line = useRef<Promise<unknown>>(Promise.resolve());

  return useMemo(() => {
    const problemText = (error: unknown) => latest.current(error);
    /** Sends in turn. @throws what the server refused, after the desk was read again */
    const send = (call: () => Promise<QuestionDeskView>): Promise<QuestionDeskView> => {
      const next = line.current.then(call, call).then(
        (desk) => {
          client.setQueryData(deskKey(id), desk);
          return desk;
        },
        async (error: unknown) => {
          await client.invalidateQueries({ queryKey: deskKey(id), exact: true });
          throw error;
        },
      );
      line.current = next.catch(() => {});
      return next;
    };
    /** Sends, and says what was done with its way back, or why it was not. */
    const act = async (
      call: () => Promise<QuestionDeskView>,
      said: string,
      undo: (desk: QuestionDeskView) => Promise<QuestionDeskView>,
    ): Promise<boolean> => {
      try {
        const desk = await send(call);
        showToast(said, { undo: () => send(() => undo(desk)) });
        return true;
      } catch (error) {
        showToast(problemText(error), { kind: 'failed' });
        return false;
      }
    };
    return {
      send,
      put: (question: DeskQuestionView, category: QuestionCategoryView | null) => {
        const categoryId = category?.id ?? null;
        if (question.categoryId === categoryId) return Promise.resolve(true);
        client.setQueryData<QuestionDeskView>(
          deskKey(id),
          (desk) => desk && movedTo(desk, question.id, categoryId),
        );
        return act(
          () => deskDoors.edit(id, question.id, { categoryId }),
          category ? t('done.put', { category: category.name }) : t('done.loose'),
          () =>
            deskDoors.edit(id, question.id, { categoryId: question.categoryId, position: question.position }),
        );
      },
      place: (question: DeskQuestionView, position: number) =>
        send(() => deskDoors.edit(id, question.id, { position })).catch((error: unknown) =>
          showToast(problemText(error), { kind: 'failed' }),
        ),
      merge: (question: DeskQuestionView, into: DeskQuestionView) =>
        act(
          () => deskDoors.merge(id, question.id, into.id, question.version),
          t('done.merged'),
          (desk) => {
            // what the specialist has stays the head, so that the other one may be the one that went
            const gone = desk.questions.some((one) => one.id === question.id) ? into : question;
            return deskDoors.unmerge(
              id,
              gone.id,
              gone.merged.map((one) => one.id),
            );
          },
        ),
      unmerge: (question: DeskQuestionView, memberId: string) =>
        act(
          () => deskDoors.unmerge(id, memberId, []),
          t('done.unmerged'),
          () => deskDoors.merge(id, memberId, question.id),
        ),
      park: (question: DeskQuestionView) =>
        act(
          () => deskDoors.park(id, question.id, question.version),
          t('done.parked'),
          () => deskDoors.reopen(id, question.id),
        ),
      reopen: (question: DeskQuestionView) =>
        act(
          () => deskDoors.reopen(id, question.id),
          t('done.reopened'),
          () =>
            question.fate.kind === 'sent-back'
              ? deskDoors.sendBack(id, question.id, { reason: question.fate.reason, confirmed: true })
              : deskDoors.park(id, question.id),
        ),
      /** @throws text.identifiers, for the form */
      sendBack: async (question: DeskQuestionView, reason: string, confirmed: boolean) => {
        await send(() => deskDoors.sendBack(id, question.id, { reason, confirmed }, question.version));
        showToast(t('done.sent-back'), { undo: () => send(() => deskDoors.reopen(id, question.id)) });
      },
      /** Null goes back to the words of who asked. @throws text.identifiers, for the form */
      reword: async (question: DeskQuestionView, shownText: string | null, confirmed: boolean) => {
        await send(() => deskDoors.edit(id, question.id, { shownText, confirmed }, question.version));
        showToast(t('done.reworded'), {
          undo: () =>
            send(() => deskDoors.edit(id, question.id, { shownText: question.shownText, confirmed: true })),
        });
      },
      /** @throws text.identifiers, for the form */
      add: async (text: string, confirmed: boolean) => {
        await send(() => deskDoors.add(id, { text, categoryId: null, confirmed }));
        showToast(t('done.added'));
      },
      removeCategory: (category: QuestionCategoryView, questions: DeskQuestionView[]) =>
        act(
          () => deskDoors.removeCategory(id, category.id),
          t('done.category-removed', { category: category.name }),
          () =>
            deskDoors.createCategory(id, {
              name: category.name,
              minutes: category.minutes,
              questionIds: questions.map((one) => one.id),
            }),
        ),
      orderCategories: (ids: string[]) =>
        send(() => deskDoors.orderCategories(id, ids)).catch((error: unknown) =>
          showToast(problemText(error), { kind: 'failed' }),
        ),
    };
  }, [client, id, t]);
}
export type Desk = ReturnType<typeof useDesk>;
