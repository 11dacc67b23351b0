import * as os from 'node:os';
import * as path from 'node:path';

/** What placeholders in paths stand for. */
export interface PathContext {
  home: string;
  /** The folder of the first workspace folder; undefined when none is open. */
  workspaceFolder: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
}

/** Replaces `~`, `${workspaceFolder}`, `${userHome}` and `${env:NAME}`; what is unknown stays as it is written. */
export function expandPath(value: string, context: PathContext): string {
  const expanded = value.replace(/\$\{(workspaceFolder|userHome|env:([^}]+))\}/g, (whole, name: string, variable?: string) => {
    switch (name) {
      case 'workspaceFolder':
        return context.workspaceFolder ?? whole;
      case 'userHome':
        return context.home;
      default:
        return variable === undefined ? whole : (context.env[variable] ?? '');
    }
  });
  return expanded === '~' || expanded.startsWith('~/') || expanded.startsWith('~\\') ? context.home + expanded.slice(1) : expanded;
}

/** The executable that the user chose, else the one in the extension. A chosen one without a folder is looked for on the PATH. */
export function serverExecutable(setting: string, extensionPath: string, context: PathContext, platform = process.platform): string {
  const chosen = setting.trim();
  if (chosen.length === 0) {
    return path.join(extensionPath, 'server', platform === 'win32' ? 'framework-lsp.exe' : 'framework-lsp');
  }

  const expanded = expandPath(chosen, context);
  const isBare = !expanded.includes('/') && !expanded.includes('\\');
  return isBare || path.isAbsolute(expanded) ? expanded : path.join(context.workspaceFolder ?? os.homedir(), expanded);
}
