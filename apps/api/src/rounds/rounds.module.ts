import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { AnswersController } from './answers.controller.js';
import { ForbiddenPairsController } from './forbidden-pairs.controller.js';
import { RoundsController } from './rounds.controller.js';

@Module({
  imports: [IntervisionModule],
  controllers: [RoundsController, AnswersController, ForbiddenPairsController],
})
export class RoundsApiModule {}
