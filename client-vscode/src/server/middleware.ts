import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { explainRule } from '../commands/explainRule';
import type { FrameworkServer } from './frameworkServer';

const isOn = (setting: string, resource: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('frameworkLsp', resource).get<boolean>(setting, true);

/** What happens between VS Code and the server: settings that hide things, and commands that look better in VS Code. */
export function middleware(server: FrameworkServer): Middleware {
  return {
    provideCodeLenses: (document, token, next) => (isOn('codeLens.enable', document.uri) ? next(document, token) : []),
    provideInlayHints: (document, range, token, next) => (isOn('inlayHints.enable', document.uri) ? next(document, range, token) : []),
    // VS Code has an outline of every Markdown document; symbols of ours would make it two, with headings of their own.
    provideDocumentSymbols: () => [],
    // The library would show reading the folders in the status bar of every workspace with a Markdown file; the status item tells it
    // where there is something to tell.
    handleWorkDoneProgress: (_token, params) =>
      server.reportProgress(params.kind !== 'end', 'message' in params ? params.message : undefined),
    executeCommand: async (command, args, next) => {
      if (command === 'frameworkLsp.explainRule' && typeof args[0] === 'string') {
        return explainRule(server, args[0]);
      }

      return next(command, args);
    },
  };
}
