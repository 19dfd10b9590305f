-- Which frozen version a report of the area was drafted from: said where it is signed and in the register.

alter table outgoing_document add column frozen_number integer check (frozen_number > 0);
