/*
 * The sheet of names: grids with their open count where they fit, communities, roads. Names give
 * way to the cases' markers.
 */

import { inside } from './geometry.js';
import { loadOf } from './ground.js';
import { FONT, state } from './state.js';

const CELL = 12; // side of the squares in which room is looked for
const SHIFTS = [[0, 0], [0, -20], [0, 20], [-26, 0], [26, 0], [-22, -20], [22, 20], [22, -20], [-22, 20]];

export function paintNames(pen) {
  if (pen.zoom >= 14) state.roads.filter(r => pen.sees(r.box)).forEach(r => nameRoad(pen, r));
  const seen = state.grids.filter(g => pen.sees(g.box)), taken = takenCells(pen);
  const named = seen.filter(grid => nameGrid(pen, grid, taken)).length;
  if (named * 2 > seen.length) return;
  for (const { name, x, y, side } of state.communities) {
    if (side * pen.k > 11 * name.length) write(pen.ctx, name, pen.x(x), pen.y(y), '11px', state.ink.label);
  }
}

/** The squares that the cases' markers cover. */
function takenCells(pen) {
  const taken = new Set();
  for (const { at } of state.order) {
    const x = pen.x(at.x), y = pen.y(at.y);
    for (const dx of [-11, 0, 11]) for (const dy of [-11, 0, 11]) taken.add(cell(x + dx, y + dy));
  }
  return taken;
}

const cell = (x, y) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;

function isFree(taken, x, y, wide, high) {
  for (let dx = -wide / 2; dx <= wide / 2; dx += CELL) {
    for (let dy = -high / 2; dy <= high / 2; dy += CELL) if (taken.has(cell(x + dx, y + dy))) return false;
  }
  return true;
}

/** Name or short code above the open count, if the grid is wide enough; true when written. */
function nameGrid(pen, { code, name, box, centre, flat }, taken) {
  const { ctx, k } = pen, wide = (box.x1 - box.x0) * k, high = (box.y1 - box.y0) * k;
  if (wide < 40 || high < 34) return false;
  const { count, lamp } = loadOf(code), text = fitting(ctx, name, code, 0.8 * wide);
  const room = ctx.measureText(text).width, tall = count ? 26 : 12;
  const [dx, dy] = SHIFTS.find(([sx, sy]) => inside(flat, centre.x + sx / k, centre.y + sy / k)
    && isFree(taken, pen.x(centre.x) + sx, pen.y(centre.y) + sy, room, tall)) || SHIFTS[0];
  const x = pen.x(centre.x) + dx, y = pen.y(centre.y) + dy;
  write(ctx, text, x, count ? y - 7 : y, '10px', state.ink.label);
  if (count) write(ctx, `${count}`, x, y + 7, 'bold 13px', lamp === 'red' ? state.ink.red : state.ink.count);
  return true;
}

function fitting(ctx, name, code, wide) {
  ctx.font = `10px ${FONT}`;
  return name && ctx.measureText(name).width < wide ? name : code.slice(-3);
}

/** The road's name along its longest stretch, if that is long enough. */
function nameRoad(pen, { name, flat }) {
  let best = null;
  for (let i = 2; i < flat.length; i += 2) {
    const ax = pen.x(flat[i - 2]), ay = pen.y(flat[i - 1]), bx = pen.x(flat[i]), by = pen.y(flat[i + 1]);
    const length = Math.hypot(bx - ax, by - ay);
    if (!best || length > best.length) best = { ax, ay, bx, by, length };
  }
  if (!best || best.length < 11 * name.length + 12) return;
  let angle = Math.atan2(best.by - best.ay, best.bx - best.ax);
  if (angle > Math.PI / 2 || angle <= -Math.PI / 2) angle += Math.PI;
  pen.ctx.save();
  pen.ctx.translate((best.ax + best.bx) / 2, (best.ay + best.by) / 2);
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
