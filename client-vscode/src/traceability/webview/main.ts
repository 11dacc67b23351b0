// The script of the traceability view. It builds the page from data; texts of documents never become markup.
import type { Evidence, Mention, RequirementRow, Traceability } from '../../protocol';
import type { FromPage, ToPage } from '../messages';
import { bars, filterRows, gapsOf, type RowFilter, steps, summary } from '../model';

interface SavedState {
  delivery: string;
  filter: RowFilter;
}

const vscode = acquireVsCodeApi<SavedState>();
const main = document.getElementById('main') as HTMLElement;
let trace: Traceability | null = null;
let filter: RowFilter = vscode.getState()?.filter ?? { text: '', show: 'all' };

const post = (message: FromPage): void => vscode.postMessage(message);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function link(label: string, description: string, open: () => void): HTMLButtonElement {
  const button = element('button', 'link', label);
  button.type = 'button';
  button.title = description;
  button.setAttribute('aria-label', description);
  button.addEventListener('click', open);
  return button;
}

function mentions(list: readonly Mention[], what: string, row: RequirementRow): Node {
  if (list.length === 0) {
    return row.isDescoped ? element('span', 'none', '-') : gap(`not ${what}`);
  }

  return element(
    'div',
    'links',
    ...list.map(({ label, location }) =>
      link(label, `${row.id} is ${what}: ${label}`, () => post({ type: 'open', uri: location.uri, ...location.range.start })),
    ),
  );
}

function gap(text: string): HTMLElement {
  return element('span', 'gap', text);
}

function evidence(list: readonly Evidence[], row: RequirementRow): Node {
  if (list.length === 0) {
    return element('span', 'none', '-');
  }

  return element(
    'div',
    'links',
    ...list.map((piece) => {
      if (piece.exists && piece.uri) {
        const { uri } = piece;
        return link(piece.label, `Evidence of ${row.id}: ${piece.label}`, () =>
          post({ type: 'open', uri, line: (piece.line ?? 1) - 1, character: 0 }),
        );
      }

      return piece.exists ? element('span', '', piece.label) : gap(`${piece.label} (missing)`);
    }),
  );
}

function rowOf(row: RequirementRow): HTMLTableRowElement {
  const { defined } = row;
  const id = defined
    ? link(row.id, `Open the definition of ${row.id}`, () => post({ type: 'open', uri: defined.uri, ...defined.range.start }))
    : row.id;
  const head = element('th', 'id', id);
  head.scope = 'row';
  const title = element('td', 'title', row.title);
  const facts = [row.priority, row.isDescoped ? 'descoped' : row.status].filter((fact) => fact);
  if (facts.length > 0) {
    title.append(element('div', 'facts', facts.join(' · ')));
  }

  const cells = steps.map((step) => element('td', step, mentions(row[step], step, row)));
  const made = element(
    'tr',
    row.isDescoped ? 'descoped' : gapsOf(row).length > 0 ? 'gaps' : '',
    head,
    title,
    ...cells,
    element('td', 'evidence', evidence(row.evidence, row)),
  );
  made.dataset.requirement = row.id;
  return made;
}

function barsOf(shown: Traceability): HTMLElement {
  const list = element('ul', 'bars');
  list.setAttribute('aria-label', 'Coverage of the requirements');
  for (const { label, count, of, percent } of bars(shown.totals)) {
    const meter = element('div', 'meter', element('div', 'fill'));
    meter.setAttribute('role', 'meter');
    meter.setAttribute('aria-valuemin', '0');
    meter.setAttribute('aria-valuemax', '100');
    meter.setAttribute('aria-valuenow', String(percent));
    meter.setAttribute('aria-valuetext', `${count} of ${of}`);
    meter.setAttribute('aria-label', label);
    // The policy forbids style attributes in markup; a property set by a script is none.
    (meter.firstElementChild as HTMLElement).style.width = `${percent}%`;
    const item = element(
      'li',
      'bar',
      element('span', 'bar-label', label),
      meter,
      element('span', 'bar-value', `${count}/${of} (${percent} %)`),
    );
    list.append(item);
  }

  return list;
}

const choices: [RowFilter['show'], string][] = [
  ['all', 'All requirements'],
  ['gaps', 'With gaps'],
  ['done', 'Complete'],
  ['descoped', 'Descoped'],
];

function controls(apply: () => void): HTMLElement {
  const text = element('input', '');
  text.type = 'search';
  text.id = 'filter';
  text.placeholder = 'Filter by id, title, priority or status';
  text.value = filter.text;
  text.setAttribute('aria-controls', 'rows');
  text.addEventListener('input', () => {
    filter = { ...filter, text: text.value };
    apply();
  });
  const label = element('label', 'hidden-label', 'Filter requirements');
  label.htmlFor = 'filter';
  const group = element('div', 'choices');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Which requirements are shown');
  for (const [value, name] of choices) {
    const button = element('button', 'choice', name);
    button.type = 'button';
    button.dataset.show = value;
    button.setAttribute('aria-pressed', String(filter.show === value));
    button.addEventListener('click', () => {
      filter = { ...filter, show: value };
      for (const other of group.querySelectorAll('button')) {
        other.setAttribute('aria-pressed', String(other === button));
      }

      apply();
    });
    group.append(button);
  }

  return element('div', 'controls', label, text, group);
}

function show(shown: Traceability): void {
  const body = element('tbody', '');
  body.id = 'rows';
  const status = element('p', 'summary');
  status.setAttribute('role', 'status');
  const header = element(
    'tr',
    '',
    ...['Requirement', 'Title', 'Planned', 'Checked', 'Reported', 'Evidence'].map((name) => {
      const cell = element('th', '', name);
      cell.scope = 'col';
      return cell;
    }),
  );
  const caption = element(
    'caption',
    'hidden-label',
    `Requirements of ${shown.title} and where they are planned, checked, reported and proved`,
  );
  const table = element('table', '', caption, element('thead', '', header), body);
  const apply = (): void => {
    const rows = filterRows(shown.rows, filter);
    body.replaceChildren(...rows.map(rowOf));
    status.textContent = summary(shown, rows.length);
    vscode.setState({ delivery: shown.delivery, filter });
  };
  const focused = document.activeElement?.id;
  main.replaceChildren(element('h1', '', shown.title), barsOf(shown), controls(apply), element('div', 'table', table), status);
  apply();
  if (focused === 'filter') {
    document.getElementById('filter')?.focus();
  }
}

function gone(): void {
  const text = element('p', '', 'This delivery is not in the workspace any more.');
  text.setAttribute('role', 'status');
  main.replaceChildren(text);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (JSON.stringify(data.trace) === JSON.stringify(trace) && trace !== null) {
    return;
  }

  trace = data.trace;
  if (trace === null) {
    gone();
  } else {
    show(trace);
  }
});
post({ type: 'ready' });
