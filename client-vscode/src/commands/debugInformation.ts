import * as os from 'node:os';
import * as vscode from 'vscode';
import type { Deliveries } from '../board/deliveries';
import type { FrameworkServer } from '../server/frameworkServer';

/** What a bug report needs, as Markdown; holds no text of documents. */
export function debugInformation(server: FrameworkServer, deliveries: Deliveries, extensionVersion: string): string {
  const settings = vscode.workspace.getConfiguration('frameworkLsp');
  const names = [
    'enable',
    'run',
    'diagnosticMode',
    'configPath',
    'ruleUrl',
    'codeLens.enable',
    'codeLens.stage',
    'codeLens.requirements',
    'inlayHints.enable',
    'inlayHints.levels',
    'inlayHints.thresholds',
    'inlayHints.titles',
    'inlayHints.modules',
    'showNotifications',
    'server.path',
    'server.args',
    'server.log',
    'trace.server',
  ];
  const diagnostics = vscode.languages.getDiagnostics().flatMap(([, list]) => list.filter(({ source }) => source === 'framework-lsp'));
  const status = server.status;
  return [
    '### Framework LSP',
    '',
    `- Extension: ${extensionVersion}`,
    `- Server: ${server.serverInfo ? `${server.serverInfo.name} ${server.serverInfo.version ?? ''}` : 'not running'} (${status.kind}${status.kind === 'failed' ? `: ${status.message}` : ''})`,
    `- Executable: ${server.executable}`,
    `- Editor: ${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}${vscode.env.remoteName ? `, remote ${vscode.env.remoteName}` : ''}`,
    `- System: ${os.platform()} ${os.release()} ${os.arch()}`,
    `- Workspace: ${vscode.workspace.workspaceFolders?.length ?? 0} folders, ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `- Deliveries: ${deliveries.all.length}; findings: ${diagnostics.length}`,
    '',
    '```json',
    JSON.stringify(Object.fromEntries(names.map((name) => [`frameworkLsp.${name}`, settings.get(name)])), null, 2),
    '```',
    '',
  ].join('\n');
}
