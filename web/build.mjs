// Builds the copy-desk page and the widget. The same sources and the same locked packages give
// the same bytes. `node build.mjs [FOLDER]` writes to FOLDER instead of the package.
import { build, transform } from "esbuild";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../lint/shells/http/static");
const BROWSERS = ["chrome123", "firefox120", "safari17.5"];
const WIDGET_LIMIT = 15_000; // bytes

/** Style sheets of the widget are strings in it, without the white space. */
const sheets = {
  name: "sheets",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const { code } = await transform(css, { loader: "css", minify: true, target: BROWSERS });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  outdir: out,
};

await mkdir(out, { recursive: true });
const page = await build({
  ...common,
  entryPoints: { page: "page/main.ts" },
  format: "esm",
  target: "es2022",
  metafile: true,
});
await build({ ...common, entryPoints: { page: "page/page.css" }, target: BROWSERS });
const widget = await build({
  ...common,
  entryPoints: { copydesk: "widget/main.ts" },
  format: "iife",
  target: "es2022",
  plugins: [sheets],
  // Names of the widget's own, none of which is one of the language's, the browser's, the wire's.
  mangleProps:
    /^(canTake|letStand|shadow|layer|pieces|refresh|follow|countTaken|tell|drop|marks|soon|say|finding|range|source)$/,
  banner: { js: "/* copydesk widget, Apache-2.0 */" },
  metafile: true,
});
for (const name of ["index.html", "icon.svg"]) {
  await copyFile(join(here, "page", name), join(out, name));
}
await writeFile(join(out, "licences.txt"), await licences(Object.keys(page.metafile.inputs)));

const [size] = Object.values(widget.metafile.outputs).map((file) => file.bytes);
if (size > WIDGET_LIMIT) throw new Error(`copydesk.js has ${size} bytes; ${WIDGET_LIMIT} is the limit`);

/** The licences of the packages that went into the page. */
async function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const parts = ["page.js holds these packages, each under its own licence.\n"];
  for (const name of [...packages].sort()) {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} comes without its licence`);
    const text = (await readFile(join(folder, file), "utf8")).replace(/\r\n/g, "\n").trim();
    parts.push(`${"-".repeat(78)}\n${name} ${about.version} (${about.license})\n\n${text}\n`);
  }
  return parts.join("\n");
}
