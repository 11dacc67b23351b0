import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { Deliveries } from '../board/deliveries';
import type { BoardNode } from '../board/deliveryTree';
import { type Catalog, CatalogRequest, type Command, type Delivery, type DocumentCommandResult } from '../protocol';
import type { FrameworkServer } from '../server/frameworkServer';
import { levelItems, moduleItems } from './choices';

const title = 'New Document';

/** The commands that have the server write documents. What they ask can be given as arguments, for key bindings and tasks. */
export class DocumentCommands {
  constructor(
    private readonly server: FrameworkServer,
    private readonly deliveries: Deliveries,
  ) {}

  /** Writes the document that comes after the one in the editor, or after the one given. */
  async generateNext(uri = vscode.window.activeTextEditor?.document.uri): Promise<DocumentCommandResult | undefined> {
    return uri === undefined ? undefined : this.execute('frameworkLsp.nextDocument', { uri: uri.toString() });
  }

  /** Asks for folder, kind, level and modules and writes the document. */
  async create(choice?: {
    kind: string;
    level?: number;
    modules?: string[];
    folderUri?: string;
  }): Promise<DocumentCommandResult | undefined> {
    if (choice !== undefined) {
      return this.execute('frameworkLsp.newDocument', choice);
    }

    const folder = await chooseFolder();
    const catalog = folder === undefined ? undefined : await this.catalog();
    if (folder === undefined || catalog === undefined) {
      return undefined;
    }

    const kinds = catalog.kinds.map((kind) => ({
      label: kind.name,
      description: kind.stageName ?? '',
      detail: kind.path ?? '',
      choice: kind,
    }));
    const kind = (
      await vscode.window.showQuickPick(kinds, {
        title,
        placeHolder: 'Which kind of document?',
        matchOnDescription: true,
        matchOnDetail: true,
      })
    )?.choice;
    if (kind === undefined) {
      return undefined;
    }

    const argument = { kind: kind.id, folderUri: folder.uri.toString() };
    // The documents of a delivery say level and modules already.
    const known = this.deliveries.all.some((delivery) => delivery.folder === folder.uri.toString() && delivery.level);
    if (!kind.usesLevel || known) {
      return this.execute('frameworkLsp.newDocument', argument);
    }

    const level = await vscode.window.showQuickPick(levelItems(catalog.levels), {
      title,
      placeHolder: 'Which maturity level?',
      matchOnDetail: true,
    });
    const modules =
      level &&
      (await vscode.window.showQuickPick(moduleItems(catalog.modules), {
        title,
        placeHolder: 'Which optional modules? (none is an answer)',
        canPickMany: true,
        matchOnDescription: true,
      }));
    return modules && this.execute('frameworkLsp.newDocument', { ...argument, level: level.number, modules: modules.map(({ id }) => id) });
  }

  /** Writes what is missing or stale in a stage of the board. */
  async writeOfStage(node?: BoardNode): Promise<void> {
    if (node?.kind === 'stage' && node.stage.create) {
      await this.run(node.stage.create);
    }
  }

  /** Raises the level of a delivery, after showing what that demands. */
  async raise(node?: BoardNode, choice?: { level: number }): Promise<DocumentCommandResult | undefined> {
    const delivery = await this.deliveryOf(node, 'Raise Level');
    const catalog = delivery && (await this.catalog());
    const uri = delivery && anyDocument(delivery);
    if (catalog === undefined || uri === undefined || delivery === undefined) {
      return undefined;
    }

    const higher = catalog.levels.filter(({ number }) => number > (delivery.level ?? 0));
    if (higher.length === 0) {
      void vscode.window.showInformationMessage(`${delivery.title} has the highest level already.`);
      return undefined;
    }

    const level =
      choice?.level ??
      (
        await vscode.window.showQuickPick(levelItems(higher), {
          title: `Raise Level of ${delivery.title}`,
          placeHolder: `From ${delivery.level ?? '?'} to...`,
          matchOnDetail: true,
        })
      )?.number;
    return level === undefined
      ? undefined
      : this.change('frameworkLsp.raiseLevel', { uri, level }, `Raise ${delivery.title} to level ${level}?`, 'Raise', choice !== undefined);
  }

  /** Adds modules to a delivery, after showing what that demands. */
  async addModules(node?: BoardNode, choice?: { modules: string[] }): Promise<DocumentCommandResult | undefined> {
    const delivery = await this.deliveryOf(node, 'Add Module');
    const catalog = delivery && (await this.catalog());
    const uri = delivery && anyDocument(delivery);
    if (catalog === undefined || uri === undefined || delivery === undefined) {
      return undefined;
    }

    const others = catalog.modules.filter(({ name }) => !delivery.modules.includes(name));
    const modules =
      choice?.modules ??
      (
        await vscode.window.showQuickPick(moduleItems(others), {
          title: `Add Modules to ${delivery.title}`,
          canPickMany: true,
          matchOnDescription: true,
        })
      )?.map(({ id }) => id);
    return modules === undefined || modules.length === 0
      ? undefined
      : this.change(
          'frameworkLsp.addModule',
          { uri, modules },
          `Add ${modules.length === 1 ? 'a module' : `${modules.length} modules`} to ${delivery.title}?`,
          'Add',
          choice !== undefined,
        );
  }

  private async change(
    command: string,
    argument: object,
    question: string,
    yes: string,
    isSure: boolean,
  ): Promise<DocumentCommandResult | undefined> {
    if (!isSure) {
      const preview = await this.execute(command, { ...argument, dryRun: true });
      if (preview === undefined) {
        return undefined;
      }

      const detail = preview.notes.length > 0 ? preview.notes.map((note) => `• ${note}`).join('\n') : 'Nothing more is demanded.';
      if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) !== yes) {
        return undefined;
      }
    }

    return this.execute(command, argument);
  }

  private async deliveryOf(node: BoardNode | undefined, what: string): Promise<Delivery | undefined> {
    return node?.delivery ?? (await this.deliveries.choose(what));
  }

  private async catalog(): Promise<Catalog | undefined> {
    const client = await this.server.ready();
    return client?.sendRequest(CatalogRequest, {});
  }

  private async run({ command, arguments: args }: Command): Promise<void> {
    await this.execute(command, ...(args ?? []));
  }

  // A refusal of the server is an answer for the user, for example that nothing comes after a document.
  private async execute(command: string, ...args: unknown[]): Promise<DocumentCommandResult | undefined> {
    const client = await this.server.ready();
    try {
      return (await client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: args as never[] })) as
        | DocumentCommandResult
        | undefined;
    } catch (error) {
      void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}

const anyDocument = (delivery: Delivery): string | undefined => delivery.stages.flatMap(({ documents }) => documents)[0]?.uri;

/** The folder a command is about: the one of the active editor, else the only one, else the user's choice. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folder ?? (folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0]);
}
