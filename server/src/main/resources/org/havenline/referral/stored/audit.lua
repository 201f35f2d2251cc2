-- Notes a deed in the directory's audit log, unless somebody was quicker.
-- ARGV: 1 how many entries the log had when this was decided, 2 the new entry
-- Returns 1, or 0 when another entry came in between.
if redis.call('LLEN', key('audit')) ~= tonumber(ARGV[1]) then
  return 0
end
redis.call('RPUSH', key('audit'), ARGV[2])
return 1
