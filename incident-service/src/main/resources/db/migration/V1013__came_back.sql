-- That she got in touch by herself after help had ended, where she agreed that police learn of it.
alter table help add column came_back_at timestamptz;
