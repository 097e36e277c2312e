"""Makes a small picture of every uploaded one, for the preview of the mug."""

import io
import os
from urllib.parse import unquote_plus

import boto3
from PIL import Image

SIZE = (320, 320)

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        original = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        s3.put_object(
            Bucket=os.environ["THUMBNAILS_BUCKET"],
            Key=f"{key}.jpg",
            Body=shrink(original),
            ContentType="image/jpeg",
        )


def shrink(original):
    image = Image.open(io.BytesIO(original)).convert("RGB")
    image.thumbnail(SIZE)
    small = io.BytesIO()
    image.save(small, "JPEG")
    return small.getvalue()
