import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { type Plugin, defaultClientConditions, defineConfig } from 'vite';

const api = 'http://127.0.0.1:3000';

/** Writes .br and .gz beside every text asset once, so that no server compresses them per request. */
function compressed(): Plugin {
  return {
    name: 'leerkring-compressed',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/^assets\/.*\.(js|css|svg)$/.test(name)) continue;
        const path = join(options.dir ?? '', name);
        const text = readFileSync(path);
        if (text.length < 1024) continue;
        const size = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
        writeFileSync(`${path}.br`, brotliCompressSync(text, { params: size }));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  // The server puts a fresh nonce here with every page; Mantine's style element carries it.
  html: { cspNonce: '__CSP_NONCE__' },
  // `source` lets #libs/contracts resolve to its TypeScript source, as in the rest of the monorepo.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // Styles and fonts stay files: the content security policy then needs no data: source for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs changes rarely: one file that stays cached between releases.
            {
              name: 'platform',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/,
              priority: 30,
            },
            // The frame and what it is made of, instead of twenty crumbs.
            { name: 'frame', tags: ['$initial'], test: /\.(tsx?|m?js)$/, priority: 10 },
            // The words of the frame travel together, one file per language.
            {
              name: 'words-nl',
              test: /src[\\/]i18n[\\/]nl[\\/](app|components|problems)\.json/,
              priority: 20,
            },
            {
              name: 'words-en',
              test: /src[\\/]i18n[\\/]en[\\/](app|components|problems)\.json/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
});
