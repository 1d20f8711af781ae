import { Injectable } from '@nestjs/common';
import type { ExtractKind } from '#libs/contracts';
import { Database, newId, type Actor } from '#libs/platform';
import type { ReferenceRates } from '../figures/estimate.rules.js';
import { MeasuresService } from '../measures/measures.service.js';
import { referenceIn, type RegionBody } from './bodies.rules.js';
import { dataSetsOf } from './cells.rules.js';
import type { Circle } from './hiding.rules.js';
import type { GateJob, GateOutcome } from './gate.rules.js';
import {
  approvedSets,
  cellsOf,
  groupsReadBy,
  inOrder,
  ledgerOf,
  listedOf,
  presenceIn,
  shownInPart,
  shownTo,
  strataOf,
} from './release-data.queries.js';
import { releaseData, windowAndPicks, type ReleaseData } from './release-data.rules.js';
import type { Release } from './release.entity.js';

/** What is asked of the gate. */
export interface GateAsk {
  kind: ExtractKind;
  audience: Release['audience'];
  mode: Release['mode'];
  /** The practices of a group; those with figures for everybody else. */
  members: string[] | null;
  /** As if this data set were approved, in the place of the one it supersedes. */
  asIf?: { id: string; supersedes: string | null };
  /** Rates that would be released with it, where they are not yet. */
  references?: Map<string, ReferenceRates>;
  /** Only these measures. */
  codes?: readonly string[];
}

/** Reads everything that a release is judged by. Runs in the open transaction. */
@Injectable()
export class GateData {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasuresService,
  ) {}

  /** The current figures of a kind over the newest twelve months, or null when no practice has them. */
  async current(
    kind: ExtractKind,
    asIf?: GateAsk['asIf'],
  ): Promise<{ data: ReleaseData; order: string[] } | null> {
    const approved = await approvedSets(this.database, kind);
    const order = [...approved.filter((id) => id !== asIf?.supersedes), ...(asIf ? [asIf.id] : [])];
    const data = await this.over(order);
    return data ? { data, order } : null;
  }

  /** The figures that these data sets give over the newest twelve months, or those that begin on a day; of one practice or all. */
  async over(
    order: readonly string[],
    practice: string | null = null,
    from?: string,
  ): Promise<ReleaseData | null> {
    const presence = await presenceIn(this.database, order, practice);
    const found = windowAndPicks(presence, order, from);
    if (!found) return null;
    const [counted, listed] = [
      await strataOf(this.database, found.picks),
      await listedOf(this.database, found.picks),
    ];
    return releaseData(found.window, found.picks, counted, listed);
  }

  /** The job for the gate, or why there is none. */
  async job(
    actor: Actor,
    ask: GateAsk,
  ): Promise<GateJob | GateOutcome['reason'] | 'no-measures' | 'no-data' | 'once-a-year'> {
    const measures = (await this.measures.reviewed(actor)).filter(
      ({ content, code }) => content.kind === ask.kind && (ask.codes?.includes(code) ?? true),
    );
    if (measures.length === 0) return 'no-measures';
    const current = await this.current(ask.kind, ask.asIf);
    if (!current) return 'no-data';
    const { data } = current;
    if (ask.audience === 'staff' && (await shownInPart(this.database, ask.kind, data.window)))
      return 'once-a-year';
    const members = ask.members ?? data.practices;
    const groups = ask.audience === 'group' ? await groupsReadBy(this.database, members) : [];
    const ledger = await ledgerOf(this.database, ask.kind, { groups, staff: ask.audience === 'staff' });
    const circles = ask.audience === 'region' ? await this.circles(ask.kind) : [];
    const told = [ledger, ...circles.map((one) => one.ledger)].flat();
    const sets = new Set([...data.dataSets, ...told.flatMap(({ sum }) => dataSetsOf(sum))]);
    const order = await inOrder(this.database, [...sets]);
    if (ask.asIf) order.push(...order.splice(order.indexOf(ask.asIf.id), 1));
    const first = [
      data.window.from,
      ...told.flatMap(({ sum }) => sum.parts.flatMap(({ quarters }) => quarters.map(([day]) => day))),
    ];
    const cells = await cellsOf(this.database, order, first.sort()[0] as string);
    const references =
      ask.references ?? (ask.audience === 'region' ? new Map() : await this.references(data, measures));
    const most = measures.length * (data.items.length + 1);
    return {
      audience: ask.audience,
      mode: ask.mode,
      members,
      data,
      cells,
      order,
      ledger,
      circles,
      measures: measures.map(({ id, code, number, content }) => ({ id, code, number, content })),
      references,
      ids: Array.from({ length: most }, newId),
    };
  }

  /** Groups that saw figures of a kind. Staff is not among them: its funnel is judged with all that everybody sees, once a year. */
  private async circles(kind: ExtractKind): Promise<Circle[]> {
    const circles: Circle[] = [];
    for (const { members } of await shownTo(this.database, kind)) {
      const groups = await groupsReadBy(this.database, members);
      const ledger = await ledgerOf(this.database, kind, { groups, staff: false });
      circles.push({ practices: members, readers: new Set(members), ledger });
    }
    return circles;
  }

  /** The region's released rates over the same twelve months. */
  private async references(
    data: ReleaseData,
    measures: readonly { id: string; code: string }[],
  ): Promise<Map<string, ReferenceRates>> {
    const rows = await this.database.query<{ measure_version_id: string; item: string; body: RegionBody }>(
      `select f.measure_version_id, f.item, f.body from release r join release_figure f on f.release_id = r.id
       where r.audience = 'region' and r.state = 'released' and r.period_from = $1 and r.period_to = $2
         and f.measure_version_id = any($3::uuid[]) order by r.released_at`,
      [data.window.from, data.window.toExclusive, measures.map(({ id }) => id)],
    );
    const codes = new Map(measures.map(({ id, code }) => [id, code]));
    return new Map(
      rows.map(({ measure_version_id, item, body }) => [
        `${codes.get(measure_version_id)}|${item}`,
        referenceIn(body),
      ]),
    );
  }
}
