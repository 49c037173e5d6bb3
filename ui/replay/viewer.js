/*
 * The exported replay. Everything lies in #data; nothing is fetched. Each case and team holds its
 * versions by the beat from which they stand, so that any moment is found by halving.
 */
'use strict';
const D = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id), W = D.words;
const SPEEDS = [1, 10, 60, 600], MOST_ROWS = 500;
const SIGN = { red: '◆', yellow: '▲', green: '●', none: '○' };
const STATE = 0, LEVEL = 1, ITEM = 2, UNIT = 3, GRID = 4, LON = 5, LAT = 6, DUE = 7, YELLOW = 8,
  STAGE_DUE = 9, STAGE_YELLOW = 10, SINCE = 11, FLAGS = 12;
let now = 0, speed = 60, playing = false, last = 0, shown = [], view = null, hand = false;

/* ---------- the past ---------- */

/** How many beats have happened at a second of the span. */
function placeAt(t) {
  let low = 0, high = D.beats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (D.beats[middle][0] <= t) low = middle + 1; else high = middle;
  }
  return low;
}

/** What stood from the newest version on that is not after the place; undefined before the first. */
function stood(versions, place) {
  let low = 0, high = versions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (versions[middle][0] <= place) low = middle + 1; else high = middle;
  }
  return low ? versions[low - 1][1] : undefined;
}

function lampOf(due, yellow, t) {
  if (due === null || yellow === null) return 'none';
  return t > due ? 'red' : t >= yellow ? 'yellow' : 'green';
}

const WEIGHT = { red: 3, yellow: 2, green: 1, none: 0 };

function lamp(line, t) {
  if (D.still[line[STATE]]) return 'none';
  const both = [lampOf(line[DUE], line[YELLOW], t), lampOf(line[STAGE_DUE], line[STAGE_YELLOW], t)];
  return WEIGHT[both[0]] >= WEIGHT[both[1]] ? both[0] : both[1];
}

function nearest(line) {
  const dues = [line[DUE], line[STAGE_DUE]].filter(due => due !== null);
  return dues.length ? Math.min(...dues) : Infinity;
}

