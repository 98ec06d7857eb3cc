// What pages do beyond links and forms. Each part looks for what it needs and
// leaves the page as the server made it where that isn't there.
'use strict';

// Search: results follow the filters.

const form = $('#search');
let latest = 0;

function askedAddress() {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) values.append(name, value);
  const query = values.toString();
  return query ? root + '/?' + query : root + '/';
}

// show puts the results at an address in the place of those on the page.
async function show(address, { push = true, focus } = {}) {
  const mine = ++latest, typed = $('#q').value;
  let answer, text;
  try {
    answer = await fetch(address, { headers: { Accept: 'text/html' } });
    text = await answer.text();
  } catch { location.assign(address); return; }
  if (mine !== latest) return; // a later one was asked for
  const page = new DOMParser().parseFromString(text, 'text/html');
  const found = page.getElementById('found');
  if (!found) { location.assign(answer.url || address); return; }
  const open = $$('details[data-facet]').map(d => [d.dataset.facet, d.open, $('.more', d)?.open]);
  const at = document.activeElement;
  const again = at?.form === form && at.value && at.type === 'checkbox' ? `input[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]` : '';
  const sought = $('.find')?.value, scrolled = $('#filters')?.scrollTop, sheet = narrow.matches && $('#filters')?.open;
  $('#found').replaceWith(found);
  $('#carried').replaceWith(page.getElementById('carried'));
  form.className = page.getElementById('search').className;
  $('h1').replaceWith($('h1', page));
  if ($('#q').value === typed) $('#q').value = $('#q', page).value; // unless somebody types on
  document.title = page.title;
  if (push && address !== location.pathname + location.search) history.pushState(null, '', address);
  for (const [name, isOpen, more] of open) {
    const facet = $(`details[data-facet="${name}"]`);
    if (!facet) continue;
    facet.open = isOpen;
    if (more && $('.more', facet)) $('.more', facet).open = true;
  }
  if (sheet && $('#filters')) $('#filters').dataset.used = 'yes';
  improve(found);
  if (sheet && $('#filters')) $('#filters').scrollTop = scrolled;
  if (sought && $('.find')) { $('.find').value = sought; $('.find').dispatchEvent(new Event('input')); }
  if (again) $(again)?.focus({ preventScroll: true });
  if (focus) { $('#results').focus({ preventScroll: true }); $('#results').scrollIntoView(); }
  say(found.dataset.summary);
}

const narrow = matchMedia('(max-width: 51.99rem)');
// On a phone the filters are a sheet over the results, its groups closed.
const foldFilters = () => {
  const filters = $('#filters');
  if (!filters || filters.dataset.used === 'yes') return;
  filters.open = !narrow.matches;
  if (narrow.matches) $$('.facet', filters).forEach(f => { f.open = false; });
};
function closeSheet() {
  const filters = $('#filters');
  if (!narrow.matches || !filters?.open) return false;
  filters.open = false;
  delete filters.dataset.used;
  return true;
}

// improve adds to freshly shown results what needs a script.
function improve(root) {
  for (const b of $$('.apply[data-show]', root)) { b.textContent = b.dataset.show; b.type = 'button'; } // results follow the filters
  for (const facet of $$('details[data-searchable]', root)) {
    const find = make('input', { type: 'text', className: 'find', autocomplete: 'off', placeholder: 'Find in the list' });
    find.setAttribute('aria-label', 'Find in the list of ' + facet.dataset.facet + 's');
    find.addEventListener('input', () => {
      const wanted = find.value.trim().toLowerCase();
      const more = $('.more', facet);
      if (more && wanted) more.open = true;
      for (const value of $$('.value', facet)) value.hidden = !value.textContent.toLowerCase().includes(wanted);
    });
    $('legend', facet).after(find);
  }
  $$('.copy, .forscript', root).forEach(e => { e.hidden = false; });
  noteSearch();
  showSearches();
  foldFilters();
  showBriefing();
}

if (form) {
  form.addEventListener('submit', e => { e.preventDefault(); closeList?.(); show(askedAddress()); });
  document.addEventListener('change', e => {
    if (e.target.form === form && e.target.type === 'checkbox') show(askedAddress());
  });
  document.addEventListener('click', e => {
    const link = e.target.closest('#found a');
    if (e.target.closest('.apply[data-show]')) { closeSheet(); $('#results').focus({ preventScroll: true }); $('#results').scrollIntoView(); } else if (!e.target.closest('#filters')) closeSheet();
    if (!link || link.pathname !== root + '/' || link.origin !== location.origin || e.button || e.metaKey || e.ctrlKey || e.shiftKey || link.getAttribute('href').startsWith('#')) return;
    e.preventDefault();
    show(link.pathname + link.search, { focus: true });
  });
  addEventListener('popstate', () => show(location.pathname + location.search, { push: false }));
  document.addEventListener('focusin', e => { if (!e.target.closest('#filters')) closeSheet(); });
  narrow.addEventListener('change', foldFilters);
}

