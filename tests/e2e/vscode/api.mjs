// Runs the tests that use VS Code's API, in the extension host of a real VS Code with the packaged extension:
//   node api.mjs --vsix FILE --tests FOLDER [--only SCENARIO]
// Each scenario is a workspace of its own and a script of FOLDER. Ends in "api: N passed, N failed"; exit status 77: skipped, nothing is installed.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { vsix: { type: 'string' }, tests: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' } } });
const repository = path.join(import.meta.dirname, '../../..');
const samples = (name) => path.join(repository, 'samples', name);
const { Editor, missing, temporaryFolder } = await import('./lib/editor.mjs').catch((error) => ({ missing: () => `node tests/e2e/vscode/setup.mjs has not been run (${error.code})` }));
const lack = missing();
if (lack !== undefined) {
  console.log(`SKIPPED: ${lack}`);
  process.exit(process.env.CI === 'true' ? 1 : 77);
}

/** Scenario by scenario: how its workspace is made below a folder, and how VS Code is started. */
const scenarios = {
  delivery: {
    workspace(at) {
      cpSync(samples('broken/p2p-lending'), at('ws'), { recursive: true });
      return at('ws');
    },
  },
  views: {
    workspace(at) {
      cpSync(samples('p2p-lending'), at('ws/p2p-lending'), { recursive: true });
      cpSync(samples('broken/parcel-tracker'), at('ws/parcel-tracker'), { recursive: true });
      return at('ws');
    },
  },
  writing: {
    workspace(at) {
      cpSync(path.join(repository, 'tests/e2e/project/intake.md'), at('ws/artifacts/requirements/intake.md'), { recursive: true });
      return at('ws');
    },
  },
  crashes: {
    workspace(at) {
      cpSync(samples('broken/clinic-booking'), at('ws'), { recursive: true });
      return at('ws');
    },
  },
  folders: {
    workspace(at) {
      cpSync(samples('broken/parcel-tracker'), at('one'), { recursive: true });
      cpSync(samples('broken/library-loans'), at('two'), { recursive: true });
      writeFileSync(at('both.code-workspace'), JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
      return at('both.code-workspace');
    },
  },
  untrusted: {
    isTrusted: false,
    workspace(at) {
      cpSync(samples('broken/library-loans'), at('ws'), { recursive: true });
      mkdirSync(at('ws/.vscode'), { recursive: true });
      writeFileSync(at('ws/.vscode/settings.json'), JSON.stringify({ 'frameworkLsp.server.path': '/bin/false' }));
      return at('ws');
    },
  },
  foreign: {
    workspace(at) {
      mkdirSync(at('ws'), { recursive: true });
      writeFileSync(at('ws/readme.md'), '# A library\n\n## Requirements\n\n- Node 20\n\n## Status\n\nTODO: write this.\n');
      writeFileSync(at('ws/ci.yaml'), 'on: push\n');
      return at('ws');
    },
  },
};

async function run(name, scenario) {
  const folder = temporaryFolder();
  const at = (...parts) => path.join(folder, ...parts);
  const workspace = scenario.workspace(at);
  const editor = await Editor.start(folder, { vsix: options.vsix, isTrusted: scenario.isTrusted ?? true, settings: scenario.settings ?? {} });
  const result = { passed: 0, failed: 0 };
  try {
    const { page } = editor;
    let finish;
    const finished = new Promise((resolve) => {
      finish = resolve;
    });
    await page.exposeFunction('codeAutomationExit', finish);
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const text = args.join(' ');
      if (/^(not )?ok /.test(text)) {
        result[text.startsWith('ok') ? 'passed' : 'failed']++;
        console.log(`  ${text}`);
      } else if (options.verbose) {
        console.log(`    ${text.slice(0, 500)}`);
      }
    });
    // A built VS Code ignores where tests are when the address says it, but follows the configuration of its page.
    await page.addInitScript(
      (development) => {
        const original = Element.prototype.getAttribute;
        Element.prototype.getAttribute = function getAttribute(attribute) {
          const value = original.call(this, attribute);
          if (!value || attribute !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') {
            return value;
          }

          const configuration = JSON.parse(value);
          return JSON.stringify({ ...configuration, developmentOptions: { ...configuration.developmentOptions, ...development } });
        };
      },
      { extensions: [editor.uri(path.join(import.meta.dirname, 'runner'))], extensionTestsPath: editor.uri(path.join(options.tests, `${name}.js`)) },
    );
    await page.goto(editor.address(workspace));
    let timer;
    const code = await Promise.race([
      finished,
      new Promise((resolve) => {
        timer = setTimeout(resolve, 180_000, 'no end after three minutes');
      }),
    ]);
    clearTimeout(timer);
    if (code !== 0 && result.failed === 0) {
      result.failed++;
      console.log(`  not ok ${name}: ${code}`);
      await page.screenshot({ path: path.join(import.meta.dirname, 'shots', `failure-${name}.png`) });
    }
  } finally {
    await editor.close();
  }

  return result;
}

mkdirSync(path.join(import.meta.dirname, 'shots'), { recursive: true });
const total = { passed: 0, failed: 0 };
for (const [name, scenario] of Object.entries(scenarios)) {
  if (options.only === undefined || options.only === name) {
    console.log(name);
    const { passed, failed } = await run(name, scenario);
    total.passed += passed;
    total.failed += failed;
  }
}

console.log(`api: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
