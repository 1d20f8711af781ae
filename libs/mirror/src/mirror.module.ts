import { Module } from '@nestjs/common';

const OPEN: never[] = [];

/** Mirror data: sources, data sets, measures, figures, releases, modes and remarks. */
@Module({ providers: [...OPEN], exports: OPEN })
export class MirrorModule {}
