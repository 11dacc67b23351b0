import * as vscode from 'vscode';
import type { FrameworkServer } from '../server/frameworkServer';

const type = 'framework-lsp';

interface LintDefinition extends vscode.TaskDefinition {
  paths?: string[];
  args?: string[];
}

/** Offers "framework-lsp lint" as a task for each folder, and completes the ones of tasks.json. */
export class LintTasks implements vscode.TaskProvider {
  constructor(private readonly server: FrameworkServer) {}

  register(): vscode.Disposable {
    return vscode.tasks.registerTaskProvider(type, this);
  }

  provideTasks(): vscode.Task[] {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => this.of({ type }, folder));
  }

  resolveTask(task: vscode.Task): vscode.Task {
    return this.of(task.definition as LintDefinition, task.scope ?? vscode.TaskScope.Workspace);
  }

  /** The task of a folder. */
  of(definition: LintDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
    const args = ['lint', ...(definition.paths ?? []), '--format', 'concise', '--allow-empty', ...(definition.args ?? [])];
    const cwd = typeof scope === 'object' ? { cwd: scope.uri.fsPath } : {};
    const task = new vscode.Task(
      definition,
      scope,
      'lint',
      type,
      new vscode.ProcessExecution(this.server.executable, args, cwd),
      '$framework-lsp',
    );
    task.group = vscode.TaskGroup.Test;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
    return task;
  }
}

/**
 * Shows the findings of all documents in the Problems panel. Where the server reports open documents only, the task finds the others.
 */
export async function lintWorkspace(server: FrameworkServer, tasks: LintTasks): Promise<void> {
  const silent = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.getConfiguration('frameworkLsp', uri).get('diagnosticMode') === 'openFilesOnly',
  );
  for (const folder of silent) {
    await ended(folder);
    await vscode.tasks.executeTask(tasks.of({ type }, folder));
  }

  // Reading the folders anew would take back what the tasks find.
  if (silent.length === 0 && (await server.ready()) !== undefined) {
    await vscode.commands.executeCommand('frameworkLsp.reindex');
  }

  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Waits for the task of a folder that is still running: starting it a second time would ask the user what to do with the first. */
async function ended(folder: vscode.WorkspaceFolder): Promise<void> {
  const isOurs = ({ task }: vscode.TaskExecution): boolean =>
    task.definition.type === type && typeof task.scope === 'object' && task.scope.uri.toString() === folder.uri.toString();
  if (!vscode.tasks.taskExecutions.some(isOurs)) {
    return;
  }

  await new Promise<void>((resolve) => {
    const subscription = vscode.tasks.onDidEndTask(({ execution }) => {
      if (isOurs(execution)) {
        subscription.dispose();
        resolve();
      }
    });
  });
}
