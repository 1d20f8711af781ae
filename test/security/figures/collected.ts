import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { dataSetRoom, figuresRoom } from '#libs/contracts';
import { newId } from '#libs/platform';
import type { FigureRegion, Reader } from './region.js';
import { DIAGNOSTIC_ITEMS, REFERRAL_ITEMS } from './truth.js';

/** Which figure was asked for. */
export interface Asked {
  practice: number | null;
  measure: string;
  item: string;
  /** Number of the group that it should stand beside. */
  group: number | null;
  /** First day of the twelve months; the newest without it. */
  from?: string;
  format?: Format;
}
export const FORMATS = ['xlsx', 'csv', 'pptx', 'datapackage'] as const;
export type Format = (typeof FORMATS)[number];

/** One answer as it left the building, and who got it. */
export interface Reading {
  by: Reader;
  phase: string;
  /** Method and route, without ids. */
  door: string;
  url: string;
  asked: Asked | null;
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
}
/** One thing that a socket was told. */
export interface Frame {
  by: Reader;
  phase: string;
  event: string;
  body: unknown;
}
/** Two answers that must not be told apart. */
export interface Twin {
  what: string;
  one: Reading;
  other: Reading;
}
export interface Collected {
  readings: Reading[];
  frames: Frame[];
  twins: Twin[];
}

export const MEASURES = {
  referrals: ['VERW', 'VERW-SPOED', 'MEEDENK', 'MEEDENK-AANDEEL'],
  diagnostics: ['DIAG'],
} as const;
export interface Figure {
  measure: string;
  item: string;
  from?: string;
}
/** Every figure that there may be. */
export const FIGURES: readonly Figure[] = [
  ...MEASURES.referrals.flatMap((measure) =>
    [...REFERRAL_ITEMS.map(({ code }) => code), '*'].map((item) => ({ measure, item })),
  ),
  ...MEASURES.diagnostics.flatMap((measure) =>
    [...DIAGNOSTIC_ITEMS.map(({ code }) => code), '*'].map((item) => ({ measure, item })),
  ),
];

/** Requests at once. */
const ABREAST = 6;
/** Doors of the walk that would send the reader away or take long to say nothing. */
const NOT_WALKED = /sign-|setup|task-links|\/figures\/(own|funnel|choices)|\{figureId\}/;

/** Reads every door as every reader, and keeps the bytes. */
export class Collector implements Collected {
  readonly readings: Reading[] = [];
  readonly frames: Frame[] = [];
  readonly twins: Twin[] = [];
  phase = '';
  private readonly sockets: Socket[] = [];

  constructor(private readonly region: FigureRegion) {}

  async read(
    by: Reader,
    url: string,
    more: {
      door?: string;
      asked?: Asked;
      method?: string;
      body?: unknown;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Reading> {
    const method = more.method ?? 'GET';
    const answer = await this.region.call<unknown>(by.cookie, method, url, more.body, more.headers);
    const reading: Reading = {
      by,
      phase: this.phase,
      door: more.door ?? `${method} ${url.split('?')[0]}`,
      url,
      asked: more.asked ?? null,
      status: answer.status,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      ),
      bytes: answer.raw,
    };
    this.readings.push(reading);
    return reading;
  }

  /** The page of every figure, from a practice of the reader, beside a group. */
  async pages(by: Reader, group: number | null, figures: readonly Figure[] = FIGURES): Promise<void> {
    await this.abreast(figures, async (figure) => {
      const asked = { ...figure, practice: by.practices[0]!, group };
      await this.read(by, `/api/figures/own?${this.query(asked)}`, { door: 'GET /api/figures/own', asked });
    });
  }

  /** The same as files. */
  async files(by: Reader, group: number | null, figures: readonly Figure[]): Promise<void> {
    for (const figure of figures)
      for (const format of FORMATS) {
        const asked = { ...figure, practice: by.practices[0]!, group, format };
        const url = `/api/figures/own/export?${this.query(asked)}&format=${format}`;
        await this.read(by, url, { door: 'GET /api/figures/own/export', asked });
      }
  }

  async funnels(by: Reader): Promise<void> {
    await this.abreast(
      FIGURES.filter(({ measure }) => !/SPOED|AANDEEL/.test(measure)),
      async (figure) => {
        const asked = { ...figure, practice: null, group: null };
        const query = `measure=${figure.measure}&item=${encodeURIComponent(figure.item)}`;
        await this.read(by, `/api/figures/funnel?${query}`, { door: 'GET /api/figures/funnel', asked });
        await this.read(by, `/api/figures/funnel?${query}&overdispersion=false`, {
          door: 'GET /api/figures/funnel',
          asked,
        });
        for (const format of ['xlsx', 'csv'] as const)
          if (figure.item === '*')
            await this.read(by, `/api/figures/funnel/export?${query}&format=${format}`, {
              door: 'GET /api/figures/funnel/export',
              asked: { ...asked, format },
            });
      },
    );
  }

  /** Every door of openapi.json that is only read, with own and foreign ids. */
  async walk(by: Reader): Promise<void> {
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
      paths: Record<string, { get?: object }>;
    };
    const doors = Object.keys(paths).filter((path) => paths[path]?.get && !NOT_WALKED.test(path));
    const urls: { door: string; url: string; asked?: Asked }[] = doors.flatMap((door) =>
      this.idsFor(door).map((ids) => ({ door, url: filled(door, ids) + (QUERY[door] ?? '') })),
    );
    urls.push({ door: '/', url: '/' }, { door: '/spiegel', url: '/spiegel' });
    for (const practice of [by.practices[0] ?? 0, 3]) {
      const asked = { practice, measure: 'VERW', item: '0310', group: null };
      const own = `practice=${this.region.practices[practice]}`;
      urls.push({ door: '/api/figures/choices', url: `/api/figures/choices?${own}` });
      urls.push({ door: '/api/figures/own', url: `/api/figures/own?${this.query(asked)}`, asked });
    }
    await this.abreast(urls, ({ door, url, asked }) =>
      this.read(by, url, { door: `GET ${door}`, ...(asked ? { asked } : {}) }).then(() => undefined),
    );
  }

