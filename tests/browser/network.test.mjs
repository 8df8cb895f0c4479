// Networks that answer in place of the server: a hotel's sign-in page, a proxy.
import { test } from "node:test";
import { world } from "../support/world.mjs";

const the = world();
const IN_PLACE = /Something on this network answers in place of the server/;
const HTML = { status: 200, contentType: "text/html", body: "<!doctype html><title>Welcome to our hotel</title>" };

test("a sign-in page of the network is shown as such, and work goes on", async () => {
  const ann = await the.browser.person({ serviceWorkers: "block" });
  await ann.signIn();
  await ann.context.route("**/api/**", (route) => route.fulfill(HTML));
  await ann.make("hotel.guest@demo.example", { prepare: true, licence: "No licence" });
  await ann.sees(IN_PLACE);
  await (await ann.find("hotel.guest")).getByText("Prepared").waitFor();
  await ann.context.unroute("**/api/**");
  // The page may have found out by itself before the click.
  const found = ann.page.getByText(IN_PLACE).waitFor({ state: "detached" });
  await Promise.any([ann.press("Try again"), found]);
  await ann.saved();
  await found;
});

test("signing in says that the network answers in place of the server", async () => {
  const ann = await the.browser.person({ serviceWorkers: "block" });
  await ann.go("/");
  await ann.context.route("**/api/**", (route) => route.fulfill(HTML));
  await ann.fillSignIn("ann@demo.example", "whatever it is");
  await ann.sees(IN_PLACE);
});
