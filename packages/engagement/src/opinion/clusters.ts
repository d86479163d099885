/** Points on two axes, each standing for so many participants. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

export interface Clusters {
  /** The cluster of each point, numbered from 0. */
  readonly of: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

const rounds = 100;

/**
 * k-means from starting points that are spread out: the point farthest from the middle, then each
 * time the one farthest from those taken. The same points give the same clusters on every run; there
 * are fewer than `wanted` where fewer points differ.
 */
export function cluster(points: Points, wanted: number): Clusters {
  const size = points.x.length;
  let { x, y } = spreadStarts(points, wanted);
  const of = new Int32Array(size).fill(-1);
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (let point = 0; point < size; point += 1) {
      const next = nearest(points.x[point] as number, points.y[point] as number, x, y);
      if (next !== of[point]) {
        of[point] = next;
        moved = true;
      }
    }
    if (!moved) break;
    ({ x, y } = centres(points, of, x, y));
  }
  return withoutEmpty(points, of, x, y);
}

function spreadStarts(points: Points, wanted: number) {
  const size = points.x.length;
  let [middleX, middleY, weight] = [0, 0, 0];
  for (let point = 0; point < size; point += 1) {
    const own = points.weight[point] as number;
    middleX += own * (points.x[point] as number);
    middleY += own * (points.y[point] as number);
    weight += own;
  }
  const x: number[] = [];
  const y: number[] = [];
  const farthest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let [fromX, fromY] = [middleX / weight, middleY / weight];
  while (x.length < wanted) {
    let [best, chosen] = [-1, -1];
    for (let point = 0; point < size; point += 1) {
      const away = distance2(points.x[point] as number, points.y[point] as number, fromX, fromY);
      // The middle itself is no start, so its distances are forgotten once a start is taken.
      farthest[point] = x.length <= 1 ? away : Math.min(farthest[point] as number, away);
      if ((farthest[point] as number) > best + 1e-12) {
        best = farthest[point] as number;
        chosen = point;
      }
    }
    if (x.length > 0 && best <= 1e-12) break;
    fromX = points.x[chosen] as number;
    fromY = points.y[chosen] as number;
    x.push(fromX);
    y.push(fromY);
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

const distance2 = (x: number, y: number, otherX: number, otherY: number): number =>
  (x - otherX) ** 2 + (y - otherY) ** 2;

function nearest(px: number, py: number, x: Float64Array, y: Float64Array): number {
  let [best, chosen] = [Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < x.length; index += 1) {
    const away = (px - (x[index] as number)) ** 2 + (py - (y[index] as number)) ** 2;
    if (away < best) {
      best = away;
      chosen = index;
    }
  }
  return chosen;
}

function centres(points: Points, of: Int32Array, x: Float64Array, y: Float64Array) {
  const sumX = new Float64Array(x.length);
  const sumY = new Float64Array(x.length);
  const weights = new Float64Array(x.length);
  for (const [point, index] of of.entries()) {
    const weight = points.weight[point] as number;
    sumX[index] = (sumX[index] as number) + weight * (points.x[point] as number);
    sumY[index] = (sumY[index] as number) + weight * (points.y[point] as number);
    weights[index] = (weights[index] as number) + weight;
  }
  const mean = (sums: Float64Array, before: Float64Array) =>
    sums.map((sum, index) => {
      const weight = weights[index] as number;
      return weight === 0 ? (before[index] as number) : sum / weight;
    });
  return { x: mean(sumX, x), y: mean(sumY, y) };
}

/** Numbers the clusters anew, the heaviest first, without those that nobody is in. */
function withoutEmpty(points: Points, of: Int32Array, x: Float64Array, y: Float64Array): Clusters {
  const weights = new Float64Array(x.length);
  for (const [point, index] of of.entries())
    weights[index] = (weights[index] as number) + (points.weight[point] as number);
  const order = [...weights.keys()]
    .filter((index) => (weights[index] as number) > 0)
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  const numberOf = new Map(order.map((index, position) => [index, position]));
  const pick = (values: Float64Array) =>
    Float64Array.from(order, (index) => values[index] as number);
  return {
    of: of.map((index) => numberOf.get(index) as number),
    x: pick(x),
    y: pick(y),
    weight: pick(weights),
  };
}

/** The mean silhouette (Rousseeuw, 1987) of points in clusters, −1 to 1: how well they are apart. */
export function silhouette(points: Points, clusters: Clusters): number {
  const size = points.x.length;
  const kinds = clusters.x.length;
  let [total, weights] = [0, 0];
  for (let point = 0; point < size; point += 1) {
    const away = new Float64Array(kinds);
    const counted = new Float64Array(kinds);
    const own = clusters.of[point] as number;
    for (let other = 0; other < size; other += 1) {
      const index = clusters.of[other] as number;
      const weight = (points.weight[other] as number) - (other === point ? 1 : 0);
      if (weight <= 0) continue;
      const apart = Math.sqrt(
        distance2(
          points.x[point] as number,
          points.y[point] as number,
          points.x[other] as number,
          points.y[other] as number,
        ),
      );
      away[index] = (away[index] as number) + weight * apart;
      counted[index] = (counted[index] as number) + weight;
    }
    const mean = (index: number) => (away[index] as number) / (counted[index] as number);
    const inside = counted[own] === 0 ? undefined : mean(own);
    let nearestOther = Number.POSITIVE_INFINITY;
    for (let index = 0; index < kinds; index += 1)
      if (index !== own && (counted[index] as number) > 0)
        nearestOther = Math.min(nearestOther, mean(index));
    const larger = Math.max(inside ?? 0, nearestOther);
    const score =
      inside === undefined || larger === 0 || larger === Number.POSITIVE_INFINITY
        ? 0
        : (nearestOther - inside) / larger;
    total += (points.weight[point] as number) * score;
    weights += points.weight[point] as number;
  }
  return weights === 0 ? 0 : total / weights;
}
