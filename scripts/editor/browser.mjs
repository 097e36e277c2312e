import { obtainBrowser } from "./chromium.mjs";

const SIZE = { width: 1400, height: 900 };

/**
 * Opens an address in a headless browser.
 * @returns {Promise<{ browser: import("playwright-core").Browser, page: import("playwright-core").Page }>}
 */
export async function openPage(address) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch(await obtainBrowser());
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(address);
  return { browser, page };
}
