import type { Agreement } from "../resources/agreement.ts";
import type { AllocationTable } from "../resources/allocation-table.ts";
import type { Application } from "../resources/application.ts";
import type { Award } from "../resources/award.ts";
import type { Budget } from "../resources/budget.ts";
import type { CommissionedService } from "../resources/commissioned-service.ts";
import type { Condition } from "../resources/condition.ts";
import type { CostSplit } from "../resources/cost-split.ts";
import type { Fund } from "../resources/fund.ts";
import type { MonitoringReturn } from "../resources/monitoring-return.ts";
import type { Outturn } from "../resources/outturn.ts";
import type { Payment } from "../resources/payment.ts";
import type { PaymentSchedule } from "../resources/payment-schedule.ts";
import type { Precept } from "../resources/precept.ts";
import type { Recovery } from "../resources/recovery.ts";
import type { Round } from "../resources/round.ts";
import type { Scheme } from "../resources/scheme.ts";

/** All that checks and reports look at, by kind. */
export interface FundingRecords {
  readonly funds: readonly Fund[];
  readonly schemes: readonly Scheme[];
  readonly rounds: readonly Round[];
  readonly applications: readonly Application[];
  readonly awards: readonly Award[];
  readonly tables: readonly AllocationTable[];
  readonly agreements: readonly Agreement[];
  readonly conditions: readonly Condition[];
  readonly schedules: readonly PaymentSchedule[];
  readonly payments: readonly Payment[];
  readonly returns: readonly MonitoringReturn[];
  readonly recoveries: readonly Recovery[];
  readonly splits: readonly CostSplit[];
  readonly services: readonly CommissionedService[];
  readonly budgets: readonly Budget[];
  readonly precepts: readonly Precept[];
  readonly outturns: readonly Outturn[];
}
