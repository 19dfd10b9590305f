-- What an anchor fixed, chain by chain: its one hash alone could not be computed again once the chains had grown.

create table anchored_head (
  chain text not null,
  seq bigint not null,
  hash text not null,
  anchored_at timestamptz not null default now(),
  primary key (chain, seq)
);
comment on table anchored_head is 'insert-only: the ends of chains as an anchor found them; a chain that is written anew, ends and all, no longer fits them';
