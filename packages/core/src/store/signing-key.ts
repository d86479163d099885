import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { sha256 } from "./history-chain.ts";

/**
 * An Ed25519 key that signs roots. It is a type of its own, so that nobody needs the types of Node
 * to read the declarations of a store.
 */
export class SigningKey {
  readonly #private: KeyObject;
  /** Its public half as SubjectPublicKeyInfo in PEM, as it is kept and exported. */
  readonly publicText: string;

  private constructor(key: KeyObject) {
    this.#private = key;
    this.publicText = createPublicKey(key).export({ type: "spki", format: "pem" }).toString();
  }

  static make(): SigningKey {
    return new SigningKey(generateKeyPairSync("ed25519").privateKey);
  }

  /**
   * The key that a text in PEM (PKCS #8) holds.
   * @throws Error of Node when it holds none.
   */
  static read(text: string): SigningKey {
    return new SigningKey(createPrivateKey(text));
  }

  /** Its secret half, for where it is kept: PKCS #8 in PEM. */
  secretText(): string {
    return this.#private.export({ type: "pkcs8", format: "pem" }).toString();
  }

  /** The name of the key: of its public text. */
  get fingerprint(): string {
    return fingerprintOf(this.publicText);
  }

  /** Signs a text's bytes in UTF-8; base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#private).toString("base64");
  }
}

/** A key is named by the SHA-256 of its public text. */
export const fingerprintOf = (publicText: string): string => sha256(publicText);
