// The server dies, is started again, and stays down when it dies too often.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FrameworkLspApi } from '../../src/extension';
import { behind, extension, finding, findings, open, set, suite, until } from './kit';

const plan = 'artifacts/plans/implementation-plan.md';

/** Kills the server, as a crash would. Answers its process id. */
async function crash(): Promise<number> {
  const found = vscode.extensions.getExtension<FrameworkLspApi>('framework-lsp.framework-lsp')?.exports;
  const pid = await until('a running server', () => (found?.status().kind === 'ready' ? found.serverProcessId() : undefined));
  process.kill(pid, 'SIGKILL');
  return pid;
}

export const run = suite({
  async 'a restart gives a new server that knows the open documents'() {
    const editor = await open(plan);
    const api = await extension();
    await finding(editor.document.uri, 'FW104');
    const before = api.serverProcessId();
    await vscode.commands.executeCommand('frameworkLsp.restartServer');
    await until('another process', () => api.serverProcessId() !== before && api.status().kind === 'ready');
    await finding(editor.document.uri, 'FW104');
    assert.throws(() => process.kill(before ?? 0, 0), 'the old server still runs');
  },

  async 'after a crash the server comes back with unsaved text'() {
    const editor = await open(plan);
    const api = await extension();
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    const line = behind(editor.document, '**Maturity Level**').line;
    await until('the finding below', () => findings(editor.document.uri, 'FW104')[0]?.range.start.line === line);
    const pid = await crash();
    await until('another process', () => api.serverProcessId() !== pid && api.status().kind === 'ready');
    await until('the finding where it was', () => findings(editor.document.uri, 'FW104')[0]?.range.start.line === line);
  },

  async 'a server that dies five times in three minutes stays down, and the editor says so'() {
    const api = await extension();
    // One crash is counted already.
    for (let times = 0; times < 4; times++) {
      const pid = await crash();
      await until('the end of the crash', () => api.serverProcessId() !== pid || api.status().kind === 'failed');
    }

    await until('the failure', () => api.status().kind === 'failed');
    const status = api.status();
    assert.match(status.kind === 'failed' ? status.message : '', /5 times in 3 minutes/);
    assert.equal(await api.ready(), false);
    await vscode.commands.executeCommand('frameworkLsp.restartServer');
    await until('a running server', () => api.status().kind === 'ready');
  },

  async 'a server that cannot be started is a failure with a reason'() {
    const api = await extension();
    assert.equal(api.status().kind, 'ready');
    await set('server.path', '/nowhere/framework-lsp');
    await until('the failure', () => api.status().kind === 'failed');
    const status = api.status();
    assert.match(status.kind === 'failed' ? status.message : '', /\/nowhere\/framework-lsp/);
    await set('server.path', undefined);
    await until('a running server', () => api.status().kind === 'ready');
    await finding((await open(plan)).document.uri, 'FW104');
  },
});
