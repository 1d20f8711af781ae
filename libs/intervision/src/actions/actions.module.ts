import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { ActionItemsService } from './action-items.service.js';
import { ActionsAttention } from './actions-attention.service.js';
import { ActionsExport } from './actions-export.service.js';
import { ActionsReactions } from './actions.reactions.js';
import { ActionsSweeps } from './actions.sweeps.js';
import { KeptActions } from './kept-actions.service.js';
import { NotesService } from './notes.service.js';
import { OutcomeConsents } from './outcome-consents.service.js';
import { OutcomesService } from './outcomes.service.js';

const DOORS = [
  ActionItemsService,
  ActionsExport,
  NotesService,
  OutcomesService,
  OutcomeConsents,
  ActionsAttention,
  ActionsSweeps,
  KeptActions,
];

/** Notes, actions and what leaves the group by consent (SES-02, SES-11, LOOP-01). */
@Module({ imports: [MeetingsModule], providers: [...DOORS, ActionsReactions], exports: DOORS })
export class ActionsModule {}
