// Makes the site for the tests, serves it as a web server would, and opens it in Chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const ERRCAT = process.env.ERRCAT ?? new URL("../../target/debug/errcat", import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Where the server has the site: no site may count on lying at the root. */
export const SUB_PATH = "/help/errors/";

/** Runs the command; its standard output. */
export const errcat = (...args) => execFileSync(ERRCAT, args, { encoding: "utf8", maxBuffer: 1 << 28 });

/** The site of the bundled catalog in a folder that goes with the process. */
export const makeSite = (address = "https://errors.example.org/") => {
  const folder = mkdtempSync(join(tmpdir(), "errcat-site-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  errcat("docs", "--out", folder, "--base-url", address);
  return folder;
};

/** The paths of all files of a folder that end so. */
export const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(ending)).sort();

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".xml": "text/xml",
};

/** Serves a folder below `SUB_PATH`; unknown addresses get `404.html`, as on every host of static pages. */
export const serve = async (folder) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(pathname);
    const send = (status, file) => {
      const headers = { "content-type": `${TYPES[extname(file)] ?? "application/octet-stream"}; charset=utf-8` };
      const bytes = readFileSync(join(folder, file));
      response.writeHead(status, headers).end(bytes);
    };
    try {
      if (!path.startsWith(SUB_PATH)) throw new Error("outside");
      const file = path.slice(SUB_PATH.length);
      send(200, file === "" || file.endsWith("/") ? `${file}index.html` : file);
    } catch {
      send(404, "404.html");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${SUB_PATH}`,
    close: () => server.close(),
  };
};

/** The address of a folder that is opened as files. */
export const asFiles = (folder) => `${pathToFileURL(folder).href}/`;

/** Starts the browser, without anything that asks the network for something. */
export const launch = () =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/**
 * A page of its own storage. What it says to the console, and what it asks of another host, is gathered in `faults`;
 * `expected` names what a test provokes.
 */
export const openPage = async (browser, address, { expected = /^$/, ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  const fault = (text) => expected.test(text) || faults.push(text);
  page.on("console", (message) => fault(`console: ${message.text()}`));
  page.on("pageerror", (error) => fault(`error: ${error.message}`));
  const { origin } = new URL(address);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin || url.protocol !== new URL(address).protocol) fault(`request: ${url}`);
  });
  return { context, faults, page };
};
