import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as os from 'node:os';
import * as readline from 'node:readline';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  ShowMessageNotification,
  State,
} from 'vscode-languageclient/node';
import { deliveriesChanged } from '../protocol';
import { CrashCounter } from './crashes';
import { expandPath, type PathContext, serverExecutable } from './executable';
import { middleware } from './middleware';
import { isShown, type ShowNotifications } from './notifications';
import { TraceChannel } from './traceChannel';

/** What is known of the server. */
export type ServerStatus =
  | { kind: 'stopped' }
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'indexing'; message: string | undefined }
  | { kind: 'failed'; message: string };

const documents = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'markdown' },
  { scheme: 'file', pattern: '**/.framework-lsp.yaml' },
];

// The library pops up what it cannot do by itself; this client tells failures once, with something to do about them.
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Starts the language server when there is something for it, restarts it when it dies, and tells how it is. */
export class FrameworkServer implements vscode.Disposable {
  private readonly crashes = new CrashCounter();
  private readonly statusChanged = new vscode.EventEmitter<ServerStatus>();
  private readonly deliveriesChanged = new vscode.EventEmitter<void>();
  private readonly trace = new TraceChannel();
  private current: ServerStatus = { kind: 'stopped' };
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();
  private process: ChildProcess | undefined;

  /** The server's log and what the client has to say. */
  readonly log = vscode.window.createOutputChannel('Framework LSP', { log: true });
  readonly onDidChangeStatus = this.statusChanged.event;
  readonly onDidChangeDeliveries = this.deliveriesChanged.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  get status(): ServerStatus {
    return this.current;
  }

  /** Name and version as the running server says them; undefined before it does. */
  get serverInfo(): { name: string; version?: string } | undefined {
    return this.client?.initializeResult?.serverInfo;
  }

  /** The id of the server's process; undefined when there is none. */
  get processId(): number | undefined {
    return this.process?.exitCode === null && this.process.signalCode === null ? this.process.pid : undefined;
  }

  /** The file that is started. */
  get executable(): string {
    return serverExecutable(this.setting('server.path', ''), this.context.extensionPath, this.paths);
  }

  /** Whether a document is one that the server looks at. */
  static concerns(document: vscode.TextDocument): boolean {
    return vscode.languages.match(documents, document) > 0;
  }

