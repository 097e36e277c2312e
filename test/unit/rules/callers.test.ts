import { check } from "./severities.ts";

const rule = "timeout-beyond-caller";
const work = (timeout: number) => `  Work: { Type: AWS::Lambda::Function, Properties: { Timeout: ${timeout} } }\n`;

describe("timeout-beyond-caller, behind a load balancer", () => {
  const balanced = (timeout: number, balancer: string) => `Resources:
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { TargetType: lambda, Targets: [{ Id: !GetAtt Work.Arn }] } }
${balancer}${work(timeout)}`;
  const BALANCER = "  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }\n";
  const waiting = (seconds: string) =>
    `  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: "${seconds}" }] } }\n`;

  it("knows how long it waits unless it says otherwise", () => {
    check(rule, balanced(120, BALANCER), ["warning"]);
    check(rule, balanced(60, BALANCER), []);
  });
  it("believes what it says", () => {
    check(rule, balanced(120, waiting("300")), []);
    check(rule, balanced(20, waiting("10")), ["warning"]);
  });
  it("is silent where the balancer stands elsewhere, or where there are several", () => {
    check(rule, balanced(120, ""), []);
    check(rule, balanced(120, BALANCER + BALANCER.replace("Balancer:", "Other:")), []);
  });
});

describe("timeout-beyond-caller, in a workflow", () => {
  const called = (task: string, more = "") => `Resources:
  Checkout:
    Type: AWS::StepFunctions::StateMachine
    Properties: { Definition: { States: { Charge: { Type: Task, ${task} } } }${more} }
${work(60)}`;

  it("compares with the state that calls it, by whichever way it is named", () => {
    check(rule, called("Resource: !GetAtt Work.Arn, TimeoutSeconds: 10"), ["warning"]);
    check(rule, called("Resource: arn:aws:states:::lambda:invoke, Parameters: { FunctionName: !Ref Work }, TimeoutSeconds: 10"), ["warning"]);
    check(rule, called(`Resource: "\${Charge}", TimeoutSeconds: 10`, ", DefinitionSubstitutions: { Charge: !GetAtt Work.Arn }"), ["warning"]);
  });
  it("finds the state inside a map, too", () =>
    check(
      rule,
      called("ItemProcessor: { States: { One: { Type: Task, Resource: !GetAtt Work.Arn, TimeoutSeconds: 10 } } }").replace(
        "Type: Task, Item",
        "Type: Map, Item",
      ),
      ["warning"],
    ));
  it("is silent where the state waits long enough, for ever, or for somebody else", () => {
    check(rule, called("Resource: !GetAtt Work.Arn, TimeoutSeconds: 60"), []);
    check(rule, called("Resource: !GetAtt Work.Arn"), []);
    check(rule, called("Resource: arn:aws:states:::lambda:invoke.waitForTaskToken, Parameters: { FunctionName: !Ref Work }, TimeoutSeconds: 10"), []);
  });
});
