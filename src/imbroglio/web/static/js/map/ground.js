/** The outline map: countries of Natural Earth, drawn so that what is told of fills the picture. */
import {s} from "../core/dom.js";
import {geoArea, geoCentroid, geoEqualEarth, geoGraticule10, geoPath} from "../../vendor/d3-geo-3.1.2/geo.js";
import {feature, mesh} from "../../vendor/topojson-client-3.1.0/topojson.js";
import world from "../../vendor/world-atlas-2.0.2/countries.js";

const ROOM = 5; // degrees around what is shown
const LEAST = 14; // degrees that are always shown, so that a small country has its neighbours

export const countries = feature(world, world.objects.countries).features;
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
const byCode = new Map(countries.map((country) => [country.id, country]));

/** Where a country's name and mark stand: the middle of its largest part (so France is not in the Atlantic). */
export function middle(iso2) {
  const country = byCode.get(iso2);
  return country ? geoCentroid(mainland(country)) : null;
}

/** `{project, ground}`: the ground as SVG with the countries of `told` (ISO codes) filled, and where a place lies on it. */
export function ground(width, height, told, shown = told) {
  const projection = fitted(width, height, shown.map((code) => byCode.get(code)).filter(Boolean));
  const path = geoPath(projection);
  const seen = countries.filter((country) => meets(path.bounds(country), width, height));
  return {
    project: projection,
    ground: s("g", {class: "map-ground", "aria-hidden": "true"},
      s("path", {class: "map-grid", d: path(geoGraticule10())}),
      seen.map((country) => s("path", {class: told.includes(country.id) ? "map-country told" : "map-country", d: path(country)})),
      s("path", {class: "map-borders", d: path(borders)})),
  };
}

function fitted(width, height, shown) {
  const projection = geoEqualEarth();
  if (!shown.length) return projection.fitExtent([[8, 8], [width - 8, height - 8]], {type: "Sphere"});
  const middles = shown.map((country) => geoCentroid(mainland(country)));
  projection.rotate([-meanLongitude(middles), 0]);
  const box = extent(shown.map(mainland));
  return projection.fitExtent([[8, 8], [width - 8, height - 8]], {type: "MultiPoint", coordinates: box}).clipExtent([[-2, -2], [width + 2, height + 2]]);

  function extent(parts) {
    const points = parts.flatMap((part) => part.coordinates[0]).map(([x, y]) => [turned(x, -projection.rotate()[0]), y]);
    const [xs, ys] = [0, 1].map((n) => points.map((point) => point[n]));
    const [left, right] = padded(Math.min(...xs), Math.max(...xs)), [low, high] = padded(Math.min(...ys), Math.max(...ys));
    const origin = -projection.rotate()[0];
    return [[left + origin, Math.max(-85, low)], [right + origin, Math.min(85, high)], [origin, (low + high) / 2]];
  }
}

function padded(least, most) {
  const more = Math.max(ROOM, (LEAST - (most - least)) / 2);
  return [least - more, most + more];
}

/** Degrees east of an origin, between −180 and 180. */
const turned = (x, origin) => ((x - origin + 540) % 360) - 180;

function meanLongitude(points) {
  const [x, y] = points.reduce(([a, b], [longitude]) => [a + Math.cos((longitude * Math.PI) / 180), b + Math.sin((longitude * Math.PI) / 180)], [0, 0]);
  return (Math.atan2(y, x) * 180) / Math.PI;
}

function mainland({geometry}) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates) => ({type: "Polygon", coordinates}));
  return polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
}

const meets = ([[left, top], [right, bottom]], width, height) => right > 0 && left < width && bottom > 0 && top < height;
