import { openFile, openWorkbench, problems, screenshot, showProblems, type Workbench } from "./workbench.ts";

describe("in a web extension host", () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench("webAddress");
  });
  after(() => workbench.browser.close());

  it("the worker reviews", async () => {
    const { page } = workbench;
    await openFile(page, "template.yaml");
    await showProblems(page);
    await problems(page).filter({ hasText: "wildcard-action" }).first().waitFor();
    await screenshot(page, "web");
  });
});
