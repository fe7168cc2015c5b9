export * as Correction from "./Correction.ts"
export * as Fault from "./Fault.ts"
export * as FigureNote from "./FigureNote.ts"
export * as Shape from "./Shape.ts"
