// Two deliveries in one folder, one of them with mistakes: board, traceability, and changes of a whole delivery.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BoardNode } from '../../src/board/deliveryTree';
import type { DocumentCommandResult } from '../../src/protocol';
import { behind, extension, open, provided, replace, set, suite, until, uriOf } from './kit';

const parcels = 'parcel-tracker/artifacts';
const lending = 'p2p-lending/artifacts';

/** The line of the board for a delivery. */
async function delivery(title: string): Promise<BoardNode> {
  const { tree } = await extension();
  return until(`${title} on the board`, () => tree.getChildren().find((node) => node.delivery.title === title));
}

/** The line of the board for a stage. */
async function stage(title: string, id: string): Promise<Extract<BoardNode, { kind: 'stage' }>> {
  const { tree } = await extension();
  const found = tree.getChildren(await delivery(title)).find((node) => node.kind === 'stage' && node.stage.id === id);
  assert.equal(found?.kind, 'stage');
  return found;
}

export const run = suite({
  async 'the board lists deliveries with their stages, in order'() {
    await open(`${parcels}/requirements/intake.md`);
    const { tree } = await extension();
    const stages = tree.getChildren(await delivery('P2P Lending Platform')).filter((node) => node.kind === 'stage');
    assert.deepEqual(
      stages.map((node) => node.stage.id),
      ['0', '1', '2', '3', '4', '5', '6'],
    );
    await delivery('Parcel Tracker');
  },

  async 'a stage tells state and findings, and opens its document'() {
    const { tree } = await extension();
    const item = tree.getTreeItem(await stage('Parcel Tracker', '3'));
    assert.match(String(item.description), /^stale · \d+ errors/);
    assert.match(String(item.tooltip), /FR-004/);
    assert.equal(item.contextValue, 'stage.updatable');
    assert.ok(item.command?.arguments);
    await vscode.commands.executeCommand(item.command.command, ...item.command.arguments);
    await until('the plan', () => vscode.window.activeTextEditor?.document.uri.path.endsWith(`${parcels}/plans/implementation-plan.md`));
  },

  async 'the board follows what is typed'() {
    const editor = await open(`${parcels}/requirements/intake.md`);
    await replace(editor, 'Requirements Intake: Parcel Tracker', 'Requirements Intake: Parcel Follower');
    await delivery('Parcel Follower');
    await vscode.commands.executeCommand('undo');
    await delivery('Parcel Tracker');
  },

  async 'a stage that is stale is brought up to date'() {
    await vscode.commands.executeCommand('frameworkLsp.updateStageDocument', await stage('Parcel Tracker', '3'));
    const document = await vscode.workspace.openTextDocument(uriOf(`${parcels}/plans/implementation-plan.md`));
    await until('FR-004 in the matrix', () => /^\| FR-004 /m.test(document.getText()));
    await vscode.workspace.saveAll();
  },

  async 'lenses and hints are there, and go with their settings'() {
    const { document } = await open(`${parcels}/requirements/intake.md`);
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const lenses = () => provided<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    const hints = () => provided<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
    await until('lenses', async () => (await lenses()).length > 1);
    await until('hints', async () => (await hints()).length > 0);
    await set('codeLens.requirements', false);
    await until('the lens of the title alone', async () => (await lenses()).every(({ range: { start } }) => start.line === 0));
    await set('codeLens.enable', false);
    await set('inlayHints.enable', false);
    await until('no lenses', async () => (await lenses()).length === 0);
    await until('no hints', async () => (await hints()).length === 0);
    for (const name of ['codeLens.requirements', 'codeLens.enable', 'inlayHints.enable']) {
      await set(name, undefined);
    }

    await until('lenses', async () => (await lenses()).length > 1);
  },

  async 'the traceability of a delivery is shown in a view of its own'() {
    await vscode.commands.executeCommand('frameworkLsp.showTraceability', await delivery('Parcel Tracker'));
    const tabs = () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label === 'Traceability: Parcel Tracker');
    await until('the view', () => tabs().length === 1);
    await vscode.commands.executeCommand('frameworkLsp.showTraceability', await delivery('Parcel Tracker'));
    assert.equal(tabs().length, 1, 'it is shown once');
  },

  async 'a requirement is renamed in all documents of its delivery and in no other'() {
    const editor = await open(`${lending}/requirements/intake.md`);
    const at = behind(editor.document, '| FR-00').translate(0, -2);
    const edit = await provided<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor.document.uri, at, 'FR-101');
    const paths = edit.entries().map(([uri]) => uri.path);
    assert.ok(paths.length >= 3, `changed: ${paths}`);
    assert.ok(
      paths.every((path) => path.includes('/p2p-lending/')),
      `changed: ${paths}`,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const path of [
      `${lending}/requirements/intake.md`,
      `${lending}/plans/implementation-plan.md`,
      `${lending}/reports/qa-report.md`,
    ]) {
      const text = (await vscode.workspace.openTextDocument(uriOf(path))).getText();
      assert.match(text, /FR-101/, path);
      assert.doesNotMatch(text, /FR-001(?!\d)/, path);
    }

    await vscode.workspace.saveAll();
  },

  async 'the level of a delivery is raised in all its documents'() {
    const result = await vscode.commands.executeCommand<DocumentCommandResult>(
      'frameworkLsp.raiseDeliveryLevel',
      await delivery('P2P Lending Platform'),
      { level: 4 },
    );
    assert.equal(result.applied, true);
    assert.ok(result.notes.length > 0, 'it says what is demanded');
    await vscode.workspace.saveAll();
    const raised = await until('level 4 on the board', async () => {
      const node = await delivery('P2P Lending Platform');
      return node.delivery.level === 4 ? node : undefined;
    });
    assert.match(String((await extension()).tree.getTreeItem(raised).description), /^level 4/);
  },

  async 'modules are added to a delivery'() {
    const result = await vscode.commands.executeCommand<DocumentCommandResult>(
      'frameworkLsp.addDeliveryModule',
      await delivery('Parcel Tracker'),
      { modules: ['redis'] },
    );
    assert.equal(result.applied, true);
    await until('Redis on the board', async () => (await delivery('Parcel Tracker')).delivery.modules.includes('Redis'));
  },
});
