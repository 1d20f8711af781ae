import type { AddressInfo } from 'node:net';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { SessionsService } from '#libs/access';
import type { DeliveryService } from '#libs/notifications';
import { newId } from '#libs/platform';
import type { TestApp } from '../../apps/api/test/test-app.js';
import { documentOf } from '../../apps/api/src/openapi/document.adapter.js';
import { RoomAccess } from '../../apps/api/src/realtime/room-access.js';
import { marksIn, WEEK } from './meeting-places.js';

/** Somebody who reads: nobody without a cookie. */
export interface Visitor {
  name: string;
  cookie: string | null;
}
/** Where somebody read which words. */
export type Finds = Map<string, string[]>;

/** Which table the ids in a path are of, by the word before them or their own name. */
const TABLES: Record<string, string> = {
  meetings: 'meeting',
  groups: 'intervision_group',
  'date-polls': 'date_poll',
  methods: 'discussion_method',
  outcomes: 'outcome',
  practices: 'practice',
  people: 'person',
  rounds: 'round',
  practiceId: 'practice',
  personId: 'person',
  groupId: 'intervision_group',
  meetingId: 'meeting',
};
/** Words of paths that lead to what no meeting and no review has anything to do with: one try with an id of nothing. */
const ELSEWHERE =
  /^(campaigns|data-sets|department-dates|dialogue-sessions|dialogue-years|figures|imports|measures|proposals|questionnaires)$/;
/** Doors that are opened with a secret of a mail; and the mailbox, which is there only where no mail leaves the machine. */
const NOT_WALKED = /\{token\}|^\/api\/mailbox/;
/** Doors that everybody here must have found open for somebody. */
const OURS =
  /^\/api\/(actions|date-polls|groups\/\{id\}\/agreement|mandatory|meetings|methods|outcomes|practices\/\{id\}\/referrals)/;
/** What must be asked behind the question mark, each way in which it can be asked. */
const QUERIES: Record<string, string[]> = {
  '/api/date-polls/days': ['?from=2027-01-01&until=2027-02-01'],
  '/api/meetings': ['?when=coming&limit=100', '?when=past&limit=100'],
  '/api/meetings/{id}/live': ['?as=leader', '?as=participant'],
  '/api/meetings/{id}/accreditation': ['?format=csv', '?format=xlsx'],
  '/api/practices/{id}/referrals/log': ['?format=csv', '?format=xlsx'],
  '/api/practices/{id}/referrals/course': ['?kind=referrals', '?kind=diagnostics'],
};
/** Requests at once. */
const ABREAST = 6;

/** Everything that can be read, as anybody. */
export class Doors {
  /** Doors about meetings and reviews that opened for nobody yet. */
  readonly shut = new Set<string>();
  /** Answers that were neither an answer nor a refusal. */
  readonly broken: string[] = [];
  private readonly ids = new Map<string, string[]>();
  private readonly sockets: Socket[] = [];

  private constructor(
    private readonly api: TestApp,
    private readonly owner: Client,
  ) {}

  static async open(api: TestApp): Promise<Doors> {
    const owner = new Client({ connectionString: api.test.superUrl });
    await owner.connect();
    const doors = new Doors(api, owner);
    for (const table of new Set(Object.values(TABLES))) {
      const { rows } = await owner.query<{ id: string }>(`select id from ${table}`);
      doors.ids.set(
        table,
        rows.map(({ id }) => id),
      );
    }
    const live = await owner.query<{ id: string }>(`select id from live_room where kind = 'meeting'`);
    doors.ids.set(
      'meeting_live',
      live.rows.map(({ id }) => id),
    );
    for (const { path } of doors.readable()) if (OURS.test(path)) doors.shut.add(path);
    return doors;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.disconnect();
    await this.owner.end();
  }

