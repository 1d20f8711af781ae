import type { SessionStepKind, Words } from '#libs/contracts';
import type { KnownStep } from './steps.rules.js';

/** What a step is called in the middle of a sentence. */
export const STEP_NAMES: Readonly<Record<SessionStepKind, Words>> = {
  invite: { nl: 'uitnodigen', en: 'inviting' },
  remind: { nl: 'herinneren', en: 'reminding' },
  share: { nl: 'vragen naar de specialist', en: 'questions to the specialist' },
  'remind-specialist': { nl: 'de specialist herinneren', en: 'reminding the specialist' },
  practical: { nl: 'praktische informatie', en: 'practical information' },
  start: { nl: 'begin', en: 'start' },
  end: { nl: 'einde', en: 'end' },
  evaluate: { nl: 'evaluatie', en: 'evaluation' },
  handout: { nl: 'naslagwerk', en: 'handout' },
  'remind-handout': { nl: 'herinneren aan het naslagwerk', en: 'reminding about the handout' },
};

const SENTENCES: Readonly<Record<SessionStepKind, Words>> = {
  invite: {
    nl: 'Elke praktijk krijgt een mail om zich aan te melden en vragen te stellen.',
    en: 'Every practice gets a mail to register and ask questions.',
  },
  remind: {
    nl: 'Praktijken die nog niet zijn aangemeld of nog niets vroegen, krijgen een herinnering.',
    en: 'Practices that did not register or ask yet get a reminder.',
  },
  share: {
    nl: 'De vragen gaan naar de specialist. Wat daarna komt, staat op de late lijst.',
    en: 'The questions go to the specialist. Whatever comes later is on the late list.',
  },
  'remind-specialist': {
    nl: 'De specialist krijgt een mail met wat nog niet is voorbereid.',
    en: 'The specialist gets a mail with what is not prepared yet.',
  },
  practical: {
    nl: 'Wie meedoet, krijgt de videolink en de knop naar de sessie.',
    en: 'Who comes gets the video link and the button to the session.',
  },
  start: { nl: 'De sessie gaat open voor wie meedoet.', en: 'The session opens for who comes.' },
  end: { nl: 'De sessie sluit. Wie er was, staat vast.', en: 'The session closes. Who was there is known.' },
  evaluate: {
    nl: 'Wie er was, krijgt de evaluatie.',
    en: 'Who was there gets the evaluation.',
  },
  handout: {
    nl: 'Het naslagwerk wordt gemaakt. De specialist kijkt het na.',
    en: 'The handout is made. The specialist checks it.',
  },
  'remind-handout': {
    nl: 'Is het naslagwerk er nog niet, dan krijgt de specialist een herinnering.',
    en: 'If the handout is not there yet, the specialist gets a reminder.',
  },
};

/** What happens and to whom, in one sentence; for what did not happen, why not. */
export function stepWords(
  step: Pick<KnownStep, 'kind' | 'dueAt' | 'state' | 'ownMoment'>,
  { session, specialists }: { session: { createdAt: Date; state: string }; specialists: number },
): Words {
  if (step.state === 'stopped' && !step.ownMoment && session.state !== 'cancelled')
    return step.dueAt <= session.createdAt
      ? {
          nl: 'Overgeslagen: dit moment was al voorbij toen de sessie werd gemaakt.',
          en: 'Skipped: this moment was past when the session was made.',
        }
      : {
          nl: 'Overgeslagen: hier was geen tijd of reden meer voor.',
          en: 'Skipped: there was no time or reason left for it.',
        };
  if (step.kind === 'share' && specialists === 0 && step.state !== 'done')
    return {
      nl: 'De vragen gaan naar de specialist. Die is nog niet bekend: voeg eerst iemand toe.',
      en: 'The questions go to the specialist. There is none yet: add somebody first.',
    };
  return SENTENCES[step.kind];
}
