/** Packages that make HTTP requests, by language. Node's own modules without `node:`. Names as in the registries, 2026-11-24. */
export const HTTP_LIBRARIES: Readonly<Record<"javascript" | "python", ReadonlySet<string>>> = {
  javascript: new Set([
    "http",
    "https",
    "axios",
    "got",
    "node-fetch",
    "undici",
    "cross-fetch",
    "isomorphic-fetch",
    "ky",
    "superagent",
    "needle",
    "request",
    "request-promise",
    "request-promise-native",
    "phin",
  ]),
  python: new Set(["requests", "httpx", "aiohttp", "urllib", "urllib3", "http"]),
};
