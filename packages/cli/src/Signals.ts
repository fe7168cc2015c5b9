/**
 * Ctrl-C during a computation that never rests.
 *
 * @since 0.1.0
 */

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/**
 * Computes while signals end the program as the system has it: at once, for nothing that listens would hear them before the
 * computation is over. Only for what writes nothing and holds nothing that has to be put back.
 */
export const endAtOnce = <A>(compute: () => A): A => {
  const held = signals.map((signal) => [signal, process.rawListeners(signal)] as const)
  for (const signal of signals) process.removeAllListeners(signal)
  try {
    return compute()
  } finally {
    for (const [signal, listeners] of held) {
      for (const listener of listeners) process.on(signal, listener as NodeJS.SignalsListener)
    }
  }
}
