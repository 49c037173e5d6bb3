/*
 * The command-room map. folium made the Leaflet map (window.map_command) and nothing on it;
 * here four sheets are laid over each other: ground (grids, roads, outline), names, teams, cases.
 *
 * In:  bridge.delta(json)   {theme, words, ground, cases, cases_gone, teams, teams_gone,
 *                            spots, spots_gone, homes, homes_gone, layers, drill, far,
 *                            lamps, case, grid, candidates, plan, follow}, each part optional
 *      bridge.asked(token, caseId)
 * Out: bridge.hello, grounded, caseClicked, gridClicked, spotClicked, homeClicked, placeAsked,
 *      handTouched, answer
 */

import { buildControls, dressControls, legendHeight, showFollowing, showTip } from './controls.js';
import {
  boxOf, centroid, communityBorders, communityNames, flatten, gridAt, world,
} from './geometry.js';
import { paintGround } from './ground.js';
import { layerAt, paintLayers } from './layers.js';
import { casesAt, layerPoint, paintCases, paintTeams, sortCases, washSprites } from './marks.js';
import { paintNames } from './names.js';
import { Sheet, layPane } from './sheet.js';
import { mixInks, state } from './state.js';

const MOVE_MS = 800;  // a team's way from its old place to the new one
const STILL_MS = 1000; // the longest an answer waits for a moving map
const FRAME_MS = 45;  // calm enough for a machine without a GPU
const MOVE_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', '+', '-', '=', '_'];

const map = window.map_command;
const ground = new Sheet(paintGround, layPane(map, 'ground', 350), 0.35);
const names = new Sheet(paintNames, layPane(map, 'names', 400), 0.15);
const layers = new Sheet(paintLayers, layPane(map, 'layers', 475), 0.15);
const teams = new Sheet(paintTeams, layPane(map, 'teams', 450), 0.15);
const cases = new Sheet(paintCases, layPane(map, 'cases', 500), 0.15);
const sheets = [ground, names, teams, layers, cases];
let bridge = null;

/* ---------- the ground ---------- */

async function fetchJson(name, edition) {
  return (await fetch(`${name}.json?${edition}`, { cache: 'no-store' })).json();
}

async function layGround({ edition, sketch }) {
  const [grids, roads, outline] = await Promise.all(
    ['grids', 'roads', 'outline'].map(name => fetchJson(name, edition)),
  );
  state.sketch = sketch;
  state.grids = grids.filter(g => g.ring.length > 2).map(g => {
    const flat = flatten(g.ring);
    return { ...g, flat, box: boxOf(flat), centre: centroid(flat) };
  });
  state.borders = communityBorders(state.grids);
  state.communities = communityNames(state.grids);
  state.roads = roads.map(({ name, line }) => {
    const flat = flatten(line);
    return { name, flat, box: boxOf(flat) };
  });
  state.outline = outline.filter(ring => ring.length > 2).map(flatten);
  const all = [...grids.map(g => g.ring), ...outline];
  state.extent = extentOf(outline.length ? outline : all);
  state.reach = extentOf(all);
  dressControls();
  fence();
  ground.paint();
  names.paint();
  bridge.grounded(edition);
}

function extentOf(rings) {
  const bounds = L.latLngBounds([]);
  rings.forEach(ring => ring.forEach(([lon, lat]) => bounds.extend([lat, lon])));
  return bounds.isValid() ? bounds : null;
}

/** Keep the map near its ground, and show the street whole unless a hand holds it over the same ground. */
function fence() {
  if (!state.extent) return;
  map.setMinZoom(0);
  map.setMaxBounds(null);
  if (state.following || !map.getBounds().intersects(state.reach)) showAll();
  map.setMaxBounds(state.extent.pad(3).extend(state.reach.pad(0.5)));
  map.setMinZoom(Math.max(0, map.getBoundsZoom(state.reach) - 1));
}

