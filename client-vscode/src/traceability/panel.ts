import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type Traceability, TraceabilityRequest } from '../protocol';
import type { FrameworkServer } from '../server/frameworkServer';
import type { FromPage, ToPage } from './messages';
import { page } from './page';

const viewType = 'frameworkLsp.traceability';

/** The traceability views, one for each delivery at most. They follow the documents and come back when the window is loaded again. */
export class TraceabilityPanels implements vscode.WebviewPanelSerializer<{ delivery: string }>, vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly server: FrameworkServer,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.disposables = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.onDidChangeDeliveries(() => this.refresh()),
      server.onDidChangeStatus((status) => {
        if (status.kind === 'ready') {
          void this.refresh();
        }
      }),
    ];
  }

  /** Shows the view of a delivery. */
  show(delivery: string, title: string): void {
    const open = this.panels.get(delivery);
    if (open !== undefined) {
      open.reveal();
      return;
    }

    this.adopt(vscode.window.createWebviewPanel(viewType, `Traceability: ${title}`, vscode.ViewColumn.Active, this.options), delivery);
  }

  /** A view from before the window was loaded again. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: { delivery: string } | undefined): Promise<void> {
    if (state?.delivery === undefined) {
      panel.dispose();
      return;
    }

    panel.webview.options = this.options;
    this.adopt(panel, state.delivery);
  }

  dispose(): void {
    for (const disposable of [...this.panels.values(), ...this.disposables]) {
      disposable.dispose();
    }
  }

  private get options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.files] };
  }

  private get files(): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'traceability');
  }

  private adopt(panel: vscode.WebviewPanel, delivery: string): void {
    this.panels.set(delivery, panel);
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'images', 'icon.png');
    panel.onDidDispose(() => this.panels.delete(delivery));
    panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(panel, delivery, message));
    const file = (name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(this.files, name)).toString();
    panel.webview.html = page({
      script: file('main.js'),
      style: file('style.css'),
      source: panel.webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
    });
  }

  private async receive(panel: vscode.WebviewPanel, delivery: string, message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      await this.send(panel, delivery);
      return;
    }

    const position = new vscode.Position(message.line, message.character);
    const uri = vscode.Uri.parse(message.uri);
    try {
      await vscode.window.showTextDocument(uri, {
        selection: new vscode.Range(position, position),
        viewColumn: vscode.ViewColumn.Beside,
        preview: true,
      });
    } catch {
      // Not a text: VS Code knows what to do with pictures and folders.
      await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.Beside);
    }
  }

  private async refresh(): Promise<void> {
    await Promise.all([...this.panels].map(([delivery, panel]) => this.send(panel, delivery)));
  }

  private async send(panel: vscode.WebviewPanel, delivery: string): Promise<void> {
    const trace = await this.ask(delivery);
    if (trace !== null) {
      panel.title = `Traceability: ${trace.title}`;
    }

    const message: ToPage = { type: 'show', trace };
    await panel.webview.postMessage(message);
  }

  private async ask(delivery: string): Promise<Traceability | null> {
    try {
      return (await this.server.running?.sendRequest(TraceabilityRequest, { delivery })) ?? null;
    } catch (error) {
      this.server.log.warn(`The traceability of ${delivery} is not known: ${error}`);
      return null;
    }
  }
}