  /** Reads every door that only reads, with every id there is, and says what was read where. */
  async walk(visitor: Visitor): Promise<Finds> {
    const finds: Finds = new Map();
    const waiting = this.readable().flatMap(({ path, limited }) =>
      this.aimed(path).flatMap((aim) =>
        this.asked(path, limited).map((query) => ({ path, url: aim + query })),
      ),
    );
    const next = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift())
        await this.read(visitor, one.path, one.url, finds);
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
    return finds;
  }

  private asked(path: string, limited: boolean): string[] {
    if (path === '/api/meetings/circles')
      return (this.ids.get('practice') ?? []).map((id) => `?practiceId=${id}`);
    return QUERIES[path] ?? [limited ? '?limit=100' : ''];
  }

  private async read(visitor: Visitor, path: string, url: string, finds: Finds): Promise<void> {
    const { status, headers, raw } = await this.api.call('GET', url, {
      ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
      headers: { 'x-forwarded-for': addressOf(visitor) },
    });
    if (status === 200) this.shut.delete(path);
    if (status === 429 || status >= 500) this.broken.push(`${visitor.name}: ${url} ${status}`);
    // rows of the log are numbered: those are no counts of referrals
    const counted = !path.startsWith('/api/audit');
    note(finds, `GET ${path}`, await textOf(raw, String(headers['content-type'] ?? '')), counted);
    note(finds, `GET ${path}`, JSON.stringify(headers), false);
  }

  private readable(): { path: string; limited: boolean }[] {
    return Object.entries(documentOf(this.api.app, 'test').paths as Record<string, Item>).flatMap(
      ([path, { get }]) =>
        get && !NOT_WALKED.test(path)
          ? [{ path, limited: (get.parameters ?? []).some(({ name }) => name === 'limit') }]
          : [],
    );
  }

  /** A path with every id that may stand in it. */
  private aimed(path: string): string[] {
    const parts = path.split('/');
    return parts.reduce<string[]>(
      (made, part, k) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        const fits = name ? this.idsFor(name, parts[k - 1] ?? '', parts[2] ?? '', path) : [part];
        return made.flatMap((start) => fits.map((one) => (k === 0 ? one : `${start}/${one}`)));
      },
      [''],
    );
  }

  private idsFor(name: string, before: string, first: string, path: string): string[] {
    if (name === 'week') return [WEEK];
    if (ELSEWHERE.test(first)) return [NOBODY];
    const table = TABLES[name] ?? TABLES[before];
    if (!table) throw new Error(`Say in TABLES what the id of ${path} belongs to.`);
    return this.ids.get(table) ?? [];
  }

  /** Every room that somebody may try to enter. */
  rooms(): string[] {
    const kinds = [...(this.api.app.get(RoomAccess)['rules'] as Map<string, unknown>).keys()];
    const of = (table: string): string[] => this.ids.get(table) ?? [];
    const practices = of('practice');
    const plain = ['meeting', 'practice', 'intervision_group', 'date_poll', 'round'].flatMap(of);
    return kinds.flatMap((kind) =>
      /live$/.test(kind)
        ? of('meeting_live').flatMap((id) =>
            ['leader', 'participant'].flatMap((audience) =>
              ['', ...practices.map((practice) => `.${practice}`)].map(
                (seat) => `${kind}:${id}/${audience}${seat}`,
              ),
            ),
          )
        : plain.map((id) => `${kind}:${id}`),
    );
  }

  /** The rooms that somebody may enter, by the rule that the socket asks. */
  async enters(visitor: Visitor): Promise<string[]> {
    const token = visitor.cookie?.split('=')[1];
    const actor = token ? await this.api.app.get(SessionsService).open(token) : null;
    const open: string[] = [];
    if (actor)
      for (const room of this.rooms())
        if (await this.api.app.get(RoomAccess).allows(actor, room)) open.push(room);
    return open;
  }

  /** A socket that tries rooms, says which it is in, and keeps what it hears from then on. */
  async listen(
    visitor: Visitor,
    rooms: readonly string[],
  ): Promise<{ joined: string[]; heard: () => Finds; frames: () => number }> {
    const { port } = this.api.app.getHttpServer().address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: {
        ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
        origin: this.api.config.publicUrl,
      },
    });
    this.sockets.push(socket);
    const finds: Finds = new Map();
    const joined: string[] = [];
    let frames = 0;
    socket.onAny((event: string, ...body: unknown[]) => {
      frames += 1;
      note(finds, `socket ${event}`, JSON.stringify(body));
    });
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', () => resolve(false));
    });
    for (const room of open ? rooms : []) {
      const reply = (await socket.emitWithAck('join', room)) as { problem?: string };
      note(finds, 'socket join', JSON.stringify(reply));
      if (!reply.problem) joined.push(room);
    }
    return { joined, heard: () => finds, frames: () => frames };
  }

  /** In which tables each word stands, queues included. */
  async stored(): Promise<Finds> {
    const finds: Finds = new Map();
    const { rows } = await this.owner.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`);
    for (const { name } of rows)
      for (const { text } of (
        await this.owner.query<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`)
      ).rows)
        note(finds, name, text, false);
    return finds;
  }

  /** Every mail that was planned. */
  async mails(): Promise<PlannedMail[]> {
    const { rows } = await this.owner.query<Omit<PlannedMail, 'mail'> & PlannedMail['mail']>(
      `select template, person_id as "personId", language, params, to_name as "toName", to_email as "toEmail", created_at as "createdAt" from mail`,
    );
    return rows.map(({ personId, ...mail }) => ({ template: mail.template, personId, mail }));
  }

  /** Does some work while the database takes no row with a text in these tables. */
  async refusing<T>(tables: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const table of tables)
      await this.owner.query(`alter table ${table} add constraint refused check (text = '') not valid`);
    try {
      return await work();
    } finally {
      for (const table of tables) await this.owner.query(`alter table ${table} drop constraint refused`);
    }
  }

  /** The words that one connection of the app can see in any table. */
  async visible(query: (sql: string) => Promise<unknown[]>): Promise<Set<string>> {
    const { rows } = await this.owner.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege('leerkring_app', c.oid, 'select')`);
    const words = new Set<string>();
    for (const { name } of rows)
      for (const row of (await query(`select to_jsonb(t)::text as text from ${name} t`)) as {
        text: string;
      }[])
        for (const word of marksIn(row.text)) if (!word.endsWith(' count')) words.add(word);
    return words;
  }
}

/** A mail, and to whom it is. */
export interface PlannedMail {
  template: string;
  personId: string;
  mail: Parameters<DeliveryService['render']>[0];
}
interface Item {
  get?: { parameters?: { name: string }[] };
}

/** An id that belongs to nothing. */
const NOBODY = newId();

const addresses = new Map<string, string>();
/** Everybody asks from an address of their own: whoever is not signed in is counted by it. */
function addressOf({ name }: Visitor): string {
  const known = addresses.get(name) ?? `198.18.0.${addresses.size + 1}`;
  addresses.set(name, known);
  return known;
}

function note(finds: Finds, where: string, text: string, counts = true): void {
  for (const word of marksIn(text)) {
    if (!counts && word.endsWith(' count')) continue;
    const known = finds.get(word) ?? [];
    if (!known.includes(where)) finds.set(word, [...known, where]);
  }
}

/** All that can be read in an answer: also inside workbooks and pages. */
async function textOf(bytes: Buffer, type: string): Promise<string> {
  if (/openxmlformats/.test(type)) {
    const { files } = await JSZip.loadAsync(bytes);
    const parts = await Promise.all(Object.values(files).map((file) => file.async('string')));
    return parts.join('\n');
  }
  if (!/pdf/.test(type)) return bytes.toString('utf8');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, k) => {
    const { items } = await (await document.getPage(k + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}
