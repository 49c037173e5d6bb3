/*
 * Points, rings and lines in Leaflet's "world" pixels of zoom 0 (Web Mercator, 256 px wide);
 * drawing multiplies by 2^zoom and subtracts the pixel origin. A line is flat: x, y, x, y, ...
 */

export const world = (lon, lat) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);

export function boxOf(flat) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; i < flat.length; i += 2) {
    box.x0 = Math.min(box.x0, flat[i]); box.x1 = Math.max(box.x1, flat[i]);
    box.y0 = Math.min(box.y0, flat[i + 1]); box.y1 = Math.max(box.y1, flat[i + 1]);
  }
  return box;
}

export function flatten(line) {
  const flat = new Float64Array(line.length * 2);
  line.forEach(([lon, lat], i) => {
    const p = world(lon, lat);
    flat[2 * i] = p.x; flat[2 * i + 1] = p.y;
  });
  return flat;
}

/** Centre of area of a ring; offsets keep the doubles exact. */
export function centroid(flat) {
  const [ox, oy] = flat;
  let area = 0, x = 0, y = 0;
  for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
    const ax = flat[j] - ox, ay = flat[j + 1] - oy, bx = flat[i] - ox, by = flat[i + 1] - oy;
    const cross = ax * by - bx * ay;
    area += cross; x += (ax + bx) * cross; y += (ay + by) * cross;
  }
  return area ? { x: ox + x / (3 * area), y: oy + y / (3 * area), area: Math.abs(area) }
    : { x: ox, y: oy, area: 0 };
}

export function inside(flat, x, y) {
  let odd = false;
  for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
    if ((flat[i + 1] > y) !== (flat[j + 1] > y)
      && x < (flat[j] - flat[i]) * (y - flat[i + 1]) / (flat[j + 1] - flat[i + 1]) + flat[i]) {
      odd = !odd;
    }
  }
  return odd;
}

/** The grid under a place, undefined if there is none. */
export function gridAt(grids, latlng) {
  const p = world(latlng.lng, latlng.lat);
  return grids.find(({ box, flat }) => p.x >= box.x0 && p.x <= box.x1
    && p.y >= box.y0 && p.y <= box.y1 && inside(flat, p.x, p.y));
}

/** Edges that no two grids of one community share: the communities' borders. */
export function communityBorders(grids) {
  const edges = new Map();
  for (const { flat, community } of grids) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const a = `${flat[j]},${flat[j + 1]}`, b = `${flat[i]},${flat[i + 1]}`;
      if (a === b) continue;
      const key = `${community}|${a < b ? a + '|' + b : b + '|' + a}`;
      if (!edges.delete(key)) edges.set(key, [flat[j], flat[j + 1], flat[i], flat[i + 1]]);
    }
  }
  return [...edges.values()];
}

export function communityNames(grids) {
  const sums = new Map();
  for (const { community, centre } of grids) {
    if (!community || /^\d+$/.test(community)) continue;
    const sum = sums.get(community) || { name: community, x: 0, y: 0, area: 0 };
    sum.x += centre.x * centre.area; sum.y += centre.y * centre.area; sum.area += centre.area;
    sums.set(community, sum);
  }
  return [...sums.values()].filter(s => s.area)
    .map(s => ({ name: s.name, x: s.x / s.area, y: s.y / s.area, side: Math.sqrt(s.area / 2) }));
}
