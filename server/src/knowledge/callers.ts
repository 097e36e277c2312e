import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/", "2026-11-24");

/** How long services other than API Gateway wait for a function that they call and whose answer they need. */
export const CALLER_TIMEOUT = {
  appsync: fact(30, "s", "general/latest/gr/appsync.html"),
  /** Can't be changed. */
  cognitoTrigger: fact(5, "s", "cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html"),
  /** The default idle timeout of an Application Load Balancer, an attribute of it. */
  loadBalancer: fact(60, "s", "elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"),
} as const;

/** The attribute of a load balancer that holds its idle timeout in seconds. */
export const IDLE_TIMEOUT = fact("idle_timeout.timeout_seconds", "", "elasticloadbalancing/latest/application/edit-load-balancer-attributes.html");

/**
 * Service principals that call a function and do not wait for its answer, with what is lost when it keeps failing. The page has more such services;
 * they are not here where they call by another way than a permission for their principal, or where what they lose is no event of anybody's.
 */
export const ASYNCHRONOUS_PRINCIPALS = fact<Readonly<Record<string, string>>, "">(
  {
    "s3.amazonaws.com": "the S3 event",
    "sns.amazonaws.com": "the SNS message",
    "events.amazonaws.com": "the event",
    "scheduler.amazonaws.com": "the scheduled run",
    "iot.amazonaws.com": "the IoT message",
    "ses.amazonaws.com": "the e-mail event",
    "logs.amazonaws.com": "the log events",
    "codecommit.amazonaws.com": "the CodeCommit event",
  },
  "",
  "lambda/latest/dg/lambda-services.html",
);
