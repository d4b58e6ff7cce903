'use strict';
// Only what helps on top of a complete page: headings that sort, a field that filters.
for (const table of document.querySelectorAll('table.sortable')) {
  table.querySelectorAll('thead th').forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const value = row => row.children[column].textContent.trim();
      const number = text => /^[−-]?\d/.test(text) ? parseFloat(text.replace('−', '-').replace(',', '.')) : NaN;
      const compare = (a, b) => {
        const [x, y] = [number(a), number(b)];
        if (!isNaN(x) && !isNaN(y)) return x - y;
        if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
        return a.localeCompare(b, 'ru');
      };
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((a, b) => compare(value(a), value(b)) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
}
for (const list of document.querySelectorAll('.filterable')) {
  const items = list.tBodies ? [...list.tBodies[0].rows] : [...list.children];
  if (items.length < 8) continue;
  const label = document.createElement('label');
  label.className = 'filter';
  label.textContent = 'Найти по тексту';
  const field = document.createElement('input');
  field.type = 'search';
  label.append(field);
  const shown = document.createElement('span');
  shown.setAttribute('role', 'status');
  label.append(shown);
  field.addEventListener('input', () => {
    const sought = field.value.trim().toLocaleLowerCase('ru');
    let n = 0;
    for (const item of items) {
      item.hidden = !item.textContent.toLocaleLowerCase('ru').includes(sought);
      if (!item.hidden) n += 1;
    }
    shown.textContent = sought ? 'Найдено: ' + n : '';
  });
  (list.closest('.wide') || list).before(label);
}
