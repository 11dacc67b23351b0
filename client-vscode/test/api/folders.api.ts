// Two folders in one window: one server, findings and settings of each.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, finding, findings, gone, open, set, suite, uriOf } from './kit';

const intake = 'artifacts/requirements/intake.md';

export const run = suite({
  async 'documents of both folders are checked'() {
    await open(intake, 0);
    await extension();
    await finding(uriOf(intake, 0), 'FW015');
    await finding(uriOf(intake, 1), 'FW922');
  },

  async 'a configuration holds in its folder'() {
    await vscode.workspace.fs.writeFile(uriOf('.framework-lsp.yaml', 0), Buffer.from('rules:\n  FW015: off\n'));
    await gone(uriOf(intake, 0), 'FW015');
    assert.equal(findings(uriOf(intake, 1), 'FW922').length > 0, true);
  },

  async 'a setting of a folder holds in it and not in the other'() {
    await set('enable', false, 1);
    await gone(uriOf(intake, 1));
    await finding(uriOf(intake, 0), 'FW014');
    await set('enable', undefined, 1);
    await finding(uriOf(intake, 1), 'FW922');
  },

  async 'a folder that leaves the window takes its findings along'() {
    const uri = uriOf(intake, 1);
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
    await gone(uri);
    await finding(uriOf(intake, 0), 'FW014');
  },
});
