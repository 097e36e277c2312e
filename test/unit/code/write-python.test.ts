import { writes } from "./writes.ts";

describe("throw again in Python", () => {
  writes("python", (place) => ({ verb: "throw again", catch: place }), {
    "at the end of the block": [
      "try:\n    a()\n⟦except Exception as e:⟧\n    log(e)  # Why.\nb()\n",
      "try:\n    a()\nexcept Exception as e:\n    log(e)  # Why.\n    raise\nb()\n",
    ],
    "behind what is nested": ["try:\n\ta()\n⟦except:⟧\n\tif b:\n\t\tlog()\n", "try:\n\ta()\nexcept:\n\tif b:\n\t\tlog()\n\traise\n"],
    "in place of `pass`": ["try:\n    a()\n⟦except ValueError:⟧\n    pass  # Nothing.\n", "try:\n    a()\nexcept ValueError:\n    raise  # Nothing.\n"],
    "in place of `pass` on the line": ["try:\n    a()\n⟦except ValueError:⟧ pass\n", "try:\n    a()\nexcept ValueError: raise\n"],
    "with line ends of Windows": ["try:\r\n  a()\r\n⟦except E:⟧\r\n  log()\r\n", "try:\r\n  a()\r\nexcept E:\r\n  log()\r\n  raise\r\n"],
    "at the end of a text without a line end": ["try:\n    a()\n⟦except E:⟧\n    log()", "try:\n    a()\nexcept E:\n    log()\n    raise"],
    "not behind a return": ["def f():\n    try:\n        a()\n    ⟦except E:⟧\n        return 1\n", { cannot: "the block ends already" }],
    "not behind a raise": ["try:\n    a()\n⟦except E:⟧\n    raise\n", { cannot: "the block ends already" }],
  });
});

describe("throw instead of returning in Python", () => {
  writes("python", (place) => ({ verb: "throw instead of returning", return: place }), {
    "what was caught": [
      'def f():\n    try:\n        a()\n    except Exception as e:\n        log(e)\n        ⟦return {"statusCode": 500}⟧\n',
      "def f():\n    try:\n        a()\n    except Exception as e:\n        log(e)\n        raise\n",
    ],
    "not behind it": ["def f():\n    try:\n        a()\n    except E:\n        b()\n    ⟦return 1⟧\n", { cannot: "it does not stand in an except" }],
  });
});

describe("limit time in Python", () => {
  writes("python", (call) => ({ verb: "limit time", call, seconds: 5 }), {
    requests: ["⟦requests.get(url)⟧\n", "requests.get(url, timeout=5)\n"],
    "requests with arguments on lines": [
      "⟦requests.post(\n    url,\n    json=data,  # Data.\n)⟧\n",
      "requests.post(\n    url,\n    json=data,  # Data.\n    timeout=5,\n)\n",
    ],
    urlopen: ["⟦urllib.request.urlopen(req)⟧\n", "urllib.request.urlopen(req, timeout=5)\n"],
    "a connection": ["⟦http.client.HTTPSConnection('a')⟧\n", "http.client.HTTPSConnection('a', timeout=5)\n"],
    "not a second time": ["⟦requests.get(url, timeout=t)⟧\n", { cannot: "it gives up already" }],
    "not beside arguments that are not written out": ["⟦requests.get(url, **options)⟧\n", { cannot: "its arguments are not written out" }],
    "not where it is the third argument": ["⟦urllib.request.urlopen(a, b, 3)⟧\n", { cannot: "it gives up already" }],
  });
});

