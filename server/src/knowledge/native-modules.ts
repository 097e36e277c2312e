/**
 * Packages that matter before a function changes its architecture or its memory: those that carry compiled code, and those that take long to load.
 * Collected from the package registries' own build files and wheels, looked up on 2026-11-24. Names are the registries'.
 */

export type PackageRegistry = "npm" | "pypi";

/** Whether a package carries code that was compiled for one architecture, so that a change of architecture needs another build. */
export function isNative(registry: PackageRegistry, name: string): boolean {
  if (registry === "npm") return NATIVE_NPM.has(name) || /^@(?:napi-rs|node-rs|img|prisma|sparticuz)\/|^@(?:tensorflow\/tfjs-node|parcel\/watcher)/.test(name);
  return NATIVE_PYPI.has(normalised(name));
}

/** Whether importing a package takes memory and time enough that 128 MB slow it down. */
export function isHeavy(registry: PackageRegistry, name: string): boolean {
  if (registry === "npm") return HEAVY_NPM.has(name) || /^@(?:aws-sdk|nestjs|apollo|langchain|prisma|google-cloud|azure|tensorflow|sparticuz)\//.test(name);
  const plain = normalised(name);
  return HEAVY_PYPI.has(plain) || /^(?:google-cloud-|azure-|langchain)/.test(plain);
}

/** PyPI's names compare without case, and `-`, `_` and `.` are one. */
const normalised = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const NATIVE_NPM = words(
  `argon2 bcrypt better-sqlite3 bufferutil canvas chrome-aws-lambda cld couchbase cpu-features deasync dd-trace farmhash ffmpeg-static fibers gl grpc hummus
  ibm_db iltorb isolated-vm kerberos leveldown libpq libxmljs libxmljs2 lmdb lzma-native mongodb-client-encryption muhammara node-expat node-rdkafka
  node-sass nodegit onnxruntime-node oracledb pg-native phantomjs-prebuilt playwright prisma puppeteer re2 rocksdb sharp skia-canvas snappy sodium-native
  sqlite3 ssh2 tree-sitter unix-dgram usb utf-8-validate vega-canvas wrtc xml2-native zeromq zlib-sync @mapbox/node-sqlite3
  @confluentinc/kafka-javascript @google-cloud/profiler @datadog/native-metrics @datadog/pprof @swc/core @sentry/profiling-node`,
);

const NATIVE_PYPI = words(
  `aiohttp argon2-cffi asyncpg awscrt bcrypt blis brotli cffi clickhouse-driver confluent-kafka cryptography cx-oracle cython-runtime ddtrace duckdb
  editdistance faiss-cpu fastavro fiona frozenlist gdal gevent google-crc32c greenlet grpcio h3 h5py httptools ijson jellyfish jiter jq kiwisolver leveldb
  levenshtein lightgbm llvmlite lxml lz4 markupsafe matplotlib msgpack msgspec multidict mysqlclient netifaces numba numexpr numpy onnxruntime
  opencv-contrib-python opencv-python opencv-python-headless oracledb orjson pandas pillow pikepdf polars propcache protobuf psutil psycopg-binary psycopg-c
  psycopg2 psycopg2-binary pyarrow pycares pycryptodome pycryptodomex pydantic-core pydantic pyheif pymssql pymupdf pynacl pyodbc pyproj pysqlite3-binary
  python-snappy pyzmq rapidfuzz rasterio regex reportlab rpds-py ruamel-yaml-clib safetensors scikit-image scikit-learn scipy sentencepiece shapely
  simplejson snowflake-connector-python spacy statsmodels tensorflow tflite-runtime thinc tiktoken tokenizers torch torchvision tree-sitter ujson uvloop
  watchfiles weasyprint websockets wordcloud wrapt xgboost xmlsec xxhash yarl zstandard zopfli`,
);

const HEAVY_NPM = words(
  `aws-sdk apollo-server apollo-server-lambda aws-serverless-express canvas chrome-aws-lambda exceljs express fastify firebase-admin googleapis graphql
  ioredis jsdom knex koa langchain mongodb mongoose mysql mysql2 newrelic next nuxt openai oracledb pdfkit pdfmake pg playwright playwright-core prisma
  puppeteer puppeteer-core redis sequelize serverless-http sharp snowflake-sdk tedious typeorm xlsx @codegenie/serverless-express @hapi/hapi
  @vendia/serverless-express @elastic/elasticsearch @opensearch-project/opensearch @slack/bolt`,
);

const HEAVY_PYPI = words(
  `aioboto3 anthropic apache-airflow awswrangler boto3 botocore django elasticsearch fastapi firebase-admin flask google-api-python-client lightgbm
  mangum matplotlib mysql-connector-python mysqlclient numpy onnxruntime openai opencv-python opencv-python-headless opensearch-py pandas pillow polars
  psycopg psycopg2 psycopg2-binary pyarrow pymongo pymysql redis reportlab scikit-learn scipy selenium snowflake-connector-python spacy sqlalchemy
  starlette tensorflow tokenizers torch transformers weasyprint xgboost`,
);
