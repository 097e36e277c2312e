import assert from "node:assert/strict";
import { goTo, openFile, openWorkbench, problems, runCommand, screenshot, showProblems, textOf, visibleText, type Workbench } from "./workbench.ts";

describe("by hand", () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench("address");
    await openFile(workbench.page, "template.yaml");
    await showProblems(workbench.page);
    await problems(workbench.page).filter({ hasText: "wildcard-action" }).first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await screenshot(workbench.page, `failed ${this.currentTest.title}`.replaceAll(/\W+/g, "-"));
  });
  after(() => workbench.browser.close());

  it("the Problems panel tags each finding with its pillar", async () => {
    const row = problems(workbench.page).filter({ hasText: "wildcard-action" }).first();
    assert.match(await textOf(row), /pillar-hints\/security/);
    await screenshot(workbench.page, "problems");
  });

  it("the hover explains", async () => {
    const { page } = workbench;
    await goTo(page, "wildcard-action");
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    const hover = page.locator(".monaco-hover:visible", { hasText: "Helps Security" }).first();
    await hover.waitFor();
    assert.match(await textOf(hover), /wildcard-action/);
    await screenshot(page, "hover");
    await page.keyboard.press("Escape");
  });

  it("the light bulb repairs", async () => {
    const { page } = workbench;
    await goTo(page, "visibility-timeout-too-short");
    await page.keyboard.press("Control+.");
    const actions = page.locator(".action-widget:visible .monaco-list-row");
    await actions.filter({ hasText: "360 s" }).first().waitFor();
    await screenshot(page, "light-bulb");
    await actions.filter({ hasText: "360 s" }).first().click();
    await problems(page).filter({ hasText: "visibility-timeout-too-short" }).waitFor({ state: "detached" });
    assert.match(await visibleText(page), /VisibilityTimeout: 360/);
  });

  it("the status names dialect, findings and pillars", async () => {
    const { page } = workbench;
    await page.locator("#status\\.languageStatus").click();
    const status = page.locator(".hover-language-status, .hover-language-status-item").filter({ hasText: "SAM" }).first();
    await status.waitFor();
    assert.match(await textOf(status), /SAM · \d+ findings/);
    await screenshot(page, "status");
    await page.keyboard.press("Escape");
  });

  it("the link of a finding opens its page, without a network", async () => {
    const { page } = workbench;
    const row = problems(page).filter({ hasText: "wildcard-action" }).first();
    await row
      .locator("a", { hasText: "wildcard-action" })
      .first()
      .click({ modifiers: ["Control"] });
    await page.locator(".tab", { hasText: "wildcard-action.md" }).first().waitFor();
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.locator("h1").first().waitFor();
    await screenshot(page, "page");
    await runCommand(page, "View: Close Editor");
  });

  it("fixing all safe findings says what happened and previews the rest", async () => {
    const { page } = workbench;
    await openFile(page, "template.yaml");
    await runCommand(page, "Pillar Hints: Fix All Safe Findings in File");
    const message = page.locator(".notification-toast", { hasText: "review" }).first();
    await message.waitFor();
    assert.match(await textOf(message), /\d+ fixed, \d+ needs? review, \d+ (has|have) no fix/);
    await screenshot(page, "fix-all");
    await message.locator(".monaco-button", { hasText: "Preview the Rest" }).click();
    await page.locator(".bulk-edit-panel").first().waitFor();
    await screenshot(page, "refactor-preview");
    await page.locator(".bulk-edit-panel .monaco-button", { hasText: "Discard" }).click();
  });

  it("a finding is allowed with a reason and an end date", async () => {
    const { page } = workbench;
    await openFile(page, "template.yaml");
    await goTo(page, "wildcard-action");
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget:visible .monaco-list-row", { hasText: "reason" }).first().click();
    const input = page.locator(".quick-input-widget:visible input");
    await page.locator(".quick-input-widget", { hasText: "Why is this right here?" }).waitFor();
    await input.fill("the table is for tests");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget", { hasText: "Until when?" }).waitFor();
    await screenshot(page, "allow");
    await page.keyboard.press("Enter");
    await problems(page).filter({ hasText: "wildcard-action" }).first().waitFor({ state: "detached" });
  });

  it("a handler shows what its template knows of it, and is repaired", async () => {
    const { page } = workbench;
    await openFile(page, "paid.ts");
    const rows = await showProblems(page);
    await rows.filter({ hasText: "whole-event-logged" }).first().waitFor();
    await page.locator(".codelens-decoration").first().waitFor();
    await goTo(page, "whole-event-logged");
    await page.keyboard.press("Control+.");
    const actions = page.locator(".action-widget:visible .monaco-list-row");
    await actions.filter({ hasText: "Log the request id" }).first().waitFor();
    await screenshot(page, "code");
    await actions.filter({ hasText: "Log the request id" }).first().click();
    await rows.filter({ hasText: "whole-event-logged" }).waitFor({ state: "detached" });
    assert.match(await visibleText(page), /requestId: context\.awsRequestId/);
  });
});
