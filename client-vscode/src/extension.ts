import * as vscode from 'vscode';
import { Deliveries } from './board/deliveries';
import { type BoardNode, DeliveryTree } from './board/deliveryTree';
import { openConfiguration } from './commands/configuration';
import { debugInformation } from './commands/debugInformation';
import { DocumentCommands } from './commands/documents';
import { explainRuleAtCursor, RulePages } from './commands/explainRule';
import { fixAll } from './commands/fixAll';
import { LintTasks, lintWorkspace } from './commands/lintTask';
import { FrameworkServer } from './server/frameworkServer';
import { LanguageStatus } from './status/languageStatus';
import { TraceabilityPanels } from './traceability/panel';

/** What other extensions, and the tests, can ask for. */
export interface FrameworkLspApi {
  /** Waits for the server; false when it cannot be had. */
  ready(): Promise<boolean>;
  /** How the server is. */
  status(): FrameworkServer['status'];
  /** The id of the server's process; undefined when there is none. */
  serverProcessId(): number | undefined;
  /** The file that is started as the server. */
  executable(): string;
  deliveries: Deliveries;
  tree: DeliveryTree;
}

let server: FrameworkServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<FrameworkLspApi> {
  const running = new FrameworkServer(context);
  server = running;
  const deliveries = new Deliveries(running);
  const tree = new DeliveryTree(deliveries);
  const view = vscode.window.createTreeView<BoardNode>('frameworkLsp.deliveries', { treeDataProvider: tree, showCollapseAll: true });
  const panels = new TraceabilityPanels(running, context.extensionUri);
  const documents = new DocumentCommands(running, deliveries);
  const tasks = new LintTasks(running);
  const version = String(context.extension.packageJSON.version);
  const commands: Record<string, (...args: never[]) => unknown> = {
    'frameworkLsp.generateNextDocument': (uri?: vscode.Uri) => documents.generateNext(uri),
    'frameworkLsp.createDocument': (choice?: Parameters<DocumentCommands['create']>[0]) => documents.create(choice),
    'frameworkLsp.createStageDocument': (node?: BoardNode) => documents.writeOfStage(node),
    'frameworkLsp.updateStageDocument': (node?: BoardNode) => documents.writeOfStage(node),
    'frameworkLsp.raiseDeliveryLevel': (node?: BoardNode, choice?: { level: number }) => documents.raise(node, choice),
    'frameworkLsp.addDeliveryModule': (node?: BoardNode, choice?: { modules: string[] }) => documents.addModules(node, choice),
    'frameworkLsp.showDeliveryBoard': () => vscode.commands.executeCommand('frameworkLsp.deliveries.focus'),
    'frameworkLsp.refreshDeliveryBoard': () => deliveries.refresh(),
    'frameworkLsp.showTraceability': async (node?: BoardNode) => {
      const delivery = node?.delivery ?? deliveries.ofActiveEditor() ?? (await deliveries.choose('Traceability'));
      if (delivery !== undefined) {
        panels.show(delivery.id, delivery.title);
      }
    },
    'frameworkLsp.fixAll': () => fixAll(),
    'frameworkLsp.lintWorkspace': () => lintWorkspace(running, tasks),
    'frameworkLsp.explainRuleAtCursor': () => explainRuleAtCursor(running),
    'frameworkLsp.openConfiguration': () => openConfiguration(running),
    'frameworkLsp.restartServer': () => running.restart(),
    'frameworkLsp.showLogs': () => running.log.show(),
    'frameworkLsp.showTrace': () => running.showTrace(),
    'frameworkLsp.copyDebugInformation': async () => {
      await vscode.env.clipboard.writeText(debugInformation(running, deliveries, version));
      vscode.window.setStatusBarMessage('Framework LSP: debug information copied', 5000);
    },
  };
  context.subscriptions.push(
    running,
    deliveries,
    tree,
    view,
    panels,
    new LanguageStatus(running),
    new RulePages(running).register(),
    tasks.register(),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(running, [document])),
    vscode.workspace.onDidChangeConfiguration((event) => settingsChanged(running, event)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.status.kind !== 'stopped' && running.restart()),
  );
  void startForWorkspace(running);
  return {
    ready: async () => (await running.ready()) !== undefined,
    status: () => running.status,
    serverProcessId: () => running.processId,
    executable: () => running.executable,
    deliveries,
    tree,
  };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}

// YAML files wake the extension as well, for the sake of a configuration outside of the workspace; most of them are none of its business.
async function startForWorkspace(running: FrameworkServer): Promise<void> {
  const isOpen = await startFor(running, vscode.workspace.textDocuments);
  if (!isOpen && (await vscode.workspace.findFiles('**/.framework-lsp.yaml', '**/node_modules/**', 1)).length > 0) {
    await running.start();
  }
}

async function startFor(running: FrameworkServer, documents: readonly vscode.TextDocument[]): Promise<boolean> {
  const isConcerned = documents.some((document) => FrameworkServer.concerns(document));
  if (isConcerned) {
    await running.start();
  }

  return isConcerned;
}

async function settingsChanged(running: FrameworkServer, event: vscode.ConfigurationChangeEvent): Promise<void> {
  if (event.affectsConfiguration('frameworkLsp.trace')) {
    running.refreshTrace();
  }

  if (event.affectsConfiguration('frameworkLsp.server') && running.status.kind !== 'stopped') {
    await running.restart();
  }
}
