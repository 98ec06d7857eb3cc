// What pages do for those who cite: copying, the style, the briefing. Comes before
// site.js, which uses it.
'use strict';

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, props = {}, ...children) => { const e = Object.assign(document.createElement(tag), props); e.append(...children); return e; };
const say = text => { $('#live').textContent = text; };

// What a proxy puts before every path of the site; '' for nothing.
const root = document.documentElement.dataset.root ?? '';

// Storage may be forbidden: then nothing is remembered.
const remembered = (key, fallback) => { try { return JSON.parse(localStorage.getItem(key)) ?? fallback; } catch { return fallback; } };
const remember = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* not kept */ } };

// Copying: rich and plain text, both. What is copied may still be on its way: the
// clipboard waits for it, and the press that allows it isn't spent meanwhile.

async function copy(button, source) {
  const form = (type, read) => source.then(s => new Blob([read(s)], { type }));
  try {
    await navigator.clipboard.write([new ClipboardItem({
      'text/plain': form('text/plain', s => s.dataset.text ?? s.innerText),
      'text/html': form('text/html', s => s.innerHTML || s.dataset.text),
    })]);
    say('Copied');
    if (!button) return;
    const was = button.dataset.was ??= button.textContent;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = was; }, 1500);
  } catch { say('The browser does not allow copying'); }
}

// The style is chosen once for the whole site.
const style = () => remembered('style', 'oscola');

// cite copies the citation or quotation of a passage from its own page.
async function templateAt(address, what) {
  const text = await (await fetch(address, { headers: { Accept: 'text/html' } })).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  return page.getElementById(`${what}-${style()}`) ?? page.getElementById(what + '-oscola');
}
const cite = (button, address, what) => copy(button, templateAt(address, what));

// citeHere is what the keys do: for the result that is current, or for this passage.
function citeHere(what, button) {
  const hit = $('.hit.current');
  if (hit) return cite($(`[data-cite="${what}"]`, hit), $('h3 a', hit).pathname, what);
  const here = document.getElementById(`${what}-${style()}`) ?? document.getElementById(what + '-oscola');
  if (here) copy(button, Promise.resolve(here));
}

const choice = $('#cite-choice');
if (choice) {
  const styles = $$('.cite .style');
  const select = make('select', { id: 'style' }, ...styles.map(s => make('option', { value: s.dataset.style }, s.dataset.label)));
  const pick = () => { for (const s of styles) s.hidden = s.dataset.style !== select.value; };
  if (styles.some(s => s.dataset.style === style())) select.value = style();
  select.addEventListener('change', () => { remember('style', select.value); pick(); showBriefing(); });
  styles.forEach(s => { $('h3', s).className = 'hidden'; });
  choice.append(make('label', { htmlFor: 'style' }, 'Style'), select);
  pick();
}

// One's own briefing, as its address says it: passages, order, title, headings, notes.

const briefing = () => { const kept = remembered('briefing', ''); return new URLSearchParams(Array.isArray(kept) ? { ids: kept.join(',') } : kept); };
const keepBriefing = b => remember('briefing', idsOf(b).length ? b.toString() : '');
const idsOf = b => (b.get('ids') ?? '').split(',').filter(Boolean);

// bare leaves out what is no part of a briefing itself.
function bare(values) {
  const b = new URLSearchParams();
  for (const [name, value] of values) if (value && !['style', 'undo', 'format', 'add'].includes(name)) b.append(name, value);
  return b;
}
const sameBriefing = (a, b) => { const sorted = x => [...bare(x)].map(String).sort().join('\n'); return sorted(a) === sorted(b); };

function briefingLink(b) {
  const values = bare(b);
  if (!idsOf(values).length) return root + '/briefing';
  if (remembered('style')) values.set('style', style());
  return root + '/briefing?' + values.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}

function showBriefing() {
  const ids = idsOf(briefing());
  $('#briefing-count').textContent = ids.length ? ` (${ids.length})` : '';
  $(`.masthead a[href^="${root}/briefing"]`).href = briefingLink(briefing());
  for (const tick of $$('.tick')) {
    const on = tick.dataset.id.split(',').every(id => ids.includes(id));
    tick.hidden = false;
    tick.setAttribute('aria-pressed', String(on));
    $('.state', tick).textContent = on ? 'In the briefing' : 'Add to briefing';
  }
}

function toggle(tick) {
  const mine = briefing(), ids = idsOf(mine), these = tick.dataset.id.split(',');
  const on = these.every(id => ids.includes(id));
  mine.set('ids', on ? ids.filter(id => !these.includes(id)) : [...new Set([...ids, ...these])]);
  keepBriefing(mine);
  showBriefing();
  say(tick.dataset.label + (on ? ' removed from the briefing' : ' added to the briefing'));
}

