/** The languages of Lambda's managed runtimes; a function moves to a newer runtime only inside its family. */
export type RuntimeFamily = "nodejs" | "python" | "java" | "dotnet" | "ruby" | "go" | "provided";
export type Architecture = "x86_64" | "arm64";
export type OperatingSystem = "Amazon Linux" | "Amazon Linux 2" | "Amazon Linux 2023";

export interface Runtime {
  /** The identifier as templates write it. */
  readonly id: string;
  readonly family: RuntimeFamily;
  readonly os: OperatingSystem;
  readonly architectures: readonly Architecture[];
  /** ISO dates; `undefined` where AWS has announced none. From `deprecated` on there are no patches and no support. */
  readonly deprecated: string | undefined;
  /** From here on no function can be created, from `updateBlocked` on none can be updated: a deployment fails. */
  readonly createBlocked: string | undefined;
  readonly updateBlocked: string | undefined;
  /** A preview has no support either, and is never offered as a successor. */
  readonly preview: boolean;
}

/** Where a runtime stands on a day. `ending` means within `ENDING_SOON_DAYS` of its deprecation. */
export type Lifecycle = "supported" | "ending" | "deprecated" | "create-blocked" | "update-blocked";

/** AWS announces an end at least 180 days before; half of that is late enough to act and early enough to plan. */
export const ENDING_SOON_DAYS = 90;
/** A successor that ends within this time would only mean a second migration. */
const WORTH_MOVING_TO_DAYS = 365;

/** The runtime of an identifier; `undefined` for one that the table does not know, which is not a reason to say anything about it. */
export const runtime = (id: string): Runtime | undefined => BY_ID.get(id);

/** Where a runtime stands on `today`, an ISO date. */
export function lifecycle(of: Runtime, today: string): Lifecycle {
  if (reached(of.updateBlocked, today)) return "update-blocked";
  if (reached(of.createBlocked, today)) return "create-blocked";
  if (reached(of.deprecated, today)) return "deprecated";
  return reached(of.deprecated, later(today, ENDING_SOON_DAYS)) ? "ending" : "supported";
}

/**
 * The supported runtime to move to with the fewest language versions in between: the next one that lives for another year, else the newest.
 * `undefined` when the family has no newer one, and for `go1.x`, whose successor needs another build.
 */
export function smallestJump(from: Runtime, today: string, fits: (candidate: Runtime) => boolean = () => true): Runtime | undefined {
  const newer = successors(from.family, today).filter((candidate) => RUNTIMES.indexOf(candidate) > RUNTIMES.indexOf(from) && fits(candidate));
  const lasting = newer.find((candidate) => !reached(candidate.deprecated, later(today, WORTH_MOVING_TO_DAYS)));
  return lasting ?? newer.at(-1);
}

function successors(family: RuntimeFamily, today: string): readonly Runtime[] {
  return RUNTIMES.filter((candidate) => candidate.family === family && !candidate.preview && !reached(candidate.deprecated, today));
}

/** ISO dates compare as text. */
const reached = (date: string | undefined, today: string): boolean => date !== undefined && date <= today;
const later = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

type Row = readonly [id: string, os: "1" | "2" | "2023", deprecated?: string, createBlocked?: string | undefined, updateBlocked?: string];

/**
 * The tables of https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, looked up on 2026-11-24 in a copy of summer 2026: of each family oldest
 * language version first, and of one language version the older operating system first. Every date stands there so, except those of Java on Amazon Linux
 * 2023: that copy had none scheduled yet, and https://endoflife.date/aws-lambda, which reads the page daily, had these two on 2026-08-22. AWS has moved block
 * dates before. .NET 5, 7 and 9 exist as container images only.
 */
