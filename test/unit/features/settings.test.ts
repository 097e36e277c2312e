import { deepStrictEqual } from "node:assert";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "../../../server/src/features/settings.ts";

describe("settings", () => {
  it("have defaults", () => check(undefined, {}));
  it("may be null, as an editor without them says", () => check(null, {}));
  it("are taken as they are", () =>
    check(
      { enable: false, run: "onSave", minimumSeverity: "warning", pillars: { security: false }, rules: { "wildcard-action": "hint" } },
      { enable: false, run: "onSave", minimumSeverity: "warning", pillars: { security: false }, rules: { "wildcard-action": "hint" } },
    ));
  it("may have others among them", () => check({ trace: { server: "off" } }, {}));

  it("count as their default where they have the wrong type, and the reader is told", () =>
    check({ enable: "yes", run: 3, minimumSeverity: "loud", pillars: [], rules: "off" }, {}, [
      'The setting pillarHints.enable is not understood ("yes"); its default counts.',
      "The setting pillarHints.run is not understood (3); its default counts.",
      'The setting pillarHints.minimumSeverity is not understood ("loud"); its default counts.',
      "The setting pillarHints.pillars is not an object ([]); its default counts.",
      'The setting pillarHints.rules is not an object ("off"); its default counts.',
    ]));

  it("lose only the entries that are not understood", () =>
    check({ pillars: { security: false, speed: false, reliability: 1 }, rules: { a: "off", b: true } }, { pillars: { security: false }, rules: { a: "off" } }, [
      'The setting pillarHints.pillars has an entry that is not understood ({"speed":false}); it does not count.',
      'The setting pillarHints.pillars has an entry that is not understood ({"reliability":1}); it does not count.',
      'The setting pillarHints.rules has an entry that is not understood ({"b":true}); it does not count.',
    ]));

  it("may be nonsense as a whole", () => check([1], {}, ["The setting pillarHints is not an object ([1]); its default counts."]));
});

function check(from: unknown, differing: Partial<Settings>, problems: readonly string[] = []): void {
  deepStrictEqual(readSettings(from), { settings: { ...DEFAULT_SETTINGS, ...differing }, problems });
}
