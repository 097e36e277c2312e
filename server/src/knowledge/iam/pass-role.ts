/**
 * To which service a role is passed when an action is called: action → service principal. From "Granting a user permissions to pass a role to an AWS
 * service" (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html) and the dependent actions of AWS's Service Authorization Reference,
 * looked up on 2026-11-24.
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
  "elasticmapreduce:runjobflow": "elasticmapreduce.amazonaws.com",
};

/** The service that an action such as `ecs:RunTask` hands a role to; `undefined` for actions that pass none or of which we don't know it. */
export const roleReceiver = (action: string): string | undefined => RECEIVERS[action.toLowerCase()];
