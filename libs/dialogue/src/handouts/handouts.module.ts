import { Module } from '@nestjs/common';

/** What was asked and answered, for who was not there. */
@Module({})
export class HandoutsModule {}
