import type { Round } from "../resources/round.ts";
import type { Scheme } from "../resources/scheme.ts";

/** A round with what its scheme says where it says nothing itself: limits, criteria, fund, power. */
export const roundWithScheme = (round: Round, scheme: Scheme | undefined): Round =>
  scheme === undefined
    ? round
    : {
        ...round,
        minimum: round.minimum ?? scheme.minimum,
        maximum: round.maximum ?? scheme.maximum,
        criteria: [
          ...round.criteria,
          ...(scheme.criteria ?? []).filter(
            (each) => !round.criteria.some((own) => own.id === each.id),
          ),
        ],
        fund: round.fund ?? scheme.fund,
        legalPower: round.legalPower ?? scheme.legalPower,
      };
