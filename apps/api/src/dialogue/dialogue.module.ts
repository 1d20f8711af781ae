import { Module } from '@nestjs/common';
import { DialogueModule } from '#libs/dialogue';

@Module({ imports: [DialogueModule], controllers: [] })
export class DialogueApiModule {}
