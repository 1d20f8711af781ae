import { Module } from '@nestjs/common';
import { DialogueSweeps } from '../dialogue.sweeps.js';
import { DialogueAttention } from './dialogue-attention.service.js';
import { RoomEcho } from './room-echo.service.js';
import { SessionLinks } from './session-links.service.js';
import { SessionMoves } from './session-moves.service.js';
import { SessionPages } from './session-pages.service.js';
import { SessionTasks } from './session-tasks.service.js';
import { SessionsService } from './sessions.service.js';
import { DialogueSettings } from './settings.service.js';
import { SpecialistsService } from './specialists.service.js';
import { StepActions } from './step-actions.service.js';
import { StepsService } from './steps.service.js';
import { TimelineService } from './timeline.service.js';

const OPEN = [
  SessionsService,
  SessionPages,
  SpecialistsService,
  TimelineService,
  DialogueSettings,
  DialogueAttention,
  DialogueSweeps,
  SessionLinks,
  SessionMoves,
  RoomEcho,
  StepActions,
  StepsService,
];

/** Sessions, their timeline and what is due. */
@Module({ providers: [...OPEN, SessionTasks], exports: OPEN })
export class SessionsModule {}
