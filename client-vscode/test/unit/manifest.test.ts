// What package.json promises is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const snippets: Record<string, { prefix: string | string[]; description: string; body: string | string[] }> = JSON.parse(
  readFileSync('snippets/framework.code-snippets', 'utf8'),
);
const contributes = manifest.contributes;
const sources = ['src/extension.ts', 'src/commands/debugInformation.ts'].map((file) => readFileSync(file, 'utf8'));
const settings: Record<string, { markdownDescription?: string; scope?: string }> = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
);

test('every command has code behind it, and code no other', () => {
  const declared: string[] = contributes.commands.map(({ command }: { command: string }) => command);
  const registered = [...(sources[0] ?? '').matchAll(/^ {4}'(frameworkLsp\.\w+)':/gm)].map(([, name]) => name);
  assert.deepEqual([...registered].sort(), [...declared].sort());
});

test('commands are found under one category', () => {
  assert.deepEqual(new Set(contributes.commands.map(({ category }: { category: string }) => category)), new Set(['Framework LSP']));
});

test('every menu names a command that there is', () => {
  const declared = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const named: string[] = Object.values<{ command: string }[]>(contributes.menus).flatMap((items) => items.map(({ command }) => command));
  assert.deepEqual(
    named.filter((command) => !declared.has(command)),
    [],
  );
});

test('every setting is described, has a scope and is in the debug information', () => {
  for (const [name, { markdownDescription, scope }] of Object.entries(settings)) {
    assert.ok(markdownDescription, name);
    assert.ok(scope, name);
    assert.ok(sources[1]?.includes(`'${name.replace('frameworkLsp.', '')}'`), name);
  }
});

test('settings that start programs or name files need trust', () => {
  const restricted: string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  assert.deepEqual(
    restricted.filter((name) => settings[name] === undefined),
    [],
  );
  assert.ok(
    Object.keys(settings)
      .filter((name) => /\.server\.(path|args|log)$/.test(name))
      .every((name) => restricted.includes(name)),
  );
});

test('the walkthrough has its pictures, small ones, and its commands', () => {
  for (const { media, description } of contributes.walkthroughs[0].steps) {
    assert.ok(existsSync(media.image), media.image);
    assert.ok(readFileSync(media.image).length < 150_000, `${media.image} is large`);
    assert.ok(media.altText);
    for (const [, command] of description.matchAll(/command:(frameworkLsp\.\w+)/g)) {
      assert.ok(
        contributes.commands.some((known: { command: string }) => known.command === command),
        command,
      );
    }
  }
});

test('snippets have prefixes of their own and balanced placeholders', () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const [name, { body, description }] of Object.entries(snippets)) {
    const text = [body].flat().join('\n');
    assert.ok(description.startsWith('Framework LSP: '), name);
    assert.equal(text.match(/\$\{/g)?.length, text.match(/\}/g)?.length, name);
    assert.match(text, /\$0/, name);
  }
});

test('the problem matcher understands a line of the concise report', () => {
  const { regexp } = [contributes.problemMatchers[0].pattern].flat()[0];
  const match = new RegExp(regexp).exec(
    'artifacts/plans/plan.md:11:34: error FW015 placeholder-value: "Time" still holds TBD: replace it.',
  );
  assert.deepEqual(match?.slice(1), [
    'artifacts/plans/plan.md',
    '11',
    '34',
    'error',
    'FW015',
    'placeholder-value: "Time" still holds TBD: replace it.',
  ]);
});

test('extension and server are of one version', () => {
  assert.ok(readFileSync('../Directory.Build.props', 'utf8').includes(`<Version>${manifest.version}</Version>`));
});
