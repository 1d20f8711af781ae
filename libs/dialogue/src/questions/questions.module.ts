import { Module } from '@nestjs/common';

/** What practices ask, the organiser's desk, and what goes to the specialist. */
@Module({})
export class QuestionsModule {}
