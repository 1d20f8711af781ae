import { Module } from '@nestjs/common';
import { DataSetsQueries } from './data-sets/data-sets.queries.js';
import { DataSetsService } from './data-sets/data-sets.service.js';
import { ExtractLoading } from './data-sets/extract-loading.service.js';
import { OldDataSets } from './data-sets/old-data-sets.sweeps.js';
import { FigureExports } from './exports/figure-exports.service.js';
import { ComparisonsService } from './figures/comparisons.service.js';
import { FigureCardsService } from './figures/figure-cards.service.js';
import { FigureChoicesService } from './figures/figure-choices.service.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { OwnFiguresService } from './figures/own-figures.service.js';
import { MeasuresQueries } from './measures/measures.queries.js';
import { MeasuresService } from './measures/measures.service.js';
import { AgreementsService } from './modes/agreements.service.js';
import { ModesReactions } from './modes/modes.reactions.js';
import { OpenModesService } from './modes/open-modes.service.js';
import { SigningService } from './modes/signing.service.js';
import { MirrorSweeps } from './mirror.sweeps.js';
import { FiguresAttention } from './preparation/figures-attention.service.js';
import { PreparationsService } from './preparation/preparations.service.js';
import { CardsService } from './provenance/cards.service.js';
import { RemarksService } from './remarks/remarks.service.js';
import { DataSourcesService } from './sources/data-sources.service.js';

const OPEN = [
  DataSourcesService,
  DataSetsService,
  MirrorSweeps,
  MeasuresService,
  MeasuresQueries,
  CardsService,
  OwnFiguresService,
  FigureCardsService,
  OpenModesService,
  SigningService,
  AgreementsService,
  RemarksService,
  FiguresAttention,
  PreparationsService,
  FigureExports,
];

/** Mirror data: sources, data sets, measures, figures, releases, modes and remarks. */
@Module({
  providers: [
    ...OPEN,
    DataSetsQueries,
    ExtractLoading,
    OldDataSets,
    FiguresQueries,
    ComparisonsService,
    FigureChoicesService,
    ModesReactions,
  ],
  exports: OPEN,
})
export class MirrorModule {}
