/*
 * The sheet of an emergency: shelters with their use, danger points, and buildings with people
 * who still have to go. Each has a shape and a sign of its own beside its colour: a shelter is a
 * rounded plate, a danger point a hexagon, a building a house in red with the number of people.
 */

import { layerPoint } from './marks.js';
import { FONT, state } from './state.js';

const REACH = 14;      // pixels around a mark that count as a hit
const TOGETHER = 20;   // buildings nearer than this on the screen share one house
const MOST_LABELS = 60;

/** What is drawn now: layers that are on; buildings that lie together are one. */
function shown(pen) {
  const seen = row => {
    const x = pen.x(row.at.x), y = pen.y(row.at.y);
    return x >= pen.min.x && x <= pen.max.x && y >= pen.min.y && y <= pen.max.y;
  };
  const spots = [...state.spots.values()].filter(row => state.layers[layerOf(row)] && seen(row));
  const homes = state.layers.evacuation ? [...state.homes.values()].filter(seen) : [];
  return { spots, homes: together(pen, homes) };
}

const layerOf = row => (row.kind === 'shelter' ? 'shelters' : 'dangers');

function together(pen, homes) {
  const groups = [];
  for (const home of homes) {
    const x = pen.x(home.at.x), y = pen.y(home.at.y);
    const near = groups.find(g => Math.hypot(g.x - x, g.y - y) < TOGETHER);
    if (near) near.rows.push(home);
    else groups.push({ x, y, rows: [home] });
  }
  return groups;
}

export function paintLayers(pen) {
  const { spots, homes } = shown(pen), { ctx } = pen, taken = [];
  const label = spots.length + homes.length <= MOST_LABELS;
  for (const row of spots) {
    const x = pen.x(row.at.x), y = pen.y(row.at.y);
    mark(ctx, row, x, y);
    taken.push(box(x, y, 22, 22));
  }
  for (const group of homes) {
    house(ctx, group, 1);
    taken.push(box(group.x, group.y, 26, 24));
  }
  if (!label) return;
  for (const group of homes) write(ctx, nameOf(group), group.x, group.y, state.ink.red, taken);
  for (const row of spots) {
    const text = [row.name, row.note].filter(Boolean).join(' ');
    write(ctx, text, pen.x(row.at.x), pen.y(row.at.y), state.ink.label, taken);
  }
}

/** One address, or how many there are; with those who do not want to go. */
function nameOf({ rows }) {
  const refused = rows.reduce((sum, row) => sum + row.refused, 0);
  const where = rows.length === 1 ? rows[0].name : `${rows.length} ${state.words.places || ''}`;
  return refused ? `${where} ${state.words.refused || ''}${refused}` : where;
}

const box = (x, y, w, h) => ({ x: x - w / 2, y: y - h / 2, w, h });
const free = (b, taken) => !taken.some(
  t => b.x < t.x + t.w && t.x < b.x + b.w && b.y < t.y + t.h && t.y < b.y + b.h,
);

/** A line of text under the mark, or above it, or not at all. */
function write(ctx, text, x, y, ink, taken) {
  ctx.font = `bold 11px ${FONT}`;
  const wide = ctx.measureText(text).width + 8;
  const place = [21, -23].map(dy => box(x, y + dy, wide, 15)).find(b => free(b, taken));
  if (!place) return;
  taken.push(place);
  ctx.beginPath();
  ctx.roundRect(place.x, place.y, place.w, place.h, 2);
  ctx.fillStyle = state.ink.panel;
  ctx.fill();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink;
  ctx.fillText(text, x, place.y + 8);
}

function solid(ctx, fill) {
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = state.ink['mark-edge'];
  ctx.lineWidth = 2.5;
  ctx.stroke();
  ctx.fillStyle = fill;
  ctx.fill();
}

function sign(ctx, text, x, y, size, ink) {
  ctx.font = `bold ${size}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y + 0.5);
}

/** A shelter's plate or a danger point's hexagon; also the legend's picture. */
export function mark(ctx, { kind }, x, y, share = 1) {
  const side = 10 * share;
  ctx.beginPath();
  if (kind === 'shelter') ctx.roundRect(x - side, y - side, 2 * side, 2 * side, 4 * share);
  else {
    for (let i = 0; i < 6; i += 1) {
      const turn = Math.PI / 6 + i * Math.PI / 3, r = 12 * share;
      ctx.lineTo(x + r * Math.cos(turn), y + r * Math.sin(turn));
    }
    ctx.closePath();
  }
  solid(ctx, kind === 'shelter' ? state.ink.shelter : state.ink.danger);
  sign(ctx, state.words[`${kind}_sign`] || '', x, y, 12 * share, state.ink['on-spot']);
}

/** A house in red with the number of people who are still in it; also the legend's picture. */
export function house(ctx, { x, y, rows }, share = 1) {
  const count = rows.reduce((sum, row) => sum + row.count, 0), w = 12 * share, h = 9 * share;
  ctx.beginPath();
  ctx.moveTo(x - w, y + h);
  ctx.lineTo(x - w, y - h * 0.4);
  ctx.lineTo(x, y - h * 1.5);
  ctx.lineTo(x + w, y - h * 0.4);
  ctx.lineTo(x + w, y + h);
  ctx.closePath();
  solid(ctx, state.ink.red);
  if (count) sign(ctx, String(count), x, y + 1.5 * share, 12 * share, state.ink['on-red']);
}

/** The spot or building within reach of a layer point: {spot} or {home}, with what its tip says. */
export function layerAt(map, point) {
  const near = row => {
    const p = layerPoint(map, row.at);
    return Math.abs(p.x - point.x) <= REACH && Math.abs(p.y - point.y) <= REACH;
  };
  const homes = state.layers.evacuation ? [...state.homes.values()].filter(near) : [];
  if (homes.length) {
    const told = homes.slice(0, 8).map(row => `${row.name} ${row.note}`).join(' · ');
    return { home: homes[0], tip: { number: state.words.evacuation, label: told } };
  }
  const spot = [...state.spots.values()].find(row => state.layers[layerOf(row)] && near(row));
  return spot ? { spot, tip: { number: spot.name, label: spot.note } } : null;
}