function casesAt(place, t) {
  const found = [];
  D.cases.forEach(([number, versions], id) => {
    const line = stood(versions, place);
    if (line) found.push({ id, number, line, lamp: lamp(line, t) });
  });
  const rank = one => (D.inbox[one.line[STATE]] ? -1e12 + one.line[SINCE] : nearest(one.line));
  return found.sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

function teamsAt(place) {
  return D.teams.map(([name, versions]) => ({ name, row: stood(versions, place) }))
    .filter(one => one.row);
}

/* ---------- lists ---------- */

const two = n => String(n).padStart(2, '0');

function clock(t, seconds = true) {
  const at = new Date((D.since + t + 8 * 3600) * 1000); // the street keeps UTC+8 all year
  const day = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  const wall = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return `${day} ${wall}${seconds ? `:${two(at.getUTCSeconds())}` : ''}`;
}

function left(line, t) {
  if (D.inbox[line[STATE]]) return `${W.wait} ${span(t - line[SINCE])}`;
  const due = D.still[line[STATE]] ? Infinity : nearest(line);
  if (due === Infinity) return '—';
  return `${due >= t ? W.left : W.over} ${span(Math.abs(due - t))}`;
}

function span(seconds) {
  const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
  return hours >= 48 ? `${Math.floor(hours / 24)}${W.days}` : `${hours}:${two(minutes % 60)}`;
}

function fill(table, rows) {
  const body = document.createElement('tbody');
  for (const { cells, tone, name, call } of rows) {
    const row = body.insertRow();
    if (name) row.className = name;
    if (call) row.addEventListener('click', call);
    cells.forEach((text, i) => {
      const cell = row.insertCell();
      cell.textContent = text;
      if (i === 0 && tone) cell.className = tone;
    });
  }
  table.replaceChildren(body);
}

function drawQueue(cases, t) {
  $('queue_title').textContent = `${W.queue} ${cases.length}`;
  fill($('queue'), cases.slice(0, MOST_ROWS).map(({ number, line, lamp: tone }) => ({
    tone,
    cells: [`${SIGN[tone]} ${left(line, t)}`, number || W.fresh, D.levels[line[LEVEL]],
      D.items[line[ITEM]], D.grids_named[line[GRID]] || '', D.states[line[STATE]],
      [D.units[line[UNIT]] || '', ...line[FLAGS].map(n => D.flags[n])].join(' ')],
  })));
}

function drawTeams(teams) {
  $('teams_title').textContent = `${W.teams} ${teams.length}`;
  fill($('teams'), teams.map(({ name, row }) => ({
    cells: [name, D.statuses[row[0]], row[1] < 0 ? '' : D.cases[row[1]][0] || W.fresh],
  })));
}

/** The events around this moment: the list holds a window of them, however long the reel is. */
function drawEvents(place) {
  let at = shown.findIndex(n => n >= place);
  if (at < 0) at = shown.length;
  const from = Math.max(0, at - MOST_ROWS / 2), part = shown.slice(from, from + MOST_ROWS);
  $('events_title').textContent = `${W.events} ${shown.length}`;
  fill($('events'), part.map(n => {
    const [t, id, text] = D.beats[n];
    const name = n === place - 1 ? 'now' : n >= place ? 'later' : '';
    return { name, call: () => go(t, n + 1),
      cells: [clock(t).slice(5), id < 0 ? '' : D.cases[id][0] || '', text] };
  }));
  const row = $('events').querySelector('.now');
  if (row) row.scrollIntoView({ block: 'nearest' });
}

function find() {
  const terms = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = [];
  D.beats.forEach(([, id, text], n) => {
    const all = `${id < 0 ? '' : D.cases[id][0]} ${text}`.toLowerCase();
    if (terms.every(term => all.includes(term))) shown.push(n);
  });
  drawEvents(state.place);
}

/* ---------- the map ---------- */

const MERCATOR = lat => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
const px = lon => (lon - view.lon) * view.scale + view.wide / 2;
const py = lat => (view.y - MERCATOR(lat)) * view.scale + view.high / 2;
const tone = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function fit() {
  const canvas = $('map'), ratio = window.devicePixelRatio || 1;
  const wide = canvas.clientWidth, high = canvas.clientHeight;
  canvas.width = wide * ratio;
  canvas.height = high * ratio;
  if (view && hand) { Object.assign(view, { wide, high, ratio }); return; }
  const [w, s, e, n] = D.extent, top = MERCATOR(n), foot = MERCATOR(s);
  const scale = 0.92 * Math.min(wide / (e - w || 1e-3), high / (top - foot || 1e-3));
  view = { lon: (w + e) / 2, y: (top + foot) / 2, scale, wide, high, ratio };
}

function trace(ctx, flat) {
  ctx.beginPath();
  for (let i = 0; i < flat.length; i += 2) {
    const x = px(flat[i] / 1e5), y = py(flat[i + 1] / 1e5);
    if (i) ctx.lineTo(x, y); else ctx.moveTo(x, y);
  }
}

function drawMap(cases, teams) {
  const ctx = $('map').getContext('2d');
  ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  ctx.clearRect(0, 0, view.wide, view.high);
  const ink = Object.fromEntries(
    ['land', 'grid', 'line', 'text', 'team', 'red', 'yellow', 'green', 'none', 'panel'].map(n => [n, tone(n)]));
  ctx.lineWidth = 1;
  for (const ring of D.grids) { trace(ctx, ring); ctx.fillStyle = ink.land; ctx.fill(); ctx.strokeStyle = ink.grid; ctx.stroke(); }
  for (const road of D.roads) { trace(ctx, road); ctx.strokeStyle = ink.line; ctx.lineWidth = 1.5; ctx.stroke(); }
  for (const ring of D.outline) { trace(ctx, ring); ctx.strokeStyle = ink.text; ctx.lineWidth = 1.5; ctx.stroke(); }
  for (const one of [...cases].reverse()) drawCase(ctx, ink, one);
  ctx.font = '12px sans-serif';
  for (const { name, row } of teams) drawTeam(ctx, ink, name, row);
}

function drawCase(ctx, ink, { line, lamp: tone_ }) {
  if (line[LON] === null) return;
  const x = px(line[LON]), y = py(line[LAT]), r = 6;
  ctx.beginPath();
  if (tone_ === 'red') { ctx.moveTo(x, y - r - 2); ctx.lineTo(x + r + 2, y); ctx.lineTo(x, y + r + 2); ctx.lineTo(x - r - 2, y); }
  else if (tone_ === 'yellow') { ctx.moveTo(x, y - r - 1); ctx.lineTo(x + r + 1, y + r); ctx.lineTo(x - r - 1, y + r); }
  else ctx.arc(x, y, tone_ === 'none' ? 4 : 5, 0, 7);
  ctx.closePath();
  ctx.fillStyle = tone_ === 'none' ? ink.panel : ink[tone_];
  ctx.fill();
  ctx.strokeStyle = tone_ === 'none' ? ink.none : ink.panel;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

function drawTeam(ctx, ink, name, row) {
  const line = row[1] < 0 ? null : stood(D.cases[row[1]][1], state.place);
  if (!line || line[LON] === null) return;
  const x = px(line[LON]) + 12, y = py(line[LAT]) - 12;
  ctx.fillStyle = ink.team;
  ctx.fillRect(x - 5, y - 5, 10, 10);
  ctx.fillStyle = ink.text;
  ctx.fillText(`${name} ${D.statuses[row[0]]}`, x + 8, y + 4);
}

function zoom(by, x, y) {
  const lon = view.lon + (x - view.wide / 2) / view.scale, at = view.y - (y - view.high / 2) / view.scale;
  view.scale *= by;
  view.lon = lon - (x - view.wide / 2) / view.scale;
  view.y = at + (y - view.high / 2) / view.scale;
  hand = true;
  draw();
}

/* ---------- the tape ---------- */

const state = { place: 0 };

function draw() {
  const { place } = state, cases = casesAt(place, now), teams = teamsAt(place);
  $('time').textContent = clock(now);
  $('mode').textContent = stood(D.modes, place) || '';
  $('count').textContent = `${place} / ${D.beats.length}`;
  $('slider').value = now;
  drawQueue(cases, now);
  drawTeams(teams);
  drawEvents(place);
  drawMap(cases, teams);
}

function go(t, place = placeAt(t)) {
  now = Math.max(0, Math.min(D.length, t));
  state.place = place;
  draw();
}

function step(by) {
  const next = by > 0 ? shown.find(n => n >= state.place) : [...shown].reverse().find(n => n < state.place - 1);
  if (next === undefined) go(by > 0 ? D.length : 0); else go(D.beats[next][0], next + 1);
}

function run(on) {
  playing = on;
  $('play').textContent = on ? W.pause : W.play;
  if (!on) return;
  if (now >= D.length) go(0);
  last = performance.now();
  const turn = () => {
    if (!playing) return;
    const time = performance.now();
    go(now + (time - last) / 1000 * speed);
    last = time;
    if (now >= D.length) run(false); else setTimeout(turn, 150);
  };
  turn();
}

function choose(one) {
  speed = one;
  for (const button of $('speeds').children) {
    button.setAttribute('aria-pressed', String(button.textContent === `${one}×`));
  }
}

function listen() {
  $('slider').addEventListener('input', () => go(Number($('slider').value)));
  $('play').addEventListener('click', () => run(!playing));
  $('back').addEventListener('click', () => step(-1));
  $('next').addEventListener('click', () => step(1));
  $('find').addEventListener('input', find);
  const canvas = $('map');
  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener('pointermove', event => {
    if (!event.buttons) return;
    view.lon -= event.movementX / view.scale;
    view.y += event.movementY / view.scale;
    hand = true;
    draw();
  });
  window.addEventListener('resize', () => { fit(); draw(); });
  document.addEventListener('keydown', event => {
    if (event.target.id === 'find') return;
    if (event.key === ' ') { event.preventDefault(); run(!playing); }
    if (event.target.id === 'slider') return;
    if (event.key === 'ArrowRight') step(1);
    if (event.key === 'ArrowLeft') step(-1);
    if (SPEEDS[event.key - 1]) choose(SPEEDS[event.key - 1]);
  });
}

function begin() {
  for (const [id, text] of Object.entries({ plate: W.plate, street: D.street, drill: D.drill ? W.drill : '',
    back: W.back, next: W.next, play: W.play, note: D.note })) $(id).textContent = text;
  $('find').placeholder = W.find;
  $('slider').setAttribute('aria-label', W.moment);
  $('slider').max = D.length;
  for (const one of SPEEDS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${one}×`;
    button.addEventListener('click', () => choose(one));
    $('speeds').append(button);
  }
  choose(speed);
  listen();
  fit();
  find();
  go(0);
}

begin();
