import { fault } from "../errors.ts";

/** An object in one release where an earlier one has a value or an array, or the other way round. */
export const inconsistent = (key: string) =>
  fault(
    "procurement/inconsistent-release",
    `'${key}' is a value, an object and an array in different releases.`,
    "Correct the release that breaks the schema, or merge in strict mode, in which the later one replaces.",
  );

/** Whether an array holds objects only, so that its items are merged. */
export function holdsObjects(items: readonly unknown[]): boolean {
  for (const item of items) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  }
  return true;
}

/** Sets a field, also one with the name of a prototype's accessor, which JSON may well hold. */
export function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}

/** What is held under a field of its own; JSON holds no functions, so a prototype's is told by that. */
export function held(target: Readonly<Record<string, unknown>>, key: string): unknown {
  const value = target[key];
  return (typeof value === "function" || key === "__proto__") && !Object.hasOwn(target, key)
    ? undefined
    : value;
}

/** In strict mode an array with an item that has no id cannot be merged by ids. */
export const lacksIds = (items: readonly Readonly<Record<string, unknown>>[]): boolean =>
  items.some((item) => item.id === undefined || item.id === null);