// Searches come back: the last ones, and those that are kept, each with its feed. They
// stay in the browser.

const most = 8;
const searches = key => remembered(key, []);
const withoutPage = query => { const v = new URLSearchParams(query); v.delete('page'); return v.toString(); };
const entry = () => ({ query: withoutPage(location.search), title: document.title.split(' – ')[0].replace(/, page \d+$/, '') });

function noteSearch() {
  if (!form || !$('.hits')) return;
  const now = entry();
  if (now.query) remember('recent', [now, ...searches('recent').filter(s => s.query !== now.query)].slice(0, most));
}

function showSearches() {
  const list = $('#searches ul');
  if (!list) return;
  const kept = searches('kept'), all = [...kept.map(s => ({ ...s, kept: true })), ...searches('recent').filter(s => !kept.some(k => k.query === s.query))];
  $('#searches').hidden = !all.length;
  list.replaceChildren(...all.slice(0, most).map(s => {
    const link = make('a', { href: root + '/?' + s.query }, s.title), feed = make('a', { href: root + '/api/v1/search?' + s.query + '&format=atom' }, 'Feed');
    feed.setAttribute('aria-label', 'Feed of ' + s.title);
    const drop = make('button', { type: 'button', className: 'plain' }, s.kept ? 'Forget' : 'Keep');
    drop.setAttribute('aria-label', `${s.kept ? 'Forget' : 'Keep'} ${s.title}`);
    drop.addEventListener('click', () => {
      remember('kept', s.kept ? kept.filter(k => k.query !== s.query) : [...kept, { query: s.query, title: s.title }]);
      if (s.kept) remember('recent', searches('recent').filter(r => r.query !== s.query));
      showSearches();
      say(`${s.title} ${s.kept ? 'forgotten' : 'kept'}`);
    });
    return make('li', {}, link, ' ', feed, ' ', drop);
  }));
}

document.addEventListener('click', e => {
  if (e.target.id !== 'keep') return;
  const now = entry();
  remember('kept', [now, ...searches('kept').filter(s => s.query !== now.query)]);
  e.target.textContent = 'Kept: see the start page';
  say('Search kept');
});

// Completions: an editable combobox with a list, as WAI-ARIA describes it.

let closeList;
const box = $('.combo input');
if (box) {
  const list = make('ul', { className: 'listbox', id: 'completions', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Completions');
  box.after(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) box.setAttribute(name, value);
  let timer, asked = 0, at = -1;
  closeList = () => { clearTimeout(timer); asked++; at = -1; list.hidden = true; box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant'); };
  const mark = n => {
    at = n;
    $$('li', list).forEach((li, i) => li.setAttribute('aria-selected', String(i === n)));
    if (n < 0) box.removeAttribute('aria-activedescendant'); else box.setAttribute('aria-activedescendant', 'completion-' + n);
  };
  const choose = li => {
    closeList();
    if (li.dataset.kind !== 'word') { location.assign(li.dataset.url); return; }
    box.value = li.dataset.text;
    box.form.requestSubmit();
  };
  const complete = async () => {
    const mine = ++asked, text = box.value.trim();
    if (!text || text.length > 100) return closeList();
    let suggestions = [];
    try { suggestions = (await (await fetch(root + '/api/v1/suggest?q=' + encodeURIComponent(text))).json()).suggestions ?? []; } catch { /* none then */ }
    if (mine !== asked || document.activeElement !== box) return;
    if (!suggestions.length) return closeList();
    list.replaceChildren(...suggestions.map((s, i) => {
      const li = make('li', { id: 'completion-' + i }, make('span', {}, s.text), make('small', {}, s.kind));
      li.setAttribute('role', 'option');
      Object.assign(li.dataset, s);
      return li;
    }));
    mark(-1);
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  };
  box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(complete, 120); });
  box.addEventListener('blur', closeList);
  list.addEventListener('mousedown', e => { e.preventDefault(); const li = e.target.closest('li'); if (li) choose(li); });
  box.addEventListener('keydown', e => {
    const items = $$('li', list);
    if (e.key === 'Escape' && !list.hidden) { e.preventDefault(); e.stopPropagation(); closeList(); } else if (e.key === 'ArrowDown' && list.hidden) { complete(); } else if (list.hidden) { /* typing */ } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      const n = items.length + 1, step = e.key === 'ArrowDown' ? 1 : -1;
      mark((at + 1 + step + n) % n - 1);
    } else if (e.key === 'Enter' && at >= 0) { e.preventDefault(); choose(items[at]); }
  });
}

// Tables that can be sorted.

for (const table of $$('table.sortable')) {
  $$('thead th', table).forEach((th, column) => {
    const button = make('button', { type: 'button' }, th.textContent);
    th.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = th.getAttribute('aria-sort') === 'ascending';
      $$('th[aria-sort]', table).forEach(other => other.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = row => row.cells[column].textContent.trim();
      const rows = [...table.tBodies[0].rows].sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
      say(`Sorted by ${button.textContent}, ${down ? 'descending' : 'ascending'}`);
    });
  });
}

