/*
 * Lines between cases and teams, under the teams: from the chosen case to those who might go, and
 * of a plan for many cases each case to the team proposed for it. A number stands on every line;
 * the plan's ticked rows are drawn through, those left out are dashed, the marked row is bright.
 */

import { FONT, state } from './state.js';

export function paintLines(pen) {
  if (state.plan.length) paintPlan(pen);
  else paintCandidates(pen);
}

/** Numbered lines from the chosen case to the teams that might go; the first is the bright one. */
function paintCandidates(pen) {
  const from = state.cases.get(state.chosenCase);
  if (!from) return;
  for (const { team_id: id, rank } of [...state.candidates].sort((a, b) => b.rank - a.rank)) {
    const team = state.teams.get(String(id)), first = rank === 1;
    if (team) line(pen, from.at, team.now, { text: rank, bright: first, dashed: !first, at: 0.6 });
  }
}

/** A plan's rows, those left out first, the marked one last and on top. */
function paintPlan(pen) {
  const weight = row => (row.marked ? 2 : 0) + (row.ticked ? 1 : 0);
  for (const row of [...state.plan].sort((a, b) => weight(a) - weight(b))) {
    const from = state.cases.get(String(row.case_id)), team = state.teams.get(String(row.team_id));
    if (!from || !team) continue;
    line(pen, from.at, team.now, {
      text: row.number, bright: row.marked, dashed: !row.ticked, at: 0.45,
    });
  }
}

function line(pen, from, to, { text, bright, dashed, at }) {
  const { ctx } = pen, { ink } = state;
  const [x0, y0] = [Math.round(pen.x(from.x)), Math.round(pen.y(from.y))];
  const [x1, y1] = [Math.round(pen.x(to.x)), Math.round(pen.y(to.y))];
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.strokeStyle = bright ? ink.chosen : ink[dashed ? 'team-dim' : 'team'];
  ctx.lineWidth = bright ? 2.5 : dashed ? 1.5 : 2;
  ctx.setLineDash(dashed ? [6, 5] : []);
  ctx.stroke();
  badge(ctx, text, x0 + (x1 - x0) * at, y0 + (y1 - y0) * at, bright);
}

function badge(ctx, text, x, y, bright) {
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, 9, 0, 7);
  ctx.fillStyle = bright ? state.ink.chosen : state.ink.panel;
  ctx.fill();
  ctx.strokeStyle = bright ? state.ink.chosen : state.ink['team-dim'];
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.font = `bold 11px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = bright ? state.ink.sheet : state.ink.text;
  ctx.fillText(String(text), x, y + 0.5);
}
