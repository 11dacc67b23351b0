import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage, deliveryText, documentText, findingsText, stageText, stateIcon, stateName } from '../../src/board/stageLook';
import type { Delivery, StageDocument } from '../../src/protocol';
import { statusLook } from '../../src/status/statusLook';

const none = { errors: 0, warnings: 0, infos: 0, hints: 0 };
const document: StageDocument = {
  ...none,
  uri: 'file:///plan.md',
  kind: 'plan',
  kindName: 'Plan',
  title: 'Plan',
  state: 'approved',
  isStale: false,
};

test('states have names, also those that come later', () => {
  assert.deepEqual(['missing', 'inReview', 'notNeeded', 'waitingForLegal'].map(stateName), [
    'missing',
    'in review',
    'not needed',
    'waiting for legal',
  ]);
  assert.equal(stateIcon('waitingForLegal').icon, 'circle-outline');
});

test('findings are counted in words and hints are left out', () => {
  assert.equal(findingsText({ errors: 1, warnings: 2, infos: 0, hints: 9 }), '1 error, 2 warnings');
  assert.equal(findingsText(none), '');
});

test('a stage says its state and the findings of all its documents', () => {
  const stage = {
    id: '3',
    name: 'Planning',
    state: 'draft',
    documents: [
      { ...document, errors: 1 },
      { ...document, errors: 2 },
    ],
  };
  assert.equal(stageText(stage), 'draft · 3 errors');
  assert.equal(documentText({ ...document, isStale: true, warnings: 1 }), 'stale · 1 warning');
});

test('coverage counts what is not descoped', () => {
  const totals = { total: 12, planned: 10, checked: 5, reported: 5, done: 3, descoped: 2 };
  assert.deepEqual(
    coverage(totals)?.map(({ label, percent }) => `${label} ${percent}`),
    ['Planned 100', 'Checked 50', 'Reported 50', 'Done 30'],
  );
  assert.equal(coverage({ ...totals, total: 2 }), null);
});

test('a delivery says level, progress and findings', () => {
  const delivery: Delivery = {
    id: 'd',
    title: 'Desk',
    folder: 'file:///desk',
    level: 3,
    modules: [],
    stages: [],
    requirements: { total: 4, planned: 3, checked: 0, reported: 0, done: 1, descoped: 1 },
    findings: { ...none, warnings: 1 },
  };
  assert.equal(deliveryText(delivery), 'level 3 · 1/3 done · 1 warning');
});

test('the status tells kind, stage, level and state of a document', () => {
  const look = statusLook(
    { kind: 'ready' },
    {
      kind: 'plan',
      kindName: 'Implementation Plan',
      stage: '3',
      stageName: 'Planning',
      level: 2,
      levelName: 'Development',
      state: 'approved',
      delivery: 'd',
    },
    false,
  );
  assert.equal(look?.text, 'Implementation Plan');
  assert.equal(look?.detail, 'stage 3 · level 2 - Development · approved');
  assert.equal(look?.command.id, 'frameworkLsp.showTraceability');
});

test('the status says nothing of a document of another project', () => {
  assert.equal(statusLook({ kind: 'ready' }, null, false), null);
  assert.equal(statusLook({ kind: 'indexing', message: 'Reading' }, null, false), null);
});

test('the status of a failure leads to the log', () => {
  const look = statusLook({ kind: 'failed', message: 'gone' }, null, false);
  assert.deepEqual([look?.isError, look?.detail, look?.command.id], [true, 'gone', 'frameworkLsp.showLogs']);
});