  /** The card and the PROV of figures, whoever's they are. */
  async cards(by: Reader, figureIds: readonly string[]): Promise<void> {
    await this.abreast(figureIds, async (id) => {
      await this.read(by, `/api/figures/${id}/card`, { door: 'GET /api/figures/{figureId}/card' });
      await this.read(by, `/api/figures/${id}/prov`, { door: 'GET /api/figures/{figureId}/prov' });
    });
  }

  /** Two questions that must have one answer: hidden and not there, another's and nobody's. */
  async twin(
    what: string,
    by: Reader,
    one: Parameters<Collector['read']>[1],
    other: string,
    more: Omit<Parameters<Collector['read']>[2] & object, 'asked'> = {},
  ): Promise<void> {
    this.twins.push({ what, one: await this.read(by, one, more), other: await this.read(by, other, more) });
  }

  /** A socket that tries every room of every group and data set, and keeps what it hears. */
  async listen(by: Reader, rooms: readonly string[]): Promise<{ joined: string[] }> {
    const { port } = this.region.api.app.getHttpServer().address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      extraHeaders: { ...(by.cookie ? { cookie: by.cookie } : {}), origin: 'http://localhost:3000' },
      reconnection: false,
    });
    this.sockets.push(socket);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', (error) => {
        this.heard(by, 'connect_error', { message: error.message });
        resolve(false);
      });
    });
    socket.onAny((event: string, ...body: unknown[]) => this.heard(by, event, body));
    const joined: string[] = [];
    for (const room of open ? rooms : []) {
      const reply = (await socket.emitWithAck('join', room)) as { problem?: string };
      this.heard(by, 'join', { room, reply });
      if (!reply.problem) joined.push(room);
    }
    return { joined };
  }

  /** Rooms that somebody may try. */
  rooms(): string[] {
    return [
      ...this.region.groups.map(({ id }) => figuresRoom(id)),
      figuresRoom(newId()),
      ...this.region.delivered.map(({ dataSetId }) => dataSetRoom(dataSetId)),
      dataSetRoom(newId()),
    ];
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }

  private heard(by: Reader, event: string, body: unknown): void {
    this.frames.push({ by, phase: this.phase, event, body });
  }

  private query({ practice, measure, item, group, from }: Asked): string {
    const beside = group === null ? '' : `&group=${this.region.groups[group]!.id}`;
    return `practice=${this.region.practices[practice!]}&measure=${measure}&item=${encodeURIComponent(item)}${beside}${from ? `&from=${from}` : ''}`;
  }

  private idsFor(door: string): Record<string, string>[] {
    const { groups, practices, delivered } = this.region;
    const names = [...door.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    if (names.length === 0) return [{}];
    const first = door.startsWith('/api/groups/')
      ? groups.map(({ id }) => id)
      : door.startsWith('/api/practices/')
        ? [practices[1]!, practices[8]!]
        : door.startsWith('/api/data-sets/')
          ? delivered.slice(-1).map(({ dataSetId }) => dataSetId)
          : door.startsWith('/api/measures/')
            ? ['VERW']
            : [newId()];
    return first.map((id) =>
      Object.fromEntries(names.map((name, at) => [name, at === 0 ? id : practices[1]!])),
    );
  }

  private async abreast<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const waiting = [...list];
    await Promise.all(
      Array.from({ length: ABREAST }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
      }),
    );
  }
}

const QUERY: Record<string, string> = {
  '/api/groups/{id}/figures/export': '?format=pptx',
  '/api/campaigns/trend': `?questionnaire=${newId()}&item=grade&by=department`,
  '/api/campaigns/{id}/export': '?format=csv',
  '/api/audit': '?limit=100',
  '/api/releases': '?limit=100',
};

const filled = (door: string, ids: Record<string, string>): string =>
  door.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name]!);
