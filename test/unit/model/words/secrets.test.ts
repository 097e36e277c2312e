import { strictEqual } from "node:assert";
import { deployedSecrets } from "../../../../server/src/model/words/deployed-secrets.ts";
import { isFreeText, secretsIn } from "../../../../server/src/model/words/secrets.ts";
import { graphOf } from "../../templates.ts";

/** Put together here, so that no scanner of this repository takes them for real. */
const STRIPE = `sk_live_${"4eC39HqLyjWDarjtT1zdp7dc"}`;
const AWS = `AKIA${"J7QZ4TNXK2LMWV3P"}`;

describe("secrets that stand in a template", () => {
  const check = (variable: string, expected: string) => {
    const [fn] = graphOf(`Resources:
  Worker: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { ${variable} } } } }
`).all("function");
    strictEqual(fn && [...secretsIn(fn)].map(({ what, key }) => `${key}: ${what ?? "likely"}`).join(", "), expected);
  };
  it("show by their form, whatever they are called", () => check(`X: ${STRIPE}`, "X: a Stripe secret key"));
  it("also inside a longer text", () => check(`SCRIPT: "export KEY=${AWS} && run"`, "SCRIPT: an AWS access key id"));
  it("also in a URL of which the host is known at deployment only", () =>
    check(`X: !Sub "postgres://shop:hU7kq2Lm@\${Host}/orders"`, "X: a URL with a password in it"));
  it("not where the password is filled in at deployment", () => check(`X: !Sub "postgres://shop:\${Password}@db.internal/orders"`, ""));
  it("show by name and randomness", () => check("DB_PASSWORD: k7Tz9vQ2mX", "DB_PASSWORD: likely"));
  it("also in JSON", () => check(`X: '{"password":"k7Tz9vQ2mX"}'`, "X: likely"));
  it("not by the name of JSON that holds none", () => check(`CLIENT_SECRET: '{"username":"k7Tz9vQ2mX"}'`, ""));
  for (const [name, text] of [
    ["a placeholder", "DB_PASSWORD: changeme"],
    ["a key of the documentation", "AWS_KEY: AKIAIOSFODNN7EXAMPLE"],
    ["a path", "DB_PASSWORD: /app/db/password"],
    ["a name", "DB_PASSWORD: orders-database-password"],
    ["an id", "TOKEN_ID: k7Tz9vQ2mX"],
    ["a reference", "DB_PASSWORD: !Ref Password"],
    ["a dynamic reference", "DB_PASSWORD: '{{resolve:secretsmanager:db:SecretString:password}}'"],
  ] as const)
    it(`${name} is none`, () => check(text, ""));
});

describe("secrets that deployment writes into variables", () => {
  const check = (variable: string, expected: string) => {
    const graph = graphOf(`Parameters:
  Token: { Type: String, NoEcho: true }
  Plain: { Type: String }
Conditions: { Live: !Equals [!Ref Plain, live] }
Resources:
  Worker: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { ${variable} } } } }
`);
    const [fn] = graph.all("function");
    strictEqual(
      fn &&
        deployedSecrets(graph, fn)
          .map(({ from }) => `${from.is} ${from.id}`)
          .join(", "),
      expected,
    );
  };
  it("come from parameters without echo", () => check("TOKEN: !Ref Token", "parameter Token"));
  it("not from others", () => check("TOKEN: !Ref Plain", ""));
  it("come from a secret, by name or by ARN", () => {
    check("X: '{{resolve:secretsmanager:prod/db:SecretString:password}}'", "secret prod/db");
    const arn = `arn:aws:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:db`;
    check(`X: !Sub '{{resolve:secretsmanager:${arn}:SecretString:password}}'`, `secret ${arn}`);
  });
  it("not the user beside a password", () => check("X: '{{resolve:secretsmanager:prod/db:SecretString:username}}'", ""));
  it("come from a parameter of Parameter Store that is called one", () => {
    check("X: '{{resolve:ssm:/app/db/password:1}}'", "configurationParameter /app/db/password:1");
    check("X: '{{resolve:ssm:/app/db/table:1}}'", "");
  });
  it("not where a condition may choose something else", () => check("TOKEN: !If [Live, !Ref Token, none]", ""));
  it("not where only an extension reads them", () => check("DD_API_KEY: !Ref Token", ""));
});

describe("parameters that take any text", () => {
  const check = (parameter: string, expected: boolean, name = "Password") => {
    const found = graphOf(`Parameters:\n  ${name}: ${parameter}\nResources:\n  Q: { Type: AWS::SQS::Queue }\n`).resource(name);
    strictEqual(found?.is("parameter") && isFreeText(found), expected);
  };
  it("are of type String", () => check("{ Type: String }", true));
  it("do not come from Parameter Store", () => check("{ Type: 'AWS::SSM::Parameter::Value<String>' }", false));
  it("are no choice", () => check("{ Type: String, AllowedValues: [a, b] }", false));
  it("are no name of something", () => check("{ Type: String, Description: Name of the secret }", false));
  it("are no ARN", () => check("{ Type: String }", false, "PasswordArn"));
});
