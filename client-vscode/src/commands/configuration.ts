import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { FrameworkServer } from '../server/frameworkServer';
import { chooseFolder } from './documents';

const fileName = '.framework-lsp.yaml';

/** Opens the configuration of a folder; one that is not there is written by "framework-lsp init", every key explained and commented out. */
export async function openConfiguration(server: FrameworkServer): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) {
    return;
  }

  const file = vscode.Uri.joinPath(folder.uri, fileName);
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    try {
      await promisify(execFile)(server.executable, ['init'], { cwd: folder.uri.fsPath });
    } catch (error) {
      server.log.error(`${fileName} was not written: ${error}`);
      void vscode.window.showErrorMessage(`${fileName} was not written.`, 'Show Logs').then((choice) => choice && server.log.show());
      return;
    }
  }

  await vscode.window.showTextDocument(file);
}
