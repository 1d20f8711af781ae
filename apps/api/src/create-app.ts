import { randomUUID, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { NestLog, type Config } from '#libs/platform';
import { AppModule } from './app.module.js';
import { validation } from './http/validation.js';

/** Largest upload, in bytes (models/security.md #13). */
const UPLOAD_LIMIT = 20 * 1024 * 1024;
const NONCE = /__CSP_NONCE__/g;

/** The api as a Nest application on Fastify, ready to `listen`. */
export async function createApp(config: Config, source?: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // embedded there is no proxy; behind one, only its own (private) address may name the client's
    trustProxy: config.embedded ? false : ['loopback', 'linklocal', 'uniquelocal'],
    bodyLimit: 1024 * 1024,
    logger: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, source), adapter, {
    logger: new NestLog(),
    abortOnError: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart as never, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
  });
  registerStreams(fastify);
  await registerHeaders(app, config);
  registerPages(app, fastify, config);
  app.useGlobalPipes(validation());
  app.useWebSocketAdapter(new IoAdapter(app));
  return app;
}

/** Large files are read while they arrive, by the one route that takes them; anywhere else such a body is refused unread. */
function registerStreams(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (request.routeOptions.url === '/api/data-sets/:id/file') done(null, payload);
    else done(Object.assign(new Error('This route takes no file.'), { statusCode: 415 }), undefined);
  });
}

async function registerHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  const https = config.publicUrl.startsWith('https:');
  await app.register(fastifyHelmet as never, {
    global: true,
    enableCSPNonces: false,
    contentSecurityPolicy: false, // set per answer below: pages carry a nonce
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) {
      void reply.header('cache-control', 'no-store');
      void reply.header('content-security-policy', `default-src 'none'; frame-ancestors 'none'`);
    }
  });
}

/** Content-Security-Policy of a page: own scripts only, styles by nonce, nothing framed (models/security.md #11). */
function pagePolicy(nonce: string, config: Config): string {
  const socket = config.publicUrl.replace(/^http/, 'ws');
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'none'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${socket}`,
    `frame-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The built web client: hashed assets for a year, every other path is the page itself. */
function registerPages(app: NestFastifyApplication, fastify: FastifyInstance, config: Config): void {
  const root = resolve(config.webDir);
  if (!existsSync(join(root, 'index.html'))) return;
  void app.register(fastifyStatic as never, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    wildcard: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|socket\.io|assets)(\/|$)/.test(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce, config))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace(NONCE, nonce));
  });
}
