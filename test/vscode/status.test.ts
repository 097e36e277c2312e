import assert from "node:assert/strict";
import { closeAll, eventually, finding, findings, openSample, openUntitled, status, withSettings } from "./workbench.ts";

const CLEAN = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: alias/aws/sns
`;

const shows = (what: string, pattern: RegExp) => eventually(what, status, ({ text }) => pattern.test(text));

describe("the language status", () => {
  afterEach(closeAll);

  it("names the dialect and counts the findings, per pillar too", async () => {
    const { document } = await openSample();
    await finding(document, "wildcard-action");
    const counted = () => `SAM · ${findings(document).length} findings`;
    await eventually(
      "findings are counted",
      () => status().text,
      (text) => text.startsWith(counted()),
    );
    const { detail } = status();
    assert.match(detail, /Security \d+/);
    assert.match(detail, /Reliability \d+/);
  });

  it("says that there is nothing to say", async () => {
    await openUntitled(CLEAN);
    await shows("it was reviewed", /^CloudFormation · reviewed, no findings/);
  });

  it("says that a document is no template", async () => {
    await openUntitled("name: build\non: push\n");
    await shows("it is none", /^not a template$/);
  });

  it("names the line of a syntax error", async () => {
    await openUntitled(`${CLEAN}  Queue:\n    Type: AWS::SQS::Queue\n    Properties: [\n`);
    await shows("the line is named", /syntax error at line \d+, the rest is reviewed$/);
  });

  it("says that the review is switched off", async () => {
    await withSettings({ "pillarHints.enable": false }, async () => {
      await openSample();
      await shows("the setting is named", /pillarHints\.enable/);
    });
  });

  it("says that code belongs to no template", async () => {
    await openSample();
    await openUntitled("export const handler = async () => {};\n", "javascript");
    await shows("nobody points to it", /^no function of a template in this workspace points here$/);
  });
});