const ROWS: Readonly<Record<RuntimeFamily, readonly Row[]>> = {
  nodejs: [
    ["nodejs", "1", "2016-08-30", "2016-09-30", "2016-10-31"],
    ["nodejs4.3", "1", "2020-03-05", "2020-02-03", "2020-03-05"],
    ["nodejs4.3-edge", "1", "2020-03-05", "2019-03-31", "2019-04-30"],
    ["nodejs6.10", "1", "2019-08-12", "2019-07-12", "2019-08-12"],
    ["nodejs8.10", "1", "2020-03-06", "2020-02-04", "2020-03-06"],
    ["nodejs10.x", "2", "2021-07-30", "2021-07-30", "2022-02-14"],
    ["nodejs12.x", "2", "2023-03-31", "2023-03-31", "2023-04-30"],
    ["nodejs14.x", "2", "2023-12-04", "2024-01-09", "2027-03-03"],
    ["nodejs16.x", "2", "2024-06-12", "2027-02-01", "2027-03-03"],
    ["nodejs18.x", "2", "2025-09-01", "2027-02-01", "2027-03-03"],
    ["nodejs20.x", "2023", "2026-04-30", "2027-02-01", "2027-03-03"],
    ["nodejs22.x", "2023", "2027-04-30", "2027-06-01", "2027-07-01"],
    ["nodejs24.x", "2023", "2028-04-30", "2028-06-01", "2028-07-01"],
    ["nodejs26.x", "2023"],
  ],
  python: [
    ["python2.7", "1", "2021-07-15", "2021-07-15", "2022-05-30"],
    ["python3.6", "1", "2022-07-18", "2022-07-18", "2022-08-29"],
    ["python3.7", "1", "2023-12-04", "2024-01-09", "2027-03-03"],
    ["python3.8", "2", "2024-10-14", "2027-02-01", "2027-03-03"],
    ["python3.9", "2", "2025-12-15", "2027-02-01", "2027-03-03"],
    ["python3.10", "2", "2026-10-31", "2027-02-01", "2027-03-03"],
    ["python3.11", "2", "2027-06-30", "2027-07-31", "2027-08-31"],
    ["python3.12", "2023", "2028-10-31", "2028-11-30", "2029-01-10"],
    ["python3.13", "2023", "2029-06-30", "2029-07-31", "2029-08-31"],
    ["python3.14", "2023", "2029-06-30", "2029-07-31", "2029-08-31"],
    ["python3.15", "2023"],
  ],
  java: [
    ["java8", "1", "2024-01-08", "2024-02-08", "2027-03-03"],
    ["java8.al2", "2", "2027-06-30", "2027-07-31", "2027-08-31"],
    ["java8.al2023", "2023", "2029-06-30", undefined, "2029-08-31"],
    ["java11", "2", "2027-06-30", "2027-07-31", "2027-08-31"],
    ["java11.al2023", "2023", "2029-06-30", undefined, "2029-08-31"],
    ["java17", "2", "2027-06-30", "2027-07-31", "2027-08-31"],
    ["java17.al2023", "2023", "2029-06-30", undefined, "2029-08-31"],
    ["java21", "2023", "2029-06-30", "2029-07-31", "2029-08-31"],
    ["java25", "2023", "2029-06-30", "2029-07-31", "2029-08-31"],
  ],
  dotnet: [
    ["dotnetcore1.0", "1", "2019-06-27", "2019-06-30", "2019-07-30"],
    ["dotnetcore2.0", "1", "2019-05-30", "2019-04-30", "2019-05-30"],
    ["dotnetcore2.1", "1", "2022-01-05", "2022-01-05", "2022-04-13"],
    ["dotnetcore3.1", "2", "2023-04-03", "2023-04-03", "2023-05-03"],
    ["dotnet6", "2", "2024-12-20", "2027-02-01", "2027-03-03"],
    ["dotnet8", "2023", "2026-11-10", "2027-02-01", "2027-03-03"],
    ["dotnet10", "2023", "2028-11-14", "2028-12-14", "2029-01-15"],
  ],
  ruby: [
    ["ruby2.5", "1", "2021-07-30", "2021-07-30", "2022-03-31"],
    ["ruby2.7", "2", "2023-12-07", "2024-01-09", "2027-03-03"],
    ["ruby3.2", "2", "2026-03-31", "2027-02-01", "2027-03-03"],
    ["ruby3.3", "2023", "2027-03-31", "2027-04-30", "2027-05-31"],
    ["ruby3.4", "2023", "2028-03-31", "2028-04-30", "2028-05-31"],
    ["ruby4.0", "2023", "2029-03-31", "2029-04-30", "2029-05-31"],
  ],
  go: [["go1.x", "1", "2024-01-08", "2024-02-08", "2027-03-03"]],
  provided: [
    ["provided", "1", "2024-01-08", "2024-02-08", "2027-03-03"],
    ["provided.al2", "2", "2026-07-31", "2027-02-01", "2027-03-03"],
    ["provided.al2023", "2023", "2029-06-30", "2029-07-31", "2029-08-31"],
  ],
};

/**
 * Runtimes that the page announced for November 2026 without a date; https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html lists `nodejs26.x` with
 * all dates "not scheduled". That they have left the preview was not seen anywhere, so they are offered to nobody yet.
 */
const PREVIEWS: ReadonlySet<string> = new Set(["nodejs26.x", "python3.15"]);
/** Amazon Linux 2 brought arm64 to every runtime but this one. */
const X86_ON_AMAZON_LINUX_2: ReadonlySet<string> = new Set(["nodejs10.x"]);

/** Every managed runtime that an identifier names; inside a family oldest first. */
export const RUNTIMES: readonly Runtime[] = (Object.entries(ROWS) as [RuntimeFamily, readonly Row[]][]).flatMap(([family, rows]) =>
  rows.map((row) => read(family, row)),
);

const BY_ID: ReadonlyMap<string, Runtime> = new Map(RUNTIMES.map((each) => [each.id, each]));

function read(family: RuntimeFamily, [id, os, deprecated, createBlocked, updateBlocked]: Row): Runtime {
  return {
    id,
    family,
    os: os === "1" ? "Amazon Linux" : `Amazon Linux ${os}`,
    architectures: os === "1" || X86_ON_AMAZON_LINUX_2.has(id) ? ["x86_64"] : ["x86_64", "arm64"],
    deprecated,
    createBlocked,
    updateBlocked,
    preview: PREVIEWS.has(id),
  };
}
