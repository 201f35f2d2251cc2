-- Changes the tables' state and notes it in the audit log, unless somebody was quicker.
-- ARGV: 1 how many entries the log had when this was decided, 2 the new entry,
--       then hash, field and value in turn; an empty value takes the field away
-- Returns 1, or 0 when another entry came in between.
if redis.call('LLEN', key('audit')) ~= tonumber(ARGV[1]) then
  return 0
end
redis.call('RPUSH', key('audit'), ARGV[2])
for i = 3, #ARGV, 3 do
  if ARGV[i + 2] == '' then
    redis.call('HDEL', key(ARGV[i]), ARGV[i + 1])
  else
    redis.call('HSET', key(ARGV[i]), ARGV[i + 1], ARGV[i + 2])
  end
end
return 1
