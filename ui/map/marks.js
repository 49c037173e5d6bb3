/*
 * The sheets of teams and cases. Every colour is doubled by a shape or a word:
 * red a diamond with its sign, yellow a triangle with "!", green a disc, none an open circle;
 * urgent has a thick ring; a team is a small square whose filling tells its status.
 */

import { paintLines } from './lines.js';
import { FONT, state } from './state.js';

const WEIGHT = { none: 0, green: 1, yellow: 2, red: 3 };
const CROWD = 400; // above so many cases the harmless ones are drawn as dots
const REACH = 13;  // pixels around a marker that count as a hit
const ROOM_FOR_NAME = 7000;  // square pixels of window a team must have for its name
const ROOM_FOR_WORD = 40000; // and for the word of its status
const BOX = 40;    // side of a sprite, with room for the urgent ring
const sprites = new Map();

/** Forget the drawn markers: the theme or the words have changed. */
export function washSprites() {
  sprites.clear();
}

/** Cases from harmless to urgent, the chosen one last: the order of painting. */
export function sortCases() {
  const weight = c => (c.id === state.chosenCase ? 100 : 0)
    + (c.level === 'urgent' ? 10 : 0) + (WEIGHT[c.lamp] || 0);
  state.order = [...state.cases.values()].sort((a, b) => weight(a) - weight(b));
}

/* ---------- cases ---------- */

export function paintCases(pen) {
  const crowded = state.order.length > CROWD && pen.zoom < 16;
  let chosen = null;
  for (const row of state.order) {
    const x = pen.x(row.at.x), y = pen.y(row.at.y);
    if (x < pen.min.x || x > pen.max.x || y < pen.min.y || y > pen.max.y) continue;
    if (row.id === state.chosenCase) { chosen = { row, x, y }; continue; }
    const urgent = row.level === 'urgent', pressing = urgent || row.lamp === 'red';
    stamp(pen.ctx, sprite(row.lamp, urgent, crowded), x, y, pen.zoom < 13 && !pressing ? 0.8 : 1);
  }
  if (chosen) paintChosen(pen, chosen);
}

function paintChosen({ ctx, top }, { row, x, y }) {
  ctx.beginPath();
  ctx.arc(x, y, 19, 0, 7);
  ctx.strokeStyle = state.ink.chosen;
  ctx.lineWidth = 5;
  ctx.globalAlpha = 0.35;
  ctx.stroke();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = state.ink.halo;
  ctx.lineWidth = 2;
  ctx.stroke();
  stamp(ctx, sprite(row.lamp, row.level === 'urgent', false), x, y);
  pill(ctx, [row.number, row.label], x, y - top < 50 ? y + 34 : y - 34, state.ink.chosen);
}

function stamp(ctx, picture, x, y, share = 1) {
  const side = BOX * share;
  ctx.drawImage(picture, Math.round(x) - side / 2, Math.round(y) - side / 2, side, side);
}

/** A marker drawn once and stamped often; also the legend's picture. */
export function sprite(lamp, urgent, crowded) {
  const dot = crowded && !urgent && lamp !== 'red';
  const key = `${lamp}|${urgent}|${dot}`;
  if (!sprites.has(key)) sprites.set(key, drawSprite(lamp, urgent, dot));
  return sprites.get(key);
}

function drawSprite(lamp, urgent, dot) {
  const ratio = window.devicePixelRatio || 1;
  const picture = document.createElement('canvas');
  picture.width = picture.height = BOX * ratio;
  const ctx = picture.getContext('2d');
  ctx.scale(ratio, ratio);
  ctx.translate(BOX / 2, BOX / 2);
  ctx.lineJoin = 'round';
  if (urgent) ring(ctx, state.ink[lamp] || state.ink.none);
  ctx.scale(dot ? 0.5 : 1, dot ? 0.5 : 1);
  (SHAPES[lamp] || SHAPES.none)(ctx, state.ink);
  return picture;
}

