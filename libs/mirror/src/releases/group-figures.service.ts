import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { GroupComparisonFigure, MeasureContent, ProvenanceCard } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';
import { canSeeOwnFigures } from '../mirror.policy.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService } from '../provenance/cards.service.js';
import { publicId } from '../provenance/figure-id.rules.js';
import { RemarksService } from '../remarks/remarks.service.js';
import type { GroupBody } from './bodies.rules.js';
import { disclosed, type Disclosed } from './disclosed.rules.js';
import { GateData } from './gate-data.service.js';
import { LEAST_MEMBERS } from './gate.rules.js';
import { displayedValue } from './showing.rules.js';

/** Which comparison, for which practice. */
export interface GroupFigureAsk {
  practiceId: string;
  groupId: string;
  measureVersionId: string;
  item: string;
  /** Half-open. */
  period: { from: string; toExclusive: string };
}

interface Row {
  id: string;
  release_id: string;
  state: string;
  mode: 'pseudonymous' | 'open';
  open_mode_id: string | null;
  members: string[];
  data_set_ids: string[];
  body: GroupBody;
  card: ProvenanceCard;
  code: string;
  content: MeasureContent;
  group: string;
  present: string[];
}

/** Where a practice stands among its group: only what the gate released, only for the people of a member (MIR-06). */
@Injectable()
export class GroupFiguresService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly cards: CardsService,
    private readonly modes: OpenModesService,
    private readonly words: RemarksService,
    private readonly source: GateData,
  ) {}

  /**
   * The comparison as it stands now, or null where there is none for this reader. By name only while the agreement stands, which is looked
   * up at every request.
   */
  async comparison(actor: Actor, ask: GroupFigureAsk): Promise<GroupComparisonFigure | null> {
    if (!canSeeOwnFigures(actor, ask.practiceId)) return null;
    return this.database.transaction(actor, async () => {
      const row = await this.row(actor, ask);
      if (!row) return null;
      const own = await this.ownValue(row, ask);
      const { groupId, item, period } = ask;
      const names = row.mode === 'open' ? await this.names(row.members) : new Map<string, string>();
      const figure = disclosed(row);
      this.audit.record(actor, {
        event: 'group-figure.read',
        action: 'R',
        subjectKind: 'release',
        subjectId: row.release_id,
        practiceId: ask.practiceId,
        detail: { figureId: row.id, groupId, mode: row.mode },
      });
      return {
        groupId,
        group: row.group,
        mode: row.mode,
        figureId: publicId('fig', row.id),
        bars: barsOf(figure, own, ask.practiceId, names, actor.language),
        middle: figure.middle,
        remarks: await this.words.forFigure(actor, {
          measureCode: row.code,
          item,
          period,
          practices: row.members,
          groupId,
        }),
        card: await this.cards.view(row.card, artefactBytes(row.body)),
      };
    });
  }

  /** The newest released figure that this reader may see: by name where that was agreed, else under labels. */
  private async row(actor: Actor, ask: GroupFigureAsk): Promise<Row | null> {
    const rows = await this.database.query<Row>(
      `select f.id, r.id as release_id, r.state, r.mode, r.open_mode_id, r.members, r.data_set_ids, f.body, f.card, m.code, v.content, g.name as group,
         array(select x.practice_id from group_member x where x.group_id = g.id and x.left_at is null) as present
       from release r join release_figure f on f.release_id = r.id join intervision_group g on g.id = r.group_id
         join measure_version v on v.id = f.measure_version_id join measure m on m.id = v.measure_id
       where r.audience = 'group' and r.group_id = $1 and r.state = 'released' and r.period_from = $2 and r.period_to = $3
         and f.measure_version_id = $4 and f.item = $5 and $6 = any(r.members)
       order by r.mode = 'open' desc, r.released_at desc`,
      [ask.groupId, ask.period.from, ask.period.toExclusive, ask.measureVersionId, ask.item, ask.practiceId],
    );
    const [first] = rows;
    if (!first || !first.present.includes(ask.practiceId) || first.present.length < LEAST_MEMBERS)
      return null;
    for (const row of rows) {
      if (row.mode === 'pseudonymous') return row;
      const named = await this.modes.namedFor(actor, {
        groupId: ask.groupId,
        measureCode: row.code,
        period: ask.period,
      });
      if (named?.id === row.open_mode_id) return row;
    }
    return null;
  }

  /** The value that the reader's own practice shows in this figure: where it stands is kept nowhere. */
  private async ownValue({ content, data_set_ids, body }: Row, ask: GroupFigureAsk): Promise<number | null> {
    const data = await this.source.over(data_set_ids, ask.practiceId, ask.period.from);
    const sums = data?.sums.get(ask.practiceId)?.get(ask.item);
    return sums ? displayedValue(content, sums, body.reference) : null;
  }

  private async names(practices: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      `select id, name from practice where id = any($1::uuid[])`,
      [practices],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** The bars with the reader's own marked: by name, or the first with its value, or else one of those that are not shown. */
function barsOf(
  { bars }: Disclosed<GroupBody>,
  own: number | null,
  practiceId: string,
  names: ReadonlyMap<string, string>,
  language: Actor['language'],
): GroupComparisonFigure['bars'] {
  const named = bars.findIndex(({ practice }) => practice === practiceId);
  const equal = bars.findIndex(({ value }) => value !== null && value === own);
  const mine = named >= 0 ? named : equal >= 0 ? equal : bars.findIndex(({ value }) => value === null);
  const word = language === 'nl' ? 'Praktijk' : 'Practice';
  return bars.map(({ label, value, practice }, place) => ({
    label: practice === undefined ? `${word} ${label}` : (names.get(practice) ?? `${word} ${label}`),
    practice: practice === undefined ? null : (names.get(practice) ?? null),
    value,
    own: place === mine,
  }));
}
