import { Module } from '@nestjs/common';

/** The live hour. */
@Module({})
export class LiveSessionsModule {}
