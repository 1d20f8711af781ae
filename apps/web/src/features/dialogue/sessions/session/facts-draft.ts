import type { DialogueSessionView } from '#libs/contracts';
import type { SessionChange } from '../sessions-data';

/** The facts of a session as form fields hold them. */
export interface FactsDraft {
  title: string;
  introduction: string;
  meetingLink: string;
  places: number | null;
  moderated: boolean;
  talkOn: string;
  activityId: string;
  /** As it is typed, with a comma or a point. */
  accreditedHours: string;
}

export const draftOf = (session: DialogueSessionView): FactsDraft => ({
  title: session.title,
  introduction: session.introduction ?? '',
  meetingLink: session.meetingLink ?? '',
  places: session.places,
  moderated: session.moderated,
  talkOn: session.talkOn ?? '',
  activityId: session.activityId ?? '',
  accreditedHours: session.accreditedHours === null ? '' : String(session.accreditedHours).replace('.', ','),
});

/** Null for an empty field, NaN for what is no number of hours. */
export function hoursOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d{1,2}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
}

type Field = 'title' | 'meetingLink' | 'places' | 'accreditedHours';

/** Fields that cannot be kept as they stand. */
export function wrongIn(draft: FactsDraft): Field[] {
  const wrong: Field[] = [];
  const link = draft.meetingLink.trim();
  const hours = hoursOf(draft.accreditedHours);
  if (draft.title.trim() === '') wrong.push('title');
  if (link !== '' && !(link.startsWith('https://') && URL.canParse(link))) wrong.push('meetingLink');
  if (draft.places !== null && (draft.places < 1 || draft.places > 1000)) wrong.push('places');
  if (hours !== null && !(hours <= 24)) wrong.push('accreditedHours');
  return wrong;
}

/** Only what was changed: another video link is mailed to everybody who comes. */
export function changesOf(draft: FactsDraft, session: DialogueSessionView): SessionChange {
  const wanted: SessionChange = {
    title: draft.title.trim(),
    introduction: draft.introduction.trim() || null,
    meetingLink: draft.meetingLink.trim() || null,
    places: draft.places,
    moderated: draft.moderated,
    talkOn: draft.talkOn || null,
    activityId: draft.activityId.trim() || null,
    accreditedHours: hoursOf(draft.accreditedHours),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => session[field as keyof DialogueSessionView] !== value),
  );
}
