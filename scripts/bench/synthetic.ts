/** Made-up templates of any size, so that limits can be tried without a collection of real ones. */

/** A SAM template of so many functions, each with a queue, its dead letters, a role and two events: about 700 bytes a function. */
export function syntheticTemplate(functions: number): string {
  const parts = [
    "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nParameters:\n  Stage: { Type: String, Default: dev }\nGlobals:\n  Function:\n    Runtime: nodejs22.x\n    MemorySize: 512\nResources:\n",
  ];
  for (let index = 0; index < functions; index += 1) {
    if (index % 50 === 0) parts.push(table(index / 50));
    parts.push(unit(index));
  }
  return parts.join("");
}

const table = (index: number): string => `  Table${index}:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
      KeySchema: [{ AttributeName: pk, KeyType: HASH }]
`;

/** Some of each hundred forget something, as real ones do. */
function unit(index: number): string {
  return `  # Work of unit ${index}.
  Function${index}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/unit${index}/
      Handler: app.handler
${index % 5 === 0 ? "" : "      Timeout: 30\n"}      Environment: { Variables: { TABLE_NAME: !Ref Table${Math.floor(index / 50)}, STAGE: !Ref Stage } }
      Policies:
        - Statement:
            - { Effect: Allow, Action: [${index % 12 === 0 ? "'dynamodb:*'" : "dynamodb:GetItem"}], Resource: !GetAtt Table${Math.floor(index / 50)}.Arn }
      Events:
        Work:
          Type: SQS
          Properties: { Queue: !GetAtt Queue${index}.Arn, BatchSize: 10 }
  Queue${index}:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ${index % 4 === 0 ? 10 : 180}
${index % 4 === 1 ? "" : `      RedrivePolicy: { deadLetterTargetArn: !GetAtt DeadLetters${index}.Arn, maxReceiveCount: 3 }\n`}  DeadLetters${index}:
    Type: AWS::SQS::Queue
`;
}
