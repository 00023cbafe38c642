-- What stripping took, after the indexes.
alter table publish.delivery enable trigger user;

delete from publish.delivery_count;

insert into publish.delivery_count
select destination, site, state, count(*) from publish.delivery group by destination, site, state;

vacuum analyze;
