import type { AnonymityLevel, CampaignView, Role, Words } from '#libs/contracts';
import type { CampaignWish } from '../survey-data';
import { reminderDays } from './suggestion';

/** An evaluation that is being prepared, as its form holds it: fields may be empty for a moment. */
export interface CampaignDraft {
  questionnaireId: string;
  title: Words;
  roles: Role[];
  /** Null: all practices. */
  practiceIds: string[] | null;
  anonymity: AnonymityLevel;
  responseDays: number | null;
  reminders: [number | null, number | null];
}
export const MOST_DAYS = 90;

export function draftOf(campaign: CampaignView): CampaignDraft {
  const { audience, reminderDays: days } = campaign;
  return {
    questionnaireId: campaign.questionnaireId,
    title: campaign.title,
    roles: audience.kind === 'roles' ? audience.roles : [],
    practiceIds: audience.kind === 'roles' ? audience.practiceIds : null,
    anonymity: campaign.anonymity,
    responseDays: campaign.responseDays,
    reminders: [days[0] ?? null, days[1] ?? null],
  };
}

export type DraftFault = 'title' | 'roles' | 'practices' | 'days' | 'reminders';

/** What is not right yet; nothing is saved before it is. */
export function faultsOf(draft: CampaignDraft): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!draft.title.nl.trim() || !draft.title.en.trim()) faults.push('title');
  if (draft.roles.length === 0) faults.push('roles');
  if (draft.practiceIds?.length === 0) faults.push('practices');
  const days = draft.responseDays;
  if (days === null || !Number.isInteger(days) || days < 1 || days > MOST_DAYS) faults.push('days');
  else if (reminderDays(...draft.reminders, days) === null) faults.push('reminders');
  return faults;
}

/** A draft without faults, as the server takes it. */
export function wishOf(draft: CampaignDraft): CampaignWish {
  const days = draft.responseDays ?? 1;
  return {
    questionnaireId: draft.questionnaireId,
    title: { nl: draft.title.nl.trim(), en: draft.title.en.trim() },
    anonymity: draft.anonymity,
    audience: { kind: 'roles', roles: draft.roles, practiceIds: draft.practiceIds },
    responseDays: days,
    reminderDays: reminderDays(...draft.reminders, days) ?? [],
  };
}
