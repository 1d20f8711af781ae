import { Module } from '@nestjs/common';
import { PeopleController, RolesController } from './people.controller.js';

@Module({ controllers: [PeopleController, RolesController] })
export class PeopleApiModule {}
