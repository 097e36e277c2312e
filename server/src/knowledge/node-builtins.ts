/**
 * Modules that Node.js brings along and that may be imported without `node:` (https://nodejs.org/api/module.html#builtin-modules-with-mandatory-node-prefix
 * lists those that may not; the names are those of `module.builtinModules` in Node.js 24 without internal ones). Looked up on 2026-11-24.
 */
const BUILTINS: ReadonlySet<string> = new Set(
  (
    "assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector module " +
    "net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib"
  ).split(" "),
);

/** Whether a specifier names a module of Node.js, as a whole (`fs`) or a part of it (`fs/promises`); a slash at the end asks for a package instead. */
export const isNodeBuiltin = (specifier: string): boolean => !specifier.endsWith("/") && BUILTINS.has(specifier.split("/")[0] ?? "");
