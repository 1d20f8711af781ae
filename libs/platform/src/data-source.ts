import { DataSource, getMetadataArgsStorage } from 'typeorm';

/**
 * TypeORM over the app role, for every entity class that has been imported. `pipeline` lets queries of one transaction
 * travel without waiting for each other's answers.
 */
export function createDataSource(databaseUrl: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: getMetadataArgsStorage().tables.map((table) => table.target as () => unknown),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    extra: { max: poolSize, pipeline: true, application_name: 'leerkring' },
  });
}
