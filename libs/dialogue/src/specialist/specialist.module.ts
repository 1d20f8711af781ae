import { Module } from '@nestjs/common';

/** What the specialist prepares, own slides, and the deck. */
@Module({})
export class SpecialistModule {}
