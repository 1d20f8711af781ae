import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, ROLES, ROLE_SCOPE, type Permission, type Role } from '#libs/contracts';
import { newId, Secrets, systemActor } from '#libs/platform';
import { TaskKinds, TaskLinksService } from '#libs/access';
import { makeActor, makeFullRegion, makePractice, makeRegion, type FullRegion } from '#libs/testing';
import { sessionCookie } from '../src/http/cookies.js';
import { documentOf, routesOf } from '../src/openapi/document.adapter.js';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

/** Which table the id in a path belongs to: by the name of the parameter below the first word, by its name, or by the word before it. */
const TABLE_OF: Record<string, string> = {
  people: 'person',
  roles: 'role_assignment',
  sessions: 'session',
  mails: 'mail',
  practices: 'practice',
  imports: 'practice_import',
  rounds: 'round',
  groups: 'intervision_group',
  meetings: 'meeting',
  'date-polls': 'date_poll',
  optionId: 'date_poll_option',
  members: 'practice',
  proposals: 'proposal',
  runs: 'forming_run',
  forming: 'forming_run',
  'forming-runs': 'forming_run',
  'forbidden-pairs': 'forbidden_pair',
  questionnaires: 'questionnaire',
  campaigns: 'campaign',
  stepId: 'campaign_step',
  textId: 'opened_text',
  'data-sources': 'data_source',
  'data-sets': 'data_set',
  releases: 'release',
  'open-modes': 'open_mode',
  'figure-remarks': 'figure_remark',
  'dialogue-sessions': 'dialogue_session',
  departments: 'department',
  'dialogue-years': 'dialogue_year',
  yearDepartmentId: 'dialogue_year_department',
  measures: 'measure',
  code: 'measure',
  figureId: 'release_figure',
  practiceId: 'practice',
  roundId: 'round',
  groupId: 'intervision_group',
  proposalId: 'proposal',
  runId: 'forming_run',
  roleId: 'role_assignment',
  personId: 'person',
  themeId: 'round_theme',
  dateId: 'round_date',
  relaxationId: 'forming_run',
  questionId: 'session_question',
  fileId: 'session_file',
  categoryId: 'question_category',
  followUpId: 'follow_up_question',
  methods: 'discussion_method',
  referralId: 'reviewed_referral',
  batchId: 'reviewed_referral',
  referralActionId: 'referral_action',
  referralTimeId: 'referral_time',
  actionId: 'action_item',
  insightId: 'meeting_insight',
  outcomes: 'outcome',
  outcomeId: 'outcome',
  'dialogue-years/dateId': 'dialogue_date',
  'dialogue-sessions/stepId': 'session_step',
};
/** Parameters that are no ids. */
const PLAIN: Record<string, string> = { row: '2', week: '2026-W40' };

const WORDS = { nl: 'Tekst', en: 'Text' };
const METHOD = {
  name: WORDS,
  when: WORDS,
  fit: { metBefore: 0, practices: { min: 3, max: 6 } },
  steps: [
    {
      id: 'stap',
      name: WORDS,
      minutes: 10,
      instruction: WORDS,
      ownerInstruction: null,
      tip: WORDS,
      speaks: 'everybody',
      ownerOutside: false,
      writes: 'nothing',
      together: false,
      named: true,
      hiddenFromOwner: false,
      role: null,
      figures: false,
    },
  ],
  confirmed: true,
};

