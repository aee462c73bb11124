/** Makes src/imbroglio/web/static/vendor from the pinned packages: one ES module a library, with its licences, and SUMS. */
import { build } from "esbuild";
import iso from "i18n-iso-countries";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "..", "src", "imbroglio", "web", "static", "vendor");
const PACKAGES = join(HERE, "node_modules");

/** What each module gives out, and the packages that are in it. The first one names the folder. */
const MODULES = [
  {
    file: "sigma.js",
    packages: ["sigma", "@sigma/edge-curve", "events", "graphology-utils"],
    entry: `export {default as Sigma} from "sigma";
      export {EdgeArrowProgram, EdgeRectangleProgram, NodeCircleProgram} from "sigma/rendering";
      export {createEdgeCurveProgram} from "@sigma/edge-curve";`,
  },
  {
    file: "graphology.js",
    packages: ["graphology", "events"],
    entry: `export {MultiDirectedGraph} from "graphology";`,
  },
  {
    file: "forceatlas2.js",
    packages: ["graphology-layout-forceatlas2"],
    entry: `export {default as iterate} from "graphology-layout-forceatlas2/iterate.js";
      export {default as defaults} from "graphology-layout-forceatlas2/defaults.js";`,
  },
  {
    file: "geo.js",
    packages: ["d3-geo", "d3-array", "internmap"],
    entry: `export {geoArea, geoCentroid, geoConicConformal, geoEqualEarth, geoGraticule10, geoInterpolate, geoPath} from "d3-geo";`,
  },
  {
    file: "sankey.js",
    packages: ["d3-sankey", "d3-sankey/node_modules/d3-array", "d3-sankey/node_modules/internmap", "d3-shape", "d3-path"],
    entry: `export {sankey, sankeyLeft, sankeyLinkHorizontal} from "d3-sankey";`,
  },
  { file: "topojson.js", packages: ["topojson-client"], entry: `export {feature, mesh} from "topojson-client";` },
];

/** Detail of the outlines: areas of triangles (steradians, Visvalingam and Whyatt 1993) that are too small to keep. */
const DETAIL = 3e-5;
const ISLAND = 3 * DETAIL; // rings below this area are left out, unless they are all there is of a country

const about = (name) => JSON.parse(readFileSync(join(PACKAGES, name, "package.json"), "utf8"));

function folder(name) {
  const made = join(OUT, `${name}-${about(name).version}`);
  mkdirSync(made, { recursive: true });
  return made;
}

function licences(names) {
  return names
    .map((name) => {
      const file = readdirSync(join(PACKAGES, name)).find((one) => /^licen[cs]e/i.test(one));
      return `${about(name).name} ${about(name).version}\n\n${readFileSync(join(PACKAGES, name, file), "utf8").trim()}\n`;
    })
    .join("\n----\n\n");
}

async function library({ file, packages, entry }) {
  const made = folder(packages[0]);
  await build({
    stdin: { contents: entry, resolveDir: HERE },
    outfile: join(made, file),
    bundle: true,
    format: "esm",
    target: "es2020",
    minify: true,
    legalComments: "none",
    charset: "utf8",
  });
  writeFileSync(join(made, "LICENSE"), licences(packages));
}

/** Countries of Natural Earth, 1:50m, simplified, by ISO 3166 two-letter code. Somaliland and the like have none. */
function countries() {
  const made = folder("world-atlas");
  const world = JSON.parse(readFileSync(join(PACKAGES, "world-atlas", "countries-50m.json"), "utf8"));
  delete world.objects.land;
  for (const country of world.objects.countries.geometries) {
    const { name } = country.properties;
    country.id = name === "Kosovo" ? "XK" : iso.numericToAlpha2(country.id);
  }
  const weighed = presimplify(world, sphericalTriangleArea);
  const large = filterWeight(weighed, ISLAND, sphericalRingArea);
  const coarse = filter(simplify(weighed, DETAIL), keepsSmall(weighed, large));
  writeFileSync(join(made, "countries.js"), `export default ${JSON.stringify(coarse)};\n`);
  writeFileSync(
    join(made, "LICENSE"),
    `Outlines: Natural Earth 4.1, 1:50m, admin 0 countries, in the public domain; simplified.\n\n${licences(["world-atlas"])}`,
  );
}

function keepsSmall(topology, large) {
  const only = new Set();
  for (const country of topology.objects.countries.geometries) {
    const rings = country.type === "Polygon" ? [country.arcs] : country.arcs ?? [];
    if (rings.length === 1) only.add(JSON.stringify(rings[0][0]));
  }
  return (ring, interior) => large(ring, interior) || only.has(JSON.stringify(ring));
}

function* files(top) {
  for (const entry of readdirSync(top, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(top, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name !== "SUMS") yield path;
  }
}

rmSync(OUT, { recursive: true, force: true });
for (const module of MODULES) await library(module);
countries();
const sums = [...files(OUT)].map((path) => {
  const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
  return `${hash}  ${relative(OUT, path)}\n`;
});
writeFileSync(join(OUT, "SUMS"), sums.join(""));
