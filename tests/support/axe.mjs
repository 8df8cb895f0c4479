// Accessibility, as axe-core finds it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Nothing to object to in the light theme, nor to the colours of the dark one. */
export async function cleanInBoth(person, where) {
  await clean(person, `${where} in light`);
  await person.page.emulateMedia({ colorScheme: "dark" });
  await clean(person, `${where} in dark`, COLOURS);
  await person.page.emulateMedia({ colorScheme: "light" });
}

/** Nothing that axe-core objects to, by the rules of WCAG 2.2 AA, or by some of them. */
export async function clean(person, where, some) {
  if (!(await person.page.evaluate(() => "axe" in globalThis))) await person.page.evaluate(axe);
  const found = await person.page.evaluate(async (some) => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // It takes the initials in an avatar, a picture, for a text that the name should repeat.
    const rules = { "label-content-name-mismatch": { enabled: false } };
    const { violations } = await globalThis.axe.run(document, {
      runOnly: some ? { type: "rule", values: some } : { type: "tag", values: tags },
      rules: some ? {} : rules,
      resultTypes: ["violations"],
    });
    return violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, some);
  assert.deepEqual(found, [], where);
}
