import { strictEqual } from "node:assert";
import type { Resource } from "../../../../server/src/model/resource.ts";
import { closesCycle } from "../../../../server/src/model/words/cycles.ts";
import { givenTo } from "../../../../server/src/model/words/given.ts";
import { isPrivate } from "../../../../server/src/model/words/protected.ts";
import { holdingOf, purposeOf } from "../../../../server/src/model/words/roles.ts";
import { whereOf } from "../../../../server/src/model/words/scope-of-statement.ts";
import { graphOf } from "../../templates.ts";

describe("who acts with a statement", () => {
  const purpose = (principal: string) => check(role(principal), (graph, statement) => purposeOf(holdingOf(graph, statement)));
  it("a role that Lambda assumes runs", () => strictEqual(purpose("{ Service: lambda.amazonaws.com }"), "workload"));
  it("however the principal is written", () => strictEqual(purpose(`{ Service: !Sub "lambda.\${AWS::URLSuffix}" }`), "workload"));
  it("a role of CloudFormation deploys", () => strictEqual(purpose("{ Service: cloudformation.amazonaws.com }"), "deployment"));
  it("and so does one of a build service", () =>
    strictEqual(purpose("{ Federated: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com' }"), "deployment"));
  it("a role of an instance is neither", () => strictEqual(purpose("{ Service: ec2.amazonaws.com }"), "other"));
  it("what nobody here holds is unknown", () => strictEqual(purpose("{ AWS: !Ref Somebody }"), "unknown: who holds it does not show in this template"));
});

describe("what a function is given", () => {
  const given = (variables: string, more = "") => {
    const graph = graphOf(`Resources:
  Orders: { Type: AWS::DynamoDB::Table }
${more}  Worker: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: ${variables} } } }
`);
    const found = givenTo(graph, graph.all("function"), ["table"]);
    return "known" in found ? `unknown: ${found.reason}` : `${found.resources.map(({ id }) => id).join(" ")} by ${found.by}`;
  };
  const other = "  Others: { Type: AWS::DynamoDB::Table }\n";
  it("what a variable names", () => strictEqual(given("{ TABLE: !Ref Others }", other), "Others by environment"));
  it("the only one of its kind", () => strictEqual(given("{ LOG_LEVEL: INFO }"), "Orders by only"));
  it("not the only one, where a variable names another", () =>
    strictEqual(given("{ TABLE: legacy }"), "unknown: TABLE of Worker names nothing in this template"));
  it("none of several", () => strictEqual(given("{}", other), "unknown: which table Worker works on does not show in this template"));
});

describe("whether naming a resource closes a circle", () => {
  const closes = (bucket: string) => {
    const graph = graphOf(`Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads: { Type: AWS::S3::Bucket }
  Plain: { Type: AWS::S3::Bucket }
  Resize:
    Type: AWS::Serverless::Function
    Properties: { Events: { New: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: "s3:ObjectCreated:*" } } } }
`);
    const [from, to] = [graph.resource("Resize"), graph.resource(bucket)];
    return from && to && closesCycle(graph, from, to);
  };
  it("a bucket waits for the function that it notifies", () => strictEqual(closes("Uploads"), true));
  it("another bucket does not", () => strictEqual(closes("Plain"), false));
});

describe("on what a statement allows, in words", () => {
  const where = (resource: string) => check(role("{ Service: lambda.amazonaws.com }", resource), (_graph, statement) => whereOf(statement));
  it("everything", () => strictEqual(where('"*"'), "every resource"));
  it("a whole kind", () => strictEqual(where("!Sub 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*'"), "every table"));
  it("resources of the template by name", () => strictEqual(where("[!GetAtt Orders.Arn, !Sub '${Orders.Arn}/index/*']"), "Orders"));
  it("the last part of an ARN", () => strictEqual(where("!Sub 'arn:${AWS::Partition}:s3:::uploads/*'"), "uploads/*"));
});

describe("what keeps everybody out beside a statement", () => {
  const shut = (properties: string, beside = "") => {
    const graph = graphOf(`Resources:
  Uploads: { Type: AWS::S3::Bucket, Properties: ${properties} }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Uploads
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "*" }
${beside}`);
    const [statement] = graph.all("statement");
    return statement && isPrivate(graph, statement);
  };
  it("nothing", () => strictEqual(shut("{}"), false));
  it("blocked public access", () => strictEqual(shut("{ PublicAccessBlockConfiguration: { BlockPublicPolicy: true } }"), true));
  it("a website is meant for everybody", () => strictEqual(shut("{ WebsiteConfiguration: { IndexDocument: index.html } }"), true));
  it("another statement that denies all networks but one", () =>
    strictEqual(
      shut("{}", `          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: { StringNotEquals: { "aws:SourceVpce": vpce-1 } } }\n`),
      true,
    ));
});

/** A table and a role with one policy statement. */
function role(principal: string, resource = '"*"'): string {
  return `Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: ${principal}, Action: sts:AssumeRole }] }
      Policies: [{ PolicyName: one, PolicyDocument: { Statement: [{ Effect: Allow, Action: "dynamodb:*", Resource: ${resource} }] } }]
`;
}

/** What `ask` answers about the policy statement of a template's role. */
function check(text: string, ask: (graph: ReturnType<typeof graphOf>, statement: Resource<"statement">) => string | { readonly reason: string }): string {
  const graph = graphOf(text);
  const statement = graph.all("statement").find((one) => one.id.startsWith("Role/Policies"));
  const answer = statement ? ask(graph, statement) : "there is no statement";
  return typeof answer === "string" ? answer : `unknown: ${answer.reason}`;
}
