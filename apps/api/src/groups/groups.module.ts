import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { GroupsController } from './groups.controller.js';

@Module({ imports: [IntervisionModule], controllers: [GroupsController] })
export class GroupsApiModule {}
