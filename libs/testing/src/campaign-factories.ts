import type { AnonymityLevel, CampaignState, QuestionnaireContent, Role } from '#libs/contracts';
import { newId, sha256, systemActor, type Database, type Secrets } from '#libs/platform';
import { makePractice } from './factories.js';

const words = (text: string): { nl: string; en: string } => ({ nl: text, en: text });

/** A grade, a follow-up for low grades, a choice of several and an open text. */
export const SMALL_QUESTIONNAIRE: QuestionnaireContent = {
  title: words('Korte evaluatie'),
  introduction: words('Drie vragen.'),
  thanks: words('Dank u wel.'),
  minutes: 1,
  items: [
    {
      key: 'grade',
      type: 'scale',
      text: words('Welk cijfer geeft u?'),
      min: 1,
      max: 10,
      lowLabel: words('zeer laag'),
      highLabel: words('zeer hoog'),
      highFrom: 7,
    },
    {
      key: 'missed',
      type: 'choice',
      text: words('Wat miste u?'),
      multiple: true,
      optional: true,
      options: ['time', 'content', 'people'].map((key) => ({ key, text: words(key) })),
      condition: { item: 'grade', operator: 'at-most', value: 6 },
    },
    { key: 'remark', type: 'text', text: words('Wilt u nog iets kwijt?'), maxLength: 300 },
  ],
};

export interface InvitedPerson {
  id: string;
  personId: string;
  practiceId: string | null;
  role: Role;
  theme: string | null;
  /** The usable link, as it stands in the mail. */
  token: string;
}

/**
 * One campaign whose invitations went out, in any state, with people of three practices. It is not yet ready to receive answers:
 * that is `BallotKeys.prepare`.
 */
export async function makeCampaign(
  database: Database,
  secrets: Secrets,
  regionId: string,
  values: {
    anonymity?: AnonymityLevel;
    state?: CampaignState;
    content?: QuestionnaireContent;
    /** How many people, or who. Practices are numbered and made as needed. */
    invited?: number | { role?: Role; theme?: string; practice?: number | null }[];
    /** Practices that are there already, by their number. */
    practices?: string[];
    closesAt?: string;
  } = {},
): Promise<{ id: string; invited: InvitedPerson[] }> {
  const { anonymity = 'anonymous', state = 'running', content = SMALL_QUESTIONNAIRE, invited = 12 } = values;
  const asked = typeof invited === 'number' ? Array.from({ length: invited }, () => ({})) : invited;
  const practiceOf = (k: number): number | null => {
    const { practice } = asked[k] as { practice?: number | null };
    return practice === undefined ? k % 3 : practice;
  };
  const practices = new Map<number, string>((values.practices ?? []).entries());
  for (const number of new Set(asked.map((_, k) => practiceOf(k))))
    if (number !== null && !practices.has(number))
      practices.set(number, (await makePractice(database, regionId)).id);
  const people = asked.map((one: { role?: Role; theme?: string }, k): InvitedPerson => {
    const id = newId();
    return {
      id,
      personId: newId(),
      practiceId: practices.get(practiceOf(k) ?? -1) ?? null,
      role: one.role ?? 'practice-holder',
      theme: one.theme ?? null,
      token: secrets.token('evaluation', id),
    };
  });
  const ids = { questionnaire: newId(), version: newId(), campaign: newId() };
  await database.definer(
    `insert into person (id, email, name) select p.id, p.id || '@voorbeeld.example', 'Persoon ' || p.id from unnest($1::uuid[]) as p (id)`,
    [people.map((one) => one.personId)],
  );
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into questionnaire (id, region_id, key, origin) values ($1, $2, $3, 'own')`,
      [ids.questionnaire, regionId, `q-${ids.questionnaire}`],
    );
    await database.query(
      `insert into questionnaire_version (id, region_id, questionnaire_id, number, state, content) values ($1, $2, $3, 1, 'reviewed', $4)`,
      [ids.version, regionId, ids.questionnaire, JSON.stringify(content)],
    );
    await database.query(
      `insert into campaign (id, region_id, questionnaire_version_id, title, state, anonymity, audience)
       values ($1, $2, $3, $4, $5, $6, '{"kind": "attendees"}')`,
      [ids.campaign, regionId, ids.version, JSON.stringify(content.title), state, anonymity],
    );
    await database.query(
      `insert into campaign_step (id, region_id, campaign_id, kind, due_at) values ($1, $2, $3, 'close', $4)`,
      [newId(), regionId, ids.campaign, values.closesAt ?? '2026-12-01T16:00:00Z'],
    );
    await database.query(
      `insert into invitation (id, region_id, campaign_id, person_id, practice_id, role, theme, token_hash)
       select id, $1, $2, person_id, practice_id, role, theme, decode(hash, 'hex')
       from jsonb_to_recordset($3) as i (id uuid, person_id uuid, practice_id uuid, role text, theme text, hash text)`,
      [
        regionId,
        ids.campaign,
        JSON.stringify(
          people.map((one) => ({
            id: one.id,
            person_id: one.personId,
            practice_id: one.practiceId,
            role: one.role,
            theme: one.theme,
            hash: sha256(one.token).toString('hex'),
          })),
        ),
      ],
    );
  });
  return { id: ids.campaign, invited: people };
}
