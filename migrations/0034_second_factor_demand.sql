-- Whose roles must sign in with a second factor: the administrator's choice.

alter table installation add column factor_roles text[] not null default '{}'
  check (factor_roles <@ array['preparer', 'signer', 'registry', 'receiver', 'overseer', 'administrator']);
comment on column installation.factor_roles is 'Roles that need a one-time code beside the password, or a second factor of the identity provider';
comment on column second_factor.secret is 'Sealed with the key of the data folder (v1.key.text); a plain one is of an older program and is sealed at the next start';

alter table session add column with_factor boolean not null default false;
comment on column session.with_factor is 'Opened with a one-time code, or by an identity provider that asked for a second factor itself';
