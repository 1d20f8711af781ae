export { scanText, countTypes, type Scan } from './scan.js';
export { IDENTIFIER_TYPES, type IdentifierType, type Span, type Verdict } from './finding.js';
