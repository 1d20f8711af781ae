import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { sessionCookie } from '../http/cookies.js';
import { REQUIRES } from '../http/requires.decorator.js';
import { documentDto, isDto } from './dto-properties.adapter.js';

type Class = new (...parameters: never[]) => object;

/** One route of the application as Nest knows it. */
export interface Route {
  controller: string;
  handler: string;
  method: string;
  /** Path as Nest writes it, with `:id`. */
  path: string;
  permission: string | undefined;
  parameters: unknown[];
}

/** The parts of Nest's container that a walk over all controllers needs. */
interface Container {
  getModules(): Map<string, { controllers: Map<unknown, { metatype: Class }> }>;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** Every HTTP route of the application: what the document is made of, and what the tests walk. */
export function routesOf(app: INestApplication): Route[] {
  const { container } = app as unknown as { container: Container };
  const routes: Route[] = [];
  for (const { controllers } of container.getModules().values()) {
    for (const { metatype } of controllers.values()) {
      const prefixes = [Reflect.getMetadata('path', metatype) as string | string[]].flat();
      for (const handler of Object.getOwnPropertyNames(metatype.prototype)) {
        const method = (metatype.prototype as Record<string, unknown>)[handler];
        if (handler === 'constructor' || typeof method !== 'function') continue;
        const paths = Reflect.getMetadata('path', method) as string | string[] | undefined;
        if (paths === undefined) continue;
        const permission = (Reflect.getMetadata(REQUIRES, method) ??
          Reflect.getMetadata(REQUIRES, metatype)) as string | undefined;
        for (const prefix of prefixes)
          for (const path of [paths].flat())
            routes.push({
              controller: metatype.name,
              handler,
              method: METHODS[Reflect.getMetadata('method', method) as number] ?? 'ALL',
              path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
              permission,
              parameters: (Reflect.getMetadata('design:paramtypes', metatype.prototype as object, handler) ??
                []) as unknown[],
            });
      }
    }
  }
  return routes;
}

/** The OpenAPI document of the application's routes; schemas of views are only referred to (see `contractSchemas`). */
export function documentOf(app: INestApplication, version: string): OpenAPIObject {
  const routes = routesOf(app);
  for (const route of routes)
    for (const parameter of route.parameters) if (isDto(parameter)) documentDto(parameter);
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Leerkring')
      .setDescription(
        'Errors are application/problem+json. Changing requests carry the header `X-Leerkring: 1` and come from the own origin.',
      )
      .setVersion(version)
      .addCookieAuth(
        sessionCookie({ publicUrl: 'https://leerkring.example' }),
        { type: 'apiKey', in: 'cookie' },
        'session',
      )
      .build(),
    { operationIdFactory: (controller, handler) => `${controller.replace(/Controller$/, '')}.${handler}` },
  );
  const permissions = new Map(
    routes.map((route) => [
      `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
      route.permission,
    ]),
  );
  const problem = { $ref: '#/components/schemas/ProblemView' };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      const permission = permissions.get(`${method} ${path}`);
      operation['x-requires'] = permission;
      if (permission !== 'public') operation.security = [{ session: [] }];
      delete operation.tags;
      operation.responses.default = {
        description: 'Problem',
        content: { 'application/problem+json': { schema: problem } },
      };
    }
  }
  return document;
}

interface Operation {
  responses: Record<string, unknown>;
  security?: unknown;
  tags?: unknown;
  'x-requires'?: string;
}
