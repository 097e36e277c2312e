/**
 * A throw-away profile of VS Code: settings that keep it quiet, no extension but ours, nothing of the user's own.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./cache.mjs";

const SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "git.enabled": false,
  "files.autoSave": "off",
  "security.workspace.trust.enabled": false,
};

/** @typedef {{ readonly userData: string, readonly extensions: string }} Profile Two folders. */

/**
 * Makes an empty profile, in place of an older one of this name.
 * @param {string} name
 * @param {Record<string, unknown>} [settings] More user settings.
 * @returns {Profile}
 */
export function createProfile(name, settings = {}) {
  const folder = join(cache, "profiles", name);
  rmSync(folder, { recursive: true, force: true });
  const profile = { userData: join(folder, "user"), extensions: join(folder, "extensions") };
  mkdirSync(join(profile.userData, "User"), { recursive: true });
  mkdirSync(profile.extensions);
  writeFileSync(join(profile.userData, "User/settings.json"), `${JSON.stringify({ ...SETTINGS, ...settings }, null, 2)}\n`);
  return profile;
}
