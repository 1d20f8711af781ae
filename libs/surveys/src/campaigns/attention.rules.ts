import type { CampaignStepKind, TaskView, UpcomingView, Words } from '#libs/contracts';
import { dateTimeWords } from '#libs/notifications';
import type { WatchedStep } from './attention.queries.js';

const MINUTES = 1;

/** What a step is called in the middle of a sentence. */
function named(kind: CampaignStepKind, number: number | null): Words {
  switch (kind) {
    case 'invite':
      return { nl: 'uitnodigen', en: 'inviting' };
    case 'close':
      return { nl: 'sluiten', en: 'closing' };
    case 'remind':
      return number === 2
        ? { nl: 'tweede herinnering', en: 'second reminder' }
        : { nl: 'herinnering', en: 'reminder' };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A step that was missed, or that could not be carried out: the organiser decides. */
export function lateStepTask(step: WatchedStep & { stuck: boolean }): TaskView {
  const what = named(step.kind, step.number);
  const due = step.dueAt.toISOString();
  return {
    id: `late-step:${step.id}`,
    kind: 'late-step',
    title: {
      nl: `Te laat bij ${step.title.nl}: ${what.nl}`,
      en: `Late at ${step.title.en}: ${what.en}`,
    },
    sentence: step.stuck
      ? {
          nl: `Dit had ${dateTimeWords(due, 'nl')} moeten gebeuren en lukte nog niet.`,
          en: `This was due on ${dateTimeWords(due, 'en')} and has not succeeded yet.`,
        }
      : {
          nl: `Dit had ${dateTimeWords(due, 'nl')} moeten gebeuren. U kiest of het nog zin heeft.`,
          en: `This was due on ${dateTimeWords(due, 'en')}. You choose whether it still makes sense.`,
        },
    action: { nl: 'Kiezen', en: 'Choose' },
    minutes: MINUTES,
    deadline: step.closesAt?.toISOString() ?? null,
    href: `/evaluaties/${step.campaignId}`,
  };
}

/** A step that comes by itself. */
export function comingStep(step: WatchedStep): UpcomingView {
  const what = named(step.kind, step.number);
  const at = step.dueAt.toISOString();
  return {
    id: `campaign-step:${step.id}`,
    kind: 'campaign-step',
    title: { nl: `${capital(what.nl)}: ${step.title.nl}`, en: `${capital(what.en)}: ${step.title.en}` },
    sentence: {
      nl: `Gaat vanzelf, ${dateTimeWords(at, 'nl')}.`,
      en: `Happens by itself, ${dateTimeWords(at, 'en')}.`,
    },
    at,
    href: `/evaluaties/${step.campaignId}`,
  };
}
