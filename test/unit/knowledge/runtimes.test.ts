import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { lifecycle, RUNTIMES, runtime, smallestJump } from "../../../server/src/knowledge/runtimes.ts";

const TODAY = "2026-11-24";

describe("Lambda runtimes", () => {
  for (const [id, stage, jump] of [
    ["nodejs14.x", "create-blocked", "nodejs24.x"],
    ["nodejs12.x", "update-blocked", "nodejs24.x"],
    ["nodejs20.x", "deprecated", "nodejs24.x"],
    ["nodejs22.x", "supported", "nodejs24.x"],
    ["nodejs24.x", "supported", undefined],
    ["python3.8", "deprecated", "python3.12"],
    ["python3.10", "deprecated", "python3.12"],
    ["python3.12", "supported", "python3.13"],
    ["python3.14", "supported", undefined],
    ["java8.al2", "supported", "java8.al2023"],
    ["java11", "supported", "java11.al2023"],
    ["dotnet8", "deprecated", "dotnet10"],
    ["ruby3.2", "deprecated", "ruby3.4"],
    ["go1.x", "create-blocked", undefined],
    ["provided.al2", "deprecated", "provided.al2023"],
    ["nodejs26.x", "supported", undefined],
  ] as const) {
    it(`${id} is ${stage}; the smallest lasting jump is ${jump ?? "none"}`, () => check(id, TODAY, stage, jump));
  }

  it("go through their stages day by day", () => {
    check("nodejs22.x", "2027-01-29", "supported", "nodejs24.x");
    check("nodejs22.x", "2027-01-30", "ending", "nodejs24.x");
    check("nodejs22.x", "2027-04-30", "deprecated", "nodejs24.x");
    check("nodejs22.x", "2027-06-01", "create-blocked", "nodejs24.x");
    check("nodejs22.x", "2027-07-01", "update-blocked", "nodejs24.x");
  });

  it("offer a short-lived successor when there is no other", () => check("ruby3.3", "2029-01-01", "update-blocked", "ruby4.0"));

  it("know which ones run on arm64", () => {
    const both = (id: string) => runtime(id)?.architectures.includes("arm64");
    deepStrictEqual(["nodejs12.x", "python3.8", "java11", "provided.al2"].map(both), [true, true, true, true]);
    deepStrictEqual(["nodejs10.x", "python3.7", "java8", "go1.x", "provided"].map(both), [false, false, false, false, false]);
  });

  it("have well-formed dates in a sensible order, and each id once", () => {
    strictEqual(new Set(RUNTIMES.map(({ id }) => id)).size, RUNTIMES.length);
    for (const { id, deprecated, createBlocked, updateBlocked, preview } of RUNTIMES) {
      for (const date of [deprecated, createBlocked, updateBlocked]) ok(date === undefined || date === new Date(date).toISOString().slice(0, 10), id);
      ok(createBlocked === undefined || updateBlocked === undefined || createBlocked <= updateBlocked, id);
      strictEqual(deprecated === undefined, preview, id);
    }
  });

  it("say nothing about what they don't know", () => strictEqual(runtime("nodejs99.x"), undefined));
});

function check(id: string, today: string, stage: string, jump: string | undefined): void {
  const found = runtime(id);
  ok(found, id);
  deepStrictEqual([lifecycle(found, today), smallestJump(found, today)?.id], [stage, jump]);
}
