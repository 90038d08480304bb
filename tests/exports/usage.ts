// What a program does with the TypeScript export. The compiler must take all of it, and refuse what it is told to.
import { errors, find, format, isErrorCode, type ErrorCode, type Retry } from "./bundled/errcat.js";
import { format as formatNasty } from "./nasty/errcat.js";

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) {
    throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
}

const fix: string | null = errors["CSBS.6019"].remediation.en;
equal(fix, "Select a target server of the same type as the source server.");
equal(errors["CSBS.6019"].code satisfies "CSBS.6019", "CSBS.6019");
equal(errors["CSBS.9009"].others[0]?.status, 400);
equal(errors["SMS.2802"].remediation.zh?.startsWith("1. "), true);

equal(
  format("CSBS.6019", { source_server: "s-1", source_type: "ECS", target_server: "s-2", target_type: "BMS" }),
  "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).",
);
equal(format("SMS.2802", { ip_address: "192.0.2.7" }).includes("address 192.0.2.7 is"), true);
equal(format("CSBS.6001", {}), errors["CSBS.6001"].message);
equal(
  formatNasty("NASTY.1", { first: 1, second: "b", id: "c", place: "/d", ids: ["e", "f"] }),
  "100% of 1, b and c on /d: [e, f] {} */ end",
);
// @ts-expect-error an argument is missing
format("CSBS.6019", { source_server: "s-1", source_type: "ECS", target_server: "s-2" });
// @ts-expect-error the message has no arguments
format("CSBS.6001", { server: "s-1" });
// @ts-expect-error there is no such code
errors["CSBS.6O19"];

const wire: string = "APIGW.0308";
const info = find(wire);
equal(info?.code, "APIGW.0308");
equal(find("APIG.9999"), undefined);
equal(find("toString"), undefined);
equal(find("__proto__"), undefined);
if (!isErrorCode(wire)) {
  throw new Error("a documented code");
}

function pause(retry: Retry): number {
  switch (retry) {
    case "never":
    case "after_fix":
      return 0;
    case "later":
    case "backoff":
      return 1;
  }
}
equal(pause(errors["APIG.0308"].retry), 1);

const codes = Object.keys(errors) as ErrorCode[];
for (const code of codes) {
  const { message, params, template } = errors[code];
  // Without arguments to fill in, the message is what is formatted, but for doubled percent signs and braces.
  if (params.length === 0 && message !== null && !/%%|\{\{|\}\}/.test(message)) {
    equal(template.join(""), message);
  }
}
equal(codes.length > 500, true);
