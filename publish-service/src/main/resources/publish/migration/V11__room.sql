-- Room for a delivery to grow where it lies. It comes short, is leased, and is nearly twice as long
-- once it is live. In a table filled to the brim each of these versions moved to another page, and a
-- new delivery went into whatever hole an old page had left: in a large ledger three more pages to
-- fetch, and to write whole after a checkpoint, for each delivery. Half a page is left for it now,
-- and is full in the end. Counts for what comes from now on; nothing is rewritten.
alter table delivery set (fillfactor = 50);

-- Of a story only when it was last said changes as a rule.
alter table story set (fillfactor = 90);

-- In the order in which lists of what is due are read: a page of one ends where it is full, instead
-- of sorting all that is due.
drop index delivery_due;
create index delivery_due on delivery (destination, due_at, uri) where due_at is not null;
