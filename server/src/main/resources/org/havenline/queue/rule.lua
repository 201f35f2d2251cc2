-- From now on the line is ruled by these tables: older decisions are refused.
-- ARGV: 1 stamp, 2 version, 3 mode, 4 "down" or "up", 5 now (ms)
-- Returns 1, or 0 when the line knows it already.
if tonumber(redis.call('GET', key('ruled')) or 0) >= tonumber(ARGV[1]) then
  return 0
end
redis.call('SET', key('ruled'), ARGV[1])
emit(ARGV[5], 'tables.changed', 'version', ARGV[2], 'mode', ARGV[3], 'line', ARGV[4])
return 1
