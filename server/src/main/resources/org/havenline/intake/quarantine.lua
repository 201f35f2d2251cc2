-- Sets something aside for a person to look at, once for each key.
-- ARGV: 1 id, 2 reason, 3 sealed, 4 now (ms), 5 how long it is kept (ms)
-- Returns 1, or 0 when it is already there.
local id = ARGV[1]
if redis.call('EXISTS', key('quarantined:' .. id)) == 1 then
  return 0
end
redis.call('HSET', key('quarantined:' .. id), 'reason', ARGV[2], 'sealed', ARGV[3], 'at', ARGV[4])
redis.call('PEXPIRE', key('quarantined:' .. id), ARGV[5])
redis.call('ZADD', key('quarantine'), ARGV[4], id)
emit(ARGV[4], 'quarantine.added', 'quarantine', id, 'reason', ARGV[2])
return 1
