import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementRow } from '../../src/protocol';
import { filterRows, gapsOf, isComplete, summary } from '../../src/traceability/model';
import { page } from '../../src/traceability/page';

const mention = {
  label: 'Phase 2',
  location: { uri: 'file:///plan.md', range: { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } } },
};
const row = (id: string, change: Partial<RequirementRow> = {}): RequirementRow => ({
  id,
  type: 'functional',
  title: `Title of ${id}`,
  priority: 'Must',
  status: 'Done',
  isDescoped: false,
  planned: [mention],
  checked: [mention],
  reported: [mention],
  evidence: [],
  ...change,
});
const rows = [
  row('FR-001'),
  row('FR-002', { checked: [], reported: [] }),
  row('NFR-001', { title: 'Answers in 200 ms', priority: 'Should', evidence: [{ label: 'load.md', exists: false }] }),
  row('FR-003', { isDescoped: true, planned: [], checked: [], reported: [] }),
];
const ids = (show: 'all' | 'gaps' | 'done' | 'descoped', text = ''): string[] => filterRows(rows, { show, text }).map(({ id }) => id);

test('a gap is a step that does not mention the requirement, or evidence that does not exist', () => {
  assert.deepEqual(rows.map(gapsOf), [[], ['checked', 'reported'], ['evidence'], []]);
  assert.deepEqual(rows.map(isComplete), [true, false, false, false]);
});

test('rows are chosen by how far they are', () => {
  assert.deepEqual(ids('all'), ['FR-001', 'FR-002', 'NFR-001', 'FR-003']);
  assert.deepEqual(ids('gaps'), ['FR-002', 'NFR-001']);
  assert.deepEqual(ids('done'), ['FR-001']);
  assert.deepEqual(ids('descoped'), ['FR-003']);
});

test('all words of a filter must occur, in any case and field', () => {
  assert.deepEqual(ids('all', '  SHOULD answers '), ['NFR-001']);
  assert.deepEqual(ids('gaps', 'fr-00 must'), ['FR-002']);
  assert.deepEqual(ids('all', 'nowhere'), []);
});

test('the summary counts', () => {
  const totals = { total: 4, planned: 3, checked: 2, reported: 2, done: 2, descoped: 1 };
  assert.equal(summary({ delivery: 'd', title: 'Desk', rows, totals }, 2), '2 of 4 requirements shown, 2 have gaps');
  assert.equal(
    summary({ delivery: 'd', title: 'Desk', rows: [rows[0] as RequirementRow], totals }, 1),
    '1 of 1 requirements shown, no gaps',
  );
});

test('the page may load its own script and style and nothing else', () => {
  const html = page({ script: 'vscode://s/main.js', style: 'vscode://s/style.css', source: 'vscode://s', nonce: 'abc' });
  assert.match(html, /content="default-src 'none'; script-src 'nonce-abc'; style-src vscode:\/\/s"/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.match(html, /<script nonce="abc"/);
  assert.doesNotMatch(html, /https?:|unsafe|style="/);
});
