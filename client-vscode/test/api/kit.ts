// What the tests in the extension host have in common.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FrameworkLspApi } from '../../src/extension';

type Tests = Record<string, () => unknown>;

/** The entry point of a script of tests: runs them in order, tells each, and fails when one failed. */
export const suite =
  (tests: Tests): (() => Promise<void>) =>
  async () => {
    const failed: string[] = [];
    // VS Code starts the tests before it has read a .code-workspace file when the machine is busy.
    await until('the folders of the window', () => vscode.workspace.workspaceFolders?.length);
    for (const [name, test] of Object.entries(tests)) {
      try {
        await test();
        console.log(`ok ${name}`);
      } catch (error) {
        failed.push(name);
        console.error(`not ok ${name}: ${error instanceof Error ? error.stack : error}`);
      }
    }

    assert.deepEqual(failed, []);
  };

/** Waits until something is there. */
export async function until<T>(what: string, ask: () => T | Promise<T>, patience = 20_000): Promise<NonNullable<Awaited<T>>> {
  for (const end = Date.now() + patience; ; ) {
    const answer = await ask();
    if (answer) {
      return answer as NonNullable<Awaited<T>>;
    }

    if (Date.now() > end) {
      throw new Error(`waited in vain for ${what}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The extension, active and with its server ready. */
export async function extension(): Promise<FrameworkLspApi> {
  const found = vscode.extensions.getExtension<FrameworkLspApi>('framework-lsp.framework-lsp');
  assert.ok(found, 'the extension is not installed');
  const api = await found.activate();
  assert.ok(await api.ready(), `the server is not ready: ${JSON.stringify(api.status())}`);
  return api;
}

/** The address of a file in a workspace folder. */
export function uriOf(path: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder];
  assert.ok(root, `there is no folder ${folder}`);
  return vscode.Uri.joinPath(root.uri, path);
}

/** Opens a file in the editor. */
export async function open(path: string, folder = 0): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path, folder)), { preview: false });
}

/** The findings of a rule in a file, or all of them. */
export function findings(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === 'framework-lsp' && (rule === undefined || ruleOf(code) === rule));
}

/** The id of a rule in the code of a diagnostic. */
export const ruleOf = (code: vscode.Diagnostic['code']): string => String(typeof code === 'object' ? code.value : code);

/** The one finding of a rule, as soon as it is there. */
export const finding = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> =>
  until(`${rule} in ${uri.path}`, () => findings(uri, rule)[0]);

/** Waits until a rule finds nothing in a file any more. */
export const gone = (uri: vscode.Uri, rule?: string): Promise<true> =>
  until(`no ${rule ?? 'finding'} in ${uri.path}`, () => (findings(uri, rule).length === 0 ? true : undefined));

/** The position right behind a text in a document. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in ${document.uri.path}`);
  return document.positionAt(at + text.length);
}

/** Replaces a text in a document, as typing does. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const end = behind(editor.document, text);
  const range = new vscode.Range(editor.document.positionAt(editor.document.offsetAt(end) - text.length), end);
  assert.ok(await editor.edit((builder) => builder.replace(range, by)));
}

/** Changes a setting of the workspace, and of a folder when one is given. */
export async function set(name: string, value: unknown, folder?: number): Promise<void> {
  const scope = folder === undefined ? undefined : vscode.workspace.workspaceFolders?.[folder];
  const target = folder === undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
  await vscode.workspace.getConfiguration('frameworkLsp', scope).update(name, value, target);
}

/** Asks a provider, again when VS Code gave up because something changed meanwhile. */
export async function provided<T>(command: string, ...args: unknown[]): Promise<T> {
  const answer = await until(command, async () => {
    try {
      return { value: await vscode.commands.executeCommand<T>(command, ...args) };
    } catch (error) {
      if (!/cancel/i.test(String(error))) {
        throw error;
      }

      return undefined;
    }
  });
  return answer.value;
}

/** The texts of hovers. */
export async function hover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await provided<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

/** The code actions of a kind at a place, with their edits. */
export async function actions(uri: vscode.Uri, range: vscode.Range, kind: string): Promise<vscode.CodeAction[]> {
  return provided<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 50);
}

/**
 * The code action with this in its title, as soon as it is offered. VS Code answers with nothing when an extension registers code actions
 * meanwhile, as its own for Markdown does some time after the start; the light bulb asks again then, and so does this.
 */
export async function action(uri: vscode.Uri, range: vscode.Range, kind: string, title: string): Promise<vscode.CodeAction> {
  return until(`"${title}" among the code actions`, async () =>
    (await actions(uri, range, kind)).find((offered) => offered.title.includes(title)),
  );
}
