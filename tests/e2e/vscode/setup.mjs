// Installs a real VS Code (code-server) from npm into this folder, without compiling anything. Does nothing when it is there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const stamp = path.join(here, '.installed');
const wanted = createHash('sha256').update(readFileSync(path.join(here, 'package-lock.json'))).digest('hex');

function npm(folder, ...args) {
  const run = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) {
    throw new Error(`npm ${args[0]} failed in ${folder}`);
  }
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(stamp, { force: true });
  npm(here, 'ci');
  // The part that is VS Code pins its packages in a shrinkwrap that "npm ci" refuses; "npm install" follows it.
  const vscode = path.join(here, 'node_modules/code-server/lib/vscode');
  npm(vscode, 'install', '--omit=dev');
  for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
    rmSync(path.join(vscode, unused), { recursive: true, force: true });
  }

  writeFileSync(stamp, wanted);
}
