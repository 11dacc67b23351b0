import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CrashCounter } from '../../src/server/crashes';
import { isShown } from '../../src/server/notifications';

test('the fifth crash within the time is too many', () => {
  const crashes = new CrashCounter(5, 1000);
  assert.deepEqual(
    [0, 100, 200, 300, 400].map((time) => crashes.mayRestart(time)),
    [true, true, true, true, false],
  );
});

test('crashes that are long ago do not count', () => {
  const crashes = new CrashCounter(2, 1000);
  assert.deepEqual(
    [0, 1001, 2002, 2500].map((time) => crashes.mayRestart(time)),
    [true, true, true, false],
  );
});

test('after a restart by the user the counting starts again', () => {
  const crashes = new CrashCounter(2, 1000);
  crashes.mayRestart(0);
  crashes.reset();
  assert.equal(crashes.mayRestart(1), true);
});

// The numbers are the protocol's: error, warning, info, log.
for (const [setting, shown] of [
  ['off', []],
  ['onError', [1]],
  ['onWarning', [1, 2]],
  ['always', [1, 2, 3, 4]],
] as const) {
  test(`with "${setting}" messages of the types [${shown}] pop up`, () => {
    assert.deepEqual(
      [1, 2, 3, 4].filter((type) => isShown(type, setting)),
      [...shown],
    );
  });
}
