/**
 * A browser that Playwright can drive: one that is installed, else the Chromium that an npm package carries.
 */
import { createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { StepFailure } from "../steps.mjs";
import { installOnce } from "./cache.mjs";
import { onPath } from "./path.mjs";

const PACKAGE = "@sparticuz/chromium@147.0.0";
const UNPACKED = "unpacked";
const PROGRAM = "chromium";
const FONTS = "our-fonts.conf";
const SYSTEM_FONTS = "/etc/fonts/fonts.conf";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];
const INSTALLED = {
  darwin: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  win32: ["C:/Program Files/Google/Chrome/Application/chrome.exe", "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"],
};
const QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/**
 * Finds or installs a browser.
 * @returns {Promise<import("playwright-core").LaunchOptions>} What Playwright's `chromium.launch` takes.
 */
export async function obtainBrowser() {
  const installed = onPath(NAMES) ?? INSTALLED[process.platform]?.find(existsSync);
  if (installed !== undefined) return { executablePath: installed, headless: true, args: [...QUIET, ...sandbox()] };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new StepFailure("There is no Chromium, Chrome or Edge.", "Install Google Chrome, Chromium or Microsoft Edge.");
  }
  return fromPackage();
}

/** As root, and in containers, Chromium's sandbox can't be set up. */
function sandbox() {
  return process.platform === "linux" ? ["--no-sandbox"] : [];
}

async function fromPackage() {
  const folder = join(await installOnce("chromium", [PACKAGE], unpack), UNPACKED);
  return {
    executablePath: join(folder, PROGRAM),
    headless: true,
    args: [...QUIET, ...sandbox()],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "lib"), ...(existsSync(SYSTEM_FONTS) ? {} : { FONTCONFIG_FILE: join(folder, FONTS) }) },
  };
}

/** The package brings its program compressed, and beside it the shared libraries and the font that a bare machine lacks. */
async function unpack(folder) {
  const target = join(folder, UNPACKED);
  mkdirSync(target);
  const { extract } = createRequire(join(folder, "package.json"))("tar-fs");
  const unpacking = (name, sink) => pipeline(createReadStream(join(folder, "node_modules/@sparticuz/chromium/bin", name)), createBrotliDecompress(), sink);
  await unpacking("chromium.br", createWriteStream(join(target, PROGRAM), { mode: 0o755 }));
  await unpacking("al2023.tar.br", extract(target));
  await unpacking("fonts.tar.br", extract(target));
  writeFileSync(join(target, FONTS), `<fontconfig><dir>${join(target, "fonts")}</dir><cachedir>${join(target, "fonts-cache")}</cachedir></fontconfig>\n`);
}
