import * as vscode from 'vscode';
import { type DocumentStatus, DocumentStatusRequest } from '../protocol';
import type { FrameworkServer } from '../server/frameworkServer';
import { statusLook } from './statusLook';

/**
 * What the server knows of the document in the active editor, in the language status of the editor: only for framework documents and
 * configuration files, and for any Markdown document when the server failed. Also keeps the context key that menus ask for.
 */
export class LanguageStatus implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private item: vscode.LanguageStatusItem | undefined;
  private kind: string | undefined;
  private generation = 0;

  constructor(private readonly server: FrameworkServer) {
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.languages.onDidChangeDiagnostics((event) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (event.uris.some((uri) => uri.toString() === active)) {
          void this.refresh();
        }
      }),
      server.onDidChangeStatus(() => this.refresh()),
      server.onDidChangeDeliveries(() => this.refresh()),
    );
    void this.refresh();
  }

  /** Asks the server about the active document. */
  async refresh(): Promise<void> {
    const generation = ++this.generation;
    const document = vscode.window.activeTextEditor?.document;
    const status = document === undefined ? null : await this.ask(document);
    if (generation !== this.generation) {
      return;
    }

    const kind = status?.kind;
    if (kind !== this.kind) {
      this.kind = kind;
      await vscode.commands.executeCommand('setContext', 'frameworkLsp.documentKind', kind);
    }

    this.show(document, status);
  }

  dispose(): void {
    this.item?.dispose();
    for (const disposable of this.disposables) {
      disposable.dispose();
    }
  }

  private async ask(document: vscode.TextDocument): Promise<DocumentStatus | null> {
    if (document.languageId !== 'markdown' || (this.server.status.kind !== 'ready' && this.server.status.kind !== 'indexing')) {
      return null;
    }

    try {
      return (await this.server.running?.sendRequest(DocumentStatusRequest, { textDocument: { uri: document.uri.toString() } })) ?? null;
    } catch {
      // A server of another version does not know the request.
      return null;
    }
  }

  private show(document: vscode.TextDocument | undefined, status: DocumentStatus | null): void {
    const look =
      document === undefined ||
      vscode.languages.match({ language: 'markdown' }, document) +
        vscode.languages.match({ pattern: '**/.framework-lsp.yaml' }, document) ===
        0
        ? null
        : statusLook(this.server.status, status, document.languageId !== 'markdown');
    if (look === null || document === undefined) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }

    this.item ??= vscode.languages.createLanguageStatusItem('frameworkLsp.status', {});
    this.item.name = 'Framework LSP';
    this.item.selector = { pattern: document.uri.fsPath };
    this.item.text = look.text;
    this.item.detail = look.detail ?? '';
    this.item.busy = look.isBusy;
    this.item.severity = look.isError ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.item.command = { command: look.command.id, title: look.command.title };
  }
}