function showAll() {
  state.whole = true;
  map.fitBounds(state.extent, {
    animate: false, paddingTopLeft: [10, 10], paddingBottomRight: [10, legendHeight() + 6],
  });
}

/* ---------- deltas ---------- */

function mergeCases(rows = [], gone = []) {
  gone.forEach(id => state.cases.delete(id));
  rows.forEach(row => state.cases.set(String(row.id), { ...row, at: world(row.lon, row.lat) }));
  sortCases();
  [names, teams, cases].forEach(sheet => sheet.soon());
}

function mergeTeams(rows = [], gone = []) {
  gone.forEach(id => state.teams.delete(id));
  const time = performance.now();
  for (const row of rows) {
    const to = world(row.lon, row.lat), old = state.teams.get(String(row.id));
    const now = old ? old.now : to;
    state.teams.set(String(row.id), { ...row, from: now, to, now, time, side: old ? old.side : 0 });
  }
  if (document.hidden) step(Infinity);
  else if (rows.length) requestAnimationFrame(walk);
  teams.soon();
}

/** Rows of spots or homes come and go. */
function mergeLayer(known, rows = [], gone = []) {
  gone.forEach(id => known.delete(id));
  rows.forEach(row => known.set(String(row.id), { ...row, at: world(row.lon, row.lat) }));
  layers.soon();
}

/** Bring every team as far as it is at this time; true while one is still under way. */
function step(time) {
  let moving = false;
  for (const team of state.teams.values()) {
    const t = Math.min(1, Math.max(0, (time - team.time) / MOVE_MS)), ease = t * (2 - t);
    team.now = t === 1 ? team.to : {
      x: team.from.x + (team.to.x - team.from.x) * ease,
      y: team.from.y + (team.to.y - team.from.y) * ease,
    };
    moving = moving || (t < 1 && (team.from.x !== team.to.x || team.from.y !== team.to.y));
  }
  return moving;
}

let painted = 0, walking = false;

function walk(time) {
  if (walking) return;
  walking = true;
  const frame = now => {
    walking = step(document.hidden ? Infinity : now);
    if (now - painted >= FRAME_MS || !walking) { painted = now; teams.paint(); }
    if (walking) requestAnimationFrame(frame);
  };
  frame(time);
}

function colour(loads) {
  Object.entries(loads).forEach(([code, load]) => state.lamps.set(code, load));
  state.most = Math.max(4, ...[...state.lamps.values()].map(load => load.count || 0));
  ground.soon();
  names.soon();
}

function choose({ id, centre }) {
  state.chosenCase = id === null ? null : String(id);
  sortCases();
  teams.soon();
  cases.soon();
  const row = state.cases.get(state.chosenCase);
  if (!row || !centre) return;
  const inView = map.getBounds().pad(-0.06).contains([row.lat, row.lon]);
  // a map that shows its whole ground has nothing to gain by moving
  if (!inView || (state.following && !state.whole)) centreOn(row);
}

function centreOn(row) {
  state.whole = false;
  map.panTo([row.lat, row.lon]);
}

function resized() {
  if (!state.following || !state.extent) return;
  const row = state.cases.get(state.chosenCase);
  if (state.whole || !row) showAll();
  else centreOn(row);
}

function follow() {
  state.following = true;
  showFollowing();
  const row = state.cases.get(state.chosenCase);
  if (row) centreOn(row);
  else if (state.extent) showAll();
}

