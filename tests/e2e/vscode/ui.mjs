// Uses the packaged extension as a person does, in VS Code in a browser, and leaves pictures in "shots":
//   node ui.mjs --vsix FILE [--pictures]
// With --pictures the ones that the extension shows of itself (walkthrough, README) are taken over into client-vscode.
// Ends in "ui: N passed, N failed"; exit status 77: skipped, nothing is installed.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { vsix: { type: 'string' }, pictures: { type: 'boolean' } } });
const repository = path.join(import.meta.dirname, '../../..');
const shots = path.join(import.meta.dirname, 'shots');
const { Editor, missing, temporaryFolder } = await import('./lib/editor.mjs').catch((error) => ({ missing: () => `node tests/e2e/vscode/setup.mjs has not been run (${error.code})` }));
const lack = missing();
if (lack !== undefined) {
  console.log(`SKIPPED: ${lack}`);
  process.exit(process.env.CI === 'true' ? 1 : 77);
}

const { Workbench } = await import('./lib/workbench.mjs');
const { default: UPNG } = await import('upng-js');
const axe = readFileSync(path.join(import.meta.dirname, 'node_modules/axe-core/axe.min.js'), 'utf8');

// A finished delivery, one with mistakes, one that has just begun.
const folder = temporaryFolder();
const at = (...parts) => path.join(folder, 'projects', ...parts);
cpSync(path.join(repository, 'samples/p2p-lending'), at('p2p-lending'), { recursive: true });
cpSync(path.join(repository, 'samples/broken/parcel-tracker'), at('parcel-tracker'), { recursive: true });
cpSync(path.join(repository, 'tests/e2e/project/intake.md'), at('loan-desk/artifacts/requirements/intake.md'), { recursive: true });
writeFileSync(at('readme.md'), '# Projects\n\nThree of them.\n');
mkdirSync(shots, { recursive: true });

const plan = at('parcel-tracker/artifacts/plans/implementation-plan.md');
const editor = await Editor.start(folder, { vsix: options.vsix, settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.fontSize': 13, 'editor.wordWrap': 'on' } });
const { page } = editor;
const bench = new Workbench(page);
const total = { passed: 0, failed: 0 };

async function step(name, test) {
  try {
    await test();
    total.passed++;
    console.log(`  ok ${name}`);
  } catch (error) {
    total.failed++;
    console.log(`  not ok ${name}: ${error.stack}`);
    await page.screenshot({ path: path.join(shots, `failure-${total.failed}.png`) });
    await bench.calm();
  }
}

/** The picture in at most 128 colours, which is enough for a user interface and a third of the size. */
function small(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 128));
}

/** A picture for people: of the whole window, or of a part of it, and where the extension shows it. */
async function picture(name, { of, clip, as = [] } = {}) {
  const file = path.join(shots, `${name}.png`);
  const where = of === undefined ? clip : await of.boundingBox();
  await page.screenshot({ path: file, ...(where === undefined ? {} : { clip: where }) });
  for (const target of options.pictures ? as : []) {
    mkdirSync(path.dirname(path.join(repository, 'client-vscode', target)), { recursive: true });
    writeFileSync(path.join(repository, 'client-vscode', target), small(readFileSync(file)));
  }
}

/** Fails on what a checker of accessibility finds. */
async function accessible(frame) {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ; ')}`), []);
}

