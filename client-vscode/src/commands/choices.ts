import type { Catalog } from '../protocol';

/** The levels as they are offered. */
export const levelItems = (levels: Catalog['levels']): { label: string; detail: string; number: number }[] =>
  levels.map(({ number, name, summary }) => ({ label: `${number} - ${name}`, detail: summary, number }));

/** The modules as they are offered. */
export const moduleItems = (modules: Catalog['modules']): { label: string; description: string; id: string }[] =>
  modules.map(({ id, name, technology }) => ({ label: name, description: technology, id }));
