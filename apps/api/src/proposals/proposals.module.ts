import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { FormingController } from './forming.controller.js';
import { ProposalsController } from './proposals.controller.js';

@Module({ imports: [IntervisionModule], controllers: [FormingController, ProposalsController] })
export class ProposalsApiModule {}
