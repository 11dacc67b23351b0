// The requests of the server that are not in the Language Server Protocol; server/PROTOCOL.md describes them.
import type { Command, Location, Range } from 'vscode-languageclient';
import { RequestType } from 'vscode-languageclient';

/** How far a stage of a delivery is. A string the client does not know is shown as it is. */
export type StageState = 'missing' | 'draft' | 'inReview' | 'approved' | 'stale' | 'notNeeded' | (string & {});

/** How many findings there are, by severity. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
}

/** How many requirements have come how far. */
export interface RequirementTotals {
  total: number;
  planned: number;
  checked: number;
  reported: number;
  done: number;
  descoped: number;
}

export interface StageDocument extends FindingCounts {
  uri: string;
  kind: string;
  kindName: string;
  title: string;
  state: string;
  isStale: boolean;
  /** What earlier documents say that it lacks, one sentence each. */
  lacks?: string[];
}

export interface DeliveryStage {
  id: string;
  name: string;
  state: StageState;
  documents: StageDocument[];
  /** Writes what is missing; absent or null where nothing can be written. */
  create?: Command | null;
}

export interface Delivery {
  id: string;
  title: string;
  requestId?: string | null;
  /** The address of the workspace folder. */
  folder: string;
  level?: number | null;
  levelName?: string | null;
  modules: string[];
  stages: DeliveryStage[];
  requirements: RequirementTotals;
  findings: FindingCounts;
}

/** A mention of a requirement. */
export interface Mention {
  label: string;
  location: Location;
}

/** A piece of evidence: a file, a command or a sentence. */
export interface Evidence {
  label: string;
  uri?: string | null;
  /** The line it names, from 1 on. */
  line?: number | null;
  exists: boolean;
}

export interface RequirementRow {
  id: string;
  type: string;
  title: string;
  priority?: string | null;
  status?: string | null;
  isDescoped: boolean;
  defined?: Location | null;
  planned: Mention[];
  checked: Mention[];
  reported: Mention[];
  evidence: Evidence[];
}

export interface Traceability {
  delivery: string;
  title: string;
  rows: RequirementRow[];
  totals: RequirementTotals;
}

export interface DocumentStatus {
  kind: string;
  kindName: string;
  stage?: string | null;
  stageName?: string | null;
  level?: number | null;
  levelName?: string | null;
  state: string;
  isStale?: boolean;
  delivery?: string | null;
}

/** What can be chosen for a new document. */
export interface Catalog {
  kinds: { id: string; name: string; stage?: string | null; stageName?: string | null; path?: string | null; usesLevel: boolean }[];
  levels: { number: number; name: string; summary: string }[];
  modules: { id: string; name: string; technology: string }[];
}

/** What became of a document that a command of the server wrote. */
export interface DocumentCommandResult {
  uri: string;
  created: boolean;
  applied: boolean;
  notes: string[];
}

type OfDocument = { textDocument: { uri: string } };

export const DeliveriesRequest = new RequestType<Record<string, never>, Delivery[] | null, void>('frameworkLsp/deliveries');
export const TraceabilityRequest = new RequestType<{ delivery: string } | OfDocument, Traceability | null, void>(
  'frameworkLsp/traceability',
);
export const DocumentStatusRequest = new RequestType<OfDocument, DocumentStatus | null, void>('frameworkLsp/documentStatus');
export const CatalogRequest = new RequestType<Record<string, never>, Catalog, void>('frameworkLsp/catalog');
/** Says that the answers may have changed. */
export const deliveriesChanged = 'frameworkLsp/deliveriesChanged';

export type { Command, Location, Range };
