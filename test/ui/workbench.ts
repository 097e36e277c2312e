/** The workbench of VS Code in a browser, and the hand that uses it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions, type Locator, type Page } from "playwright-core";

/** Made by `scripts/test.mjs`, which serves the workbenches and finds the browser. */
const UI = "PILLAR_HINTS_UI";
const SCREENSHOTS = join(import.meta.dirname, "../screenshots");
const SIZE = { width: 1400, height: 900 };
const START_MILLISECONDS = 40_000;

interface Served {
  /** The workbench whose extensions run in Node. */
  readonly address: string;
  /** The workbench whose extensions run in a web worker. */
  readonly webAddress: string;
  readonly browser: LaunchOptions;
}

export interface Workbench {
  readonly browser: Browser;
  readonly page: Page;
}

export async function openWorkbench(which: "address" | "webAddress"): Promise<Workbench> {
  const served = process.env[UI];
  assert.ok(served, `${UI} says where the workbenches are; npm test sets it`);
  const { browser: options, ...addresses }: Served = JSON.parse(served);
  const browser = await chromium.launch(options);
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(addresses[which]);
  await page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row").first().waitFor({ timeout: START_MILLISECONDS });
  return { browser, page };
}

/** Opens a file through Quick Open. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  const input = page.locator(".quick-input-widget input");
  await input.fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".editor-group-container.active .tab.active", { hasText: name }).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

/** Runs a command by its name in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
}

/** The rows of the Problems panel. */
export function problems(page: Page): Locator {
  return page.locator(".markers-panel .monaco-list-row");
}

export async function showProblems(page: Page): Promise<Locator> {
  const panel = page.locator(".markers-panel");
  if (!(await panel.isVisible())) await runCommand(page, "View: Focus Problems");
  await panel.waitFor();
  return problems(page);
}

/** Goes to a finding as a click in the Problems panel does; the cursor is then in its range. */
export async function goTo(page: Page, rule: string): Promise<void> {
  await (await showProblems(page)).filter({ hasText: rule }).first().locator(".marker-message-line").first().dblclick();
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();
}

/** The text of the open editor as far as it is visible. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page.locator(".editor-instance .view-line").evaluateAll((all) =>
    all
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? "" }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
  return lines.join("\n").replaceAll("\u00a0", " ");
}

/** All the text of an element, those parts included that are cut off. */
export async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? "";
}

/** Keeps what is on the screen, for people: in a folder that git ignores. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
