import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { MethodsModule } from '../methods/methods.module.js';
import { AgreementAsks } from './agreement-asks.service.js';
import { AgreementsAttention } from './agreements-attention.service.js';
import { AgreementsReactions } from './agreements.reactions.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsSweeps } from './agreements.sweeps.js';
import { KeptAgreements } from './kept-agreements.service.js';
import { MeetingPacks } from './meeting-packs.service.js';

const DOORS = [
  AgreementAsks,
  AgreementsService,
  AgreementsSweeps,
  AgreementsAttention,
  KeptAgreements,
  MeetingPacks,
];

/** What a group agrees on, accepted by every member (SES-01), and the pack of its leader (SES-03, SES-04). */
@Module({
  imports: [MeetingsModule, ActionsModule, MethodsModule],
  providers: [...DOORS, AgreementsReactions],
  exports: DOORS,
})
export class AgreementsModule {}
