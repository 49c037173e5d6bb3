/*
 * What the map holds at this moment; every module paints from it and map.js alone changes it.
 */

export const FONT = '"WenQuanYi Micro Hei", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export const state = {
  words: {}, ink: {}, hatch: null, sketch: false, following: true, whole: false,
  grids: [], borders: [], communities: [], roads: [], outline: [], extent: null, reach: null, most: 1,
  lamps: new Map(), cases: new Map(), order: [], teams: new Map(),
  spots: new Map(), homes: new Map(), layers: {}, drill: false,
  chosenCase: null, chosenGrid: null, candidates: [], plan: [],
};

const INKS = [
  'sheet', 'land', 'outline', 'grid', 'unit', 'community', 'road', 'road-name', 'label',
  'count', 'label-edge', 'load', 'red', 'yellow', 'green', 'none', 'on-red', 'on-yellow', 'on-spot',
  'mark-edge',
  'halo', 'chosen', 'shelter', 'danger', 'team', 'team-dim', 'panel', 'panel-edge', 'text', 'text-dim',
];

/** Take the theme's colours out of the style sheet, once per change of theme. */
export function mixInks(theme) {
  document.documentElement.dataset.theme = theme;
  const style = getComputedStyle(document.documentElement);
  INKS.forEach(name => { state.ink[name] = style.getPropertyValue(`--${name}`).trim(); });
  state.hatch = hatch(state.ink.red);
}

function hatch(colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const ctx = tile.getContext('2d');
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.42;
  ctx.lineWidth = 1.1;
  ctx.beginPath();
  for (const x of [-8, 0, 8]) { ctx.moveTo(x, 8); ctx.lineTo(x + 8, 0); }
  ctx.stroke();
  return ctx.createPattern(tile, 'repeat');
}
