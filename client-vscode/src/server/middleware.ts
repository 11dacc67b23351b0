import type { Middleware } from 'vscode-languageclient/node';
import { explainRule } from '../commands/explainRule';
import type { FrameworkServer } from './frameworkServer';

/** What happens between VS Code and the server: what VS Code does itself, and what looks better in it. */
export function middleware(server: FrameworkServer): Middleware {
  return {
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
