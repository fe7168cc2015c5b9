import { type ServerResponse } from "node:http";
/** An answer as it was received, cut to Jambi. */
export declare const recorded: string;
/** What a server does with one request. */
export type Reply = (response: ServerResponse) => void;
export declare const json: (body: unknown) => Reply;
export declare const status: (code: number, headers?: Record<string, string>) => Reply;
export declare const page: Reply;
export declare const hangUp: Reply;
/** One page of a list. */
export declare const listPage: (at: number, pages: number, items: ReadonlyArray<object>) => Reply;
/** The recorded answer with its keys in another order and for another year. */
export declare const ofYear: (year: number, turned?: boolean) => Reply;
/** Starts it; replies of one address are given one after another, the last again and again. */
export declare const start: (replies: Readonly<Record<string, ReadonlyArray<Reply>>>) => Promise<{
    base: string;
    asked: string[];
    end: () => Promise<unknown>;
}>;
