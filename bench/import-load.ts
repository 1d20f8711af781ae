import { createReadStream, statSync } from 'node:fs';
import { AuditService, CheckpointsService } from '#libs/audit';
import { DataSetsService } from '#libs/mirror';
import { Clock, createDataSource, Database, Secrets, systemActor, type Config } from '#libs/platform';
import { injector } from '#libs/testing';

/** A process that loads one file through the real service and tells its parent how long that took and what memory it needed. */
const [databaseUrl = '', regionId = '', sourceId = '', file = '', split = ''] = process.argv.slice(2);
const database = new Database(await createDataSource(databaseUrl).initialize());
const clock = new Clock();
const config = { secret: 'bench '.repeat(10), checkpointDir: '/nowhere' } as Config;
const services = injector(
  database,
  clock,
  new Secrets(config),
  new AuditService(database, clock, new CheckpointsService(database, clock, config)),
);
const dataSets = services(DataSetsService);
const actor = systemActor(regionId);
const set = await dataSets.create(actor, sourceId, {
  fileName: 'bench.csv',
  bytes: statSync(file).size,
  mapping: {
    'Praktijk AGB': 'practice',
    Periode: 'period',
    'Specialisme code': 'item',
    Specialisme: 'item-name',
    ...(split && { Geslacht: 'sex', Leeftijd: 'age' }),
    'Aantal verwijzingen': 'count',
    'Waarvan spoed': 'urgent',
    Meedenkconsulten: 'consults',
    'Ingeschreven patiënten (gemiddeld)': 'listed',
    Extractiedatum: 'extract-at',
  },
});
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
const from = performance.now();
const view = await dataSets.load(actor, set.id, createReadStream(file));
const seconds = (performance.now() - from) / 1000;
clearInterval(watch);
process.send?.({
  id: set.id,
  seconds,
  idleMb: idle / 1024 / 1024,
  peakMb: Math.max(peak, process.resourceUsage().maxRSS * 1024) / 1024 / 1024,
  rows: view.rows,
  refused: view.refusedRows,
  read: view.profile?.read ?? 0,
});
await database.source.destroy();