function ring(ctx, colour) {
  for (const [width, ink] of [[5.5, state.ink['mark-edge']], [3.5, colour]]) {
    ctx.beginPath();
    ctx.arc(0, 0, 15, 0, 7);
    ctx.strokeStyle = ink;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

function shape(ctx, points, fill, edge) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 2.5;
  ctx.stroke();
  ctx.fillStyle = fill;
  ctx.fill();
}

function glyph(ctx, text, y, size, colour) {
  ctx.font = `bold ${size}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, y);
}

function disc(ctx, radius, fill, edge) {
  ctx.beginPath();
  ctx.arc(0, 0, radius, 0, 7);
  ctx.strokeStyle = edge;
  ctx.lineWidth = 2.5;
  ctx.stroke();
  ctx.fillStyle = fill;
  ctx.fill();
}

const SHAPES = {
  red(ctx, ink) {
    shape(ctx, [[0, -12], [12, 0], [0, 12], [-12, 0]], ink.red, ink['mark-edge']);
    glyph(ctx, state.words.red_sign || '!', 0.5, 11, ink['on-red']);
  },
  yellow(ctx, ink) {
    shape(ctx, [[0, -10], [10, 8], [-10, 8]], ink.yellow, ink['mark-edge']);
    glyph(ctx, '!', 2.5, 12, ink['on-yellow']);
  },
  green(ctx, ink) {
    disc(ctx, 6, ink.green, ink['mark-edge']);
  },
  none(ctx, ink) {
    disc(ctx, 6, ink.none, ink['mark-edge']);
    ctx.beginPath();
    ctx.arc(0, 0, 3.2, 0, 7);
    ctx.fillStyle = ink.land;
    ctx.fill();
  },
};

/** A small plate with a bold first and a plain second word; returns its box. */
function pill(ctx, [strong, plain], x, y, edge) {
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = `bold 12px ${FONT}`;
  const first = ctx.measureText(strong || '').width;
  ctx.font = `12px ${FONT}`;
  const second = plain ? ctx.measureText(plain).width + 6 : 0;
  const width = first + second + 14, left = Math.round(x - width / 2), top = Math.round(y - 10);
  ctx.beginPath();
  ctx.roundRect(left, top, width, 20, 3);
  ctx.fillStyle = state.ink.panel;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.stroke();
  ctx.fillStyle = state.ink.text;
  if (plain) ctx.fillText(plain, left + 7 + first + 6, top + 10.5);
  ctx.font = `bold 12px ${FONT}`;
  ctx.fillText(strong || '', left + 7, top + 10.5);
}

/** The cases within reach of a layer point, the topmost first. */
export function casesAt(map, point) {
  const near = row => {
    const p = layerPoint(map, row.at);
    return Math.abs(p.x - point.x) <= REACH && Math.abs(p.y - point.y) <= REACH;
  };
  return state.order.filter(near).reverse();
}

export function layerPoint(map, at) {
  return L.point(at.x, at.y).multiplyBy(2 ** map.getZoom()).subtract(map.getPixelOrigin());
}

/* ---------- teams ---------- */

export function paintTeams(pen) {
  const { ctx } = pen, taken = state.order.length > CROWD ? [] : state.order.map(
    ({ at }) => ({ x: pen.x(at.x) - 10, y: pen.y(at.y) - 10, w: 20, h: 20 }),
  );
  const room = (pen.max.x - pen.min.x) * (pen.max.y - pen.min.y) / (state.teams.size || 1);
  paintLines(pen);
  for (const team of state.teams.values()) {
    const x = Math.round(pen.x(team.now.x)), y = Math.round(pen.y(team.now.y));
    if (x < pen.min.x || x > pen.max.x || y < pen.min.y || y > pen.max.y) continue;
    square(ctx, team.status, x, y);
    if (room > ROOM_FOR_NAME) teamName(ctx, team, room > ROOM_FOR_WORD, x, y, taken);
  }
}

/** The status as the square's filling: hollow, dot, half, arrow, full, dash, crossed out. */
function square(ctx, status, x, y) {
  const { ink } = state, colour = status === 'off' ? ink['team-dim'] : ink.team;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.roundRect(x - 6, y - 6, 12, 12, 3);
  ctx.fillStyle = status === 'on_scene' ? colour : ink.land;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.beginPath();
  if (status === 'en_route') {
    ctx.moveTo(x - 2.5, y - 4); ctx.lineTo(x + 4, y); ctx.lineTo(x - 2.5, y + 4);
  } else if (status === 'assigned') {
    ctx.rect(x - 2, y - 2, 4, 4);
  } else if (status === 'signed') {
    ctx.rect(x - 5, y, 10, 5);
  } else if (status === 'rest') {
    ctx.rect(x - 4, y - 1, 8, 2);
  } else if (status === 'off') {
    ctx.moveTo(x - 4, y - 4); ctx.lineTo(x + 4, y + 4);
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }
  ctx.fill();
}

/** Name and status word on a free side of the square, the one it had if it can. */
function teamName(ctx, team, withWord, x, y, taken) {
  const { name, label, status } = team;
  ctx.font = `11px ${FONT}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const text = label && withWord ? `${name} ${label}` : name, width = ctx.measureText(text).width + 8;
  const sides = [[10, -8], [-10 - width, -8], [-width / 2, 9], [-width / 2, -25]]
    .map(([dx, dy]) => ({ x: x + dx, y: y + dy, w: width, h: 16 }));
  const isFree = s => !taken.some(
    t => s.x < t.x + t.w && t.x < s.x + s.w && s.y < t.y + t.h && t.y < s.y + s.h,
  );
  if (!isFree(sides[team.side])) team.side = Math.max(0, sides.findIndex(isFree));
  const free = sides[team.side];
  taken.push(free, { x: x - 8, y: y - 8, w: 16, h: 16 });
  ctx.beginPath();
  ctx.roundRect(Math.round(free.x), free.y, width, 16, 2);
  ctx.fillStyle = state.ink.panel;
  ctx.fill();
  ctx.fillStyle = status === 'off' ? state.ink['text-dim'] : state.ink.text;
  ctx.fillText(text, Math.round(free.x) + 4, free.y + 8.5);
}
