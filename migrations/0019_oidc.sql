-- Sign-in through the identity provider of the province (OpenID Connect): who is who there, and sign-ins under way.

create table oidc_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  linked_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (person_id, issuer)
);
comment on table oidc_identity is 'Which account of an identity provider is which person: linked at the first sign-in by the confirmed e-mail';

create table oidc_attempt (
  token_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  back text not null,
  person_id uuid references person (id),
  expires_at timestamptz not null
);
comment on table oidc_attempt is 'A sign-in under way at the provider, by the cookie of its browser; with a person it only waits for the one-time code';
create index oidc_attempt_person on oidc_attempt (person_id);
