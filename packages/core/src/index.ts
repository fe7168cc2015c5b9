/**
 * Pure decisions of recruitment by need. One folder a stage; import a stage by its own path, or all of them from here.
 *
 * @since 0.1.0
 */
export * from "./law/index.ts"
export * from "./number/index.ts"
export * from "./input/index.ts"
export * from "./needs/index.ts"
export * from "./formation/index.ts"
export * from "./selection/index.ts"
export * from "./performance/index.ts"
export * from "./publication/index.ts"
export * from "./evaluation/index.ts"
