export { PracticesModule } from './practices.module.js';
export { canManagePractices, canManageStaff, canSeePractice } from './practices.policy.js';
export { PracticesService } from './register/practices.service.js';
export {
  PRACTICE_SORTS,
  PracticesQueries,
  type PracticeFacts,
  type PracticeFilter,
} from './register/practices.queries.js';
export { PracticeData } from './register/practice-data.service.js';
export { PracticeExports, type ExportedFile } from './register/practice-exports.service.js';
export {
  PracticeHistory,
  type PracticeGroups,
  type PracticeHistorySource,
} from './register/practice-history.service.js';
export { type PracticeInput } from './register/practice.rules.js';
export { StaffService, type StaffInput } from './staff/staff.service.js';
export { dateFlags } from './holidays/date-flags.rules.js';
export { schoolHolidaysKnownUntil } from './holidays/school-holidays.rules.js';
export { STAFF_ROLES, type StaffRole } from './staff/staff.queries.js';
export { ImportViews } from './imports/import-views.service.js';
export { ImportsService, type Decisions } from './imports/imports.service.js';
export { OldImports } from './imports/old-imports.sweeps.js';
export { PracticeImports, type ImportedCounts } from './imports/practice-imports.service.js';
export {
  PRACTICE_FIELD_LABELS,
  PRACTICE_FIELD_SPECS,
  proposePracticeMapping,
  type PracticeMapping,
  type PracticeValues,
} from './imports/practice-fields.rules.js';
export {
  practiceSentence,
  practiceWords,
  type PracticeCode,
  type PracticeMessage,
} from './imports/practice-sentences.rules.js';
export {
  emptyPractice,
  previewPractices,
  type PracticePreview,
  type PracticeProblem,
  type PreviewedRow,
} from './imports/practice-import.rules.js';
export {
  comparePractices,
  LIST_SIZE_JUMP,
  type ComparedRow,
  type ExistingPractice,
  type FieldChange,
  type PracticeComparison,
  type PracticeQuestion,
} from './imports/practice-compare.rules.js';
export {
  planPracticeImport,
  type Answer,
  type ImportPlan,
  type PlannedChange,
} from './imports/practice-plan.rules.js';
