import * as vscode from 'vscode';
import type { Delivery, DeliveryStage, StageDocument } from '../protocol';
import type { Deliveries } from './deliveries';
import { coverage, deliveryText, documentText, findingsText, type IconLook, stageText, stateIcon, stateName } from './stageLook';

/** A line of the delivery board. */
export type BoardNode =
  | { kind: 'delivery'; delivery: Delivery }
  | { kind: 'requirements'; delivery: Delivery }
  | { kind: 'stage'; delivery: Delivery; stage: DeliveryStage }
  | { kind: 'document'; delivery: Delivery; stage: DeliveryStage; document: StageDocument };

const icon = ({ icon, color }: IconLook): vscode.ThemeIcon =>
  new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));

/** The delivery board: deliveries, their stages, the documents of a stage that has several. */
export class DeliveryTree implements vscode.TreeDataProvider<BoardNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly deliveries: Deliveries) {
    this.subscription = deliveries.onDidChange(() => this.changed.fire());
  }

  getChildren(node?: BoardNode): BoardNode[] {
    switch (node?.kind) {
      case undefined:
        return this.deliveries.all.map((delivery) => ({ kind: 'delivery', delivery }));
      case 'delivery': {
        const { delivery } = node;
        const stages = delivery.stages.map((stage): BoardNode => ({ kind: 'stage', delivery, stage }));
        return delivery.requirements.total > 0 ? [{ kind: 'requirements', delivery }, ...stages] : stages;
      }
      case 'stage':
        return node.stage.documents.length > 1
          ? node.stage.documents.map((document) => ({ kind: 'document', delivery: node.delivery, stage: node.stage, document }))
          : [];
      default:
        return [];
    }
  }

  getParent(node: BoardNode): BoardNode | undefined {
    switch (node.kind) {
      case 'delivery':
        return undefined;
      case 'document':
        return { kind: 'stage', delivery: node.delivery, stage: node.stage };
      default:
        return { kind: 'delivery', delivery: node.delivery };
    }
  }

  getTreeItem(node: BoardNode): vscode.TreeItem {
    switch (node.kind) {
      case 'delivery':
        return this.deliveryItem(node.delivery);
      case 'requirements':
        return this.requirementsItem(node.delivery);
      case 'stage':
        return this.stageItem(node.delivery, node.stage);
      default:
        return this.documentItem(node.delivery, node.document);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private deliveryItem(delivery: Delivery): vscode.TreeItem {
    const item = new vscode.TreeItem(delivery.title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = delivery.id;
    item.description = deliveryText(delivery);
    item.contextValue = 'delivery';
    item.iconPath = new vscode.ThemeIcon(
      'package',
      new vscode.ThemeColor(
        delivery.findings.errors > 0
          ? 'list.errorForeground'
          : delivery.findings.warnings > 0
            ? 'list.warningForeground'
            : 'icon.foreground',
      ),
    );
    const lines = [
      `**${delivery.title}**${delivery.requestId ? ` (${delivery.requestId})` : ''}`,
      delivery.level ? `Level ${delivery.level}${delivery.levelName ? ` - ${delivery.levelName}` : ''}` : '',
      delivery.modules.length > 0 ? `Modules: ${delivery.modules.join(', ')}` : '',
      findingsText(delivery.findings) || 'No findings',
    ];
    item.tooltip = new vscode.MarkdownString(lines.filter((line) => line.length > 0).join('\n\n'));
    item.accessibilityInformation = { label: `Delivery ${delivery.title}, ${item.description}` };
    return item;
  }

  private requirementsItem(delivery: Delivery): vscode.TreeItem {
    const item = new vscode.TreeItem('Requirements');
    const parts = coverage(delivery.requirements);
    item.id = `${delivery.id}#requirements`;
    item.description =
      parts?.map(({ label, percent }) => `${label.toLowerCase()} ${percent} %`).join(' · ') ?? `${delivery.requirements.total} descoped`;
    item.iconPath = new vscode.ThemeIcon('type-hierarchy');
    item.tooltip =
      parts
        ?.map(({ label, count }) => `${label}: ${count} of ${delivery.requirements.total - delivery.requirements.descoped}`)
        .join('\n') ?? '';
    item.contextValue = 'delivery.requirements';
    item.command = { command: 'frameworkLsp.showTraceability', title: 'Show Traceability', arguments: [{ kind: 'delivery', delivery }] };
    return item;
  }

  private stageItem(delivery: Delivery, stage: DeliveryStage): vscode.TreeItem {
    const [only, ...others] = stage.documents;
    const item = new vscode.TreeItem(
      `${stage.id} ${stage.name}`,
      others.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    item.id = `${delivery.id}#${stage.id}`;
    item.description = stageText(stage);
    item.iconPath = icon(stateIcon(stage.state));
    item.contextValue = stage.create ? (only === undefined ? 'stage.creatable' : 'stage.updatable') : 'stage';
    item.tooltip = [
      `Stage ${stage.id}, ${stage.name}: ${stateName(stage.state)}`,
      ...stage.documents.flatMap(({ lacks }) => lacks ?? []),
      stage.create?.title ?? '',
    ]
      .filter((line) => line.length > 0)
      .join('\n');
    item.accessibilityInformation = { label: `Stage ${stage.id}, ${stage.name}, ${item.description}` };
    if (only !== undefined && others.length === 0) {
      item.resourceUri = vscode.Uri.parse(only.uri);
      item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(only.uri)] };
    }

    return item;
  }

  private documentItem(delivery: Delivery, document: StageDocument): vscode.TreeItem {
    const item = new vscode.TreeItem(document.title || document.kindName);
    const uri = vscode.Uri.parse(document.uri);
    item.id = `${delivery.id}#${document.uri}`;
    item.description = documentText(document);
    item.iconPath = icon(stateIcon(document.isStale ? 'stale' : document.state));
    item.contextValue = 'document';
    item.resourceUri = uri;
    item.tooltip = [`${document.kindName}: ${vscode.workspace.asRelativePath(uri)}`, ...(document.lacks ?? [])].join('\n');
    item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
    return item;
  }
}
