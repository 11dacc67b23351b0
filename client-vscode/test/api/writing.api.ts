// A folder with an intake and nothing else: what is written next.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocumentCommandResult } from '../../src/protocol';
import { behind, extension, findings, gone, open, replace, suite, until, uriOf } from './kit';

const intake = 'artifacts/requirements/intake.md';
const plan = 'artifacts/plans/implementation-plan.md';

const active = (end: string): Promise<vscode.TextDocument> =>
  until(`${end} in the editor`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.path.endsWith(end) ? document : undefined;
  });

export const run = suite({
  async 'the next document is written, opened and free of errors'() {
    await open(intake);
    await extension();
    const result = await vscode.commands.executeCommand<DocumentCommandResult>('frameworkLsp.generateNextDocument');
    assert.ok(result.created && result.applied, JSON.stringify(result));
    const document = await active(plan);
    assert.match(document.getText(), /FR-002/);
    await document.save();
    await until('the plan without errors', () =>
      findings(document.uri).every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    );
  },

  async 'asking again takes over what is new and keeps what is written'() {
    await replace(await open(plan), '# Implementation Plan', 'A sentence of ours.\n\n# Implementation Plan');
    const editor = await open(intake);
    const end = behind(editor.document, 'A match is found within a minute |');
    assert.ok(
      await editor.edit((builder) => builder.insert(end, '\n| FR-003 | Repayment | Must | A borrower repays | The balance is zero |')),
    );
    const result = await vscode.commands.executeCommand<DocumentCommandResult>('frameworkLsp.generateNextDocument');
    assert.equal(result.created, false);
    const document = await active(plan);
    assert.match(document.getText(), /FR-003/);
    assert.match(document.getText(), /A sentence of ours\./);
    await vscode.workspace.saveAll();
  },

  async 'a new document of a chosen kind is written at its usual place'() {
    const folderUri = uriOf('').toString();
    const result = await vscode.commands.executeCommand<DocumentCommandResult>('frameworkLsp.createDocument', {
      kind: 'prompt-validation',
      folderUri,
    });
    assert.equal(result.created, true);
    const document = await active('artifacts/requirements/prompt-validation.md');
    assert.match(document.getText(), /^# Prompt Validation/m);
    await document.save();
  },

  async 'a snippet writes a requirement that the server understands'() {
    const editor = await open(intake);
    const api = await extension();
    // The one of an earlier step is on its way.
    const before = await until('three requirements', () => (api.deliveries.all[0]?.requirements.total === 3 ? 3 : undefined));
    const end = behind(editor.document, 'The balance is zero |');
    assert.ok(await editor.edit((builder) => builder.insert(end, '\n')));
    editor.selection = new vscode.Selection(end.translate(1).with(undefined, 0), end.translate(1).with(undefined, 0));
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Functional requirement' });
    await replace(editor, 'FR-001 | Feature', 'FR-004 | Feature');
    await until('one requirement more', () => api.deliveries.all[0]?.requirements.total === before + 1);
    await vscode.commands.executeCommand('leaveSnippet');
    await editor.document.save();
  },

  async 'a configuration is written, opened and valid'() {
    await vscode.commands.executeCommand('frameworkLsp.openConfiguration');
    const document = await active('.framework-lsp.yaml');
    assert.match(document.getText(), /^# /m);
    await gone(document.uri);
    const before = document.getText();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('frameworkLsp.openConfiguration');
    assert.equal((await active('.framework-lsp.yaml')).getText(), before, 'a configuration that is there is only opened');
  },

  async 'an idea in any Markdown file is asked for what it lacks'() {
    await vscode.workspace.fs.writeFile(uriOf('ideas/idea.md'), Buffer.from('# Tool Library\n\nNeighbours lend tools to each other.\n'));
    await open('ideas/idea.md');
    const result = await vscode.commands.executeCommand<DocumentCommandResult>('frameworkLsp.generateNextDocument');
    assert.equal(result.created, true);
    const document = await active('ideas/artifacts/requirements/prompt-validation.md');
    assert.match(document.getText(), /Neighbours lend tools/);
    await document.save();
  },
});
