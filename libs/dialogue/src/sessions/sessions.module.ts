import { Module } from '@nestjs/common';

/** Sessions, their timeline and what is due. */
@Module({})
export class SessionsModule {}
