import type { Role } from '../directory/roles.ts';
import type { UnitKind } from '../directory/unit.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Home, Nav } from './nav.ts';

/** What the server answers about sign-in, and screens read. */
export type SessionPost = {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly role: Role;
  readonly title: string;
  /** Held in another's place, by a document. */
  readonly standIn: boolean;
  /** The unit leads a field of reform in some request (G3). */
  readonly leads: boolean;
};

export type SessionAnswer = {
  readonly me: {
    readonly personId: string;
    readonly name: string;
    readonly login: string;
    readonly language: 'vi' | 'en';
    readonly posts: readonly SessionPost[];
    readonly nav: readonly Nav[];
    readonly home: Home;
    /** The unit of the most telling post; null for somebody without a post today. */
    readonly unit: { readonly id: string; readonly name: string; readonly letterhead: string } | null;
    readonly counts: { readonly home: number; readonly notices: number };
  };
  readonly installation: {
    readonly mode: 'demo' | 'office';
    readonly clock: { readonly nowMs: Instant; readonly movable: boolean };
    readonly body: { readonly superior: string | null; readonly name: string };
  };
  readonly version: string;
};

export type WelcomeAnswer = {
  readonly superior: string | null;
  readonly body: string;
  readonly campaign: { readonly title: string; readonly deadlineMs: Instant } | null;
  readonly nowMs: Instant;
  readonly support: string;
  readonly oidc: boolean;
  readonly mode: 'demo' | 'office';
};

export type SessionLine = {
  readonly id: string;
  readonly address: string;
  readonly agent: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly current: boolean;
  readonly may: readonly 'end'[];
};

export type TokenLine = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number | null;
  readonly may: readonly 'end'[];
};

export type SecondFactorAnswer = {
  readonly state: 'off' | 'pending' | 'on';
  /** The office asks it of this person: it cannot be turned off. */
  readonly demanded: boolean;
};
export type Enrolment = { readonly secret: string; readonly uri: string; readonly qr: string };
/** Whom the office asks for a second factor, and how many of them have set one up. */
export type FactorDemandAnswer = {
  readonly roles: readonly {
    readonly role: Role;
    readonly demanded: boolean;
    readonly people: number;
    readonly set: number;
  }[];
  readonly may: readonly 'demand'[];
};
export type ResetLink = { readonly url: string; readonly expiresAt: number };
