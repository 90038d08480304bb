// The accessibility checker finds nothing: on every kind of page, in both languages, light and dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { asFiles, launch, makeSite, openPage } from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = makeSite();
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const PAGES = [
  "index.html",
  "csbs/index.html",
  "csbs/CSBS.6019.html",
  "csbs/CSBS.9009.html",
  "sms/SMS.0306.html",
  "sms/SMS.2802.html",
  "404.html#csbs/CSBS.6018.html",
];

for (const colorScheme of ["light", "dark"]) {
  test(`no violations, ${colorScheme}`, async () => {
    const options = { colorScheme, viewport: { width: 1000, height: 900 } };
    const { page, context } = await openPage(browser, asFiles(folder), options);
    for (const root of ["", "zh/"]) {
      for (const path of PAGES) {
        await page.goto(asFiles(folder) + root + path);
        if (path.startsWith("404")) await page.waitForSelector("#nearest li");
        await check(page, `${root}${path}`);
      }
      // With results open; what lies below them is covered.
      await page.goto(`${asFiles(folder)}${root}index.html`);
      await page.fill("#query", "server type");
      await page.waitForSelector("[role=option]");
      await check(page, `${root}index.html, searched`);
    }
    await context.close();
  });
}

const check = async (page, name) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(told, []);
};
