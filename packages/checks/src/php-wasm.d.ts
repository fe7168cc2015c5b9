/** What is used of PHP from npm; its own declarations are written for bundlers. */
declare module "@php-wasm/universal" {
  export class PHP {
    constructor(runtime: number)
    cli(argv: ReadonlyArray<string>, options: { readonly env: Readonly<Record<string, string>> }): Promise<{
      readonly stdout: ReadableStream<Uint8Array>
      readonly stderr: ReadableStream<Uint8Array>
      readonly exitCode: Promise<number>
    }>
  }
}

declare module "@php-wasm/node" {
  import type { PHP } from "@php-wasm/universal"
  export function loadNodeRuntime(version: "8.4", options: { readonly emscriptenOptions: { readonly processId: number } }): Promise<number>
  export function useHostFilesystem(php: PHP): void
}
