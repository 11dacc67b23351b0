import { coverage } from '../board/stageLook';
import type { RequirementRow, RequirementTotals, Traceability } from '../protocol';

/** Which rows are shown. */
export interface RowFilter {
  /** Words that must all occur in id, title, type, priority or status; empty for all rows. */
  text: string;
  show: 'all' | 'gaps' | 'done' | 'descoped';
}

/** The parts of the way of a requirement, in order. */
export const steps = ['planned', 'checked', 'reported'] as const;

/** What a row lacks: the steps that do not mention it and evidence that does not exist; nothing of a requirement that was dropped. */
export function gapsOf(row: RequirementRow): string[] {
  if (row.isDescoped) {
    return [];
  }

  const gaps: string[] = steps.filter((step) => row[step].length === 0);
  if (row.evidence.some(({ exists }) => !exists)) {
    gaps.push('evidence');
  }

  return gaps;
}

/** Whether a requirement has come all the way. */
export const isComplete = (row: RequirementRow): boolean => !row.isDescoped && gapsOf(row).length === 0;

/** The rows that a filter lets through, in their order. */
export function filterRows(rows: readonly RequirementRow[], filter: RowFilter): RequirementRow[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 0);
  return rows.filter((row) => {
    const shown =
      filter.show === 'all' ||
      (filter.show === 'gaps' && gapsOf(row).length > 0) ||
      (filter.show === 'done' && isComplete(row)) ||
      (filter.show === 'descoped' && row.isDescoped);
    const text = [row.id, row.title, row.type, row.priority ?? '', row.status ?? ''].join(' ').toLowerCase();
    return shown && words.every((word) => text.includes(word));
  });
}

/** The bars above the table; empty when no requirement counts. */
export const bars = (totals: RequirementTotals): { label: string; count: number; of: number; percent: number }[] =>
  (coverage(totals) ?? []).map((part) => ({ ...part, of: totals.total - totals.descoped }));

/** What is said below the table. */
export function summary(trace: Traceability, shown: number): string {
  const gaps = trace.rows.filter((row) => gapsOf(row).length > 0).length;
  return `${shown} of ${trace.rows.length} requirements shown, ${gaps === 0 ? 'no gaps' : gaps === 1 ? '1 has gaps' : `${gaps} have gaps`}`;
}
