-- A person has looked at something set aside. ARGV: 1 id, 2 by whom, 3 now (ms)
-- Returns 1, or 0 when it is not there.
if redis.call('ZREM', key('quarantine'), ARGV[1]) == 0 then
  return 0
end
redis.call('HSET', key('quarantined:' .. ARGV[1]), 'resolved', ARGV[3], 'by', ARGV[2])
emit(ARGV[3], 'quarantine.resolved', 'quarantine', ARGV[1], 'responder', ARGV[2])
return 1
