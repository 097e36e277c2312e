"""Writes what was sold yesterday into a file for the accountants."""

import csv
import io
import os
from datetime import date, timedelta

import boto3
from boto3.dynamodb.conditions import Attr

orders = boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])
s3 = boto3.client("s3")


def handler(event, context):
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    report = io.StringIO()
    rows = csv.writer(report)
    rows.writerow(["id", "customer", "total"])
    for order in sold_on(yesterday):
        rows.writerow([order["id"], order["customer"], total(order)])
    s3.put_object(Bucket=os.environ["REPORTS_BUCKET"], Key=f"sold/{yesterday}.csv", Body=report.getvalue())


def sold_on(day):
    page = {"FilterExpression": Attr("created").begins_with(day)}
    while True:
        answer = orders.scan(**page)
        yield from answer["Items"]
        if "LastEvaluatedKey" not in answer:
            return
        page["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


def total(order):
    return sum(line["quantity"] * line["price"] for line in order["lines"])
