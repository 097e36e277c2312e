import { DELETION_DEFAULT } from "../../knowledge/cloudformation.ts";
import { POINT_IN_TIME_RECOVERY } from "../../knowledge/dynamodb.ts";
import type { Edit } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown } from "../../model/value.ts";
import { recoveryOf, replicasOf } from "../../model/words/replicas.ts";
import { isBackedUpElsewhere, isForDevelopment, isPassing, isWritten } from "../../model/words/stores.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "table-without-point-in-time-recovery",
  summary: "Table that is written to cannot be restored to an earlier moment",
  pillars: ["reliability"],
  tradeoffs: {
    "cost-optimization": "Recovery is billed by the size of the table.",
    sustainability: "More is stored.",
  },
  practices: ["REL09-BP01@2024-06-27", "REL09-BP03@2024-06-27"],
  default: "on",
  severity: "information",
  confidence: "high",
  why: `DynamoDB keeps several copies of each item, and a wrong write reaches all of them. With point-in-time recovery a table can be restored as it was at any
second of the last 1 to 35 days; without it, a bad deployment that overwrites items is final. It is off unless it is switched on.`,
  ask: "How much would it cost to lose a day of writes, or to enter them again?",
  whoseJob: "AWS keeps items safe from broken disks; keeping them safe from your own writes is yours.",
  references: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html"],
  on: "table",
  *check(table, { graph, iam, profile }) {
    const recovers = recoveryOf(table);
    const expires = table.has("timeToLiveAttribute");
    const name = table.text("tableName");
    const deletion = table.text("deletionPolicy");
    if (!recovers.known) return recovers;
    if (!expires.known) return expires;
    // Who writes that the data may go with the stack has decided about it.
    const mayGo = deletion.known && deletion.value === DELETION_DEFAULT.most.value;
    if (recovers.value || expires.value || mayGo || isForDevelopment(table, profile) || isPassing(table, name.known ? name.value : undefined)) return;
    if (!iam) return unknown("the table of IAM actions was not read");
    if (!isWritten(graph, table, iam)) return;
    const elsewhere = isBackedUpElsewhere(graph, table);
    if (!elsewhere.known) return elsewhere;
    if (elsewhere.value) return;
    yield {
      at: recovers,
      text: "No point-in-time recovery: a wrong write to {table} is final.",
      many: "No point-in-time recovery: a wrong write to {names} is final.",
      values: { table, days: POINT_IN_TIME_RECOVERY.longest.value },
      cause: "recovery",
      fixes: [
        {
          title: "Let {table} be restored to any second of the last {days} days",
          many: "Let all {count} tables be restored to any second of the last {days} days",
          safety: "review",
          edits: editsOf(table),
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Orders⟧:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST

  Create:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref Orders
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true

  Create:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref Orders
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: ⟦false⟧

  CreateRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: write
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "dynamodb:PutItem", Resource: !GetAtt Orders.Arn }
`,
      good: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true

  CreateRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: write
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "dynamodb:PutItem", Resource: !GetAtt Orders.Arn }
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Orders⟧:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas:
        - Region: eu-west-1
        - Region: eu-central-1
          DeletionProtectionEnabled: true

  CreateRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: write
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "dynamodb:PutItem", Resource: !GetAtt Orders.Arn }
`,
      good: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas:
        - Region: eu-west-1
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true
        - Region: eu-central-1
          DeletionProtectionEnabled: true
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true

  CreateRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: write
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "dynamodb:PutItem", Resource: !GetAtt Orders.Arn }
`,
    },
  ],
});

/** A global table is switched on in each of its Regions. */
function editsOf(table: Resource<"table">): readonly Edit[] {
  const replicas = replicasOf(table);
  if (!replicas.known || !replicas.value) return [{ set: table, property: "pointInTimeRecovery", to: true }];
  return replicas.value.map(({ recovery }): Edit => ({ replace: recovery, by: true }));
}
