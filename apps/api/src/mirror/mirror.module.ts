import { Module } from '@nestjs/common';
import { MirrorModule } from '#libs/mirror';
import { DataSetsController } from './data-sets.controller.js';
import { DataSourcesController } from './data-sources.controller.js';
import { FigureExportsController } from './figure-exports.controller.js';
import { FiguresController } from './figures.controller.js';
import { GroupFiguresController } from './group-figures.controller.js';
import { MeasuresController } from './measures.controller.js';
import { OpenModesController } from './open-modes.controller.js';
import { ReleasesController } from './releases.controller.js';
import { RemarksController } from './remarks.controller.js';

@Module({
  imports: [MirrorModule],
  controllers: [
    DataSourcesController,
    DataSetsController,
    FigureExportsController,
    ReleasesController,
    MeasuresController,
    FiguresController,
    GroupFiguresController,
    OpenModesController,
    RemarksController,
  ],
})
export class MirrorApiModule {}
