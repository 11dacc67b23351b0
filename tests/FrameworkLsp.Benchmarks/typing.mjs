// Types into a plan of a folder with a language server, a key at a time, and prints how long answers take after each key.
// usage: node typing.mjs FOLDER DOCUMENT COMMAND [ARGUMENT...]   for example: node typing.mjs /tmp/docs project-00000/plan.md framework-lsp serve
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, path, command, ...args] = process.argv.slice(2);
const keys = 400;
const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
const waiting = new Map();
let buffer = Buffer.alloc(0);
let nextId = 0;
let indexed;
const whenIndexed = new Promise((resolve) => (indexed = resolve));

server.stdout.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString())[1]);
    if (!(buffer.length >= end + 4 + length)) return;
    const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
    buffer = buffer.subarray(end + 4 + length);
    if (message.method === 'window/logMessage' && / read /.test(message.params.message)) indexed();
    if (message.method && message.id !== undefined) send({ id: message.id, result: null });
    if (!message.method) waiting.get(message.id)?.(message);
  }
});

function send(message) {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function request(method, params) {
  const id = ++nextId;
  send({ id, method, params });
  return new Promise((resolve) => waiting.set(id, resolve));
}

const started = performance.now();
const uri = pathToFileURL(join(folder, path)).href;
const text = readFileSync(join(folder, path), 'utf8');
await request('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } } },
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'x' }],
});
const initialized = performance.now() - started;
send({ method: 'initialized', params: {} });
await whenIndexed;
const read = performance.now() - started;
send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });

const lines = text.split('\n');
const line = Math.floor(lines.length / 2);
const textDocument = { uri };
const times = new Map();
for (let key = 0; key < keys; key++) {
  const position = { line, character: key % 60 };
  const newText = key % 60 === 59 ? '\n' : 'the quick FR-001 at level 3 '[key % 28];
  const change = performance.now();
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version: key + 2 }, contentChanges: [{ range: { start: position, end: position }, text: newText }] } });
  const after = { line, character: (key % 60) + 1 };
  for (const [name, params] of [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/completion', { textDocument, position: after }],
    ['textDocument/hover', { textDocument, position: after }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/codeAction', { textDocument, range: { start: after, end: after }, context: { diagnostics: [] } }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
  ]) {
    const from = name.endsWith('diagnostic') ? change : performance.now();
    await request(name, params);
    (times.get(name) ?? times.set(name, []).get(name)).push(performance.now() - from);
  }
}

const memory = process.platform === 'linux' ? Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024) : NaN;
await request('shutdown', null);
send({ method: 'exit' });
console.log(`initialize ${initialized.toFixed(0)} ms, folder read after ${read.toFixed(0)} ms, ${lines.length} lines, ${keys} keys, resident ${memory} MB`);
console.log('| after a key | p50 ms | p95 ms |\n|---|---|---|');
for (const [name, list] of times) {
  list.sort((a, b) => a - b);
  console.log(`| \`${name}\` | ${list[Math.floor(list.length / 2)].toFixed(1)} | ${list[Math.floor(list.length * 0.95)].toFixed(1)} |`);
}
