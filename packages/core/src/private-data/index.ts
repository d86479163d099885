export {
  checkPrivateData,
  findPrivateData,
  type PrivateData,
  type PrivateDataOptions,
} from "./find.ts";
export { type Confidence, type PrivateDataKind, privateDataKinds } from "./kinds.ts";
