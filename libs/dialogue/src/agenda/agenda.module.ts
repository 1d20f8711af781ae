import { Module } from '@nestjs/common';

/** The yearly agenda: departments, votes, dates, and who comes when. */
@Module({})
export class AgendaModule {}
