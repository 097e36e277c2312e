export type Status = "waiting" | "charged" | "paid";

export interface Line {
  readonly article: string;
  readonly quantity: number;
  /** In cents. */
  readonly price: number;
}

export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly Line[];
  readonly status: Status;
  readonly created: string;
}

/** What the shop sends; `undefined` for anything else. */
export function readLines(value: unknown): readonly Line[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isLine) ? value : undefined;
}

export function total(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
}

function isLine(value: unknown): value is Line {
  const line = value as Partial<Line> | null;
  return typeof line?.article === "string" && Number.isInteger(line.quantity) && Number.isInteger(line.price);
}