  /** The client of the running server; undefined while there is none. Starts nothing. */
  get running(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  /** The client of the running server, which is started first if need be; undefined when it cannot be had. */
  async ready(): Promise<LanguageClient | undefined> {
    await this.start();
    if (this.current.kind === 'starting') {
      // It is being started again by the library, which says when it is done.
      await this.client?.start().catch(() => {});
    }

    return this.running;
  }

  /** Starts the server unless it runs or failed. Never throws: a failure is a status. */
  start(): Promise<void> {
    return this.inTurn(async () => {
      if (this.client === undefined && this.current.kind !== 'failed') {
        await this.launch();
      }
    });
  }

  /** Stops the server if it runs and starts it anew, with the settings of now. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      this.crashes.reset();
      await this.launch();
    });
  }

  /** Stops the server if it runs. */
  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  /** Says how far the server is with reading folders. */
  reportProgress(isBusy: boolean, message: string | undefined): void {
    if (this.current.kind === 'ready' || this.current.kind === 'indexing') {
      this.set(isBusy ? { kind: 'indexing', message } : { kind: 'ready' });
    }
  }

  showTrace(): void {
    this.trace.show();
  }

  dispose(): void {
    this.trace.dispose();
    this.log.dispose();
    this.statusChanged.dispose();
    this.deliveriesChanged.dispose();
  }

  // Starting and stopping wait for each other.
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step, step);
    return this.turn;
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch((error) => this.log.warn(`Stopping the server failed: ${error}`));
    this.set({ kind: 'stopped' });
  }

  private async launch(): Promise<void> {
    const command = this.executable;
    const log = expandPath(this.setting('server.log', ''), this.paths);
    const args = ['serve', ...(log.length > 0 ? ['--log', log] : []), ...this.setting<string[]>('server.args', [])];
    this.log.info(`Starting ${[command, ...args].join(' ')}`);
    this.set({ kind: 'starting' });
    const client = new QuietClient('frameworkLsp', 'Framework LSP', () => this.spawn(command, args), this.options());
    this.client = client;
    client.registerFeature({
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { ...capabilities.experimental, frameworkLsp: { deliveriesChanged: true } };
      },
      initialize: () => {},
      getState: () => ({ kind: 'static' }),
      clear: () => {},
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) {
        return;
      }

      if (newState === State.Running) {
        this.set({ kind: 'ready' });
      } else if (newState === State.Starting) {
        this.set({ kind: 'starting' });
      }
    });
    client.onNotification(deliveriesChanged, () => this.deliveriesChanged.fire());
    client.onNotification(ShowMessageNotification.type, ({ type, message }) => {
      this.log.info(message);
      if (isShown(type, this.setting<ShowNotifications>('showNotifications', 'always'))) {
        const show =
          [vscode.window.showInformationMessage, vscode.window.showErrorMessage, vscode.window.showWarningMessage][type] ??
          vscode.window.showInformationMessage;
        void show(message);
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.fail(`The server does not start: ${error instanceof Error ? error.message : error}`);
    }
  }

  // Started here rather than by the library, so that a missing executable is told as what it is.
  private async spawn(command: string, args: string[]): Promise<ChildProcess> {
    const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const started = spawn(command, args, { ...(cwd === undefined ? {} : { cwd }), stdio: 'pipe' });
    started.on('error', (error) => this.log.error(`${command}: ${error.message}`));
    started.on('exit', (code, signal) => this.log.info(`The server ended (${signal ?? code}).`));
    if (started.pid === undefined) {
      const [error] = await once(started, 'error');
      throw new Error(`${command}: ${error.message}`);
    }

    this.process = started;
    return started;
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: documents,
      // The name that the server gives to diagnostics it is asked for. The problem matcher of the task has it too: what both find is one.
      diagnosticCollectionName: 'framework-lsp',
      outputChannel: this.log,
      traceOutputChannel: this.trace,
      // VS Code's own Markdown support has outline, links and paths already.
      initializationOptions: { ...vscode.workspace.getConfiguration('frameworkLsp'), markdownLinks: false, markdownOutline: false },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
      middleware: middleware(this),
      // Lines of the server's log carry their level.
      stdioOptions: {
        stdout: () => {},
        stderr: (input, channel) => {
          readline
            .createInterface({ input })
            .on('line', (line) =>
              / (ERR|FTL) /.test(line) ? channel.error(line) : / WRN /.test(line) ? channel.warn(line) : channel.info(line),
            );
        },
      },
    };
  }

  private closed() {
    if (this.crashes.mayRestart()) {
      this.log.warn('The server ended unexpectedly and is started again.');
      return { action: CloseAction.Restart, handled: true };
    }

    this.fail(`The server ended ${this.crashes.limit} times in ${this.crashes.window / 60000} minutes and is not started again.`);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private fail(message: string): void {
    this.log.error(message);
    this.set({ kind: 'failed', message });
    void vscode.window.showErrorMessage(`Framework LSP: ${message}`, 'Show Logs', 'Restart Server').then((choice) => {
      if (choice === 'Show Logs') {
        this.log.show();
      } else if (choice === 'Restart Server') {
        void this.restart();
      }
    });
  }

  private set(status: ServerStatus): void {
    this.current = status;
    this.statusChanged.fire(status);
  }

  private get paths(): PathContext {
    return { home: os.homedir(), workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, env: process.env };
  }

  private setting<T>(name: string, fallback: T): T {
    return vscode.workspace.getConfiguration('frameworkLsp').get<T>(name, fallback);
  }

  /** Takes over settings that the library does not follow itself. */
  refreshTrace(): void {
    this.trace.refresh();
  }
}
