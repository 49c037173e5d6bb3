/*
 * The ground sheet: outline, grids with their load, community borders, roads and names.
 */

import { FONT, state } from './state.js';

export function trace(pen, flat) {
  pen.ctx.moveTo(pen.x(flat[0]), pen.y(flat[1]));
  for (let i = 2; i < flat.length; i += 2) pen.ctx.lineTo(pen.x(flat[i]), pen.y(flat[i + 1]));
}

export function stroke(ctx, colour, width, dash) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash || []);
  ctx.stroke();
}

/** Text with an edge of the ground's colour, so that lines do not cut it. */
export function write(ctx, text, x, y, font, colour) {
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

export const loadOf = code => state.lamps.get(code) || { lamp: 'none', count: 0 };

/** Share of the fullest grid, in four steps one can tell apart. */
function depth(count) {
  if (!count) return 0;
  return [0.12, 0.22, 0.34, 0.48][Math.min(3, Math.floor((4 * (count - 1)) / state.most))];
}

export function paintGround(pen) {
  const { ctx } = pen, { ink } = state;
  const seen = state.grids.filter(g => pen.sees(g.box));
  ctx.lineJoin = 'round';
  ctx.beginPath();
  state.outline.forEach(flat => { trace(pen, flat); ctx.closePath(); });
  ctx.fillStyle = ink.land;
  ctx.fill();
  seen.forEach(grid => fillGrid(pen, grid));
  drawBorders(pen, seen);
  drawRoads(pen);
  ctx.beginPath();
  state.outline.forEach(flat => { trace(pen, flat); ctx.closePath(); });
  stroke(ctx, ink.outline, 2);
  const late = seen.filter(g => loadOf(g.code).lamp === 'red');
  late.forEach(g => { ctx.beginPath(); trace(pen, g.flat); ctx.closePath(); stroke(ctx, ink.red, 1.6); });
  drawChosenGrid(pen);
  drawNames(pen, seen);
}

function fillGrid(pen, { code, flat }) {
  const { ctx } = pen, load = loadOf(code), alpha = depth(load.count);
  ctx.beginPath();
  trace(pen, flat);
  ctx.closePath();
  ctx.fillStyle = state.ink.land;
  ctx.fill();
  if (alpha) { ctx.fillStyle = `rgba(${state.ink.load}, ${alpha})`; ctx.fill(); }
  if (load.lamp === 'red') { ctx.fillStyle = state.hatch; ctx.fill(); }
}

function drawBorders(pen, seen) {
  const { ctx } = pen, { ink } = state;
  for (const unit of [false, true]) {
    ctx.beginPath();
    seen.filter(g => (g.kind === 'unit') === unit)
      .forEach(g => { trace(pen, g.flat); ctx.closePath(); });
    stroke(ctx, unit ? ink.community : ink.grid, 1, unit ? [5, 4] : null);
  }
  ctx.beginPath();
  for (const [ax, ay, bx, by] of state.borders) {
    ctx.moveTo(pen.x(ax), pen.y(ay));
    ctx.lineTo(pen.x(bx), pen.y(by));
  }
  stroke(ctx, ink.community, 1.3);
}

function drawRoads(pen) {
  const { ctx, zoom } = pen;
  const seen = state.roads.filter(road => pen.sees(road.box));
  ctx.beginPath();
  seen.forEach(road => trace(pen, road.flat));
  stroke(ctx, state.ink.road, zoom > 15 ? 3 : 1.6);
  if (zoom >= 14) seen.forEach(road => nameRoad(pen, road));
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

function drawChosenGrid(pen) {
  const parts = state.grids.filter(g => g.code === state.chosenGrid);
  pen.ctx.beginPath();
  parts.forEach(g => { trace(pen, g.flat); pen.ctx.closePath(); });
  if (parts.length) stroke(pen.ctx, state.ink.chosen, 3);
}

function fitting(ctx, name, code, wide) {
  ctx.font = `10px ${FONT}`;
  return name && ctx.measureText(name).width < wide ? name : code.slice(-3);
}

/** Name or short code and open count where a grid is wide enough, else the communities' names. */
function drawNames(pen, seen) {
  const { ctx, k } = pen, { ink } = state;
  let written = 0;
  for (const { code, name, box, centre } of seen) {
    const wide = (box.x1 - box.x0) * k, high = (box.y1 - box.y0) * k;
    if (wide < 44 || high < 38) continue;
    const { count, lamp } = loadOf(code), x = pen.x(centre.x), y = pen.y(centre.y);
    write(ctx, fitting(ctx, name, code, 0.8 * wide), x, count ? y - 8 : y, '10px', ink.label);
    if (count) write(ctx, `${count}`, x, y + 6, 'bold 13px', lamp === 'red' ? ink.red : ink.count);
    written += 1;
  }
  if (written * 2 > seen.length) return;
  for (const { name, x, y, side } of state.communities || []) {
    if (side * k > 11 * name.length) write(ctx, name, pen.x(x), pen.y(y), '11px', ink.label);
  }
}
