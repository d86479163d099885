import { type Exact, exact, sum, toExactText, zero } from "@moothall/core";
import { fault } from "../errors.ts";
import type { Formula } from "./formula.ts";
import type { Criterion, Method } from "./method.ts";

const hundred = exact("100");

/**
 * Refuses a method that cannot be applied.
 * @throws MoothallError `procurement/weights-do-not-sum`, `/duplicate-criterion`,
 * `/score-out-of-range`, `/parameter-missing`, `/unknown-parameter`.
 */
export function checkMethod(method: Method, formula: Formula): void {
  const price = exact(method.weights.price);
  const quality = exact(method.weights.quality);
  expectSum([price, quality], hundred, "Price and quality", "/weights");
  if (method.criteria !== undefined) {
    checkTree(method.criteria, quality, "The quality criteria", "/criteria", new Set());
  }
  const ids = (method.questions ?? []).map((question) => question.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw duplicate(twice, "/questions");
  if (method.minimumQuality !== undefined && exact(method.minimumQuality).compare(quality) > 0) {
    throw fault(
      "procurement/score-out-of-range",
      `The minimum quality ${method.minimumQuality} is above the quality weight ${method.weights.quality}.`,
      "Give the minimum in points out of the quality weight.",
      { pointer: "/minimumQuality" },
    );
  }
  checkParameters(method, formula);
}

function checkTree(
  criteria: readonly Criterion[],
  whole: Exact,
  of: string,
  pointer: string,
  seen: Set<string>,
): void {
  expectSum(
    criteria.map((each) => exact(each.weight)),
    whole,
    of,
    pointer,
  );
  for (const [index, each] of criteria.entries()) {
    const here = `${pointer}/${index}`;
    if (seen.has(each.id)) throw duplicate(each.id, here);
    seen.add(each.id);
    if (each.criteria !== undefined) {
      if (each.maximum !== undefined || each.minimum !== undefined) {
        throw fault(
          "procurement/score-out-of-range",
          `The criterion '${each.id}' has parts, so it is not scored itself.`,
          "Move its maximum and minimum to its parts.",
          { pointer: here },
        );
      }
      checkTree(
        each.criteria,
        exact(each.weight),
        `The parts of '${each.id}'`,
        `${here}/criteria`,
        seen,
      );
    } else {
      checkScale(each, here);
    }
  }
}

function checkScale({ id, maximum, minimum }: Criterion, pointer: string): void {
  const top = maximum === undefined ? zero : exact(maximum);
  if (top.compare(zero) > 0 && (minimum === undefined || exact(minimum).compare(top) <= 0)) return;
  throw fault(
    "procurement/score-out-of-range",
    maximum === undefined
      ? `The criterion '${id}' has no maximum score.`
      : `The scale of criterion '${id}' is not possible (maximum ${maximum}, minimum ${minimum ?? "none"}).`,
    "Give a maximum above zero and a minimum that is not above it.",
    { pointer },
  );
}

function expectSum(parts: readonly Exact[], whole: Exact, of: string, pointer: string): void {
  const total = sum(parts);
  if (total.compare(whole) === 0) return;
  throw fault(
    "procurement/weights-do-not-sum",
    `${of} have weights that add up to ${toExactText(total)}, not ${toExactText(whole)}.`,
    "Weights are points of the whole: correct them so that they add up exactly.",
    { pointer },
  );
}

function checkParameters(method: Method, formula: Formula): void {
  for (const [name, meaning] of Object.entries(formula.parameters ?? {})) {
    const value = method.parameters[name];
    if (value === undefined || exact(value).compare(zero) <= 0) {
      throw fault(
        "procurement/parameter-missing",
        `The formula '${formula.id}' needs the parameter '${name}', above zero.`,
        `${meaning}.`,
        { pointer: `/parameters/${name}` },
      );
    }
  }
  for (const name of Object.keys(method.parameters)) {
    if (formula.parameters?.[name] === undefined) {
      throw fault(
        "procurement/unknown-parameter",
        `The formula '${formula.id}' takes no parameter '${name}'.`,
        "Take it out, or choose the formula that takes it.",
        { pointer: `/parameters/${name}` },
      );
    }
  }
}

const duplicate = (id: string, pointer: string) =>
  fault(
    "procurement/duplicate-criterion",
    `'${id}' is named twice.`,
    "Give every criterion and question an id of its own.",
    { pointer },
  );
