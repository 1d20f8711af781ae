import { Module } from '@nestjs/common';
import { DataSetsQueries } from './data-sets/data-sets.queries.js';
import { DataSetsService } from './data-sets/data-sets.service.js';
import { ExtractImports } from './data-sets/extract-imports.service.js';
import { ExtractLoading } from './data-sets/extract-loading.service.js';
import { LoadedExtracts } from './data-sets/loaded-extracts.service.js';
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
import { KeptWords } from './remarks/kept-words.service.js';
import { RemarkMails } from './remarks/remark-mails.service.js';
import { RemarksService } from './remarks/remarks.service.js';
import { GateData } from './releases/gate-data.service.js';
import { GateEngine } from './releases/gate-engine.service.js';
import { GateService } from './releases/gate.service.js';
import { GroupFiguresService } from './releases/group-figures.service.js';
import { PrivacyTestBudget, PrivacyTestRuns } from './releases/privacy-test-runs.service.js';
import { PrivacyTestsService } from './releases/privacy-tests.service.js';
import { RegionFiguresService } from './releases/region-figures.service.js';
import { ReleasesReactions } from './releases/releases.reactions.js';
import { ReleasesService } from './releases/releases.service.js';
import { WaitingReleases } from './releases/waiting-releases.sweeps.js';
import { DataSourcesService } from './sources/data-sources.service.js';

const OPEN = [
  DataSourcesService,
  DataSetsService,
  ExtractImports,
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
  KeptWords,
  FiguresAttention,
  PreparationsService,
  FigureExports,
  ReleasesService,
  PrivacyTestsService,
  GateService,
  GroupFiguresService,
  RegionFiguresService,
];

/** Mirror data: sources, data sets, measures, figures, releases, modes and remarks. */
@Module({
  providers: [
    ...OPEN,
    DataSetsQueries,
    ExtractLoading,
    LoadedExtracts,
    OldDataSets,
    FiguresQueries,
    ComparisonsService,
    FigureChoicesService,
    ModesReactions,
    RemarkMails,
    GateData,
    GateEngine,
    PrivacyTestBudget,
    PrivacyTestRuns,
    ReleasesReactions,
    WaitingReleases,
  ],
  exports: OPEN,
})
export class MirrorModule {}
