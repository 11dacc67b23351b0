// A workspace that is not trusted: its documents are checked, by the server of the extension and by no other.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, finding, open, suite, until, uriOf } from './kit';

export const run = suite({
  async 'documents are checked'() {
    const editor = await open('artifacts/requirements/intake.md');
    await finding(editor.document.uri, 'FW922');
  },

  async 'the server that the workspace names is not started'() {
    assert.equal(vscode.workspace.isTrusted, false);
    const settings = await vscode.workspace.fs.readFile(uriOf('.vscode/settings.json'));
    assert.match(Buffer.from(settings).toString(), /server\.path.*\/bin\/false/, 'the workspace names a server');
    assert.equal(vscode.workspace.getConfiguration('frameworkLsp').get('server.path'), '');
    const api = await extension();
    await until('the server', () => api.status().kind === 'ready');
    assert.match(api.executable(), /framework-lsp-0\.[\d.]+[^/]*\/server\/framework-lsp$/);
  },
});
