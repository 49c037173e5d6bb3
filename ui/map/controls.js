/*
 * What stands around the map: buttons, legend, scale, sketch note, tip and read-out. All words
 * come from Python, so that the translator has them.
 */

import { sprite } from './marks.js';
import { loadOf } from './ground.js';
import { house, mark } from './layers.js';
import { state } from './state.js';

const parts = {};

function panel(tag, name) {
  const element = document.createElement(tag);
  element.className = `map-panel ${name}`;
  return element;
}

function control(map, position, element) {
  const Control = L.Control.extend({
    onAdd() {
      L.DomEvent.disableClickPropagation(element);
      return element;
    },
  });
  new Control({ position }).addTo(map);
  return element;
}

/** Put the controls up once. touched: a hand moved the map; follow: the button was pressed. */
export function buildControls(map, { touched, follow }) {
  const buttons = panel('div', 'map-buttons');
  const button = (key, text, act) => {
    parts[key] = document.createElement('button');
    parts[key].type = 'button';
    parts[key].textContent = text;
    parts[key].addEventListener('click', act);
    buttons.append(parts[key]);
  };
  button('zoom_in', '+', () => { touched(); map.zoomIn(); });
  button('zoom_out', '−', () => { touched(); map.zoomOut(); });
  button('follow', '', follow);
  parts.zoom_in.className = parts.zoom_out.className = 'big';
  parts.follow.className = 'wide';
  control(map, 'topleft', buttons);
  parts.sketch = control(map, 'topright', panel('div', 'map-sketch'));
  parts.legend = control(map, 'bottomleft', panel('div', 'map-legend'));
  L.control.scale({ imperial: false, maxWidth: 90, position: 'bottomright' }).addTo(map);
  parts.read = control(map, 'bottomright', panel('div', 'map-read'));
  parts.tip = panel('div', 'map-tip');
  parts.tip.hidden = true;
  parts.drill = document.createElement('div');
  parts.drill.className = 'map-drill';
  map.getContainer().append(parts.tip, parts.drill);
}

/** Write the words and draw the legend anew (language, theme or sketch has changed). */
export function dressControls() {
  const { words } = state;
  for (const key of ['zoom_in', 'zoom_out']) {
    parts[key].title = words[key] || '';
    parts[key].setAttribute('aria-label', words[key] || '');
  }
  parts.follow.textContent = words.follow || '';
  parts.follow.title = words.follow_tip || '';
  parts.sketch.textContent = words.sketch || '';
  parts.sketch.style.display = state.sketch ? '' : 'none';
  showFollowing();
  dressDrill();
  const entry = (picture, word, extra) => {
    const span = document.createElement('span');
    span.className = extra || '';
    span.append(picture, word || '');
    return span;
  };
  parts.legend.replaceChildren(
    ...['red', 'yellow', 'green', 'none'].map(l => entry(crop(sprite(l, false, false), 13), words[l])),
    entry(crop(sprite('green', true, false), 18), words.urgent),
    entry(swatch(drawTeam, 12), words.team),
    entry(swatch(drawLoad, 40), words.load, 'extra'),
    entry(swatch(drawLate, 16), words.late_grid, 'extra'),
    ...layerEntries(entry),
    ...(state.grids.some(g => g.kind === 'unit') ? [entry(swatch(drawUnit, 16), words.unit_grid, 'extra')] : []),
  );
}

/** The marks of the layers that are on. */
function layerEntries(entry) {
  const { words, layers } = state;
  const spot = kind => swatch((ctx, w, h) => mark(ctx, { kind }, w / 2, h / 2, 0.68), 18, 18);
  const home = () => swatch((ctx, w, h) => house(ctx, { x: w / 2, y: h / 2 + 2, rows: [] }, 0.68), 18, 18);
  return [
    ...(layers.shelters ? [entry(spot('shelter'), words.shelters)] : []),
    ...(layers.dangers ? [entry(spot('danger'), words.dangers)] : []),
    ...(layers.evacuation ? [entry(home(), words.evacuation)] : []),
  ];
}

function dressDrill() {
  parts.drill.hidden = !state.drill;
  const word = () => Object.assign(document.createElement('span'), { textContent: state.words.drill || '' });
  parts.drill.replaceChildren(...Array.from({ length: 12 }, word));
}

export function showFollowing() {
  parts.follow.setAttribute('aria-pressed', String(state.following));
}

/** The middle of a marker's picture, half reach in pixels, at 13 px height and more. */
function crop(picture, reach) {
  return swatch((ctx, width, height) => {
    const ratio = picture.width / 40;
    ctx.drawImage(picture, (20 - reach) * ratio, (20 - reach) * ratio,
      2 * reach * ratio, 2 * reach * ratio, 0, 0, width, height);
  }, 16, 16);
}

function swatch(draw, width, height = 12) {
  const ratio = window.devicePixelRatio || 1, canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d');
  ctx.scale(ratio, ratio);
  draw(ctx, width, height);
  return canvas;
}

function drawTeam(ctx) {
  ctx.beginPath();
  ctx.roundRect(1, 1, 10, 10, 3);
  ctx.strokeStyle = state.ink.team;
  ctx.lineWidth = 2;
  ctx.stroke();
}

function drawLoad(ctx, width, height) {
  [0.12, 0.22, 0.34, 0.48].forEach((alpha, i) => {
    ctx.fillStyle = `rgba(${state.ink.load}, ${alpha + 0.1})`;
    ctx.fillRect(i * width / 4, 1, width / 4, height - 2);
  });
}

function drawLate(ctx, width, height) {
  ctx.fillStyle = state.hatch;
  ctx.fillRect(1, 1, width - 2, height - 2);
  ctx.strokeStyle = state.ink.red;
  ctx.strokeRect(1, 1, width - 2, height - 2);
}

function drawUnit(ctx, width, height) {
  ctx.setLineDash([4, 3]);
  ctx.strokeStyle = state.ink['text-dim'];
  ctx.strokeRect(1, 1, width - 2, height - 2);
}

/** Show what is under the pointer: a case beside it, the grid in the corner. */
export function showTip(point, row, grid) {
  parts.tip.hidden = !row;
  if (row) {
    const number = document.createElement('b');
    number.textContent = row.number || '';
    const rest = [row.label, state.words[row.lamp], row.state].filter(Boolean).join(' · ');
    parts.tip.replaceChildren(number, rest);
    const { clientWidth } = document.documentElement;
    const left = Math.min(point.x + 16, clientWidth - parts.tip.offsetWidth - 6);
    parts.tip.style.left = `${Math.max(6, left)}px`;
    parts.tip.style.top = `${point.y > 40 ? point.y - 34 : point.y + 20}px`;
  }
  parts.read.textContent = grid ? describe(grid) : '';
}

function describe({ code, name, community }) {
  const place = community && !/^\d+$/.test(community) && !String(name).startsWith(community)
    ? community : '';
  const count = `${loadOf(code).count} ${state.words.count || ''}`.trim();
  return [place, name || code, count].filter(Boolean).join(' · ');
}

/** How much of the window's lower edge the legend covers, in pixels. */
export function legendHeight() {
  return parts.legend.offsetHeight + 8;
}
