/**
 * To which service a role is passed when an action is called: action → service principal. That each call takes a role stands in its API reference; the
 * principals are those that AWS's managed policies allow in `iam:PassedToService`, for Textract, Rekognition and Transcribe those of the trust policies in
 * their guides. Looked up on 2026-11-24. Calls that take roles of several services (`RunJobFlow` of EMR) are left out: one of them alone would break the call.
 */
const RECEIVERS: Readonly<Record<string, string>> = {
  "ecs:runtask": "ecs-tasks.amazonaws.com",
  "ecs:starttask": "ecs-tasks.amazonaws.com",
  "ecs:registertaskdefinition": "ecs-tasks.amazonaws.com",
  "scheduler:createschedule": "scheduler.amazonaws.com",
  "scheduler:updateschedule": "scheduler.amazonaws.com",
  "states:createstatemachine": "states.amazonaws.com",
  "states:updatestatemachine": "states.amazonaws.com",
  "lambda:createfunction": "lambda.amazonaws.com",
  "lambda:updatefunctionconfiguration": "lambda.amazonaws.com",
  "ec2:runinstances": "ec2.amazonaws.com",
  "cloudformation:createstack": "cloudformation.amazonaws.com",
  "cloudformation:createchangeset": "cloudformation.amazonaws.com",
  "glue:createjob": "glue.amazonaws.com",
  "glue:createcrawler": "glue.amazonaws.com",
  "sagemaker:createtrainingjob": "sagemaker.amazonaws.com",
  "sagemaker:createmodel": "sagemaker.amazonaws.com",
  "sagemaker:createprocessingjob": "sagemaker.amazonaws.com",
  "mediaconvert:createjob": "mediaconvert.amazonaws.com",
  "transcribe:starttranscriptionjob": "transcribe.amazonaws.com",
  "textract:startdocumenttextdetection": "textract.amazonaws.com",
  "textract:startdocumentanalysis": "textract.amazonaws.com",
  "rekognition:startfacedetection": "rekognition.amazonaws.com",
  "rekognition:startlabeldetection": "rekognition.amazonaws.com",
  "pipes:createpipe": "pipes.amazonaws.com",
  "events:puttargets": "events.amazonaws.com",
  "iot:createtopicrule": "iot.amazonaws.com",
};

/** The service that an action such as `ecs:RunTask` hands a role to; `undefined` for actions that pass none or of which we don't know it. */
export const roleReceiver = (action: string): string | undefined => RECEIVERS[action.toLowerCase()];