const matrix = $('#matrix');
if (matrix) {
  const find = make('input', { type: 'text', id: 'find-row', className: 'find', autocomplete: 'off' });
  find.addEventListener('input', () => {
    const wanted = find.value.trim().toLowerCase();
    for (const row of matrix.tBodies[0].rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
  });
  $('#matrix-find').append(make('label', { htmlFor: 'find-row' }, 'Find an organisation'), find);
}

// The contents mark the section that is read; on a phone they are a line that opens.

const contents = $('.contents');
if (contents) {
  const fold = $('details', contents), links = new Map($$('a[href*="#"]', contents).map(a => [a.hash.slice(1), a]));
  const heads = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  const fit = () => { fold.open = !narrow.matches; };
  fit();
  narrow.addEventListener('change', fit);
  contents.addEventListener('click', e => { if (narrow.matches && e.target.closest('a')) fold.open = false; });
  let current, due;
  const mark = () => {
    due = 0;
    const line = innerHeight / 4;
    let n = 0;
    for (let low = 0, high = heads.length; low < high;) { // they stand in order: the last above the line
      const middle = (low + high) >> 1;
      if (heads[middle].getBoundingClientRect().top <= line) { low = middle + 1; n = low; } else high = middle;
    }
    const now = n ? links.get(heads[n - 1].id) : undefined;
    if (now === current) return;
    current?.removeAttribute('aria-current');
    now?.setAttribute('aria-current', 'location');
    current = now;
    $('#section').textContent = now?.textContent ?? '';
    if (now && !narrow.matches) contents.scrollTop = now.offsetTop - contents.clientHeight / 2;
  };
  addEventListener('scroll', () => { due ||= requestAnimationFrame(mark); }, { passive: true });
  mark();
}

// A search in a whole document: from one passage that it finds to the next.

const matches = $$('.passage.match');
if (matches.length) {
  const at = make('span'), step = by => {
    const n = now() + by;
    if (matches[n]) location.replace('#' + matches[n].id);
  };
  // The last that begins above the line that a jump leads to.
  const now = () => matches.findLastIndex(p => p.getBoundingClientRect().top <= 96);
  const previous = make('button', { type: 'button', id: 'previous-result', className: 'plain' }, 'Previous');
  const next = make('button', { type: 'button', id: 'next-result', className: 'plain' }, 'Next');
  previous.addEventListener('click', () => step(-1));
  next.addEventListener('click', () => step(1));
  const bar = make('div', { className: 'matches' }, at, previous, next);
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Passages that your search finds');
  const tell = () => {
    const n = now() + 1;
    at.textContent = n ? `${n} of ${matches.length}` : `${matches.length} found`;
    previous.disabled = n < 2;
    next.disabled = n === matches.length;
  };
  addEventListener('scroll', tell, { passive: true });
  addEventListener('hashchange', () => { tell(); say(at.textContent); });
  document.body.append(bar);
  $$('.next-match').forEach(e => { e.hidden = true; });
  tell();
}

// Keys, which can be turned off (WCAG 2.1.4).

const keys = $('#keys-dialog');
const useKeys = $('#use-keys');
useKeys.checked = remembered('keys', true);
useKeys.addEventListener('change', () => remember('keys', useKeys.checked));

function step(by) {
  const hits = $$('.hit');
  if (!hits.length) return;
  const n = Math.min(Math.max(hits.findIndex(h => h.classList.contains('current')) + by, 0), hits.length - 1);
  hits.forEach((h, i) => h.classList.toggle('current', i === n));
  $('h3 a', hits[n]).focus();
}

// walk goes to the next result, of a list or from the page of one.
const walk = (by, link) => { if ($('.hit')) step(by); else $(link)?.click(); };

const commands = {
  '/': () => { if (box) { box.focus(); box.select(); } else location.assign(root + '/'); },
  '?': () => keys.showModal(),
  j: () => walk(1, '#next-result'),
  k: () => walk(-1, '#previous-result'),
  b: () => { const tick = $('.hit.current .tick') ?? $('.actions .tick'); if (tick) toggle(tick); },
  c: () => citeHere('citation'),
  q: () => citeHere('quote'),
};

document.addEventListener('keydown', e => {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || keys.open) return;
  if (e.key === 'Escape' && closeSheet()) { e.preventDefault(); $('#filters summary').focus(); return; }
  if (e.key === 'Escape' && $('main mark') && e.target !== box) {
    $('main').classList.add('unmarked');
    say('Marks taken off');
  }
  if (e.target.closest('input:not([type="checkbox"]), textarea, select') || !useKeys.checked) return;
  const command = commands[e.key];
  if (command) { e.preventDefault(); command(); }
});

improve(document);

// The register's filters take a page of their own where there is little room.
if (narrow.matches) $$('.filters.fold').forEach(e => { e.open = false; });
document.documentElement.classList.add('folded'); // what a phone folds is folded: the style sheet needn't hide it any more
