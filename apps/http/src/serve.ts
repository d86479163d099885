import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { MoothallError } from "@moothall/core";
import type { Host } from "@moothall/host";
import { createApp } from "./app.ts";
import type { AppOptions } from "./service.ts";

export interface ServeOptions extends AppOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The name or address to listen on; only this machine (127.0.0.1) where left out. */
  readonly hostname?: string;
  /** Milliseconds that requests under way have to end when the service closes; 3,000. */
  readonly grace?: number;
}

export interface Served {
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, lets those under way end, and cuts off what does not. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a host over HTTP. The store is opened first, so that a service that cannot read its
 * records does not start.
 * @throws MoothallError `core/address-in-use`, `core/configuration` for an address that cannot be
 * listened on, and what the store says
 */
export async function serve(host: Host, options: ServeOptions): Promise<Served> {
  const { port, hostname = "127.0.0.1", grace = 3_000, ...appOptions } = options;
  await host.store();
  const app = createApp(host, appOptions);
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname,
    serverOptions: {
      // Bodies have limits of their own, as a file may take long; heads come at once.
      headersTimeout: 10_000,
      requestTimeout: 3_600_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
    },
  }) as import("node:http").Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cannotListen(hostname, port, cause)),
    );
    server.listen(port, hostname, resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    url: addressOf(hostname, (server.address() as AddressInfo).port),
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
      });
      return closing;
    },
  };
}

function addressOf(hostname: string, port: number): string {
  const everywhere = hostname === "0.0.0.0" || hostname === "::";
  const name = everywhere ? "localhost" : hostname.includes(":") ? `[${hostname}]` : hostname;
  return `http://${name}:${port}`;
}

function cannotListen(hostname: string, port: number, cause: NodeJS.ErrnoException): MoothallError {
  return cause.code === "EADDRINUSE"
    ? new MoothallError({
        code: "core/address-in-use",
        message: `Port ${port} of ${hostname} is in use by another program.`,
        hint: "Choose another port, or 0 for any that is free.",
        cause,
      })
    : new MoothallError({
        code: "core/configuration",
        message: `It is not possible to listen on port ${port} of ${hostname} (${cause.code}).`,
        hint: "Choose an address of this machine, and a port of 1024 or above.",
        cause,
      });
}
