import { Global, Module } from '@nestjs/common';
import { ImportApply } from './imports/import-apply.service.js';
import { ImportComparison } from './imports/import-comparison.service.js';
import { ImportViews } from './imports/import-views.service.js';
import { ImportsService } from './imports/imports.service.js';
import { OldImports } from './imports/old-imports.sweeps.js';
import { PracticeImports } from './imports/practice-imports.service.js';
import { PracticeData } from './register/practice-data.service.js';
import { PracticeExports } from './register/practice-exports.service.js';
import { PracticeHistory } from './register/practice-history.service.js';
import { PracticesQueries } from './register/practices.queries.js';
import { PracticesService } from './register/practices.service.js';
import { StaffQueries } from './staff/staff.queries.js';
import { StaffService } from './staff/staff.service.js';

const OPEN = [
  PracticesService,
  PracticesQueries,
  PracticeData,
  PracticeExports,
  PracticeHistory,
  StaffService,
  ImportsService,
  ImportViews,
  OldImports,
  PracticeImports,
];

/** The register of practices, their people and the lists they are read from. */
@Global()
@Module({ providers: [...OPEN, StaffQueries, ImportComparison, ImportApply], exports: OPEN })
export class PracticesModule {}