/** Bodies of which a schema cannot say what is needed: one of two fields, or other fields for another kind. */
const BODIES: Record<string, Record<string, unknown>> = {
  '/api/roles/{id}/hand-over': { to: { name: 'Iemand', email: 'iemand@voorbeeld.example' } },
  '/api/practices/{id}/merge': { intoId: newId() },
  '/api/imports/{id}/decisions': { key: '2', decision: 'yes' },
  '/api/proposals/{id}/effect': { change: { kind: 'move', practiceId: newId(), groupId: null } },
  '/api/proposals/{id}/changes': { change: { kind: 'move', practiceId: newId(), groupId: null } },
  '/api/campaigns/{id}/compare': { item: 'grade', a: { campaignId: newId() }, b: { campaignId: newId() } },
  '/api/measures/{id}/draft': { content: {} },
  '/api/data-sources/{id}/data-sets': {
    fileName: 'x.csv',
    bytes: 1,
    mapping: { a: 'practice', b: 'period', c: 'count' },
  },
  '/api/groups/{id}/open-mode': {
    measures: ['VERW'],
    period: { from: '2025-10-01', toExclusive: '2026-10-01' },
    granularity: 'year',
    viewers: ['practice-holder'],
    exportAllowed: false,
    endsOn: '2027-01-31',
  },
  '/api/open-modes/{id}/code': { practiceId: newId(), scopeHash: `sha256:${'0'.repeat(64)}` },
  '/api/open-modes/{id}/sign': { practiceId: newId(), scopeHash: `sha256:${'0'.repeat(64)}` },
  '/api/dialogue-years/{id}/dates': { date: '2027-02-09', startTime: '19:30', endTime: '20:30' },
  '/api/dialogue-years/{id}/votes/{practiceId}': { ranking: [newId()] },
  '/api/methods/{id}': METHOD,
  '/api/date-polls': {
    groupId: newId(),
    options: [{ date: '2027-02-09', startTime: '19:30', endTime: '21:00' }],
    answerUntil: '2027-01-22T16:00:00Z',
    reminderDays: [3],
  },
  '/api/campaigns/{id}/regression': { outcome: 'grade', highFrom: 7, predictors: ['involved'] },
};

/** What must be asked for behind the question mark. */
const QUERIES: Record<string, string> = {
  '/api/date-polls/days': '?from=2027-01-01&until=2027-02-01',
  '/api/meetings/{id}/live': '?as=leader',
  '/api/meetings/circles': `?practiceId=${newId()}`,
  '/api/dialogue-sessions/{id}/live': '?as=moderator',
  '/api/campaigns/trend': `?questionnaire=${newId()}&item=grade&by=department`,
  '/api/campaigns/{id}/export': '?format=csv',
  '/api/figures/choices': `?practice=${newId()}`,
  '/api/figures/funnel': '?measure=VERW&item=0310',
  '/api/figures/funnel/export': '?measure=VERW&item=0310&format=csv',
  '/api/figures/own/export': `?practice=${newId()}&measure=VERW&item=0310&format=csv`,
  '/api/groups/{id}/figures/export': '?format=xlsx',
  '/api/figures/own': `?practice=${newId()}&measure=VERW&item=0310`,
};

/** Values that fit the patterns which DTOs ask for. */
const SAMPLES = [
  'Tekst',
  '123456',
  '01234567',
  '01234567890',
  '2026-12-01',
  '18:00',
  'a',
  '2026-Q4',
  '2026-W40',
  '3811AB',
];

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  minLength?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};
interface Probe {
  method: string;
  path: string;
  requires: Permission;
  body: Schema | undefined;
  parameters: string[];
}