try {
  await page.goto(editor.address(at(), plan));

  await step('findings are underlined', async () => {
    await bench.line('Implementation Plan: Parcel Tracker').waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await bench.goTo(76);
    await picture('squiggle');
  });

  await step('the Problems panel tells rule and message', async () => {
    await bench.run('Problems: Focus on Problems View');
    await picture('problems', { as: ['images/problems.png'] });
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'is not lower snake_case' }).first();
    await bench.type(page.getByPlaceholder(/^Filter/).last(), 'snake_case', problem);
    assert.match(await problem.innerText(), /framework-lsp/);
    assert.match(await problem.innerText(), /FW301/);
    await page.getByPlaceholder(/^Filter/).last().fill('');
    await page.keyboard.press('Control+J');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  await step('the status of the document is in the language status', async () => {
    await page.locator('[id="status.languageStatus"]').hover();
    const status = page.locator('.hover-language-status', { hasText: 'Implementation Plan' }).first();
    await status.waitFor();
    assert.match(await status.innerText(), /stage 3/);
    await picture('status');
    await page.mouse.move(640, 300);
    await bench.calm();
  });

  await step('a hover explains a service name', async () => {
    await bench.goTo(77, 25);
    await bench.run('Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible', { hasText: 'logistics' }).first();
    await hover.waitFor();
    await picture('hover', { as: ['images/hover.png'] });
    await bench.calm();
  });

  await step('Ctrl+. offers fixes, and one mends the name', async () => {
    await bench.goTo(78, 20);
    const menu = page.locator('.action-widget', { hasText: 'Quick Fix' });
    await bench.press('Control+.', menu.getByText('logistics_scan_worker').first());
    await picture('fixes', { as: ['walkthrough/check.png'] });
    await menu.getByText('logistics_scan_worker').first().click();
    await bench.line('logistics_scan_worker').waitFor();
    await bench.run('File: Save');
  });

  await step('completion offers requirement ids', async () => {
    await bench.goTo(62);
    await page.keyboard.press('End');
    await page.keyboard.type('\n| FR');
    await bench.run('Trigger Suggest');
    const suggestion = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'FR-004' }).first();
    await suggestion.waitFor();
    await picture('completion');
    await suggestion.click();
    await bench.line('FR-004').waitFor();
    await bench.run('File: Revert File');
  });

  await step('the delivery board shows deliveries, stages, states and findings', async () => {
    await bench.run('Framework LSP: Show Delivery Board');
    await bench.row('P2P Lending Platform').waitFor();
    await bench.row('Parcel Tracker').waitFor();
    await bench.row('3 Architecture', 'missing').waitFor();
    await bench.row('3 Architecture', 'stale').waitFor();
    await bench.row('Requirements', 'planned').first().waitFor();
    for (let times = 0; times < 4; times++) {
      await bench.run('Increase Current View Size');
    }

    await picture('board', { as: ['images/board.png'] });
    await picture('board-part', { clip: { x: 0, y: 0, width: 760, height: 640 }, as: ['walkthrough/board.png'] });
  });

  await step('the board can be used with the keyboard, and opens documents', async () => {
    await bench.row('3 Architecture', 'stale').click();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'implementation-plan.md' }).waitFor();
  });

  await step('what is missing is created from the board', async () => {
    const desk = bench.row('3 Architecture', 'missing').first();
    await desk.hover();
    await desk.locator('.action-label[aria-label*="Create"]').click();
    await bench.line('Implementation Plan: Lending Platform').waitFor();
    await picture('next', { as: ['walkthrough/next.png'] });
    await bench.run('File: Save');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    assert.match(readFileSync(at('loan-desk/artifacts/plans/implementation-plan.md'), 'utf8'), /FR-002/);
    await bench.row('3 Architecture', 'draft').or(bench.row('3 Architecture', 'in review')).first().waitFor();
  });

  await step('the traceability view shows requirements, their way and the gaps', async () => {
    await bench.row('Parcel Tracker').first().hover();
    await bench.row('Parcel Tracker').first().locator('.action-label[aria-label*="Traceability"]').click();
    const view = await bench.webview('Coverage of the requirements');
    await bench.run('Notifications: Clear All Notifications');
    await page.keyboard.press('Control+B');
    await page.mouse.move(800, 700);
    await view.locator('tr[data-requirement="FR-001"]').waitFor();
    assert.equal(await view.getByRole('meter').count(), 4);
    await view.locator('tr[data-requirement="FR-004"] .gap').first().waitFor();
    await picture('traceability', { as: ['images/traceability.png', 'walkthrough/trace.png'] });
    await page.keyboard.press('Control+B');
    await view.getByRole('button', { name: 'With gaps' }).click();
    await view.locator('#filter').fill('FR-004');
    assert.deepEqual(await view.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.requirement)), ['FR-004']);
    await view.getByRole('button', { name: 'All requirements' }).click();
    await view.locator('#filter').fill('');
    await accessible(view);
  });

  await step('a requirement is followed with the keyboard', async () => {
    const view = await bench.webview('Coverage of the requirements');
    await view.getByRole('button', { name: 'Open the definition of FR-001' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'intake.md' }).waitFor();
    await bench.calm();
  });

  await step('the views follow a theme of high contrast', async () => {
    await bench.theme('Dark High Contrast');
    await page.locator('.tab', { hasText: 'Traceability: Parcel Tracker' }).click();
    const view = await bench.webview('Coverage of the requirements');
    await view.locator('body.vscode-high-contrast').waitFor();
    await accessible(view);
    await picture('high-contrast');
    await bench.theme('Dark Modern');
    await view.locator('body.vscode-dark').waitFor();
    await accessible(view);
    await picture('dark');
    await bench.theme('Light Modern');
    await bench.run('View: Close All Editors');
  });

  await step('a new document is chosen from the kinds', async () => {
    await bench.run('Framework LSP: New Document...', false);
    await page.locator('.quick-input-list', { hasText: 'Requirements Intake' }).waitFor();
    await picture('new-document', { clip: { x: 240, y: 0, width: 800, height: 520 }, as: ['walkthrough/create.png'] });
    await bench.calm();
  });

  await step('a rule is explained beside the document', async () => {
    await bench.open('parcel-tracker/artifacts/plans/implementation-plan.md');
    await bench.goTo(77, 62);
    await bench.run('Framework LSP: Explain Rule under Cursor');
    const view = await bench.webview('ambiguous-domain-three-part');
    await view.getByText('ambiguous-domain-three-part').first().waitFor();
    await picture('explain');
    await bench.run('View: Close All Editors');
  });

  await step('a configuration is written', async () => {
    await bench.run('Framework LSP: Open or Create Configuration');
    await bench.line('Configuration of Framework LSP').first().waitFor();
    await picture('configure', { as: ['walkthrough/configure.png'] });
    await bench.run('View: Close All Editors');
  });

  await step('the palette offers what fits the document', async () => {
    await bench.open('readme.md');
    const foreign = await bench.offered('Framework LSP:');
    assert.ok(foreign.some((name) => name.includes('Show Logs')), `${foreign}`);
    assert.ok(!foreign.some((name) => /Fix All|Explain Rule/.test(name)), `${foreign}`);
    assert.ok(foreign.some((name) => name.includes('Generate Next')), 'an idea may stand in any file');
    await bench.open('loan-desk/artifacts/requirements/intake.md');
    await page.locator('[id="status.languageStatus"]').waitFor();
    let own = await bench.offered('Framework LSP:');
    for (let tries = 0; tries < 10 && !own.some((name) => name.includes('Fix All')); tries++) {
      own = await bench.offered('Framework LSP:');
    }

    assert.ok(own.some((name) => name.includes('Fix All')), `${own}`);
    await bench.run('View: Close All Editors');
  });

  await step('the walkthrough shows the first five minutes', async () => {
    await page.keyboard.press('Control+B');
    await bench.run('Welcome: Open Walkthrough...', false);
    await page.locator('.quick-input-widget input').fill('First steps with Framework LSP');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First steps with Framework LSP' }).first().click();
    await page.locator('.getting-started-step', { hasText: 'Write the first document' }).waitFor();
    await page.locator('.getting-started-media img').first().waitFor();
    await picture('walkthrough');
  });
  await step('the page of the extension has no broken pictures', async () => {
    await bench.run('Extensions: Show Installed Extensions');
    await page.locator('.extensions-list .monaco-list-row', { hasText: 'Framework LSP' }).first().click();
    const view = await bench.webview('Framework LSP for VS Code');
    await view.getByRole('heading', { name: 'Settings' }).waitFor();
    await picture('extension');
    assert.equal(await view.evaluate(() => document.images.length), 0);
  });
} finally {
  await editor.close();
}

console.log(`ui: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
