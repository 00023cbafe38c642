-- A take-down that is tried again goes before everything that waits longer, as it did at its first
-- try. It may not leave before its moment, so what is due cannot say that by itself.
alter table delivery add down boolean not null default false;

create index delivery_down on delivery (destination, due_at) where down and due_at is not null;
