import { deepStrictEqual } from "node:assert";
import {
  entropy,
  looksLikePlaceholder,
  looksLikeSecretValue,
  looksPublic,
  namesSomething,
  secretForm,
  secretName,
} from "../../../server/src/knowledge/secrets.ts";

/** Credentials that nobody ever issued, put together here so that no scanner takes this file for a leak. */
const made = (prefix: string, rest: string): string => prefix + rest;

describe("secrets by their form", () => {
  check((text) => secretForm(text)?.what, {
    "an AWS access key id": [made("AK", "IAQYLPMN5HFIQR7XYZ"), made("AS", "IAQYLPMN5HFIQR7XYZ")],
    "a private key": [made("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE"), made("-----BEGIN ", "PRIVATE KEY-----")],
    "a GitHub token": [made("gh", "p_16C7e42F292c6912E7710c838347Ae178B4a")],
    "a Stripe secret key": [made("sk_", "live_51H8tQzRkLmNpVw3")],
    "a Slack token": [made("xox", "b-2345678901-QwErTyUiOp")],
    "a Google API key": [made("AIza", "SyD4tR7uYw2qLkPmN8vBcXzAsDfGhJkLqWe")],
    "a URL with a password in it": [made("postgres://orders:", "hTr6Fq2x@db.internal:5432/orders"), made("redis://:", "hTr6Fq2x@cache.internal:6379")],
    undefined: [
      made("AKIA", "IOSFODNN7EXAMPLE"),
      made("sk_", "test_51H8tQzRkLmNpVw3"),
      made("pk_", "live_51H8tQzRkLmNpVw3"),
      made("gh", "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
      "postgres://user:password@db.internal/orders",
      "postgres://orders:${Password}@db.internal/orders",
      "postgres://orders:pw1234@localhost:5432/orders",
      "-----BEGIN PUBLIC KEY-----",
      "https://example.com/a:b@c",
      "arn:aws:iam::123456789012:role/orders",
      "",
    ],
  });
});

describe("secrets by their name", () => {
  check(secretName, {
    true: "DB_PASSWORD dbPassword API_KEY apiKey TOKEN GITHUB_TOKEN JWT_SECRET clientSecret client-secret AWS_SECRET_ACCESS_KEY PASSWORD APP_SECRET_KEY privateKey".split(
      " ",
    ),
    false: `SECRET_NAME SECRET_ARN PASSWORD_PATH ACCESS_KEY_ID TOKEN_TABLE TOKEN_ISSUER MAX_TOKENS PUBLIC_KEY TABLE_NAME PARTITION_KEY API_KEY_SECRET_NAME
      SecretsManagerSecretId TokenValidityUnits RefreshTokenValidity KMS_KEY S3_KEY ORDERS_QUEUE_URL compass monkey tokenizer`.split(/\s+/),
  });
});

describe("names of something", () => {
  check(namesSomething, { true: ["SECRET_NAME", "roleArn", "DB_HOST", "param-path"], false: ["PASSWORD", "TOKEN"] });
});

describe("placeholders", () => {
  check(looksLikePlaceholder, {
    true: [
      "changeme",
      "CHANGE-ME",
      "<token>",
      "xxxxxxxx",
      "aaaaaaaa",
      "TODO",
      "your-api-key-here",
      "{{resolve:ssm:/db}}",
      "${Password}",
      "dummy",
      "",
      "password",
    ],
    false: ["hunter2!", "Passw0rd!", "b7e23ec29af22b0b4e41da31e868d572"],
  });
});

describe("values under a secret's name", () => {
  check(looksLikeSecretValue, {
    true: ["hunter2!", "P@ssw0rd", "s3cr3tV4lue", "b7e23ec29af22b0b4e41da31e868d572", "qWmTzRkLpVbNxHsGdFjCyAeUoIqWsXzR"],
    false: [
      "short1!",
      "my secret value",
      "orders-secret",
      "taskToken",
      "/app/db/password",
      "experian/keystore-password",
      "$context.authorizer.token",
      "hash_password(password)",
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
      "89650062-091c-465d-b1db-98ba23a72fc2",
      "us-east-1_AbCdEf123",
      "alias/aws/s3",
      "changeme123",
      "aaaaaaaaaaaa",
    ],
  });
});

describe("public values", () => {
  check(looksPublic, {
    true: [made("pk_", "live_51H8tQz"), "https://example.com/login", "orders@example.com", "12345678", "./keys/public.pem"],
    false: ["hunter2!", "b7e23ec29af22b0b"],
  });
});

describe("entropy", () => {
  it("grows from one character over words to chance", () => {
    const bits = ["aaaaaaaa", "password", "hunter2!", "qWmTzRkLpVbNxHsG"].map(entropy);
    deepStrictEqual(
      bits,
      [...bits].sort((a, b) => a - b),
    );
    deepStrictEqual([entropy(""), entropy("aaaa"), entropy("ab"), entropy("abcd")], [0, 0, 1, 2]);
  });
});

/** One test for each answer, naming the texts that get another. */
function check(answer: (text: string) => string | boolean | undefined, expected: Readonly<Record<string, readonly string[]>>): void {
  for (const [wanted, texts] of Object.entries(expected)) {
    it(`${wanted}: ${texts.length} texts`, () => {
      const others = texts.filter((text) => String(answer(text)) !== wanted).map((text) => `${text} → ${answer(text)}`);
      deepStrictEqual(others, []);
    });
  }
}
