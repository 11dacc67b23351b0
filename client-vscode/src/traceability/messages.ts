import type { Traceability } from '../protocol';

/** From the extension to the page. Null: the delivery is gone. */
export type ToPage = { type: 'show'; trace: Traceability | null };

/** From the page to the extension. */
export type FromPage = { type: 'ready' } | { type: 'open'; uri: string; line: number; character: number };