async function apply(delta) {
  if (delta.words) state.words = delta.words;
  if (delta.theme) mixInks(delta.theme);
  if (delta.layers) state.layers = delta.layers;
  if (delta.drill !== undefined) state.drill = delta.drill;
  if (delta.far) map.getContainer().classList.add('far');
  if (delta.words || delta.theme || delta.layers || delta.drill !== undefined) {
    washSprites();
    dressControls();
    sheets.forEach(sheet => sheet.soon());
  }
  if (delta.ground) await layGround(delta.ground);
  if (delta.cases) mergeCases(delta.cases, delta.cases_gone);
  if (delta.spots) mergeLayer(state.spots, delta.spots, delta.spots_gone);
  if (delta.homes) mergeLayer(state.homes, delta.homes, delta.homes_gone);
  if (delta.teams) mergeTeams(delta.teams, delta.teams_gone);
  if (delta.lamps) colour(delta.lamps);
  if (delta.grid) { state.chosenGrid = delta.grid.code; ground.soon(); }
  if (delta.candidates) { state.candidates = delta.candidates; teams.soon(); }
  if (delta.plan) { state.plan = delta.plan; teams.soon(); }
  if (delta.case) choose(delta.case);
  if (delta.follow) follow();
}

/** Answer where a case's marker is, in pixels of the window, once the map stands still. */
function answer(token, id) {
  if (map._animatingZoom || (map._panAnim && map._panAnim._inProgress)) {
    const timer = setTimeout(() => map.stop(), STILL_MS); // no frames, no end: then stop it here
    map.once('moveend', () => { clearTimeout(timer); answer(token, id); });
    return;
  }
  const row = state.cases.get(id) || state.spots.get(id) || state.homes.get(id);
  if (!row) { bridge.answer(token, 'null'); return; }
  cases.paint();
  const p = map.layerPointToContainerPoint(layerPoint(map, row.at));
  bridge.answer(token, JSON.stringify([p.x, p.y]));
}

/* ---------- hands ---------- */

function touched() {
  if (!state.following) return;
  state.following = state.whole = false;
  showFollowing();
  bridge.handTouched();
}

/** A click goes to the topmost case, again to the one below; else to a layer's mark or the grid. */
function clicked(event) {
  const hits = casesAt(map, event.layerPoint);
  if (hits.length) {
    const at = hits.findIndex(row => row.id === state.chosenCase);
    bridge.caseClicked(String(hits[(at + 1) % hits.length].id));
    return;
  }
  const found = layerAt(map, event.layerPoint);
  if (found) {
    if (found.spot) bridge.spotClicked(String(found.spot.id));
    else bridge.homeClicked(String(found.home.name));
    return;
  }
  const grid = gridAt(state.grids, event.latlng);
  if (grid) bridge.gridClicked(grid.code);
}

function asked(event) {
  const grid = gridAt(state.grids, event.latlng);
  bridge.placeAsked(event.latlng.lng, event.latlng.lat, grid ? grid.code : '');
}

function hovered(event) {
  const [top] = casesAt(map, event.layerPoint), found = top ? null : layerAt(map, event.layerPoint);
  const row = top || (found && found.tip);
  map.getContainer().classList.toggle('on-mark', Boolean(row));
  showTip(event.containerPoint, row, gridAt(state.grids, event.latlng));
}

function keyed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (MOVE_KEYS.includes(event.key)) touched();
  if (event.key === 'f' || event.key === 'F') follow();
}

function listen() {
  const container = map.getContainer();
  map.on('dragstart boxzoomstart', touched);
  map.on('click', clicked);
  map.on('contextmenu', asked);
  map.on('mousemove', hovered);
  map.on('mouseout', () => showTip(null, null, null));
  map.on('resize', resized);
  container.addEventListener('wheel', touched, { passive: true });
  document.addEventListener('keydown', keyed);
  // the keyboard reaches Leaflet only inside its container
  window.addEventListener('focus', () => container.focus({ preventScroll: true }));
}

new QWebChannel(window.qt.webChannelTransport, channel => {
  bridge = channel.objects.bridge;
  mixInks('dark');
  map.setView([0, 0], 2, { animate: false });
  sheets.forEach(sheet => sheet.addTo(map));
  buildControls(map, { touched, follow });
  listen();
  let work = Promise.resolve();
  const next = task => { work = work.then(task).catch(error => console.error(error.stack || error)); };
  bridge.delta.connect(text => next(() => apply(JSON.parse(text))));
  bridge.asked.connect((token, id) => next(() => answer(token, id)));
  bridge.hello();
});