const collected = $('#briefing');
if (collected) {
  const here = new URLSearchParams(location.search), shown = bare(here), undo = here.get('undo');
  const arrange = $('#arrange');
  // What the server has just added to one's own stands in the address that it led to.
  if (remembered('adding', 0) > Date.now() && idsOf(briefing()).every(id => idsOf(shown).includes(id))) keepBriefing(shown);
  remember('adding', 0);
  // A briefing that came by a link is another's until it is taken over: nothing that is
  // done to it touches one's own.
  const mine = idsOf(shown).length ? sameBriefing(shown, briefing()) : !idsOf(briefing()).length && (!undo || undo === remembered('cleared'));
  if (!idsOf(shown).length && !undo && idsOf(briefing()).length) location.replace(briefingLink(briefing()));
  else if (idsOf(shown).length && !here.has('style') && style() !== 'oscola') location.replace(briefingLink(shown));
  $('#adopt').hidden = mine || !idsOf(shown).length;
  $('#mine').hidden = !idsOf(briefing()).length;
  $('#adopt button').addEventListener('click', () => {
    const b = briefing();
    b.set('ids', [...new Set([...idsOf(b), ...idsOf(shown)])]);
    for (const [name, value] of shown) if (!b.has(name)) b.set(name, value);
    keepBriefing(b);
    $('#adopt').hidden = true;
    showBriefing();
    say('Added to your briefing');
  });
  // written puts what stands in the fields into an address.
  const written = values => { for (const [name, value] of arrange ? new FormData(arrange) : []) if (!['ids', 'order'].includes(name)) values.set(name, value); return values; };
  const go = values => {
    if (mine) keepBriefing(bare(values));
    if (mine && !values.get('ids')) remember('cleared', values.get('undo'));
    const clean = new URLSearchParams([...values].filter(([, value]) => value));
    location.assign(root + '/briefing?' + clean.toString().replaceAll('%2F', '/').replaceAll('%2C', ','));
  };
  collected.addEventListener('click', e => {
    const edit = e.target.closest('[data-edit]');
    if (!edit || e.button || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    go(written(new URLSearchParams(edit.search)));
  });
  arrange?.addEventListener('submit', e => { e.preventDefault(); go(new URLSearchParams(new FormData(arrange))); });
  $('#style')?.addEventListener('change', () => { remember('style', $('#style').value); go(new URLSearchParams(new FormData(arrange))); });
  $('.addto')?.addEventListener('submit', () => { if (mine) remember('adding', Date.now() + 10_000); });
  $('#print')?.addEventListener('click', () => print());
  dragItems(order => { const values = new URLSearchParams(new FormData(arrange)); values.set('ids', order); values.set('order', 'own'); go(values); });
}

// dragItems lets the items of a briefing be dragged; Move up and Move down do the same
// by keyboard and without a script.
function dragItems(done) {
  let dragged;
  const before = $$('.item').map(i => i.dataset.id).join();
  for (const item of $$('.item')) {
    const grip = make('span', { className: 'grip', draggable: true, title: 'Drag to another place' }, '⠿');
    grip.setAttribute('aria-hidden', 'true');
    grip.addEventListener('dragstart', e => { dragged = item; e.dataTransfer.setDragImage(item, 0, 0); e.dataTransfer.effectAllowed = 'move'; });
    grip.addEventListener('dragend', () => { dragged = null; const order = $$('.item').map(i => i.dataset.id).join(); if (order !== before) done(order); });
    item.prepend(grip);
    item.addEventListener('dragover', e => {
      if (!dragged) return;
      e.preventDefault();
      const r = item.getBoundingClientRect();
      if (item !== dragged) item[e.clientY < r.top + r.height / 2 ? 'before' : 'after'](dragged);
    });
  }
}

document.addEventListener('click', e => {
  const tick = e.target.closest('.tick'), button = e.target.closest('[data-copy]'), cited = e.target.closest('[data-cite]');
  if (tick) toggle(tick);
  if (button) copy(button, Promise.resolve(document.getElementById(button.dataset.copy)));
  if (cited) cite(cited, cited.dataset.of, cited.dataset.cite);
  const here = e.target.closest('[data-here]');
  if (here) citeHere(here.dataset.here, here);
  for (const menu of $$('details.menu[open]')) if (!menu.contains(e.target) || button || cited) menu.open = false;
});
document.addEventListener('keydown', e => {
  const menu = e.key === 'Escape' && $('details.menu[open]');
  if (menu) { e.preventDefault(); menu.open = false; $('summary', menu).focus(); }
});
addEventListener('storage', showBriefing);

$$('.copy, .forscript').forEach(e => { e.hidden = false; });
