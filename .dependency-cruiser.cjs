/**
 * The direction of dependencies (docs/architecture.md): contracts ← engines ← platform ← audit ← notifications ← access ←
 * practices ← live, documents ← features ← apps. A lib is entered through its index only; features never import each other.
 */
const ORDER = [
  'contracts',
  'optimisation',
  '(disclosure|grouping|statistics|tabular|textguard)',
  'platform',
  'audit',
  'notifications',
  'access',
  'practices',
  '(live|documents)',
  '(intervision|mirror|dialogue|surveys)',
];
const FEATURES = ['intervision', 'mirror', 'dialogue', 'surveys', 'programme', 'knowledge'];
const SPECS = '(\\.spec\\.ts$|^libs/testing/|/test/)';

const upwards = ORDER.slice(0, -1).map((lower, level) => ({
  name: `${lower.replace(/[()]/g, '').replaceAll('|', '-and-')}-never-imports-higher`,
  severity: 'error',
  from: { path: `^libs/${lower}/`, pathNot: SPECS },
  to: {
    path: `^libs/(${ORDER.slice(level + 1)
      .map((one) => one.replace(/[()]/g, ''))
      .join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: SPECS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engines-stand-alone',
      severity: 'error',
      from: {
        path: '^libs/(optimisation|disclosure|grouping|statistics|tabular|textguard)/',
        pathNot: SPECS,
      },
      to: {
        path: '(^libs/(?!contracts|optimisation|disclosure|grouping|statistics|tabular|textguard)|node_modules/(@nestjs|typeorm|pg|bullmq)/)',
      },
    },
    {
      name: 'engines-not-each-other',
      severity: 'error',
      from: { path: '^libs/(disclosure|grouping|statistics|tabular|textguard)/', pathNot: SPECS },
      to: { path: '^libs/(disclosure|grouping|statistics|tabular|textguard)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'contracts-import-nothing',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { pathNot: '^libs/contracts/' },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: `^libs/(${FEATURES.join('|')})/`, pathNot: SPECS },
      to: { path: `^libs/(${FEATURES.join('|')})/`, pathNot: '^libs/$1/' },
    },
    {
      name: 'a-lib-is-entered-through-its-index',
      severity: 'error',
      from: { path: '^(apps|libs/([^/]+))/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPECS },
      to: { path: '^libs/testing/' },
    },
    {
      // and the guard of free text, which hints while somebody types; the server decides
      name: 'web-knows-contracts-and-the-text-guard-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/(?!contracts/|textguard/)' },
    },
    {
      name: 'no-http-in-libs',
      severity: 'error',
      from: { path: '^libs/(?!platform)' },
      to: { path: 'node_modules/(fastify|@nestjs/platform-)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|/fixtures/|api\\.schema\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
