import type { Delivery, DeliveryStage, FindingCounts, RequirementTotals, StageDocument, StageState } from '../protocol';

/** An icon of VS Code and the theme colour it is drawn in. */
export interface IconLook {
  icon: string;
  color?: string;
}

const states: Readonly<Record<string, { name: string } & IconLook>> = {
  missing: { name: 'missing', icon: 'circle-large-outline', color: 'disabledForeground' },
  draft: { name: 'draft', icon: 'edit', color: 'charts.yellow' },
  inReview: { name: 'in review', icon: 'eye', color: 'charts.blue' },
  approved: { name: 'approved', icon: 'pass-filled', color: 'charts.green' },
  final: { name: 'final', icon: 'pass-filled', color: 'charts.green' },
  stale: { name: 'stale', icon: 'history', color: 'charts.orange' },
  notNeeded: { name: 'not needed', icon: 'dash', color: 'disabledForeground' },
};

/** The state as people read it; one that is not known is split into words. */
export function stateName(state: StageState): string {
  return states[state]?.name ?? state.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The icon of a state. */
export function stateIcon(state: StageState): IconLook {
  const { icon, color } = states[state] ?? { icon: 'circle-outline' };
  return color === undefined ? { icon } : { icon, color };
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The findings in words, the worst first; hints are left out. Empty when there are none. */
export function findingsText({ errors, warnings, infos }: FindingCounts): string {
  return [
    errors > 0 ? plural(errors, 'error') : '',
    warnings > 0 ? plural(warnings, 'warning') : '',
    infos > 0 ? plural(infos, 'note') : '',
  ]
    .filter((part) => part.length > 0)
    .join(', ');
}

/** What stands behind a stage: its state and its findings. */
export function stageText(stage: DeliveryStage): string {
  return [stateName(stage.state), findingsText(sum(stage.documents))].filter((part) => part.length > 0).join(' · ');
}

/** What stands behind a document. */
export function documentText(document: StageDocument): string {
  return [document.isStale ? stateName('stale') : stateName(document.state), findingsText(document)]
    .filter((part) => part.length > 0)
    .join(' · ');
}

/** What stands behind a delivery: its level and how far the requirements are. */
export function deliveryText(delivery: Delivery): string {
  const { total, done, descoped } = delivery.requirements;
  const level = delivery.level ? `level ${delivery.level}` : '';
  return [level, total > 0 ? `${done}/${total - descoped} done` : '', findingsText(delivery.findings)]
    .filter((part) => part.length > 0)
    .join(' · ');
}

/** How many of the requirements have come how far, in percent of those that still count; null without any. */
export function coverage(totals: RequirementTotals): { label: string; count: number; percent: number }[] | null {
  const counted = totals.total - totals.descoped;
  if (counted <= 0) {
    return null;
  }

  return [
    { label: 'Planned', count: totals.planned },
    { label: 'Checked', count: totals.checked },
    { label: 'Reported', count: totals.reported },
    { label: 'Done', count: totals.done },
  ].map((part) => ({ ...part, percent: Math.min(100, Math.round((100 * part.count) / counted)) }));
}

/** All findings of several things together. */
export function sum(counts: readonly FindingCounts[]): FindingCounts {
  const total = { errors: 0, warnings: 0, infos: 0, hints: 0 };
  for (const count of counts) {
    total.errors += count.errors;
    total.warnings += count.warnings;
    total.infos += count.infos;
    total.hints += count.hints;
  }

  return total;
}
