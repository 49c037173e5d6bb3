/*
 * The sheet of names: grids with their open count where they fit, communities, roads. Names give
 * way to the cases' markers.
 */

import { inside } from './geometry.js';
import { loadOf } from './ground.js';
import { FONT, state } from './state.js';

const CELL = 12;    // side of the squares in which room is looked for
const ENOUGH = 0.6; // share of grids that must have room before all show more
const SHIFTS = [[0, 0], [0, -20], [0, 20], [-26, 0], [26, 0], [-22, -20], [22, 20], [22, -20], [-22, 20]];

export function paintNames(pen) {
  const seen = state.grids.filter(g => pen.sees(g.box)), taken = takenCells(pen);
  const show = detail(pen, seen);
  if (show !== 'name') nameCommunities(pen, taken); // a grid's short code says nothing without them
  seen.forEach(grid => nameGrid(pen, grid, show, taken));
  if (pen.zoom >= 14) state.roads.filter(r => pen.sees(r.box)).forEach(r => nameRoad(pen, r, taken));
}

/** What most grids in sight have room for: their name, their short code, or only a count. */
function detail({ ctx, k }, seen) {
  ctx.font = `10px ${FONT}`;
  const share = fits => seen.filter(fits).length / (seen.length || 1);
  const roomy = (box, wide) => (box.x1 - box.x0) * k > wide && (box.y1 - box.y0) * k > 34;
  if (share(g => roomy(g.box, 1.25 * ctx.measureText(g.name || g.code).width)) > ENOUGH) return 'name';
  if (share(g => shortOf(g.code) && roomy(g.box, 40)) > ENOUGH) return 'code';
  return state.communities.length ? 'community' : 'name';
}

/* ---------- room ---------- */

/** The squares that the cases' markers cover. */
function takenCells(pen) {
  const taken = new Set();
  for (const { at } of state.order) occupy(taken, pen.x(at.x), pen.y(at.y), 22, 22);
  return taken;
}

function cells(x, y, wide, high) {
  const found = [];
  for (let i = Math.floor((x - wide / 2) / CELL); i <= (x + wide / 2) / CELL; i += 1) {
    for (let j = Math.floor((y - high / 2) / CELL); j <= (y + high / 2) / CELL; j += 1) found.push(`${i},${j}`);
  }
  return found;
}

const occupy = (taken, x, y, wide, high) => cells(x, y, wide, high).forEach(cell => taken.add(cell));
const isFree = (taken, x, y, wide, high) => !cells(x, y, wide, high).some(cell => taken.has(cell));

/* ---------- names ---------- */

/** The number of a grid within its community; a street's or a district's code has none. */
const shortOf = code => (code.length > 12 ? code.slice(-3) : '');

/** A grid's lines of text: name or short code, as far as they fit, and the open count. */
function linesOf(ctx, { code, name }, show, room, count) {
  ctx.font = `10px ${FONT}`;
  const fits = text => text && ctx.measureText(text).width < room;
  if (show === 'community') return count > 1 ? [`${count}`] : [];
  const text = [show === 'name' && name, shortOf(code)].find(fits);
  return [text, count ? `${count}` : ''].filter(Boolean);
}

/** Write a grid's name and count where they hide no case, or the count alone, or nothing. */
function nameGrid(pen, grid, show, taken) {
  const { box } = grid, load = loadOf(grid.code), wide = (box.x1 - box.x0) * pen.k;
  const lines = linesOf(pen.ctx, grid, show, 0.85 * wide, load.count);
  if (!lines.length || wide < 18 || (box.y1 - box.y0) * pen.k < 13 * lines.length + 6) return;
  if (!writeGrid(pen, grid, lines, load, taken) && lines.length > 1) {
    writeGrid(pen, grid, lines.slice(1), load, taken);
  }
}

function writeGrid({ ctx, k, x, y }, { centre, flat }, lines, { count, lamp }, taken) {
  const wide = Math.max(20, ctx.measureText(lines[0]).width), high = 13 * lines.length - 4;
  const within = (dx, dy) => [-0.4, 0, 0.4].every(
    share => inside(flat, centre.x + (dx + share * wide) / k, centre.y + dy / k),
  );
  const spot = SHIFTS.find(([dx, dy]) => within(dx, dy)
    && isFree(taken, x(centre.x) + dx, y(centre.y) + dy, wide, high));
  if (!spot) return false;
  const px = x(centre.x) + spot[0], py = y(centre.y) + spot[1];
  occupy(taken, px, py, wide, high);
  lines.forEach((line, i) => {
    const isCount = count && i === lines.length - 1, at = py + 14 * (i - (lines.length - 1) / 2);
    const colour = isCount ? (lamp === 'red' ? state.ink.red : state.ink.count) : state.ink.label;
    write(ctx, line, px, at, isCount ? 'bold 13px' : '10px', colour);
  });
  return true;
}

function nameCommunities(pen, taken) {
  for (const { name, x, y, side } of state.communities) {
    const px = pen.x(x), py = pen.y(y), wide = 11 * name.length;
    const dy = [0, -16, 16].find(shift => isFree(taken, px, py + shift, wide, 10));
    if (side * pen.k < wide || dy === undefined) continue;
    occupy(taken, px, py + dy, wide, 10);
    write(pen.ctx, name, px, py + dy, '11px', state.ink.label);
  }
}

/** The road's name along its longest stretch, if that is long enough. */
function nameRoad(pen, { name, flat }, taken) {
  let best = null;
  for (let i = 2; i < flat.length; i += 2) {
    const ax = pen.x(flat[i - 2]), ay = pen.y(flat[i - 1]), bx = pen.x(flat[i]), by = pen.y(flat[i + 1]);
    const length = Math.hypot(bx - ax, by - ay);
    if (!best || length > best.length) best = { ax, ay, bx, by, length };
  }
  if (!best || best.length < 11 * name.length + 12) return;
  const x = (best.ax + best.bx) / 2, y = (best.ay + best.by) / 2, part = 11 * name.length / best.length;
  const wide = Math.max(12, Math.abs(best.bx - best.ax) * part);
  const high = Math.max(12, Math.abs(best.by - best.ay) * part);
  if (!isFree(taken, x, y, wide, high)) return;
  occupy(taken, x, y, wide, high);
  let angle = Math.atan2(best.by - best.ay, best.bx - best.ax);
  if (angle > Math.PI / 2 || angle <= -Math.PI / 2) angle += Math.PI;
  pen.ctx.save();
  pen.ctx.translate(x, y);
  pen.ctx.rotate(angle);
  write(pen.ctx, name, 0, 0, '11px', state.ink['road-name']);
  pen.ctx.restore();
}

/** Text with an edge of the ground's colour, so that lines do not cut it. */
function write(ctx, text, x, y, font, colour) {
  ctx.font = `${font} ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.strokeStyle = state.ink['label-edge'];
  ctx.lineWidth = 3;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
