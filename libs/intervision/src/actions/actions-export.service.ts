import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { ActionItemView } from '#libs/contracts';
import { Clock, Database, localDay, type Actor } from '#libs/platform';
import { writeXlsx, type ColumnSpec } from '#libs/tabular';
import { reachedActions, reachOf, type ActionsWish } from './actions.queries.js';

const MOST = 2_000;
const STATES = { open: 'open', done: 'gedaan', dropped: 'vervallen' };
const COLUMNS: ColumnSpec[] = [
  { heading: 'Actie', type: 'text', width: 48 },
  { heading: 'Praktijk', type: 'text', width: 28 },
  { heading: 'Wie', type: 'text', width: 24 },
  { heading: 'Uiterlijk', type: 'date' },
  { heading: 'Stand', type: 'text' },
  { heading: 'Groep', type: 'text', width: 20 },
  { heading: 'Bijeenkomst', type: 'text', width: 32 },
  { heading: 'Datum bijeenkomst', type: 'date' },
];

/** The reader's list of actions as a workbook: what the page shows, no more. */
@Injectable()
export class ActionsExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  file(actor: Actor, wish: ActionsWish): Promise<{ name: string; type: string; body: Buffer }> {
    return this.database.transaction(actor, async () => {
      const today = localDay(this.clock.now());
      const { items } = await reachedActions(this.database, reachOf(actor), { ...wish, limit: MOST }, today);
      this.audit.record(actor, {
        event: 'actions.exported',
        action: 'E',
        subjectKind: 'person',
        subjectId: actor.personId,
        detail: { actions: items.length },
      });
      return {
        name: `acties-${today}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await writeXlsx({ sheets: [{ name: 'Acties', columns: COLUMNS, rows: items.map(rowOf) }] }),
      };
    });
  }
}

const rowOf = (item: ActionItemView): (string | null)[] => [
  item.text,
  item.ownerPractice,
  item.owner,
  item.dueOn,
  STATES[item.state],
  item.group,
  item.meeting,
  item.meetingAt && localDay(new Date(item.meetingAt)),
];
