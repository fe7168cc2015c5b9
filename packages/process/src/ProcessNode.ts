/**
 * A node that runs rounds: alone by default, or with others that share them and take over from one that is gone.
 *
 * @since 0.1.0
 */
import * as NodeClusterSocket from "@effect/platform-node-shared/NodeClusterSocket"
import { Duration, Layer, Option } from "effect"
import {
  ClusterWorkflowEngine,
  RunnerAddress,
  RunnerHealth,
  Runners,
  RunnerStorage,
  Sharding,
  ShardingConfig,
  SocketRunner,
  SqlMessageStorage,
  SqlRunnerStorage
} from "effect/cluster"
import { Digest } from "effect/crypto"
import { RpcSerialization } from "effect/rpc"
import type { SocketServer } from "effect/socket"
import type { SqlClient, SqlError } from "effect/sql"
import type { Actor } from "@timbang/workflows"
import type { Journal } from "@timbang/workflows/ports"
import * as RecruitmentWorkflow from "./RecruitmentWorkflow.ts"
import * as Rounds from "./Rounds.ts"
import type * as Steps from "./Steps.ts"
import * as Watch from "./Watch.ts"

// --- models ---

/**
 * How a node runs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Who stands in the journal for what the process records by itself. */
  readonly actor: Actor.Actor
  /** Prefix of the tables that keep where a round runs and when it wakes. Default: `timbang_process`. */
  readonly prefix?: string
  /** How often the store is asked for wakes that are due. Unit: milliseconds. Default: 1000. */
  readonly pollMillis?: number
  /** How often rounds are looked through for a wake that a crash swallowed. Unit: milliseconds. Default: 30000. */
  readonly sweepMillis?: number
  /**
   * How long a node that is stopped waits for steps that run; what is cut off then is begun again by the next one. Unit:
   * milliseconds. Default: 3000.
   */
  readonly stopMillis?: number
}

/**
 * Where a node of several listens for the others.
 *
 * @category models
 * @since 0.1.0
 */
export interface Address {
  readonly host: string
  readonly port: number
  /** After what time without a sign of life the others take over. Unit: milliseconds. Default: 35000. */
  readonly takeOverMillis?: number
  /** Whether the database is behind a pool that changes connections with each transaction, such as PgBouncer's. Default: false. */
  readonly isPooled?: boolean
}

// --- layers ---

const rounds = ({ actor, sweepMillis = 30_000 }: Options) =>
  Layer.mergeAll(RecruitmentWorkflow.layer(actor), Watch.layer(sweepMillis)).pipe(
    Layer.provide(ClusterWorkflowEngine.layer)
  )

const configOf = ({ pollMillis = 1000, stopMillis = 3000 }: Options): Partial<ShardingConfig.ShardingConfig["Service"]> => ({
  entityMessagePollInterval: Duration.millis(pollMillis),
  entityReplyPollInterval: Duration.millis(Math.min(200, pollMillis)),
  refreshAssignmentsInterval: Duration.millis(Math.min(3000, pollMillis * 3)),
  entityTerminationTimeout: Duration.millis(stopMillis),
  simulateRemoteSerialization: false,
  shardsPerGroup: 64
})

const messages = ({ prefix = "timbang_process" }: Options) =>
  SqlMessageStorage.layerWith({ prefix }).pipe(Layer.provide(Digest.layerWebCrypto))

/**
 * One node alone, on a server or on the embedded database. A second one on the same tables would do everything twice: for
 * several nodes take `layerShared`.
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (
  options: Options
): Layer.Layer<Rounds.Rounds, SqlError.SqlError, Journal.Journal | Steps.Steps | SqlClient.SqlClient> =>
  rounds(options).pipe(
    Layer.provideMerge(Rounds.layer),
    Layer.provide(Sharding.layer.pipe(
      Layer.provideMerge(Runners.layerNoop),
      Layer.provideMerge(messages(options)),
      Layer.provide([RunnerStorage.layerMemory, RunnerHealth.layerNoop]),
      Layer.provide(ShardingConfig.layer(configOf(options)))
    ))
  )

/**
 * One of several nodes on the same server. Each holds its share of the rounds; when one is gone the others take its share over.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerShared = (
  options: Options,
  { host, isPooled = false, port, takeOverMillis = 35_000 }: Address
): Layer.Layer<Rounds.Rounds, SqlError.SqlError | SocketServer.SocketServerError, Journal.Journal | Steps.Steps | SqlClient.SqlClient> =>
  rounds(options).pipe(
    Layer.provideMerge(Rounds.layer),
    Layer.provide(SocketRunner.layer.pipe(
      Layer.provide([NodeClusterSocket.layerSocketServer, NodeClusterSocket.layerClientProtocol]),
      Layer.provide(RunnerHealth.layerPing.pipe(Layer.provide(Runners.layerRpc), Layer.provide(NodeClusterSocket.layerClientProtocol))),
      Layer.provideMerge(messages(options)),
      Layer.provide(Layer.orDie(SqlRunnerStorage.layerWith({ prefix: options.prefix ?? "timbang_process" }))),
      Layer.provide(ShardingConfig.layer({
        ...configOf(options),
        runnerAddress: Option.some(RunnerAddress.make(host, port)),
        // A lock of a session is lost with the connection; behind such a pool rows with a time are locks.
        shardLockDisableAdvisory: isPooled,
        shardLockExpiration: Duration.millis(takeOverMillis),
        shardLockRefreshInterval: Duration.millis(Math.ceil(takeOverMillis / 3.5)),
        runnerHealthCheckInterval: Duration.millis(Math.max(250, takeOverMillis / 2))
      })),
      Layer.provide(RpcSerialization.layerSchemaBinary())
    ))
  )
