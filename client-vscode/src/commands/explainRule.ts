import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { FrameworkServer } from '../server/frameworkServer';

const scheme = 'framework-lsp-rule';
const source = 'framework-lsp';

/** The pages of rules as read-only documents, so that VS Code's own Markdown preview can show them. */
export class RulePages implements vscode.TextDocumentContentProvider {
  constructor(private readonly server: FrameworkServer) {}

  /** Makes the documents available. */
  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = uri.path.replace(/^\/|\.md$/g, '');
    return (await pageOf(this.server, rule)) ?? `# ${rule}\n\nThe server does not know this rule.\n`;
  }
}

/** Shows the page of a rule beside the document. Answers with the page, or null when there is no such rule. */
export async function explainRule(server: FrameworkServer, rule: string): Promise<string | null> {
  const page = await pageOf(server, rule);
  if (page === null) {
    void vscode.window.showWarningMessage(`There is no rule ${rule}.`);
    return null;
  }

  const uri = vscode.Uri.from({ scheme, path: `/${rule}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // The built-in Markdown extension can be disabled.
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
  }

  return page;
}

/** Explains the rule whose finding the cursor is on; lets the user choose among several. */
export async function explainRuleAtCursor(server: FrameworkServer): Promise<string | null> {
  const editor = vscode.window.activeTextEditor;
  const rules = editor === undefined ? [] : rulesAt(vscode.languages.getDiagnostics(editor.document.uri), editor.selection);
  if (rules.length === 0) {
    void vscode.window.showInformationMessage('There is no finding of Framework LSP under the cursor.');
    return null;
  }

  const rule = rules.length === 1 ? rules[0] : await vscode.window.showQuickPick(rules, { title: 'Explain Rule' });
  return rule === undefined ? null : explainRule(server, rule.label);
}

function rulesAt(diagnostics: readonly vscode.Diagnostic[], range: vscode.Range): { label: string; description: string }[] {
  const found = new Map<string, string>();
  for (const { source: from, code, message, range: where } of diagnostics) {
    const id = typeof code === 'object' ? String(code.value) : String(code);
    // A cursor anywhere on the line will do when nothing is nearer.
    if (from === source && where.intersection(range) !== undefined && !found.has(id)) {
      found.set(id, message);
    }
  }

  if (found.size === 0) {
    for (const { source: from, code, message, range: where } of diagnostics) {
      if (from === source && where.start.line <= range.end.line && where.end.line >= range.start.line) {
        found.set(typeof code === 'object' ? String(code.value) : String(code), message);
      }
    }
  }

  return [...found].map(([label, description]) => ({ label, description }));
}

async function pageOf(server: FrameworkServer, rule: string): Promise<string | null> {
  const client = await server.ready();
  try {
    const page = await client?.sendRequest(ExecuteCommandRequest.type, {
      command: 'frameworkLsp.explainRule',
      arguments: [rule, { show: false }],
    });
    return typeof page === 'string' ? page : null;
  } catch {
    return null;
  }
}
