// Bundles the extension (Node), the webview (browser) and, with --tests, the unit tests.

import { readdirSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { build, context } from 'esbuild';

const isWatch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  sourcemap: isWatch,
  logLevel: 'info',
};

if (process.argv.includes('--tests')) {
  const files = readdirSync('test', { recursive: true }).filter((file) => /\.(test|api)\.ts$/.test(file));
  // "unit/x.test.ts" becomes out/unit/x.test.js, and "api/x.api.ts" out/api/x.js, which code-server starts.
  const entryPoints = files.map((file) => ({ in: `test/${file}`, out: file.replace(/(\.api)?\.ts$/, '') }));
  await build({ ...node, entryPoints, outdir: 'out', logLevel: 'warning' });
} else {
  await mkdir('schemas', { recursive: true });
  await cp('../server/Schemas/framework-lsp.schema.json', 'schemas/framework-lsp.schema.json');
  await cp('../LICENSE', 'LICENSE');
  const options = [
    { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: !isWatch },
    {
      entryPoints: ['src/traceability/webview/main.ts', 'src/traceability/webview/style.css'],
      outdir: 'dist/traceability',
      bundle: true,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      minify: !isWatch,
      logLevel: 'info',
    },
  ];
  for (const option of options) {
    if (isWatch) {
      await (await context(option)).watch();
    } else {
      await build(option);
    }
  }
}
