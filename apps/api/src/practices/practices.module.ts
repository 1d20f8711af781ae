import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { PracticesController } from './practices.controller.js';

@Module({ controllers: [PracticesController, ImportsController] })
export class PracticesApiModule {}
