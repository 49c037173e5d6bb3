/*
 * A sheet: a canvas that Leaflet pans and zooms like its own renderers, painted by one function.
 * The function gets a pen {ctx, k, zoom, min, max,
      top: this._map.containerPointToLayerPoint([0, 0]).y, x(worldX), y(worldY), sees(box)}; it draws in
 * layer points.
 */

const LATE_MS = 250;

export const Sheet = L.Renderer.extend({
  initialize(paint, pane, padding) {
    L.Renderer.prototype.initialize.call(this, { pane, padding });
    this._paint = paint;
  },
  _initContainer() {
    this._container = document.createElement('canvas');
  },
  _destroyContainer() {
    this._container.remove();
  },
  _updatePaths() {},
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = size.x * ratio;
    this._container.height = size.y * ratio;
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.paint();
  },
  paint() {
    if (!this._bounds || this._map._animatingZoom) return;
    const ctx = this._container.getContext('2d'), ratio = window.devicePixelRatio || 1;
    const { min, max } = this._bounds;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this._container.width, this._container.height);
    ctx.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    const zoom = this._map.getZoom(), k = 2 ** zoom, origin = this._map.getPixelOrigin();
    const pen = {
      ctx, k, zoom, min, max,
      top: this._map.containerPointToLayerPoint([0, 0]).y,
      x: wx => wx * k - origin.x,
      y: wy => wy * k - origin.y,
      sees: box => box.x1 * k - origin.x >= min.x && box.x0 * k - origin.x <= max.x
        && box.y1 * k - origin.y >= min.y && box.y0 * k - origin.y <= max.y,
    };
    this._paint(pen);
  },
  /** Paint once in the next frame, however often asked; a window that shows none gets it late. */
  soon() {
    if (this._due) return;
    this._due = true;
    let frame = 0, timer = 0;
    const go = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      this._due = false;
      this.paint();
    };
    frame = requestAnimationFrame(go);
    timer = setTimeout(go, LATE_MS);
  },
});

export function layPane(map, name, zIndex) {
  const pane = map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = 'none';
  return name;
}
