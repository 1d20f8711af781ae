import type { Language } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** Somebody who was invited, with where mail reaches them now. */
export interface InvitedPerson {
  id: string;
  personId: string;
  name: string;
  email: string;
  language: Language;
}

const PEOPLE = `
  select i.id, p.id as "personId", p.name, p.email, p.language from invitation i join person p on p.id = i.person_id
  where i.campaign_id = $1 and i.wave = $2 and p.archived_at is null and p.email <> ''`;

/** Everybody of a wave whom mail reaches. */
export const dueMails = (database: Database, campaignId: string, wave: number): Promise<InvitedPerson[]> =>
  database.query(`${PEOPLE} order by i.id`, [campaignId, wave]);

/** Who of a wave has not answered. All that this asks for is readable by leerkring_reminder. */
export const silentMails = (database: Database, campaignId: string, wave: number): Promise<InvitedPerson[]> =>
  database.query(`${PEOPLE} and not i.used order by i.id`, [campaignId, wave]);
