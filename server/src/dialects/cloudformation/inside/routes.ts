import type { Part } from "../../../model/part.ts";
import { routesIn } from "../../openapi/routes.ts";

const body = (owner: Part): readonly Part[] => routesIn(owner, "Properties", "Body");

/** APIs whose routes stand in an OpenAPI definition. */
export const ROUTES: Readonly<Record<string, (owner: Part) => readonly Part[]>> = { "AWS::ApiGateway::RestApi": body, "AWS::ApiGatewayV2::Api": body };
