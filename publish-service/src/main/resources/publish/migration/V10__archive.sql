-- Links to the archive's own address of a story that the newsroom never had. When such a story comes
-- into the ledger, all pages that link it so are found at once.

alter table promo add archive boolean not null default false;

create index promo_archive on promo (target) where archive;
