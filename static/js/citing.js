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
  return page.getElementById(`${what}-${style()}`) ?? page.getElementById(what + '-oscola') ?? page.getElementById('copy-' + what);
}
const cite = (button, address, what) => copy(button, templateAt(address, what));

// A selection is cited like a passage: its words, the paragraphs that they stand in, and
// a link that leads to them. selected is the address that quotes it; '' for none.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return '';
  const range = selection.getRangeAt(0), within = n => (n.nodeType === 1 ? n : n.parentElement)?.closest('.passage[id] .text');
  if (!within(range.startContainer) && !within(range.endContainer)) return '';
  const passages = $$('.passage[id]').filter(p => $('.text', p) && range.intersectsNode($('.text', p)));
  if (!passages.length) return '';
  const words = range.cloneContents();
  $$('sup.mark, .number, .pagemark, .anchor, .title, .footnotes, .remark, .under, h2, h3, h4, h5', words).forEach(e => e.remove());
  const text = words.textContent.replace(/\s+/g, ' ').trim();
  const [, slug] = location.pathname.slice(root.length).split('/');
  return text && text.length < 4000 ? `${root}/${slug}/${passages.map(p => p.id).join(',')}?quote=${encodeURIComponent(text)}` : '';
}

const bar = make('div', { className: 'selected', hidden: true });
bar.setAttribute('role', 'toolbar');
bar.setAttribute('aria-label', 'Selected words');
for (const [what, label] of [['quote', 'Copy quotation'], ['citation', 'Copy citation'], ['link', 'Copy link']]) {
  const button = make('button', { type: 'button', className: 'plain' }, label);
  button.addEventListener('mousedown', e => e.preventDefault()); // the selection stays
  button.addEventListener('click', () => { const address = selected(); if (address) cite(button, address, what); });
  bar.append(button);
}
if ($('.passage[id]')) {
  document.body.append(bar);
  let due;
  document.addEventListener('selectionchange', () => { clearTimeout(due); due = setTimeout(placeBar, 150); });
}
function placeBar() {
  bar.hidden = !selected();
  if (bar.hidden) return;
  const at = getSelection().getRangeAt(0).getBoundingClientRect();
  bar.style.left = Math.max(8, Math.min(at.left, innerWidth - bar.offsetWidth - 8)) + scrollX + 'px';
  bar.style.top = at.bottom + scrollY + 8 + 'px';
}

// Words explained in place: a panel by the word, and the note by its mark.

const panel = make('div', { id: 'panel' });
panel.setAttribute('popover', 'auto');
function openPanel(by, ...content) {
  panel.replaceChildren(...content);
  const at = by.getBoundingClientRect(), wide = Math.min(352, innerWidth - 16); // 22rem
  panel.style.width = wide + 'px';
  panel.style.left = Math.max(8, Math.min(at.left, innerWidth - wide - 8)) + scrollX + 'px';
  panel.style.top = at.bottom + scrollY + 6 + 'px';
}

// keepTogether keeps a line from ending between a button and what is printed at it: the
// bracket before, the ’s behind.
function keepTogether(before, button, after) {
  const opens = /[^\s\p{L}\d]*$/u.exec(before.data)[0], closes = /^(\S{1,3}(?=\s|$)|[^\s\p{L}\d]*)/u.exec(after.data)[0];
  const span = make('span', { className: 'together' });
  button.replaceWith(span);
  span.append(before.splitText(before.data.length - opens.length), button);
  after.splitText(closes.length);
  span.append(after);
}

// markTerm makes a button of the first place where a word stands in a text.
function markTerm(text, item) {
  const term = item.dataset.term, letter = /[\p{L}\d]/u;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest('a, button')) continue;
    for (let at = node.data.indexOf(term); at >= 0; at = node.data.indexOf(term, at + 1)) {
      if (letter.test(node.data[at - 1] ?? ' ') || letter.test(node.data[at + term.length] ?? ' ')) continue;
      const rest = node.splitText(at), after = rest.splitText(term.length);
      const button = make('button', { type: 'button', className: 'term' }, term);
      button.setAttribute('popovertarget', panel.id);
      button.addEventListener('click', () => openPanel(button, ...[...item.cloneNode(true).childNodes]));
      rest.replaceWith(button);
      if (!term.includes(' ')) keepTogether(node, button, after);
      return true;
    }
  }
  return false;
}

if (panel.showPopover && $('.passage')) {
  document.body.append(panel);
  const texts = $$('.here .text');
  for (const item of $$('.explained [data-term]').sort((a, b) => b.dataset.term.length - a.dataset.term.length)) texts.some(text => markTerm(text, item));
  document.addEventListener('click', e => {
    const mark = e.target.closest('sup.mark a[href^="#"]'), note = mark && document.getElementById(mark.hash.slice(1));
    if (!note || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    const words = note.cloneNode(true);
    $$('.back', words).forEach(b => b.remove());
    const go = make('a', { href: mark.hash }, 'Go to the note');
    go.addEventListener('click', () => panel.hidePopover());
    openPanel(mark, make('b', {}, 'Footnote ' + mark.textContent), make('p', {}, ...words.childNodes), go);
    panel.showPopover();
    go.focus({ preventScroll: true });
    panel.addEventListener('toggle', t => { if (t.newState === 'closed' && (panel.contains(document.activeElement) || document.activeElement === document.body)) mark.focus({ preventScroll: true }); }, { once: true });
  });
}

// citeHere is what the keys do: for the result that is current, or for this passage.
function citeHere(what, button) {
  const words = selected();
  if (words) return cite(null, words, what);
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
