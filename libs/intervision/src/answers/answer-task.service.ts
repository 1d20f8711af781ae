import { Injectable } from '@nestjs/common';
import { TaskKinds } from '#libs/access';
import { isId } from '#libs/platform';
import { SHOWN_TO_PRACTICES } from '../intervision.policy.js';
import { ANSWER_MINUTES } from '../rounds/invitations.service.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';

/** Says what a link to answer a round asks for. */
@Injectable()
export class AnswerTask {
  constructor(kinds: TaskKinds, rounds: RoundsQueries) {
    kinds.register('round-answer', async (_actor, { subjectId, practiceId }) => {
      if (!isId(subjectId) || !isId(practiceId)) return null;
      const round = await rounds.ofPractice(subjectId, practiceId);
      if (!round || !SHOWN_TO_PRACTICES.includes(round.state)) return null;
      return {
        title: {
          nl: `Geef uw voorkeur voor ${round.name}`,
          en: `Give your preferences for ${round.name}`,
        },
        minutes: ANSWER_MINUTES,
        deadline: round.answerUntil?.toISOString() ?? null,
        href: `/taak/ronde/${subjectId}/${practiceId}`,
      };
    });
  }
}
