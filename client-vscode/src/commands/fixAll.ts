import * as vscode from 'vscode';

const kind = 'source.fixAll.frameworkLsp';

/** Applies all safe fixes to the document in the editor. Answers whether anything changed. */
export async function fixAll(): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    return false;
  }

  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    1,
  );
  const edit = actions.find((action) => action.kind?.value === kind)?.edit;
  if (edit === undefined) {
    vscode.window.setStatusBarMessage('Framework LSP: nothing to fix', 5000);
    return false;
  }

  return vscode.workspace.applyEdit(edit);
}
