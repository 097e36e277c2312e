/** The six pillars of the AWS Well-Architected Framework, by the names that rules and settings use. */
export type PillarId = "operational-excellence" | "security" | "reliability" | "performance-efficiency" | "cost-optimization" | "sustainability";

export interface Pillar {
  readonly id: PillarId;
  readonly name: string;
  /** One word, for places where all six stand side by side. */
  readonly short: string;
  /** One sentence: what the pillar asks of a system. */
  readonly summary: string;
  /** The design principles of the pillar, in our own words. */
  readonly principles: readonly string[];
  readonly questions: PillarQuestions;
  /** The pillar's own guide at AWS. */
  readonly url: string;
}

export interface PillarQuestions {
  /** Questions that templates and handler code answer. */
  readonly templates: readonly string[];
  /** Questions that only people can answer; a review asks one of them in rotation. */
  readonly people: readonly string[];
}

const guide = (name: string): string => `https://docs.aws.amazon.com/wellarchitected/latest/${name}/welcome.html`;

/**
 * Names, order and principles follow the pillar pages of the framework (edition of 2024-06-27, looked up on 2026-11-24); the words are our own.
 * The order is the framework's and every list of pillars keeps it.
 */
export const PILLARS: readonly Pillar[] = [
  {
    id: "operational-excellence",
    name: "Operational excellence",
    short: "Operations",
    summary: "Run and watch the system so that it delivers what it is for, and improve how that is done with every release and incident.",
    principles: [
      "Organise teams around business outcomes.",
      "Make the system observable, so that decisions rest on what it really does.",
      "Automate where it is safe: operations are code too.",
      "Change often, in small steps that can be taken back.",
      "Refine procedures as the system evolves.",
      "Expect failure, and practise it before it comes.",
      "Learn from every operational event and measure.",
      "Use managed services to take operational load off people.",
    ],
    questions: {
      templates: [
        "Does every function log structured lines with a level, a request id and a retention?",
        "Does each entry point and each queue have an alarm on errors, throttles, age or dead letters?",
        "Are deployments gradual (alias, canary, alarms that roll back)?",
        "Are stages separated by parameters, and is nothing named or addressed by hand?",
        "Are runtimes, SDKs and layers inside their support dates?",
        "Is everything tagged with an owner?",
      ],
      people: [
        "Who is called at night, and does the runbook for the three likeliest failures exist?",
        "When was the last rollback practised, and how long did it take?",
        "Which alarm woke somebody without need in the last month?",
        "What did the last incident change in this repository?",
        "Which dashboard shows whether customers succeed (not whether servers run)?",
      ],
    },
    url: guide("operational-excellence-pillar"),
  },
  {
    id: "security",
    name: "Security",
    short: "Security",
    summary: "Protect data, systems and assets: every connection is checked, every identity holds only what it needs.",
    principles: [
      "Build on strong identity: least privilege, separate duties, no long-lived credentials.",
      "Keep actions and changes traceable.",
      "Defend at every layer, not only at the edge.",
      "Automate security, in version control like everything else.",
      "Protect data on the wire and at rest, by its sensitivity.",
      "Keep people away from data.",
      "Be ready for incidents: detect, investigate, recover.",
    ],
    questions: {
      templates: [
        "Which routes are reachable without authentication, and is each one marked as intended?",
        "Does each function have its own role, and what is granted but never used by the code?",
        "Where do secrets sit (environment, code, store), and who can read them?",
        "Is every entry validated and throttled before it costs money (denial of service and of wallet)?",
        "Are data stores, queues and logs encrypted, and with whose key?",
        "Which resource policies admit other accounts or services without a source condition?",
      ],
      people: [
        "What is the most sensitive data here, and where may it appear (logs, dead letters, traces)?",
        "Who reviewed the threat model, when, and what changed since?",
        "How long may a revoked permission still work?",
        "How are third-party packages chosen, watched and removed?",
        "Who can deploy to production, and who can see its data?",
      ],
    },
    url: guide("security-pillar"),
  },
  {
    id: "reliability",
    name: "Reliability",
    short: "Reliability",
    summary: "Do the intended work correctly when it is expected, and come back from failure without losing any of it.",
    principles: [
      "Recover from failure by itself.",
      "Test that recovery works.",
      "Scale out, so that one failure hits a small part.",
      "Stop guessing capacity.",
      "Let automation make the changes.",
    ],
    questions: {
      templates: [
        "Does every asynchronous path end in a dead-letter queue or destination that somebody reads?",
        "Do timeouts shrink from caller to callee, and does the visibility timeout cover the consumer?",
        "Are handlers of at-least-once sources idempotent, and do batches report single failures?",
        "Do workflow tasks retry with backoff and jitter, and catch?",
        "Which stateful resources lack a deletion policy or a recovery point?",
        "Can anything call itself (recursion through bucket, queue, bus or table)?",
      ],
      people: [
        "What recovery time and recovery point are promised, per data set?",
        "When was a restore last tried, with whose data, and how long did it take?",
        "What happens to users if one dependency is slow for an hour?",
        "Which quotas are within a factor of two of the expected peak?",
        "Which failure was injected on purpose since the last review?",
      ],
    },
    url: guide("reliability-pillar"),
  },
  {
    id: "performance-efficiency",
    name: "Performance efficiency",
    short: "Performance",
    summary: "Meet the required speed with well-chosen resources, and keep doing so as demand and technology change.",
    principles: [
      "Take advanced technology as a service instead of running it.",
      "Be where the users are, in minutes.",
      "Prefer serverless architectures.",
      "Experiment more often: comparing is cheap.",
      "Know how the technology works, and choose what fits the use.",
    ],
    questions: {
      templates: [
        "Are clients, connections and secrets made once per environment?",
        "Is memory stated, and is there a measurement record for it?",
        "Do request paths avoid scans, one-by-one reads, waits and nested synchronous calls?",
        "What is loaded at start, and how big is the package?",
        "Are batch sizes, windows and filters chosen or just default?",
      ],
      people: [
        "What latency is required, at which percentile, for which user action?",
        "When was the last load test, at which rate, and what broke first?",
        "When was memory last tuned, and with production-like events?",
        "Which cold start has a user actually noticed?",
        "Which part could answer later, or not at all, without anybody minding?",
      ],
    },
    url: guide("performance-efficiency-pillar"),
  },
  {
    id: "cost-optimization",
    name: "Cost optimization",
    short: "Cost",
    summary: "Deliver the business value at the lowest price, and know what each part of the bill pays for.",
    principles: [
      "Give cost its own practice, owners and time.",
      "Pay for what is consumed, and switch off the rest.",
      "Measure output against cost.",
      "Let the provider do the heavy lifting that sets nobody apart.",
      "Attribute spending to whoever causes it.",
    ],
    questions: {
      templates: [
        "Is there a budget with an alert and anomaly detection for this workload?",
        "What bills by the hour while idle, and in which stages?",
        "What grows without an end (logs, versions, items, images, backups)?",
        "Which functions run for nothing (filters, polling, schedules, retries)?",
        "What bounds the bill if traffic is a hundred times higher tomorrow?",
        "Do tags attribute every resource to a team and product?",
      ],
      people: [
        "What does one order, user or report cost, and what may it cost?",
        "Who reads the bill, how often, and what did they change last time?",
        "Which resource would nobody miss?",
        "Is any load steady enough for a savings plan or provisioned capacity?",
        "What is the agreed loss when a limit stops the service to protect the budget?",
      ],
    },
    url: guide("cost-optimization-pillar"),
  },
  {
    id: "sustainability",
    name: "Sustainability",
    short: "Sustainability",
    summary: "Do the work with the least energy and hardware: reach the required level, not more.",
    principles: [
      "Understand the impact: resources used per unit of work.",
      "Set goals and plan growth against them.",
      "Use what is provisioned to the full; idle is waste.",
      "Adopt more efficient hardware and software as it appears.",
      "Share infrastructure through managed services.",
      "Reduce what the system asks of the devices of its users.",
    ],
    questions: {
      templates: [
        "Which functions and tasks are on x86 without a known reason?",
        "What stays on while nothing happens (provisioned concurrency, clusters, polling)?",
        "Is data moved, copied or logged more than once?",
        "Do data sets have an end date and a storage class that fits their use?",
        'Which "peak" settings have no stated need?',
        "Are development stages switched off or scaled to zero?",
      ],
      people: [
        "What service level is really needed, and could it be lower at night or for batch work?",
        "Why this Region, and would another one with a cleaner grid do?",
        "Which features or reports are no longer used?",
        "What is the unit of work, and how many resources does one unit take, compared with last quarter?",
        "Which jobs could run when and where energy is clean or spare?",
      ],
    },
    url: guide("sustainability-pillar"),
  },
];

const BY_ID: ReadonlyMap<string, Pillar> = new Map(PILLARS.map((pillar) => [pillar.id, pillar]));

/** The pillar of an id. @throws RangeError for an id outside `PillarId`, which only a bug can bring here. */
export function pillar(id: PillarId): Pillar {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`There is no pillar "${id}".`);
  return found;
}

export const isPillarId = (text: string): text is PillarId => BY_ID.has(text);
