// A workspace of another project: the extension is not noticed.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, extension, findings, open, provided, suite, until } from './kit';

export const run = suite({
  async 'a YAML file starts no server'() {
    await open('ci.yaml');
    const found = vscode.extensions.getExtension('framework-lsp.framework-lsp');
    await until('the extension', () => found?.isActive);
    assert.equal(found?.exports.status().kind, 'stopped');
  },

  async 'a Markdown file of another project has no finding, completion, lens or action'() {
    const { document } = await open('readme.md');
    const api = await extension();
    await until('the server', () => api.status().kind === 'ready');
    assert.deepEqual(findings(document.uri), []);
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const offered = await actions(document.uri, range, '');
    assert.deepEqual(
      offered.filter(({ title }) => /Framework|FW\d/.test(title)),
      [],
    );
    const lenses = await provided<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    assert.deepEqual(lenses, []);
    const list = await provided<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(4, 2));
    const snippets = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet && kind !== vscode.CompletionItemKind.Text);
    assert.deepEqual(
      snippets.map(({ label }) => label),
      [],
    );
    assert.deepEqual(api.deliveries.all, []);
  },
});
