import { max, min } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";

export interface ValueAxis {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** An axis from zero or below to zero or above, so that lengths and heights compare truly. */
export function valueAxis(
  values: readonly number[],
  range: readonly [number, number],
  unit: string | undefined,
): ValueAxis {
  const low = Math.min(0, min(values) ?? 0);
  const high = Math.max(0, max(values) ?? 0);
  const scale = scaleLinear(low === high ? [0, 1] : [low, high], range);
  const format = scale.tickFormat(5);
  return {
    scale,
    ticks: scale.ticks(5).map((value) => ({ value, text: withUnit(format(value), unit) })),
  };
}

/** The same, ending on ticks. */
export function roundValueAxis(...given: Parameters<typeof valueAxis>): ValueAxis {
  const [low, high] = valueAxis(...given)
    .scale.nice(5)
    .domain();
  const [, range, unit] = given;
  return valueAxis([low ?? 0, high ?? 0], range, unit);
}

const withUnit = (text: string, unit: string | undefined): string => {
  if (unit === "%") return `${text}%`;
  if (unit === undefined || !/^\p{Sc}$/u.test(unit)) return text;
  return text.startsWith("−") ? `−${unit}${text.slice(1)}` : `${unit}${text}`;
};

/** The unit of all series, when they have the same. */
export const sharedUnit = (units: readonly (string | undefined)[]): string | undefined =>
  units.every((unit) => unit === units[0]) ? units[0] : undefined;
