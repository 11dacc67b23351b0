import * as vscode from 'vscode';
import { DeliveriesRequest, type Delivery } from '../protocol';
import type { FrameworkServer } from '../server/frameworkServer';

/** The deliveries of the workspace as the server saw them last, and the context key that says whether there are any. */
export class Deliveries implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly Delivery[]>();
  private readonly disposables: vscode.Disposable[];
  private generation = 0;
  private current: readonly Delivery[] = [];

  readonly onDidChange = this.changed.event;

  constructor(private readonly server: FrameworkServer) {
    this.disposables = [
      this.changed,
      server.onDidChangeDeliveries(() => this.refresh()),
      server.onDidChangeStatus((status) => {
        if (status.kind === 'ready' || status.kind === 'failed' || status.kind === 'stopped') {
          void this.refresh();
        }
      }),
    ];
  }

  get all(): readonly Delivery[] {
    return this.current;
  }

  /** Asks the server anew. */
  async refresh(): Promise<void> {
    const generation = ++this.generation;
    const next = await this.ask();
    if (generation !== this.generation) {
      return;
    }

    this.current = next;
    await vscode.commands.executeCommand('setContext', 'frameworkLsp.hasDeliveries', next.length > 0);
    this.changed.fire(next);
  }

  /** The delivery that holds the document in the active editor; undefined when none does. */
  ofActiveEditor(): Delivery | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    return this.current.find(({ stages }) =>
      stages.some(({ documents }) => documents.some((document) => vscode.Uri.parse(document.uri).toString() === uri)),
    );
  }

  /** Lets the user choose one, unless there is only one; undefined when he does not, or there is none. */
  async choose(title: string): Promise<Delivery | undefined> {
    if (this.current.length <= 1) {
      return this.current[0];
    }

    const items = this.current.map((delivery) => ({
      label: delivery.title,
      description: delivery.requestId ?? '',
      detail: vscode.workspace.asRelativePath(vscode.Uri.parse(delivery.folder)),
      delivery,
    }));
    return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Choose a delivery', matchOnDescription: true }))?.delivery;
  }

  dispose(): void {
    for (const disposable of this.disposables) {
      disposable.dispose();
    }
  }

  private async ask(): Promise<readonly Delivery[]> {
    if (this.server.status.kind !== 'ready' && this.server.status.kind !== 'indexing') {
      return [];
    }

    try {
      return (await this.server.running?.sendRequest(DeliveriesRequest, {})) ?? [];
    } catch (error) {
      this.server.log.debug(`The deliveries are not known: ${error}`);
      return [];
    }
  }
}
