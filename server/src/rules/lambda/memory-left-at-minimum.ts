import { MEMORY } from "../../knowledge/lambda.ts";
import { runtime } from "../../knowledge/runtimes.ts";
import { answersCustomResources, billedByInstance } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "memory-left-at-minimum",
  summary: "Function runs with the least memory there is, and with the least CPU",
  pillars: ["performance-efficiency", "cost-optimization"],
  tradeoffs: {
    "cost-optimization": "A function that mostly waits on the network pays for memory that it does not use.",
    sustainability: "Memory beyond what the work needs is reserved for nothing.",
  },
  practices: ["PERF02-BP04@2024-06-27", "COST06-BP02@2024-06-27"],
  default: "on",
  severity: "hint",
  confidence: "medium",
  why: `Lambda gives CPU in proportion to memory: one whole vCPU at ${MEMORY.perVirtualCpu.value.toLocaleString("en-US")} MB. The default is also the minimum, fit for functions that route events and little else.
Time is billed by memory, so twice the memory at half the time costs the same and answers sooner. The right value is measured, never guessed.`,
  ask: "Which p95 is required, and which memory meets it at the lowest measured cost? Measure with Lambda Power Tuning.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html"],
  on: "function",
  *check(fn, { graph }) {
    const memory = fn.number("memorySize");
    const identifier = fn.text("runtime");
    const instances = billedByInstance(fn);
    const inline = fn.has("inlineCode");
    if (!memory.known) return memory;
    if (!identifier.known) return identifier;
    if (!instances.known) return instances;
    if (!inline.known) return inline;
    // Compiled code on an own runtime may well do with the minimum, and inline code is small.
    const managed = identifier.value !== undefined && runtime(identifier.value)?.family !== "provided";
    if (memory.value > MEMORY.minimum.value || instances.value || inline.value || !managed) return;
    // Nobody waits for what runs while a stack is deployed.
    if (answersCustomResources(graph, fn)) return;
    yield {
      at: memory,
      cause: "template",
      text: "{fn} has {memory} MB, the minimum; CPU grows with memory.",
      many: "{names} have {memory} MB, the minimum; CPU grows with memory.",
      values: { fn, memory: memory.value },
      fixes: [
        {
          title: `Give {fn} ${MEMORY.firstTry} MB, then measure`,
          many: `Give all {count} functions ${MEMORY.firstTry} MB, then measure`,
          safety: "review",
          edits: [{ setForAll: fn, property: "memorySize", to: MEMORY.firstTry }],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.13
Resources:
  ⟦Resize⟧:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
`,
      good: `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.13
    MemorySize: ${MEMORY.firstTry}
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      MemorySize: ⟦128⟧ # the default
`,
      good: `Resources:
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      MemorySize: ${MEMORY.firstTry} # the default
`,
    },
  ],
});
