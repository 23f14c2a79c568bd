-- Numbers hardly become smaller, and trying took longer than all else of saving a run.
alter table opinion_runs
  alter column record set storage external,
  alter column map set storage external,
  alter column compass set storage external;
