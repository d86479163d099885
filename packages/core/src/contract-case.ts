/** One thing that must hold of a plugin or a store; `hold` rejects with what is wrong. */
export interface ContractCase {
  readonly name: string;
  readonly hold: () => Promise<void>;
}