describe("set parameter in Python", () => {
  writes("python", (call) => ({ verb: "set parameter", call, name: "InvocationType", to: "Event" }), {
    "as a keyword": ["⟦c.invoke(FunctionName='f')⟧\n", "c.invoke(FunctionName='f', InvocationType='Event')\n"],
    "as the only one": ["⟦c.invoke()⟧\n", 'c.invoke(InvocationType="Event")\n'],
    "in the place of another value": ['⟦c.invoke(InvocationType="RequestResponse", A=1)⟧\n', 'c.invoke(InvocationType="Event", A=1)\n'],
    "not a second time": ['⟦c.invoke(InvocationType="Event")⟧\n', { cannot: "InvocationType is set already" }],
    "not where it is computed": ["⟦c.invoke(InvocationType=kind)⟧\n", { cannot: "InvocationType is computed" }],
  });
  writes("python", (call) => ({ verb: "set parameter", call, name: "ConsistentRead", to: true }), {
    "of yes and no": ["⟦t.get_item(Key=k)⟧\n", "t.get_item(Key=k, ConsistentRead=True)\n"],
  });
});

describe("hoist in Python", () => {
  writes("python", (call) => ({ verb: "hoist", call }), {
    "above the handler": [
      'import boto3\n\n\ndef handler(event, context):\n    s3 = ⟦boto3.client("s3")⟧\n    return s3.list_buckets()\n',
      'import boto3\n\ns3 = boto3.client("s3")\n\n\ndef handler(event, context):\n    return s3.list_buckets()\n',
    ],
    "with its comment, above decorators": [
      'import boto3\n\n@tracer\ndef handler(event, context):\n    """Lists."""\n    # The bucket.\n    s3 = ⟦boto3.resource("s3")⟧.Bucket(\n        NAME\n    )\n\n    return s3\n',
      'import boto3\n\n# The bucket.\ns3 = boto3.resource("s3").Bucket(\n    NAME\n)\n\n@tracer\ndef handler(event, context):\n    """Lists."""\n\n    return s3\n',
    ],
    "not what a condition decides about": [
      'def handler(event, context):\n    if local:\n        s3 = ⟦boto3.client("s3")⟧\n        log()\n    return s3\n',
      { cannot: "a condition decides about it" },
    ],
    "not what depends on the event": [
      'def handler(event, context):\n    s3 = ⟦boto3.client("s3", region_name=event["r"])⟧\n    return s3\n',
      { cannot: "it depends on the function" },
    ],
    "not where the function imports what it needs": [
      'def handler(event, context):\n    import boto3\n    s3 = ⟦boto3.client("s3")⟧\n    return s3\n',
      { cannot: "it depends on the function" },
    ],
    "not a field of an object": [
      'class A:\n    def f(self):\n        self.s3 = ⟦boto3.client("s3")⟧\n        return 1\n',
      { cannot: "what it makes is not kept in a variable of a function" },
    ],
    "not all that a block does": ['def handler(event, context):\n    s3 = ⟦boto3.client("s3")⟧\n', { cannot: "nothing would be left of the function" }],
    "not where it is global": [
      's3 = None\ndef handler(event, context):\n    global s3\n    s3 = ⟦boto3.client("s3")⟧\n    return s3\n',
      { cannot: "the module has a s3 already" },
    ],
    "not above what it needs": [
      'def handler(event, context):\n    s3 = ⟦boto3.client("s3", config=CONFIG)⟧\n    return s3\nCONFIG = 1\n',
      { cannot: "it needs what stands further below" },
    ],
  });
});

describe("log summary in Python", () => {
  writes("python", (call) => ({ verb: "log summary", call }), {
    "in place of the event": [
      "def handler(event, context):\n    ⟦logger.info(event)⟧\n",
      'def handler(event, context):\n    logger.info({"request_id": context.aws_request_id, "records": len(event.get("Records", []))})\n',
    ],
    "with the handler's own names and quotes": [
      "def main(evt, _ctx):\n    ⟦print('event', json.dumps(evt))⟧\n",
      "def main(evt, _ctx):\n    print({'request_id': _ctx.aws_request_id, 'records': len(evt.get('Records', []))})\n",
    ],
    "not where the event is an object": [
      "@event_source(data_class=SQSEvent)\ndef handler(event, context):\n    ⟦logger.info(event)⟧\n",
      { cannot: "its event is an object of a class" },
    ],
    "not in a function that is not the handler": ["def log(event):\n    ⟦print(event)⟧\n", { cannot: "the handler's context is not in reach" }],
  });
});
