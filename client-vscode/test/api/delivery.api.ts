// An existing delivery with mistakes: what is found, shown, offered and mended.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  action,
  behind,
  extension,
  finding,
  findings,
  gone,
  hover,
  open,
  provided,
  replace,
  ruleOf,
  set,
  suite,
  until,
  uriOf,
} from './kit';

const intake = 'artifacts/requirements/intake.md';
const plan = 'artifacts/plans/implementation-plan.md';
const report = 'artifacts/reports/qa-report.md';
const checklist = 'artifacts/reports/verification-checklist.md';

export const run = suite({
  async 'findings of an open document are diagnostics with rule, severity and exact range'() {
    const editor = await open(intake);
    await extension();
    const found = await finding(editor.document.uri, 'FW201');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(found.range), 'Production');
  },

  async 'findings across documents point to the other place, and unopened documents have findings too'() {
    const found = await finding(uriOf(checklist), 'FW801');
    const related = found.relatedInformation?.map(({ location }) => location.uri.path) ?? [];
    assert.ok(
      related.some((path) => path.endsWith(intake)),
      `related: ${related}`,
    );
  },

  async 'a hover explains a service name'() {
    const editor = await open(plan);
    const text = await hover(editor.document.uri, behind(editor.document, '`finance_data'));
    assert.match(text, /finance/);
    assert.match(text, /context/i);
  },

  async 'completion offers the values of a field'() {
    const editor = await open(plan);
    const at = behind(editor.document, '**Maturity Level**: ');
    const list = await provided<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at, ' ');
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('4 - Production'), `offered: ${labels.slice(0, 20)}`);
  },

  async 'a quick fix is offered, and mends the document'() {
    const editor = await open(intake);
    const found = await finding(editor.document.uri, 'FW201');
    const fix = await action(editor.document.uri, found.range, 'quickfix', 'call it "Pre-Production"');
    assert.ok(fix.edit, 'it has no edit');
    assert.ok(!fix.isPreferred, 'number or name: which is wrong, the writer knows');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await gone(editor.document.uri, 'FW201');
    assert.match(editor.document.getText(), /Maturity Level\*\*: 3 - Pre-Production/);
    await vscode.commands.executeCommand('undo');
    await finding(editor.document.uri, 'FW201');
  },

  async 'Fix All applies the safe fixes'() {
    const editor = await open(report);
    const found = await finding(editor.document.uri, 'FW912');
    const fix = await action(editor.document.uri, found.range, 'quickfix', 'Lengthen the outer fence');
    assert.ok(fix.isPreferred, 'a safe fix is what "Auto Fix" does');
    assert.equal(await vscode.commands.executeCommand('frameworkLsp.fixAll'), true);
    await gone(editor.document.uri, 'FW912');
    assert.match(editor.document.getText(), /^````markdown$/m);
    assert.equal(await vscode.commands.executeCommand('frameworkLsp.fixAll'), false, 'there is nothing left to fix');
    await vscode.commands.executeCommand('undo');
    await finding(editor.document.uri, 'FW912');
  },

  async 'typing changes the findings at once'() {
    const editor = await open(plan);
    await finding(editor.document.uri, 'FW015');
    await replace(editor, '**Estimated Generation Time**: TBD', '**Estimated Generation Time**: ~20-31 minutes');
    await gone(editor.document.uri, 'FW015');
  },

  async 'with "run": "onSave" findings wait for the save'() {
    await set('run', 'onSave');
    const editor = await open(plan);
    await replace(editor, '**Estimated Generation Time**: ~20-31 minutes', '**Estimated Generation Time**: TBD');
    // Another document's findings come after this one's would have come.
    const other = await open(report);
    await replace(other, '**Status**: ✅ READY FOR DEPLOYMENT', '**Status**: TBD');
    await other.document.save();
    await finding(other.document.uri, 'FW015');
    assert.deepEqual(findings(editor.document.uri, 'FW015'), []);
    await editor.document.save();
    await finding(editor.document.uri, 'FW015');
    await set('run', undefined);
    await replace(other, '**Status**: TBD', '**Status**: ✅ READY FOR DEPLOYMENT');
    await gone(other.document.uri, 'FW015');
    await other.document.save();
  },

  async 'with "diagnosticMode": "openFilesOnly" closed documents have no findings'() {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await open(plan);
    await finding(uriOf(checklist), 'FW801');
    await set('diagnosticMode', 'openFilesOnly');
    await gone(uriOf(checklist));
    await finding(uriOf(plan), 'FW204');
    await set('diagnosticMode', undefined);
    await finding(uriOf(checklist), 'FW801');
  },

  async 'with "enable": false there is nothing, and then again'() {
    const editor = await open(plan);
    await set('enable', false);
    await gone(editor.document.uri);
    assert.doesNotMatch(await hover(editor.document.uri, behind(editor.document, '`finance_data')), /context/i);
    await set('enable', undefined);
    await finding(editor.document.uri, 'FW204');
  },

  async 'the configuration file changes severities while it is typed, and its mistakes are findings'() {
    const file = uriOf('.framework-lsp.yaml');
    await vscode.workspace.fs.writeFile(file, Buffer.from('rules:\n  FW204: off\n'));
    await gone(uriOf(plan), 'FW204');
    const editor = await open('.framework-lsp.yaml');
    await replace(editor, 'off', 'loud');
    await until('a finding in the configuration', () => findings(file)[0]);
    await replace(editor, 'loud', 'info');
    await gone(file);
    await editor.document.save();
    await until('FW204 as information', () => findings(uriOf(plan), 'FW204')[0]?.severity === vscode.DiagnosticSeverity.Information);
  },

  async 'a rule is explained as a page, not as a popup'() {
    const editor = await open(plan);
    const found = await finding(editor.document.uri, 'FW204');
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    const page = await vscode.commands.executeCommand<string>('frameworkLsp.explainRuleAtCursor');
    assert.match(page, /FW204/);
    await until('the preview', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('FW204')));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    // What the code action "Explain" does.
    assert.match(await vscode.commands.executeCommand<string>('frameworkLsp.explainRule', 'FW015'), /FW015/);
    await until('the preview', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('FW015')));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  },

  async 'there is one outline: the one of VS Code'() {
    const editor = await open(plan);
    const symbols = await provided<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
    const names = (list: readonly vscode.DocumentSymbol[]): string[] => list.flatMap(({ name, children }) => [name, ...names(children)]);
    const titles = names(symbols);
    assert.ok(titles.length > 5);
    assert.deepEqual(
      titles.filter((name) => !name.startsWith('#')),
      [],
      'only the headings that VS Code lists',
    );
    assert.equal(titles.filter((name) => name.includes('Implementation Plan')).length, 1, `outline: ${titles}`);
  },

  async 'links stand in a document once'() {
    const editor = await open(plan);
    const links = await provided<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri);
    const at = behind(editor.document, '[intake](');
    const here = links.filter(({ range }) => range.contains(at));
    assert.equal(here.length, 1, `${here.length} links to the intake`);
  },

  async 'the lint task finds what the server finds, and nothing twice'() {
    const uri = uriOf(report);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await finding(uri, 'FW901');
    const before = vscode.languages.getDiagnostics(uri).length;
    const [task] = await vscode.tasks.fetchTasks({ type: 'framework-lsp' });
    assert.ok(task, 'no task is offered');
    const ended = new Promise<number | undefined>((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess((event) => {
        subscription.dispose();
        resolve(event.exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1);
    assert.equal(
      new Set(vscode.languages.getDiagnostics(uri).map(({ code, range }) => `${ruleOf(code)} ${range.start.line}:${range.start.character}`))
        .size,
      before,
    );
    assert.equal(vscode.languages.getDiagnostics(uri).length, before);
  },

  async 'Lint Workspace finds what is in closed documents, whatever the mode'() {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('diagnosticMode', 'openFilesOnly');
    await gone(uriOf(checklist));
    await vscode.commands.executeCommand('frameworkLsp.lintWorkspace');
    await finding(uriOf(checklist), 'FW801');
    await set('diagnosticMode', undefined);
  },

  async 'debug information holds versions and settings, and no text of documents'() {
    await vscode.commands.executeCommand('frameworkLsp.copyDebugInformation');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /Server: framework-lsp \d+\.\d+\.\d+/);
    assert.match(text, /"frameworkLsp.run": "onType"/);
    assert.doesNotMatch(text, /P2P/);
  },
});
