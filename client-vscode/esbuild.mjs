// Bundles the extension (Node), the webview (browser) and, with --tests, the unit tests.

import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
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
  // On the page of an extension VS Code shows pictures from web sites only; there the walkthrough has to do.
  const readme = await readFile('README.md', 'utf8');
  await mkdir('dist', { recursive: true });
  await writeFile('dist/README.md', readme.replace(/^ *!\[[^\]]*\]\([^)]+\.png\)\n\n?/gm, ''));
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
  const bundled = new Set();
  for (const option of options) {
    if (isWatch) {
      await (await context(option)).watch();
    } else {
      const { metafile } = await build({ ...option, metafile: true });
      for (const input of Object.keys(metafile.inputs)) {
        bundled.add(input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
      }
    }
  }

  // The licences of what is in the bundle ask to be passed on.
  const notices = [...bundled]
    .filter((name) => name !== undefined)
    .sort()
    .map(async (name) => {
      const folder = `node_modules/${name}`;
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      return `${name}\n${'='.repeat(name.length)}\n\n${file === undefined ? '' : await readFile(`${folder}/${file}`, 'utf8')}`;
    });
  if (notices.length > 0) {
    await writeFile('dist/THIRD-PARTY.txt', (await Promise.all(notices)).join('\n\n'));
  }
}
