import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandPath, type PathContext, serverExecutable } from '../../src/server/executable';

const context: PathContext = { home: '/home/ada', workspaceFolder: '/work/desk', env: { TOOLS: '/opt/tools' } };

for (const [value, expected] of [
  ['~', '/home/ada'],
  ['~/bin/x', '/home/ada/bin/x'],
  ['a~/x', 'a~/x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the user's.
  ['${workspaceFolder}/x', '/work/desk/x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the user's.
  ['${userHome}/x', '/home/ada/x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the user's.
  ['${env:TOOLS}/x${env:NONE}', '/opt/tools/x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the user's.
  ['${unknown}/x', '${unknown}/x'],
] as const) {
  test(`"${value}" is ${expected}`, () => assert.equal(expandPath(value, context), expected));
}

test('without a folder its placeholder stays', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the user's.
  assert.equal(expandPath('${workspaceFolder}/x', { ...context, workspaceFolder: undefined }), '${workspaceFolder}/x');
});

for (const [setting, platform, expected] of [
  ['', 'linux', '/ext/server/framework-lsp'],
  ['  ', 'win32', '/ext/server/framework-lsp.exe'],
  ['framework-lsp', 'linux', 'framework-lsp'],
  ['/opt/framework-lsp', 'linux', '/opt/framework-lsp'],
  ['tools/framework-lsp', 'linux', '/work/desk/tools/framework-lsp'],
] as const) {
  test(`the setting "${setting}" on ${platform} starts ${expected}`, () =>
    assert.equal(serverExecutable(setting, '/ext', context, platform), expected));
}
