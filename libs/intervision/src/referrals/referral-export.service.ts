import { Injectable } from '@nestjs/common';
import type { ReviewedReferralView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';
import { writeDutchCsv, writeXlsx, type CellValue, type ColumnSpec } from '#libs/tabular';
import { ReferralPractice } from './referral-practice.service.js';
import { actionsOf, allReferrals } from './referrals.queries.js';

const KINDS = {
  referral: 'verwijzing',
  diagnostics: 'diagnostiek',
  'not-made': 'niet verwezen',
  advice: 'meedenkconsult',
};
const AVOIDABLE = { yes: 'ja', no: 'nee', perhaps: 'misschien' };
const GROUNDS = { content: 'inhoudelijk', process: 'procesgerelateerd', administrative: 'administratief' };
const STATES = { open: 'open', done: 'gedaan', dropped: 'vervallen' };

const LOG: ColumnSpec[] = [
  { heading: 'Week', type: 'text' },
  { heading: 'Huisarts', type: 'text', width: 24 },
  { heading: 'Soort', type: 'text' },
  { heading: 'Specialisme', type: 'text', width: 24 },
  { heading: 'Reden', type: 'text', width: 40 },
  { heading: 'Time-out', type: 'boolean' },
  { heading: 'Bekeken door', type: 'text', width: 24 },
  { heading: 'Te voorkomen', type: 'text' },
  { heading: 'Andere aanpak', type: 'boolean' },
  { heading: 'Grond', type: 'text', width: 20 },
  { heading: 'Opmerking', type: 'text', width: 40 },
  { heading: 'Conclusie', type: 'text', width: 40 },
];
const ACTIONS: ColumnSpec[] = [
  { heading: 'Actie', type: 'text', width: 40 },
  { heading: 'Wie', type: 'text', width: 24 },
  { heading: 'Uiterlijk', type: 'date' },
  { heading: 'Stand', type: 'text' },
  { heading: 'Week', type: 'text' },
];

/** The log of the practice as a file for itself (REF-08): a row per judgement, or one for a referral that nobody judged yet. */
@Injectable()
export class ReferralExport {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  /** What the reader may see on the pages, no more. */
  file(
    actor: Actor,
    practiceId: string,
    format: 'xlsx' | 'csv',
  ): Promise<{ name: string; type: string; body: Buffer }> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const referrals = await allReferrals(this.database, practice.id, actor.personId);
      this.practices.note(actor, practice, 'exported', 'E');
      const rows = referrals.flatMap(logRows);
      const name = `verwijsbespreking-${practice.today}.${format}`;
      if (format === 'csv')
        return {
          name,
          type: 'text/csv; charset=utf-8',
          body: Buffer.from(writeDutchCsv(LOG, rows)),
        };
      const actions = await actionsOf(this.database, practice.id, practice.today);
      return {
        name,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await writeXlsx({
          sheets: [
            { name: 'Verwijzingen', columns: LOG, rows },
            {
              name: 'Acties',
              columns: ACTIONS,
              rows: actions.map(({ text, owner, dueOn, state, week }) => [
                text,
                owner,
                dueOn,
                STATES[state],
                week,
              ]),
            },
          ],
        }),
      };
    });
  }
}

function logRows(referral: ReviewedReferralView): CellValue[][] {
  const { week, gp, kind, specialism, reason, timeOut, conclusion, mine, others } = referral;
  const judged = [...(mine ? [mine] : []), ...(others ?? [])];
  const head = [week, gp, KINDS[kind], specialism, reason, timeOut];
  if (judged.length === 0) return [[...head, null, null, null, null, null, conclusion]];
  return judged.map((one) => [
    ...head,
    one.name,
    AVOIDABLE[one.avoidable],
    one.otherApproach,
    one.ground && GROUNDS[one.ground],
    one.remark,
    conclusion,
  ]);
}
