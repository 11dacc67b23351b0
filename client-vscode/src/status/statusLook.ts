import { stateName } from '../board/stageLook';
import type { DocumentStatus } from '../protocol';
import type { ServerStatus } from '../server/frameworkServer';

/** How the language status looks. */
export interface StatusLook {
  text: string;
  detail?: string;
  isBusy: boolean;
  isError: boolean;
  command: { id: string; title: string };
}

/**
 * The language status of a document; null when there is nothing to say of it.
 * @param isConfiguration Whether the document is a configuration file.
 */
export function statusLook(server: ServerStatus, document: DocumentStatus | null, isConfiguration: boolean): StatusLook | null {
  const logs = { id: 'frameworkLsp.showLogs', title: 'Show Logs' };
  if (server.kind === 'failed') {
    return { text: '$(error) Framework LSP', detail: server.message, isBusy: false, isError: true, command: logs };
  }

  const isBusy = server.kind === 'starting' || server.kind === 'indexing';
  const busy = server.kind === 'indexing' ? (server.message ?? 'Reading documents') : undefined;
  if (document !== null) {
    const parts = [
      document.stage ? `stage ${document.stage}` : undefined,
      document.level ? `level ${document.level}${document.levelName ? ` - ${document.levelName}` : ''}` : undefined,
      document.isStale ? stateName('stale') : stateName(document.state),
      busy,
    ];
    return {
      text: document.kindName,
      detail: parts.filter((part) => part !== undefined && part.length > 0).join(' · '),
      isBusy,
      isError: false,
      command: document.delivery ? { id: 'frameworkLsp.showTraceability', title: 'Traceability' } : logs,
    };
  }

  return isConfiguration
    ? { text: 'Framework LSP configuration', ...(busy ? { detail: busy } : {}), isBusy, isError: false, command: logs }
    : null;
}
