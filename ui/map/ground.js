/*
 * The ground sheet: outline, grids with their load, community borders and roads.
 */

import { state } from './state.js';

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
  const path = kind => {
    ctx.beginPath();
    seen.filter(g => (g.kind === 'unit') === kind).forEach(g => { trace(pen, g.flat); ctx.closePath(); });
  };
  path(false);
  stroke(ctx, ink.grid, 1);
  ctx.beginPath();
  for (const [ax, ay, bx, by] of state.borders) {
    ctx.moveTo(pen.x(ax), pen.y(ay));
    ctx.lineTo(pen.x(bx), pen.y(by));
  }
  stroke(ctx, ink.community, 1.3);
  path(true); // the neighbours' solid lines are wiped out first, or no dash would show
  stroke(ctx, ink.land, 2.6);
  stroke(ctx, ink.unit, 1.2, [5, 4]);
}

function drawRoads(pen) {
  const { ctx, zoom } = pen;
  const seen = state.roads.filter(road => pen.sees(road.box));
  ctx.beginPath();
  seen.forEach(road => trace(pen, road.flat));
  stroke(ctx, state.ink.road, zoom > 15 ? 3 : 1.6);
}

function drawChosenGrid(pen) {
  const parts = state.grids.filter(g => g.code === state.chosenGrid);
  pen.ctx.beginPath();
  parts.forEach(g => { trace(pen, g.flat); pen.ctx.closePath(); });
  if (parts.length) stroke(pen.ctx, state.ink.chosen, 3);
}