describe('every route (models/security.md #3)', () => {
  let api: TestApp;
  let region: { id: string };
  let foreign: FullRegion;
  let probes: Probe[];
  let schemas: Record<string, Schema>;
  /** One browser per role of region A, one with a task session, one of nobody. */
  const visitors = new Map<string, TestBrowser>();

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database);
    foreign = await makeFullRegion(api.test);
    const practice = await makePractice(api.test.database, region.id);
    for (const role of ROLES)
      visitors.set(role, await visitor(role, ROLE_SCOPE[role] === 'practice' ? practice.id : newId()));
    visitors.set('task session', await taskVisitor(practice.id));
    visitors.set('nobody', new TestBrowser(api));

    const document = documentOf(api.app, 'test');
    schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
    probes = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        requires: operation['x-requires'] as Permission,
        body: operation.requestBody?.content['application/json']?.schema,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string),
      })),
    );
  });
  afterAll(() => api.close());

  async function visitor(role: Role, scopeId?: string): Promise<TestBrowser> {
    const actor = await makeActor(api.test.database, region.id, role, { scopeId });
    const browser = new TestBrowser(api);
    const [name, value] = (await api.cookieFor(actor)).split('=') as [string, string];
    browser.jar.set(name, value);
    return browser;
  }

  async function taskVisitor(practiceId: string): Promise<TestBrowser> {
    const contact = await makeActor(api.test.database, region.id, 'practice-contact', {
      scopeId: practiceId,
    });
    const id = await api.app.get(TaskLinksService).create(systemActor(region.id), {
      personId: contact.personId,
      kind: 'round-answer',
      subjectId: newId(),
      practiceId,
      until: new Date(Date.now() + 3_600_000),
    });
    api.app.get(TaskKinds).register('round-answer', async () => ({
      title: { nl: 'Taak', en: 'Task' },
      minutes: null,
      deadline: null,
      href: '/taak/ronde/a/b',
    }));
    const browser = new TestBrowser(api);
    await browser.call('POST', `/api/task-links/${new Secrets(api.config).token('task-link', id)}`);
    expect(browser.jar.has(sessionCookie(api.config))).toBe(true);
    return browser;
  }

  /** A body that passes the DTO, with ids of the other region wherever an id is asked for. */
  function example(schema: Schema | undefined, name = ''): unknown {
    if (!schema) return undefined;
    if (schema.$ref) return example(schemas[schema.$ref.split('/').at(-1) as string], name);
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice) return example(choice[0], name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    switch ([schema.type].flat()[0]) {
      case 'object':
        return Object.fromEntries(
          (schema.required ?? []).map((property) => [
            property,
            example(schema.properties?.[property], property),
          ]),
        );
      case 'array':
        return Array.from({ length: schema.minItems ?? 0 }, () => example(schema.items, name));
      case 'integer':
      case 'number':
        return Math.max(1, schema.minimum ?? 1);
      case 'boolean':
        return true;
      default:
        return text(schema, name);
    }
  }
  function text(schema: Schema, name: string): string {
    if (schema.format === 'uuid' || name.endsWith('Id'))
      return foreignId(name) ?? (foreign.ids.get('practice') as string);
    if (schema.format === 'email' || name === 'email') return 'iemand@voorbeeld.example';
    if (schema.format === 'date-time') return '2026-12-01T12:00:00.000Z';
    const fits = (sample: string): boolean =>
      (!schema.pattern || new RegExp(schema.pattern, 'u').test(sample)) &&
      sample.length >= (schema.minLength ?? 0);
    return SAMPLES.find(fits) ?? 'Een langere tekst die overal in past';
  }
  const foreignId = (name: string): string | undefined => {
    const table = TABLE_OF[name];
    return table ? foreign.ids.get(table) : undefined;
  };
  /** The path with ids of the other region. */
  function aim(path: string): string {
    const parts = path.split('/');
    return parts
      .map((part, k) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (!name) return part;
        const value =
          PLAIN[name] ?? foreignId(`${parts[2]}/${name}`) ?? foreignId(name) ?? foreignId(parts[k - 1] ?? '');
        if (!value) throw new Error(`Say in TABLE_OF what the id of ${path} belongs to.`);
        return value;
      })
      .join('/');
  }

  it('names a permission of the closed list', () => {
    const routes = routesOf(api.app);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => !PERMISSIONS.includes(route.permission as Permission))).toEqual([]);
  });

  it('is in the document, with its permission and a schema for its body', () => {
    const documented = probes.map((probe) => `${probe.method} ${probe.path}`).sort();
    const real = routesOf(api.app).map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(documented).toEqual(real.sort());
    for (const [name, schema] of Object.entries(schemas))
      if (schema.type === 'object')
        expect([name, Object.keys(schema.properties ?? {}).length > 0]).toEqual([name, true]);
  });

  it('is public only where that was decided', () => {
    const open = probes
      .filter((probe) => probe.requires === 'public')
      .map((probe) => `${probe.method} ${probe.path}`);
    expect(open.sort()).toEqual([
      'GET /api/demo',
      'GET /api/health',
      'GET /api/mailbox',
      'GET /api/mailbox/{id}',
      'GET /api/mailbox/{id}/html',
      'GET /api/setup',
      'GET /api/sign-in/links/{token}',
      'GET /api/task-links/{token}',
      'POST /api/demo/sign-in',
      'POST /api/evaluations/keep',
      'POST /api/evaluations/open',
      'POST /api/evaluations/send',
      'POST /api/question-inbox/ask',
      'POST /api/question-inbox/open',
      'POST /api/setup',
      'POST /api/setup/mail-test',
      'POST /api/sign-in',
      'POST /api/sign-in/code',
      'POST /api/sign-in/links/{token}',
      'POST /api/task-links/{token}',
    ]);
  });

  it('refuses every role everything of another region, as if it did not exist', async () => {
    const aimed = probes.filter((probe) => probe.requires !== 'public' && probe.parameters.length > 0);
    expect(aimed.length).toBeGreaterThan(5);
    const wrong: string[] = [];
    for (const probe of aimed) {
      for (const [who, browser] of visitors) {
        const answer = await browser.call(
          probe.method,
          aim(probe.path) + (QUERIES[probe.path] ?? ''),
          BODIES[probe.path] ?? example(probe.body),
        );
        const allowed = who === 'nobody' ? [401] : [403, 404];
        if (!allowed.includes(answer.status) || JSON.stringify(answer.body).includes(foreign.canary))
          wrong.push(`${who}: ${probe.method} ${probe.path} ${answer.status} ${JSON.stringify(answer.body)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('tells no role anything of another region in its lists and pages', async () => {
    const pages = probes.filter(
      (probe) => probe.method === 'GET' && probe.requires !== 'public' && probe.parameters.length === 0,
    );
    expect(pages.length).toBeGreaterThan(5);
    const ids = [...foreign.ids.values()];
    const wrong: string[] = [];
    let read = 0;
    for (const probe of pages) {
      for (const [who, browser] of visitors) {
        const answer = await browser.call(probe.method, probe.path + (QUERIES[probe.path] ?? ''));
        const said = answer.raw.toString('utf8');
        if (answer.status === 200) read += 1;
        const leaks = said.includes(foreign.canary) || ids.some((id) => said.includes(id));
        const expected = who === 'nobody' ? [401] : [200, 403, 404];
        if (leaks || !expected.includes(answer.status))
          wrong.push(`${who}: ${probe.path} ${answer.status} ${said.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(20);
  });

  it('changes nothing in the other region, whoever asks', async () => {
    const rows = await api.test.database.transaction({ regionId: foreign.id }, () =>
      api.test.database.query<{ seq: string }>('select seq from audit_entry'),
    );
    expect(rows).toEqual([{ seq: '1' }]); // the one that it was filled with
  });

  it('refuses ids that are none, without falling over', async () => {
    const wrong: string[] = [];
    for (const probe of probes.filter((one) => one.parameters.length > 0 && !/token/.test(one.path))) {
      // somebody new each time: export routes are worth only so many tries per person
      const coordinator = await visitor('region-coordinator');
      for (const id of ['x', '1', `${newId()}0`, '%00', "'", '%27%20or%201=1--']) {
        const url = probe.path.replace(/\{\w+\}/g, id) + (QUERIES[probe.path] ?? '');
        const { status } = await coordinator.call(probe.method, url, example(probe.body));
        if (![403, 404, 422].includes(status)) wrong.push(`${probe.method} ${url} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

interface Operation {
  'x-requires'?: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
}
