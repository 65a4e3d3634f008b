import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type * as z from 'zod';
import type { Deps } from '../app/deps.ts';
import type { MachineCaller, MachineScope } from '../domain/access/machine.ts';
import type { Action, GeneralAction } from '../domain/access/policy.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Result } from '../domain/result.ts';
import type { ApiRefusal } from './problem.ts';
import type { ProblemCode } from './schemas/problem.ts';

/** Bytes as they are, in or out: a file. */
export const content = 'content';
type Content = typeof content;

/** One row of the contract. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{names}`. */
  readonly path: string;
  readonly summary: string;
  /** The row of the policy that decides who may (G-9), where one does. */
  readonly action?: Action | GeneralAction | 'open';
  /** Answered to a machine whose credential has this scope, and to nobody else (ID-1). */
  readonly machine?: MachineScope;
  /** Answered without a token. */
  readonly open?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType | Content;
  /** By status; `null`: no body. */
  readonly answers: Readonly<Partial<Record<200 | 201 | 204, z.ZodType | Content | null>>>;
  /** Media types of an answer's bytes and, where it has one, their schema; without it, any bytes. */
  readonly produces?: Readonly<Record<string, z.ZodType | null>>;
  /** Beyond those that every operation has. */
  readonly problems: readonly ProblemCode[];
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : S extends Content ? IncomingMessage : undefined;
type Part<O, P extends keyof Operation> = O extends { readonly [K in P]: infer S } ? Parsed<S> : undefined;

/** Who can have asked. */
type Caller<O> = O extends { readonly open: true } ? null : O extends { readonly machine: MachineScope } ? MachineCaller : Principal;

/** A request that was let in and read: by whom, and what. */
export interface Call<O extends Operation = Operation> {
  readonly deps: Deps;
  readonly by: Caller<O>;
  readonly params: Part<O, 'params'>;
  readonly query: Part<O, 'query'>;
  readonly headers: Part<O, 'headers'>;
  readonly body: Part<O, 'body'>;
  /** The token they sent along, for asking Microsoft on their behalf; absent with a session. It is neither kept nor logged. */
  readonly shown: string | undefined;
  readonly requestId: string;
  readonly log: Logger;
}

export interface FileContent {
  /** `size` in bytes, where it is known beforehand. */
  readonly file: { readonly name: string; readonly size?: number };
  /** Of what we wrote ourselves; anything a person sent is bytes. */
  readonly type?: string;
  readonly content: AsyncIterable<Uint8Array>;
}

type Body<S> = S extends z.ZodType
  ? { readonly body: z.output<S> }
  : S extends Content
    ? { readonly body: FileContent }
    : { readonly body?: never };
type StatusAnswers<A> = {
  [S in keyof A]: { readonly status: S; readonly headers?: Readonly<Record<string, string>> } & Body<A[S]>;
}[keyof A];
export type Answer<O extends Operation> = StatusAnswers<O['answers']>;

export type Handler<O extends Operation> = (call: Call<O>) => Promise<Result<Answer<O>, ApiRefusal>>;

/** Any row's handler, for the pipeline that serves them all. */
export interface AnyAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export type AnyHandler = (call: Call) => Promise<Result<AnyAnswer, ApiRefusal>>;
